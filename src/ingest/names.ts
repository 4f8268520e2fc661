/** Names of people and organisations, as pages print them, metadata write them and records keep them. */
import { decodeHTML } from 'entities';
import type { Author } from '../schema/source.ts';
import { isAddress } from './canonical-url.ts';
import { toOneLine } from './plain-text.ts';

/** A name in its parts, the person's first, e.g. `toAuthor('Sample', 'Ada')`; none where there is neither person nor organisation. */
export const toAuthor = (family: string | undefined, given?: string, organisation?: string): Author[] =>
  family ? [{ family, ...(given && { given }) }] : organisation ? [{ organisation }] : [];

/** The word before an author, in the languages met so far. */
export const AUTHOR_LEAD = /^(?:(?:written )?by|par|von|por|di|door):?\s+/i;
const ORGANISATION =
  /\b(?:academy|affairs|agency|association|board|bureau|cent(?:er|re)|clinic|college|committee|communications?|council|department|desk|editors?|editorial|foundation|gmbh|group|health|hospital|inc|institute|journal|limited|ltd|medical|medicine|ministry|network|news|office|organi[sz]ation|press|sciences?|services?|society|staff|team|trust|university|writers?)\b/i;
const PARTICLE = /^(?:van|von|de|del|della|der|den|di|da|dos|du|la|le|ten|ter|zu|af|al|el|bin|ibn)$/i;
const CREDENTIALS = /,?\s+(?:M\.?D\.?|Ph\.?D\.?|M\.?Sc\.?|R\.?N\.?|FRCS|FRCP|MBBS|MPH|DO|PharmD)\b\.?/g;

/** Without what stands around a name in a line. */
export const trimName = (text: string): string => text.replace(/^[\s|·•,:–—-]+|[\s|·•,:–—-]+$/g, '').replace(/\s+/g, ' ');

function toPerson(name: string): Author | undefined {
  const words = trimName(name.replace(CREDENTIALS, '').replace(/^(?:Dr|Prof(?:essor)?|Mr|Mrs|Ms)\.?\s+/i, '')).split(' ');
  const capital = (word: string): boolean => /^\p{Lu}[\p{L}.'’-]*$/u.test(word) && !/^\p{Lu}{3,}$/u.test(word);
  if (words.length < 2 || words.length > 5 || !words.every((word) => capital(word) || PARTICLE.test(word))) return undefined;
  const particle = words.findIndex((word, i) => i > 0 && PARTICLE.test(word));
  const cut = particle > 0 ? particle : words.length - 1;
  return { family: words.slice(cut).join(' '), given: words.slice(0, cut).join(' ') };
}

/** Authors in a printed name or list of names, e.g. `toAuthors('Ann van Example, MD and Bo Sample')`; a name that is no person's is an organisation. */
export function toAuthors(names: string): Author[] {
  const plain = trimName(trimName(names).replace(AUTHOR_LEAD, ''));
  if (!plain) return [];
  if (!ORGANISATION.test(plain)) {
    const people = plain
      .replace(CREDENTIALS, '')
      .split(/\s*(?:,|;|&|\band\b|\bet\b|\bund\b)\s*/)
      .filter(Boolean)
      .map(toPerson);
    if (people.every((person) => person !== undefined)) return people;
  }
  return [{ organisation: plain }];
}

/** Authors as metadata write them, e.g. `Sample, Ada` and `Sample A` and `Ada Sample`; an address is no author. */
export function toMetaAuthors(text: string): readonly Author[] {
  if (isAddress(text) || !text) return [];
  const inverted = /^([^,;]{2,60}),\s*([^,;]{1,60})$/.exec(text);
  if (inverted?.[1] && inverted[2] && !/\b(?:MD|PhD|MSc|RN|Inc|Ltd|LLC)\b/.test(inverted[2]))
    return [{ family: inverted[1], given: inverted[2] }];
  const initials = /^(\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?) (\p{Lu}{1,3})$/u.exec(text);
  if (initials?.[1] && initials[2] && text !== text.toUpperCase()) return [{ family: initials[1], given: initials[2] }];
  return text.includes(';') ? text.split(/\s*;\s*/).flatMap(toMetaAuthors) : toAuthors(text);
}

/** The names of a record, whether its list was cut short, and what an editor must look at, as whole sentences. */
export interface NamesRead {
  readonly authors: readonly Author[];
  readonly cut: boolean;
  readonly doubts: readonly string[];
}

const ET_AL =
  /[,;]?\s*(?:\band\b\s+|&\s*)?(?:\bet\.?\s*al(?:ii)?\b\.?|(?<=[,;&]\s*|\band\s)(?:\bcol(?:leagues|laborators)\b|\bothers\b|\bu\.\s?a\.))\s*\)?$|^(?:and )?others$/i;
const GENERATION = /^(?:jr|sr|[23]rd|2nd|ii|iii|iv|filho|neto|junior)\.?$/i;
const INITIALS = /^(?:\p{Lu}\p{Ll}?\.?[ -]?){1,5}$/u;
const FAMILY = String.raw`\p{Lu}[\p{L}\p{M}'’ʼ-]+`;
const LEAD = String.raw`(?:(?:[Vv]an|[Vv]on|[Dd]e|[Dd]el|[Dd]ella|[Dd]er|[Dd]en|[Dd]i|[Dd]a|[Dd]os|[Dd]u|[Ll]a|[Ll]e|[Tt]en|[Tt]er|[Zz]u|[Aa]l|[Ee]l|[Bb]in|[Ii]bn|d['’]|[Ss]t\.?) )*`;
/** `Sample A`, `Van der Muster J.K.`, `Muster A.-B. Jr`: family first, then initials and nothing else. */
const FAMILY_FIRST = new RegExp(
  String.raw`^(${LEAD}${FAMILY}(?: ${FAMILY}){0,2}?) ((?:\p{Lu}\.?[ -]?){1,5}|(?:\p{Lu}\p{Ll}?\.[ -]?){1,5})(?: (Jr|Sr|[23]rd|2nd|I{2,3}|IV)\.?)?$`,
  'u',
);
/** `A. Sample`, `A.-B. van Muster`. */
const INITIALS_FIRST = new RegExp(String.raw`^((?:\p{Lu}\p{Ll}?\.[ -]?)+) ?(${LEAD}${FAMILY}(?: ${FAMILY})?)$`, 'u');

const withGeneration = (given: string, generation?: string): string => [given.trim(), generation].filter(Boolean).join(', ');

/** A name with initials in either order; undefined for anything else, e.g. for a name written out. */
function byInitials(text: string): Author | undefined {
  const [, family, given = '', generation] = FAMILY_FIRST.exec(text) ?? [];
  if (family && (text !== text.toUpperCase() || /\p{Lu}\.|^\S{3,} \p{Lu}{1,2}$/u.test(text)))
    return { family, given: withGeneration(given, generation) };
  const [, first = '', last] = INITIALS_FIRST.exec(text) ?? [];
  return last ? { family: last, given: first.trim() } : undefined;
}

/** True for a text with a word that only organisations are called by, e.g. `Example Institute`. */
export const isOrganisation = (text: string): boolean =>
  ORGANISATION.test(text) ||
  /\b(?:agence|collaborat(?:ion|ors|ive)|consortium|investigators?|register|registry|programme?|ministère|haute autorité|université|société|gesellschaft|instituto?|collective|task force|working party)\b/i.test(
    text,
  );

/** `Sample, Ada` with its generation on either side, as BibTeX and RIS write them; undefined for anything else. */
function byComma(parts: readonly string[]): Author | undefined {
  const [printed = '', second = '', third = ''] = parts;
  const [, family = printed, generation] = / [^,]*$/.test(printed)
    ? (/^(\S.*?) (Jr|Sr|I{2,3}|IV|[23]rd|2nd)\.?$/i.exec(printed) ?? [])
    : [];
  if (generation && parts.length === 2) return { family, given: withGeneration(second, generation) };
  if (parts.length > 3 || !family || !second) return undefined;
  if (parts.length === 2 && GENERATION.test(second)) {
    const person = byInitials(family) ?? toPerson(family);
    return person && 'family' in person ? { ...person, given: withGeneration(person.given ?? '', second) } : undefined;
  }
  if (parts.length === 2) return { family, given: second };
  if (GENERATION.test(second)) return { family, given: withGeneration(third, second) };
  return GENERATION.test(third) ? { family, given: withGeneration(second, third) } : undefined;
}

/** Several people in one field, each a whole name or in pairs of family and initials; undefined where that does not hold for all. */
function asSeveral(printed: readonly string[]): Author[] | undefined {
  const parts = printed.map((part) => part.replace(/^(?:&|and|und|et|y)\s+/, ''));
  if (parts.some((part) => GENERATION.test(part.split(' ').at(-1) ?? ''))) return undefined;
  const named = (part: string): Author | undefined => (parts.length > 2 && isOrganisation(part) ? { organisation: part } : undefined);
  const whole = parts.map((part) => byInitials(part) ?? named(part) ?? (parts.length > 2 ? toPerson(part) : undefined));
  if (parts.length > 1 && whole.every((person) => person !== undefined) && whole.some((person) => 'family' in person)) return whole;
  const pairs = parts.length > 3 && parts.length % 2 === 0 && parts.every((part, i) => i % 2 === 0 || INITIALS.test(part));
  return pairs ? parts.flatMap((family, i) => (i % 2 === 0 ? [{ family, given: parts[i + 1] ?? '' }] : [])) : undefined;
}

interface OneField {
  readonly authors: readonly Author[];
  readonly sure: boolean;
}
const surely = (authors: readonly Author[]): OneField => ({ authors, sure: true });
const unsure = (authors: readonly Author[]): OneField => ({ authors, sure: false });

const DEGREE = String.raw`(?:M\.?D\.?|Ph\.?D\.?|[MB]Sc|R\.?N\.?|MPH|MBBS|MBChB|DPhil|DSc|DO|PharmD|F[A-Z]{2,5})`;
const ONLY_DEGREES = new RegExp(`^${DEGREE}(?:[\\s,]+${DEGREE})*$`);
const LAST_DEGREES = new RegExp(String.raw`(?<=[\s,]\p{L}*\p{Ll})(?:,?\s+${DEGREE}\.?)+$`, 'u');

/** A name without what stands behind it: an address or a role in brackets, marks of footnotes, degrees. */
const withoutTail = (printed: string): string =>
  trimName(
    printed
      .replace(/\s*\((?![^)]*\b(?:group|committee)\b)[^)]*\)\s*$|\s*\[[^\]]*\]\s*$/i, '')
      .replace(/(?<=[\p{L}.])\s*[\d*+†‡§¶#]+\s*$/u, '')
      .replace(LAST_DEGREES, ''),
  );

/** Parts of a name without degrees behind it; initials such as `RN` in `Sample, RN` are none. */
function toParts(text: string): string[] {
  const parts = text.split(/\s*,\s*/).filter((part) => part !== '');
  const kept = parts.filter((part, i) => i === 0 || !ONLY_DEGREES.test(part));
  return kept.length === 1 && parts.length === 2 && !/ /.test(kept[0] ?? '') ? parts : kept;
}

function readField(printed: string): OneField {
  const text = withoutTail(printed);
  if (!text || ONLY_DEGREES.test(text)) return surely([]);
  const pieces = printed.split(/\s*[;|]\s*|\.?\s{2,}|\s+(?:and|und|et|y|&)\s+|\s*&\s+/).filter((piece) => piece.trim() !== '');
  const clear = /[;|]/.test(printed);
  if (pieces.length > 1 && (clear || !isOrganisation(text))) {
    const each = pieces.map(readField);
    if (clear || each.every(({ authors }) => authors.every((author) => 'family' in author)))
      return { authors: each.flatMap(({ authors }) => authors), sure: each.every(({ sure }) => sure) };
  }
  const [, people = '', group = ''] = /^(.{3,}?)[,;]?\s+(?:on behalf of|for)\s+(the\s+\S.*)$/i.exec(text) ?? [];
  if (group && !isOrganisation(people)) {
    const { authors, sure } = readField(people);
    if (authors.every((author) => 'family' in author)) return { authors: [...authors, { organisation: group }], sure };
  }
  if (/,\s*$/.test(printed)) return surely([{ organisation: text }]);
  const bare = text.replace(/^(?:Dr|Prof(?:essor)?|Mr|Mrs|Ms)\.? +/, '');
  const parts = toParts(bare);
  const [only = ''] = parts;
  if (parts.length < 2) {
    const person = isOrganisation(only) ? undefined : byInitials(only);
    const guessed = person || isOrganisation(only) ? undefined : toPerson(only);
    if (person) return { authors: [person], sure: !/\S+ \S+ (?:MD|RN|DO|PA)$/.test(only) };
    return guessed
      ? unsure([guessed])
      : { authors: [{ organisation: only || text }], sure: !/[\\{}=@]|\band\b/.test(only) || isOrganisation(only) };
  }
  const several = asSeveral(parts);
  if (several) return surely(several);
  const person = isOrganisation(text) && /\b(?:of|for|and|on)\b/.test(text) ? undefined : byComma(parts);
  if (person) return surely([person]);
  return { authors: [{ organisation: text }], sure: isOrganisation(text) };
}

const SHOWN = 3;

/**
 * Authors as the fields of a record print them, one name in a field or several. Example: `['Fictional E.', 'Sample, Ada et al.']`
 * gives Fictional E. and Sample Ada, and `cut`. What is read by a guess is named in a doubt, as it is printed.
 */
export function readNames(printed: readonly string[]): NamesRead {
  const cut = printed.some((text) => ET_AL.test(text.trim()));
  const fields = printed
    .map((text) =>
      decodeHTML(text)
        .replace(/<\/?\w+>/g, '')
        .trim()
        .replace(ET_AL, ''),
    )
    .filter(Boolean);
  const read = fields.map((text) => ({ text, ...readField(text) }));
  const open = read.filter(({ sure }) => !sure).map(({ text }) => `“${toOneLine(text).slice(0, 80)}”`);
  const more = open.length > SHOWN ? ` and ${open.length - SHOWN} more` : '';
  return {
    authors: read.flatMap(({ authors }) => authors),
    cut,
    doubts: [
      ...(cut ? ['Complete `authors`: the entry cuts its list short.'] : []),
      ...(open.length > 0
        ? [
            `Check \`authors\`: ${open.slice(0, SHOWN).join(', ')}${more} could be read in more than one way, as one person, several or an organisation; compare with the work.`,
          ]
        : []),
    ],
  };
}
