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
const LOWERED = '₀₁₂₃₄₅₆₇₈₉';

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

const [SIGNS, ABOVE, BELOW] = ['0123456789+-–−=()', `${RAISED}⁺⁻⁻⁻⁼⁽⁾`, `${LOWERED}₊₋₋₋₌₍₎`];

/**
 * What stands raised or lowered as signs, e.g. `toScript('-3', 'sup') === '⁻³'` and `toScript('2', 'sub') === '₂'`. Letters have
 * no such signs: `2nd` and `Vmax` stay as they are. A range is left alone, since `¹⁻³` is a mark.
 */
export function toScript(text: string, where: 'sub' | 'sup'): string {
  const plain = text.replace(/\s+/g, '');
  if (!/\d/.test(plain) && !/^[+–−-]$/.test(plain)) return text;
  const signs = [...plain].map((sign) => (where === 'sup' ? ABOVE : BELOW)[SIGNS.indexOf(sign)]);
  return signs.includes(undefined) ? text : signs.join('');
}

/** Feeds encode twice at most; a third round is for text that quotes them. */
const ROUNDS = 3;

/** Entities decoded until none is left. */
function decodeAll(text: string): string {
  let plain = text;
  for (let round = 0; round < ROUNDS; round++) {
    const decoded = decodeHTML(plain);
    if (decoded === plain) break;
    plain = decoded;
  }
  return plain;
}

/** Elements of HTML, a space put after those that do not stand within a word or a sentence. Any other `<x>` is text, as in the DOI `10.1002/(SICI)…<A1::AID-B2>3.0`. */
const INLINE =
  /^(?:(?:mml|o|w|st1):[\w-]+|a|abbr|acronym|b|bdi|bdo|big|bold|cite|code|data|del|dfn|em|font|i|inline-formula|ins|ital|italic|kbd|label|mark|nc|q|roman|s|samp|sc|scp|small|span|strike|strong|sub|sup|time|tt|u|underline|var|wbr|xref|m(?:sub|sup|i|n|o|row|text))$/;
const ELEMENT =
  /^(?:address|area|article|aside|audio|blockquote|body|br|button|canvas|caption|center|col|colgroup|dd|details|div|dl|dt|embed|fieldset|figcaption|figure|footer|form|h[1-6]|head|header|hr|html|iframe|img|input|legend|li|link|main|map|math|menu|meta|nav|noscript|object|ol|optgroup|option|p|param|picture|pre|script|section|select|source|style|summary|svg|table|tbody|td|template|textarea|tfoot|th|thead|title|tr|track|ul|video|applet|blink|marquee|frame|frameset|noframes|basefont|dir|dialog|center|abstract|list|list-item|sec)$/;
/** What they hold is for programs. */
const HIDES = /^(?:script|style|template|svg|iframe|object|noscript)$/;
const BARE =
  /\s(?!(?:hidden|nowrap|noshade|async|defer|checked|disabled|selected|controls|itemscope|open|reversed|compact|data-[\w-]+)\b)[\w-]+(?=\s+[^\s=]|\s*\/?>$)/;

const LONGEST_SCRIPT = 20;
const nameOf = (name: string): string => name.replace(/^jats:/, '');

/** Stands for a `<` that begins no element of HTML, as in `0 <x`: left to the parser, what follows would be its attributes. */
const LESS = '\ue003';

function withoutTags(given: string): string {
  if (!/<[/!?a-z]/i.test(given)) return given;
  const isName = (name: string): boolean => [nameOf(name.toLowerCase())].some((each) => INLINE.test(each) || ELEMENT.test(each));
  const text = given.replace(/<(?=\/?([a-z][^\s<>/]*))/gi, (sign, name: string) => (isName(name) ? sign : LESS));
  let kept = '';
  /** How deep inside something hidden; where a raised or lowered piece began. */
  let hidden = 0;
  const scripts: number[] = [];
  // Words in brackets that no `=` follows are text: `p <q and r>`.
  const isTag = (name: string): boolean => {
    const tag = text.slice(parser.startIndex, parser.endIndex + 1);
    return HIDES.test(name) || (tag.endsWith('>') && !BARE.test(tag.replace(/=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/g, '=""')));
  };
  const asText = (): void => void (kept += hidden > 0 ? '' : text.slice(parser.startIndex, parser.endIndex + 1));
  const parser: Parser = new Parser(
    {
      ontext: (piece) => (kept += hidden > 0 ? '' : piece),
      onopentag: (tag, _, implied) => {
        const name = nameOf(tag);
        if (!implied && !isTag(name)) asText();
        else if (HIDES.test(name)) hidden++;
        else if (/^su[bp]$/.test(name)) scripts.push(kept.length);
        else kept += INLINE.test(name) ? '' : ' ';
      },
      onclosetag: (tag) => {
        const name = nameOf(tag);
        if (HIDES.test(name)) hidden = Math.max(0, hidden - 1);
        else if (name === 'sub' || name === 'sup') {
          const from = scripts.pop() ?? kept.length;
          // What is longer is no sign; and a page of nothing but such tags is not copied at each.
          if (kept.length - from <= LONGEST_SCRIPT) kept = kept.slice(0, from) + toScript(kept.slice(from), name);
        } else kept += INLINE.test(name) ? '' : ' ';
      },
    },
    { decodeEntities: false },
  );
  parser.end(text);
  return kept.replaceAll(LESS, '<');
}

/** The text of HTML that was encoded once or twice, e.g. `toPlainText('&amp;#160;A&nbsp;<em>b</em> &#8230;') === 'A b …'`. */
export const toPlainText = (html: string): string => toOneLine(withoutTags(decodeAll(html)));

/** The text of a field of a record, e.g. `toRecordText('Gel &amp;amp; <i>H<sub>2</sub>O</i>') === 'Gel & H₂O'`. */
export const toRecordText = (text: string): string =>
  toPlainText(text)
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .normalize('NFC');
