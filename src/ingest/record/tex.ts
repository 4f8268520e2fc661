/** TeX in the values of BibTeX: text by citation-js, addresses as they stand, and lists of names. Commands that nobody knows stay visible. */
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { readNames, type NamesRead } from '../names.ts';
import { toPlainText } from '../plain-text.ts';
import { isJson } from './values.ts';

/** The typings of the library ask for every option, the library for none. */
const OPTIONS = { generateGraph: false, forceType: '@biblatex/text' } as Parameters<typeof plugins.input.chain>[1];
/** Accents that stand without a letter, as in `{\d}`, are no TeX; they are kept as they stand behind a sign that no text has. */
const KEPT = '\ue000';
const withoutBareAccents = (tex: string): string => tex.replace(/\\([bcdHkrtuv])(?=\s*[}\\]|$)/g, `${KEPT}$1`);
const LETTERS: Readonly<Record<string, string>> = {
  AA: 'Å',
  aa: 'å',
  AE: 'Æ',
  ae: 'æ',
  OE: 'Œ',
  oe: 'œ',
  O: 'Ø',
  o: 'ø',
  L: 'Ł',
  l: 'ł',
  ss: 'ß',
  DH: 'Ð',
  dh: 'ð',
  TH: 'Þ',
  th: 'þ',
  DJ: 'Đ',
  dj: 'đ',
  textcopyright: '©',
  copyright: '©',
  textendash: '–',
  textemdash: '—',
  textquoteright: '’',
  textregistered: '®',
  texttrademark: '™',
};
const withLetters = (tex: string): string =>
  tex.replace(/\\([A-Za-z]+)(?![A-Za-z])(?:\{\}|[ \t]+)?/g, (command, name: string) => LETTERS[name] ?? command);
const restored = (text: string): string => text.replaceAll(KEPT, '\\');

/** The text of a value in TeX, e.g. `Müller` for `M{\"u}ller`; commands that nobody knows stay as they stand. */
export function fromTex(tex: string): string {
  if (!/[\\{}$~]|--|``|''/.test(tex)) return tex;
  const shown = withLetters(withoutBareAccents(tex))
    .replace(/\\(?:url|path)\s*\{([^{}]*)\}/g, '$1')
    .replace(/\\href\s*\{[^{}]*\}\s*\{([^{}]*)\}/g, '$1');
  try {
    const [record] = plugins.input.chain(`@misc{x,title={${shown}}}`, OPTIONS) as unknown[];
    const title = isJson(record) ? record['title'] : undefined;
    if (typeof title === 'string')
      return restored(title)
        .replace(/\u00a0/g, ' ')
        .replace(/\\(?=[&%$#_{}\s])/g, '');
  } catch {
    // What the library cannot read stays visible, without its braces.
  }
  return restored(shown).replace(/[{}]/g, '').replace(/~/g, ' ');
}

/** An address or a DOI, which TeX leaves as it is but for signs that it would take for its own. */
export const fromVerbatim = (tex: string): string =>
  tex
    .replace(/\\(?:url|path|href)\s*\{([^{}]*)\}(?:\s*\{[^{}]*\})?/g, '$1 ')
    .replace(/\{?\\(?:text)?(?:ascii)?(?:tilde|~\{\}|~)\s*(?:\{\})?\}?/g, '~')
    .replace(/\$\\sim\$/g, '~')
    .replace(/\{?\\(?:text)?underscore\s*(?:\{\})?\}?/g, '_')
    .replace(/\\(?=[&%$#_{}~^])/g, '')
    .replace(/[{}]/g, '');

/** Where braces are open, an \`and\` or a comma is part of a name. */
function splitAtAnd(tex: string): string[] {
  let depth = 0;
  const marked = tex.replace(/\\[{}]|[{}]|(?<=[\s}])and(?=[\s{])/gi, (sign) => {
    if (sign === '{') depth++;
    if (sign === '}') depth--;
    return depth === 0 && /^and$/i.test(sign) ? '\n\ue001\n' : sign;
  });
  return marked.split('\n\ue001\n').map((name) => name.replace(/\s+/g, ' ').trim());
}

/** `family=Sample, given=Ada, prefix=de la` of BibLaTeX as a name with a comma. */
function fromExtended(name: string): string {
  const parts = new Map(
    [...name.matchAll(/([\w-]+)\s*=\s*("[^"]*"|\{[^{}]*\}|[^,]*)/g)].map(([, key = '', value = '']) => [
      key.toLowerCase(),
      value.replace(/["{}]/g, '').trim(),
    ]),
  );
  if (!parts.has('family') || !parts.has('given')) return name;
  return [[parts.get('prefix'), parts.get('family')].filter(Boolean).join(' '), parts.get('suffix'), parts.get('given')]
    .filter(Boolean)
    .join(', ');
}

/** Words of names that begin small, as `von`, go with the family; what is braced as a whole is an organisation. */
export function toNames(tex: string): NamesRead {
  const names = splitAtAnd(tex);
  const bare = tex.replace(/\{[^{}]*\}/g, '');
  if (!/[,{}]/.test(tex) && names.length > 1 && /\b(?:for|of|and|the|on|&)\b/.test(names[0] ?? '') && !/\./.test(tex)) {
    const read = readNames([`${names.join(' and ')},`]);
    return {
      ...read,
      doubts: [`Check \`authors\`: “${fromTex(tex)}” was read as one organisation; in BibTeX such a name needs braces of its own.`],
    };
  }
  const printed = names.map((name) => {
    if (/^\{(?!\\)[^{}]*(?:\{[^{}]*\}[^{}]*)*\}$/.test(name) && /\s|^\{[^{}\\]*\}$/.test(name)) return `${toPlainText(fromTex(name))},`;
    const text = toPlainText(fromTex(fromExtended(name)));
    const [, given, family] = /^([^,]*?\p{Lu}[^,]*?)\s+((?:\p{Ll}[\p{L}'’]*\s+)+\p{Lu}[^,]*)$/u.exec(text) ?? [];
    if (given && family && !/\b(?:for|of|and|the|on|in|et)\b/.test(family)) return `${family}, ${given}`;
    const words = text.split(' ');
    if (
      !text.includes(',') &&
      words.length > 1 &&
      words.length < 5 &&
      bare.includes(' and ') &&
      words.every((word) => /^\p{Lu}/u.test(word)) &&
      !/\p{Lu}{3}/u.test(text)
    )
      return readsAsGroup(text) ? text : `${words.at(-1)}, ${words.slice(0, -1).join(' ')}`;
    return text;
  });
  return readNames(printed);
}

/** True where the reader of names takes a text for an organisation. */
const readsAsGroup = (text: string): boolean => readNames([text]).authors.some((author) => 'organisation' in author);
