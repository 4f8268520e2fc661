/** Plain text out of what sites, feeds and records write: characters as an editor would type them, entities decoded, markup dropped. */
import { decodeHTML } from 'entities';
import { Parser } from 'htmlparser2';
import { foldLetters } from '../words/fold.ts';

const ligatures: Readonly<Record<string, string>> = { ﬀ: 'ff', ﬁ: 'fi', ﬂ: 'fl', ﬃ: 'ffi', ﬄ: 'ffl', ﬅ: 'st', ﬆ: 'st' };

/**
 * Characters as an editor would type them: composed (NFC), printers' ligatures as letters, invisible ones gone and all
 * spaces plain, e.g. `toPlainCharacters('ﬁ\u00adnal') === 'final'`. The joiners that Persian and Indian scripts need stay.
 */
export const toPlainCharacters = (text: string): string =>
  text
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000\t]/g, ' ')
    .replace(/[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad]/g, '')
    .replace(/[ﬀ-ﬆ]/g, (sign) => ligatures[sign] ?? sign)
    .normalize('NFC');

/** White space folded, e.g. `toOneLine(' a\n b ') === 'a b'`. */
export const toOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The lines of a text without the space around them, empty ones left out. */
export const toLines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Lower-case letters and digits with single spaces, for comparing, e.g. `toPlain('The “Élan” study') === 'the elan study'`. */
export const toPlain = (text: string): string =>
  foldLetters(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const letters: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', ø: 'o', œ: 'oe', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' };

/** Lower-case ASCII with hyphens, e.g. `toSlug('Société Générale (Œuvre)') === 'societe-generale-oeuvre'`; empty when nothing is left. */
export const toSlug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[ßæøœłđðþı]/g, (letter) => letters[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}|['’]/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Numbers as raised signs, as printed citation marks have them, e.g. `toRaised('1, 3–5') === '¹,³⁻⁵'`. */
export const toRaised = (numbers: string): string =>
  numbers
    .replace(/\s+/g, '')
    .replace(/[–-]/g, '⁻')
    .replace(/\d/g, (digit) => RAISED[Number(digit)] ?? digit);

/** Raised signs as numbers, e.g. `fromRaised('¹⁻³') === '1-3'`. */
export const fromRaised = (signs: string): string =>
  signs
    .replace(/[⁰¹²³⁴-⁹]/g, (sign) => String(RAISED.indexOf(sign)))
    .replaceAll('⁻', '-')
    .replaceAll('⸴', ',');

/** Feeds encode twice at most; a third round is for text that quotes them. */
const ROUNDS = 3;

/** Entities decoded until none is left, `clean` before the first round and after each. */
function decodeAll(text: string, clean: (text: string) => string = (same) => same): string {
  let plain = clean(text);
  for (let round = 0; round < ROUNDS; round++) {
    const decoded = clean(decodeHTML(plain));
    if (decoded === plain) break;
    plain = decoded;
  }
  return plain;
}

/** Tags within a word or a sentence: nothing is put in their place. */
const INLINE = /^(?:a|abbr|b|cite|code|em|i|mark|nc|sc|small|span|strong|sub|sup|u)$/;

function withoutTags(text: string): string {
  if (!/<\/?[a-z]/i.test(text)) return text;
  let kept = '';
  const onclosetag = (name: string): void => void (kept += INLINE.test(name) ? '' : ' ');
  const parser = new Parser({ ontext: (piece) => (kept += piece), onclosetag }, { decodeEntities: false });
  parser.end(text);
  return kept;
}

/** The text of HTML that was encoded once or twice, e.g. `toPlainText('&amp;#160;A&nbsp;<em>b</em> &#8230;') === 'A b …'`. */
export const toPlainText = (html: string): string => toOneLine(withoutTags(decodeAll(html)));

const ATTRIBUTES = String.raw`(?:\s+[\w:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*/?>`;
/** Elements that stand in titles and abstracts of records. Others are text: `p<q` is no markup. */
const RECORD_TAG = new RegExp(
  String.raw`</?(?:jats:[\w-]+|mml:[\w-]+|a|abbr|abstract|b|bold|br|em|i|inline-formula|ital|italic|li|list|list-item|math|msub|msup|p|roman|sc|scp|sec|small|span|strong|sub|sup|title|tt|u|ul|underline|xref)${ATTRIBUTES}`,
  'gi',
);
/** Those that end a line or a heading, so that words on both sides stay apart. */
const RECORD_BLOCK = new RegExp(String.raw`</?(?:jats:)?(?:br|li|list|list-item|p|sec|title)${ATTRIBUTES}`, 'gi');

/** The text of a field of a record, e.g. `toRecordText('Gel &amp;amp; <i>H<sub>2</sub>O</i>') === 'Gel & H2O'`. */
export const toRecordText = (text: string): string =>
  toOneLine(
    decodeAll(text, (each) => each.replace(RECORD_BLOCK, ' ').replace(RECORD_TAG, '')).replace(/[\u00ad\u200b\u2060\ufeff]/g, ''),
  ).normalize('NFC');
