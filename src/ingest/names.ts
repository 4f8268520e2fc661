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

/** Names of accounts, which stand for nobody. */
const ACCOUNT =
  /^(?:admin(?:istrator)?|editor|web ?(?:master|editor)|root|user\d*|guest|author|unknown|anonymous|wordpress|no-?reply|system|default|staff|publisher|agenc(?:y|ies)|(?:online-?)?redaktion|redakcja|r[ée]daction|redacci[oó]n|redazione|redactie|red\.|n\/a|follow(?: author)?)$/i;
export const isAccount = (name: string): boolean => ACCOUNT.test(name.trim());

/** Without what stands around a name in a line. */
export const trimName = (text: string): string => text.replace(/^[\s|·•,:–—-]+|[\s|·•,:–—-]+$/g, '').replace(/\s+/g, ' ');

const DEGREE = String.raw`(?:M\.?D\.?|Ph\.?D\.?|[MB]\.?Sc\.?|R\.?N\.?|MPH|MBBS|MBChB|DPhil|DSc|DO|PharmD|F(?:R?C[A-Z]{1,4}|A[A-Z]{2,4}|S[A-Z]{2,3}|ESC|EBVS))`;
const ONLY_DEGREES = new RegExp(`^${DEGREE}(?:[\\s,]+${DEGREE})*$`);
const LAST_DEGREES = new RegExp(String.raw`(?<=[\s,]\p{L}*\p{Ll})(?:,?\s+${DEGREE}\.?)+$`, 'u');
const DEGREE_BETWEEN = new RegExp(`,\\s*${DEGREE}\\s*,`);
const ADDRESSED = /^(?:(?:Dr|Prof(?:essor)?|Mr|Mrs|Ms)\.? +)+/i;
/** Marks of footnotes behind a name, raised or not. */
const MARKS = /(?<=[\p{L}.])[¹²³⁰⁴-⁹*†‡§¶#]+(?:,[¹²³⁰⁴-⁹*†‡§¶#]+)*(?=\s*(?:[,;]|$))|(?<=\p{Ll})\d+(?:,\d+)*(?=\s*(?:[,;]|$))/gu;

/** A name written out, e.g. `Ada van Sample`; undefined for words that no person is called by. */
function toPerson(name: string): Author | undefined {
  const words = trimName(name.replace(LAST_DEGREES, '').replace(ADDRESSED, '')).split(' ');
  const capital = (word: string): boolean => /^\p{Lu}[\p{L}.'’-]*$/u.test(word) && !/^\p{Lu}{3,}$/u.test(word);
  if (words.length < 2 || words.length > 5 || !words.every((word) => capital(word) || PARTICLE.test(word))) return undefined;
  const particle = words.findIndex((word, i) => i > 0 && PARTICLE.test(word));
  const cut = particle > 0 ? particle : words.length - 1;
  return { family: words.slice(cut).join(' '), given: words.slice(0, cut).join(' ') };
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

/** `A Sample`, `AB van Muster`, which stand for names only among others: `UK Biobank` is none. */
const BARE_INITIALS = new RegExp(String.raw`^((?:\p{Lu}[ -]?){1,3}) (${LEAD}${FAMILY}(?: ${FAMILY})?)$`, 'u');

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
  if (GENERATION.test(third)) return { family, given: withGeneration(second, third) };
  return INITIALS.test(second) && INITIALS.test(third) ? { family, given: `${second} ${third}` } : undefined;
}

/** What a field may hold: one name that a comma turns round, as databases write it, or names as they are spoken. */
type Order = 'inverted' | 'spoken';

/** Several people in one field, each a whole name, or in pairs of family and initials; undefined where that does not hold for all. */
function asSeveral(printed: readonly string[], order: Order): Author[] | undefined {
  const parts = printed.map((part) => part.replace(/^(?:&|and|und|et|y)\s+/, ''));
  if (parts.some((part) => GENERATION.test(part.split(' ').at(-1) ?? ''))) return undefined;
  const named = (part: string): Author | undefined => (parts.length > 2 && isOrganisation(part) ? { organisation: part } : undefined);
  const bare = (part: string): Author | undefined => {
    const [, given, family = ''] = BARE_INITIALS.exec(part) ?? [];
    return given === undefined || !/\p{Ll}/u.test(family) || isOrganisation(part) ? undefined : { family, given };
  };
  const spelt = parts.length > 2 || order === 'spoken';
  const whole = parts.map(
    (part) => byInitials(part) ?? bare(part) ?? named(part) ?? (spelt && !isOrganisation(part) ? toPerson(part) : undefined),
  );
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

/** A name without what stands behind it: an address or a role in brackets, marks of footnotes, degrees. */
const withoutTail = (printed: string, order: Order): string =>
  trimName(
    (order === 'spoken'
      ? printed
      : printed
          .replace(/\s*(?:\((?![^)]*\b(?:group|committee)\b)[^)]*\)|\[[^\]]*\])\s*(?=[,;]|$)/gi, '')
          .replace(/(?<=[\p{L}.])\s*[\d*+†‡§¶#]+\s*$/u, '')
    ).replace(LAST_DEGREES, ''),
  );

/** Parts of a name without degrees behind it; initials such as `RN` in `Sample, RN` are none. */
function toParts(text: string): string[] {
  const parts = text.split(/\s*,\s*/).filter((part) => part !== '');
  const kept = parts.filter((part, i) => i === 0 || !ONLY_DEGREES.test(part));
  return kept.length === 1 && parts.length === 2 && !/ /.test(kept[0] ?? '') ? parts : kept;
}

/** A name that ends as firms do, e.g. `Example Devices, Inc.`. */
const FIRM = /,\s*(?:inc|ltd|llc|gmbh|corp|limited)\.?$/i;
const CAPITAL = /^(?:\p{Ll}+ )*\p{Lu}[\p{L}.'’ -]*$/u;

function readField(printed: string, order: Order): OneField {
  const text = withoutTail(printed, order);
  if (!text || ONLY_DEGREES.test(text)) return surely([]);
  const pieces = printed.split(/\s*[;|]\s*|\s\/\s|\.?\s{2,}|\s+(?:and|und|et|y|&)\s+|\s*&\s+/).filter((piece) => piece.trim() !== '');
  const clear = /[;|]|\s\/\s/.test(printed);
  if (pieces.length > 1 && (clear || !isOrganisation(text))) {
    const each = pieces.map((piece) => readField(piece, order));
    if (clear || each.every(({ authors }) => authors.every((author) => 'family' in author)))
      return { authors: each.flatMap(({ authors }) => authors), sure: each.every(({ sure }) => sure) };
  }
  const [, people = '', group = ''] = /^(.{3,}?)[,;]?\s+(?:on behalf of|for|and|with)\s+(the\s+\S.*)$/i.exec(text) ?? [];
  if (group && !isOrganisation(people)) {
    const { authors, sure } = readField(people, order);
    if (authors.every((author) => 'family' in author)) return { authors: [...authors, { organisation: group }], sure };
  }
  if (/,\s*$/.test(printed)) return surely([{ organisation: trimName(printed) }]);
  const printedParts = toParts(text.replace(ADDRESSED, ''));
  const parts = printedParts.map((part) => part.replace(LAST_DEGREES, ''));
  // Nobody puts degrees between a family name and the given ones.
  if (order === 'inverted' && (DEGREE_BETWEEN.test(text) || parts.slice(0, -1).some((part, i) => part !== printedParts[i])))
    return readField(parts.join(', '), 'spoken');
  const [only = ''] = parts;
  if (parts.length < 2) {
    const person = isOrganisation(only) ? undefined : byInitials(only);
    const guessed = person || isOrganisation(only) ? undefined : toPerson(only);
    if (person) return { authors: [person], sure: !/\S+ \S+ (?:MD|RN|DO|PA)$/.test(only) };
    return guessed
      ? unsure([guessed])
      : { authors: [{ organisation: only || text }], sure: !/[\\{}=@()]|\band\b/.test(only) || isOrganisation(only) };
  }
  const several = asSeveral(parts, order);
  if (several) return surely(several);
  const house = (isOrganisation(text) && /\b(?:of|for|and|on)\b/.test(text)) || (isOrganisation(only) && / /.test(only)) || FIRM.test(text);
  // What stands behind a spoken name is what its bearer does, or where.
  const spoken = order === 'spoken' && !isOrganisation(only) && isOrganisation(parts.slice(1).join(', ')) ? toPerson(only) : undefined;
  if (spoken) return unsure([spoken]);
  const person = house ? undefined : byComma(parts);
  if (person) return surely([person]);
  // `Sample, Ada, Muster, Max` may be two people, and four.
  const pairs =
    parts.length > 3 && parts.length % 2 === 0 && parts.every((part, i) => CAPITAL.test(part) && (i % 2 === 1 || !isOrganisation(part)));
  if (pairs && !house) return unsure(parts.flatMap((family, i) => (i % 2 === 0 ? toAuthor(family, parts[i + 1]) : [])));
  return { authors: [{ organisation: text }], sure: isOrganisation(text) };
}

/** Where a list leaves names out, as the style of the APA does before the last one. */
const LEFT_OUT = /[\s,;]{0,3}(?:…|\. ?\. ?\.)[\s,;&]{0,5}(\S?)/;
const SHOWN = 3;

/**
 * Authors as the fields of a record print them, one name in a field or several. Example: `['Fictional E.', 'Sample, Ada et al.']`
 * gives Fictional E. and Sample Ada, and `cut`. What is read by a guess is named in a doubt, as it is printed. Where names are
 * `spoken`, `Ada Sample, Max Muster` are two people; else that is a double family name with its given ones.
 */
export function readNames(printed: readonly string[], order: Order = 'inverted'): NamesRead {
  const cut = printed.some((text) => ET_AL.test(text.trim()) || LEFT_OUT.test(text));
  const fields = printed
    .map((text) =>
      decodeHTML(text)
        .replace(/<\/?\w+>/g, '')
        .replace(MARKS, '')
        .replace(LEFT_OUT, (_, more: string) => (more ? `, ${more}` : ''))
        .trim()
        .replace(ET_AL, ''),
    )
    .filter(Boolean);
  const read = fields.map((text) => {
    const one = readField(text, order);
    // Letters that may be a degree are a house where they stand alone.
    return { text, ...(fields.length === 1 && ONLY_DEGREES.test(text) ? unsure([{ organisation: text }]) : one) };
  });
  const open = read.filter(({ sure }) => !sure).map(({ text }) => `“${toOneLine(text).slice(0, 80)}”`);
  const more = open.length > SHOWN ? ` and ${open.length - SHOWN} more` : '';
  return {
    authors: read.flatMap(({ authors }) => authors),
    cut,
    doubts: [
      ...(cut ? ['Complete `authors` from the work: the entry leaves names out (“et al.”, “…” or the like).'] : []),
      ...(open.length > 0
        ? [
            `Check \`authors\`: ${open.slice(0, SHOWN).join(', ')}${more} could be read in more than one way, as one person, several or an organisation; compare with the work.`,
          ]
        : []),
    ],
  };
}

/** A family name that begins as the word before an author does, e.g. `von Muster, Ada`. */
const LED_FAMILY = /^(?!by\b)\p{L}+ [^\s,]+, [^\s,]+$/iu;

/** Authors in a line of a page, a feed or metadata, e.g. `toAuthors('By Ann van Example, MD and Bo Sample')`; a name that is no person's is an organisation, an address is nobody. */
export function toAuthors(line: string, order: Order = 'spoken'): readonly Author[] {
  const text = trimName(line);
  return isAddress(text) ? [] : readNames([LED_FAMILY.test(text) ? text : trimName(text.replace(AUTHOR_LEAD, ''))], order).authors;
}
