/** Characters that nobody sees or that pass for others. Pure: where they stand in a text, and the text without those that say nothing. */
import { domainToUnicode } from 'node:url';

/** What a character does to a reader, and how it is called. */
export const characterKinds = {
  control: { label: 'a control character', fix: 'Delete it; it comes with text that was copied out of a program or a PDF.' },
  direction: {
    label: 'a sign that turns the direction of text',
    fix: 'Delete it and read the line again: it may have stood in another order than it seemed.',
  },
  separator: {
    label: 'a line break that editors do not show',
    fix: 'Put a blank or an ordinary line break in its place, or run `npm run validate -- --fix`.',
  },
  invisible: { label: 'a character that nobody sees', fix: 'Delete it, or run `npm run validate -- --fix`.' },
  meaningless: { label: 'a character that stands for nothing', fix: 'Write what was meant: a program lost it on the way here.' },
} as const;
export type CharacterKind = keyof typeof characterKinds;

/** Scripts in which joiners shape letters. */
const joining = 'Arab Syrc Mong Nkoo Mand Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh Khmr Mymr Tibt'.replace(
  /\w+ ?/g,
  (name) => `\\p{scx=${name.trim()}}`,
);

/** Where a character that is not seen does its work: joiners in scripts that need them, and what emoji and ideographs are put together with. */
const atWork = [
  `(?<=[${joining}])[\\u200c\\u200d]`,
  '(?<=[\\p{ExtPict}\\ufe0f\\u{1f3fb}-\\u{1f3ff}])\\u200d(?=\\p{ExtPict})',
  '(?<=[\\p{ExtPict}\\u{1f1e6}-\\u{1f1ff}\\u{1f3fb}-\\u{1f3ff}])[\\ufe0e\\ufe0f]',
  '(?<=[0-9#*])\\ufe0f(?=\\u20e3)',
  '(?<=\\u{1f3f4}[\\u{e0030}-\\u{e0039}\\u{e0061}-\\u{e007a}]{0,6})[\\u{e0030}-\\u{e0039}\\u{e0061}-\\u{e007a}\\u{e007f}]',
  '(?<=\\p{sc=Mong})[\\u180b-\\u180d\\u180f]',
  '(?<=\\p{sc=Han})[\\ufe00-\\ufe02\\u{e0100}-\\u{e01ef}]',
].join('|');

const kinds = [
  '(?<control>[\\0-\\x08\\x0b-\\x1f\\x7f-\\x9f])',
  '(?<direction>[\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069])',
  '(?<separator>[\\u2028\\u2029])',
  '(?<meaningless>[\\ufffd\\p{Co}\\p{NChar}\\p{Cs}])',
  '(?<invisible>\\p{DI})',
].join('|');

const STRANGE = new RegExp(`(?!${atWork})(?:${kinds})`, 'gu');
/** All that is not among these is looked at closely. */
const PLAIN = /^[\t\n\x20-\x7e\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2015\u2018-\u2027\u202f-\u205e\u20ac\u2190-\u22ff]*$/u;

export interface StrangeCharacter {
  readonly kind: CharacterKind;
  /** Offset in the text. */
  readonly at: number;
  /** As it is named in tables of characters, e.g. `U+202E`. */
  readonly code: string;
}

const kindOf = (groups: Record<string, string | undefined> | undefined): CharacterKind =>
  (Object.keys(characterKinds) as CharacterKind[]).find((kind) => groups?.[kind] !== undefined) ?? 'invisible';

/** Every strange character of a text, in order, e.g. one of the kind `direction` in `a\u202eb`. */
export const strangeCharacters = (text: string): StrangeCharacter[] =>
  PLAIN.test(text)
    ? []
    : [...text.matchAll(STRANGE)].map((match) => ({
        kind: kindOf(match.groups),
        at: match.index,
        code: `U+${(match[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
      }));

/** The text without what says nothing: invisible characters are gone, hidden line breaks are blanks. What may have meant something stays. */
export const withoutInvisible = (text: string): string =>
  PLAIN.test(text)
    ? text
    : text.replace(STRANGE, (character, ...rest) => {
        const kind = kindOf(rest.at(-1) as Record<string, string | undefined>);
        return kind === 'invisible' ? '' : kind === 'separator' ? ' ' : character;
      });

/** Scripts whose letters pass for Latin ones. */
const ALIKE = /[\p{sc=Cyrl}\p{sc=Grek}\p{sc=Armn}\p{sc=Cher}\p{sc=Copt}\p{sc=Lisu}\p{sc=Goth}\p{sc=Ital}\p{sc=Dsrt}]/u;
/** A word, its letters seen through the marks of Markdown between them. */
const WORD = /[\p{L}\p{M}\p{N}](?:[*_~`]*[\p{L}\p{M}\p{N}])*/gu;
const OTHERS = /[\p{sc=Cyrl}\p{sc=Armn}\p{sc=Cher}\p{sc=Copt}\p{sc=Lisu}\p{sc=Goth}\p{sc=Ital}\p{sc=Dsrt}]/u;
const LATIN = /\p{sc=Latn}/u;
const GREEK = /\p{sc=Grek}/u;
/** Greek letters that look like Latin ones; no symbol of medicine is among them. */
const GREEK_ALIKE = /[ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹϺικνορυϲϳ]/u;
/** As in a word of two alphabets: between two small letters, or in a row. A symbol stands at an end or beside capitals: TNFα, NFκB, ΔP. */
const GREEK_WITHIN = /(?<=\p{Ll})\p{sc=Grek}(?=\p{Ll})|\p{sc=Grek}{3}/u;
const SYMBOLS = /(?<=\p{Lu})[κν](?=\p{Lu}|$)/gu;

const isMixed = (word: string): boolean => {
  const [latin, greek] = [LATIN.test(word), GREEK.test(word)];
  if (OTHERS.test(word)) return latin || greek;
  const rest = word.replace(SYMBOLS, '');
  return latin && greek && (GREEK_ALIKE.test(rest) || GREEK_WITHIN.test(rest.normalize('NFD').replace(/\p{M}/gu, '')));
};

/** Words written in two alphabets, e.g. `thrοmbus` with a Greek ο; with the offset of each. `TNFα`, `β-blocker` and `ΔP` are none. */
export const mixedWords = (text: string): { readonly word: string; readonly at: number }[] =>
  ALIKE.test(text)
    ? [...text.matchAll(WORD)].flatMap(({ 0: word, index }) => (isMixed(word.replace(/[*_~`]/g, '')) ? [{ word, at: index }] : []))
    : [];

/** Letters of other alphabets that cannot be told from Latin small ones. */
const TWINS = /^[асԁеһіјӏорԛѕԝхуѵҽοαινρυϲ\p{N}-]+$/u;

/** What is wrong with the host of an address, as the end of a sentence; undefined for a host that is what it seems, or for no address of one. */
export function disguisedHost(address: string): string | undefined {
  const host = URL.parse(address)?.hostname;
  if (!host?.includes('xn--')) return undefined;
  const shown = domainToUnicode(host);
  if (!shown || shown.includes('xn--')) return `is \`${host}\`, which stands for no name`;
  const labels = shown.split('.');
  const latinEnd = /^[a-z]+$/.test(labels.at(-1) ?? '');
  const wrong = labels.find(
    (label) =>
      mixedWords(label).length > 0 || strangeCharacters(label).length > 0 || (latinEnd && /[^\p{ASCII}]/u.test(label) && TWINS.test(label)),
  );
  return wrong === undefined
    ? undefined
    : `is \`${host}\`, which passes for another: \`${wrong}\` is not written in the letters that it seems to be`;
}
