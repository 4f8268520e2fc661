/** TeX in the values of BibTeX: text by citation-js, addresses as they stand, and lists of names. Commands that nobody knows stay visible. */
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { isOrganisation, readNames, type NamesRead } from '../names.ts';
import { toRecordText } from '../plain-text.ts';
import { isJson } from './values.ts';

/** The typings of the library ask for every option, the library for none. */
const OPTIONS = { generateGraph: false, forceType: '@biblatex/text' } as Parameters<typeof plugins.input.chain>[1];
/** Accents that stand without a letter, as in `{\d}`, are no TeX; they are kept as they stand behind a sign that no text has. */
const KEPT = '\ue000';
const withoutBareAccents = (tex: string): string => tex.replace(/\\([bcdHkrtuv])(?=\s*(?:\}|\\(?![ij](?![A-Za-z]))|$))/g, `${KEPT}$1`);
const LETTERS: Readonly<Record<string, string>> = Object.fromEntries(
  'AA Å aa å AE Æ ae æ OE Œ oe œ O Ø o ø L Ł l ł ss ß DH Ð dh ð TH Þ th þ DJ Đ dj đ copyright © textcopyright © textregistered ® texttrademark ™ textendash – textemdash — textquoteright ’ textdegree ° degree ° circ ° pm ± textpm ± slash / cdot · times × texttimes × leq ≤ le ≤ geq ≥ ge ≥ approx ≈ sim ~ langle ⟨ rangle ⟩ ell ℓ rightarrow → leqslant ⩽ geqslant ⩾ textdoublepipe ǂ'
    .match(/\S+ \S+/g)
    ?.map((pair) => pair.split(' ') as [string, string]) ?? [],
);
const withLetters = (tex: string): string =>
  tex
    .replace(/\^\s*\{?\\circ\b\}?/g, '°')
    .replace(/\\(?:overline|bar)\s*(?:\{(\w)\}|(\d))/g, '$1$2\u0305')
    .replace(
      /\\(ocirc|textcommabelow)\s*(?:\{([A-Za-z])\}|([A-Za-z]))/g,
      (_, name: string, ...letters: string[]) => `${letters[0] ?? letters[1]}${name === 'ocirc' ? '\u030a' : '\u0326'}`,
    )
    .replace(
      /\\(?:bibcyr|textcyrillic|mathrm|mathit|mathbf|mathsf|text|textnormal|mbox|ensuremath|left|right|displaystyle|sc)(?![A-Za-z])\s?/g,
      '',
    )
    .replace(/\\(?:quad|qquad|[,;:!])/g, ' ')
    .replace(/\\([A-Za-z]+)(?![A-Za-z])(?:\{\}|[ \t]+)?/g, (command, name: string) => LETTERS[name] ?? command);
/** Commands that the library has a meaning for. */
const { constants = {} } = plugins.config.get('@bibtex') as { readonly constants?: Readonly<Record<string, object>> };
const known = new Set(
  ['commands', 'mathCommands', 'diacritics', 'formattingCommands', 'formattingEnvs', 'argumentCommands', 'mathScriptFormatting'].flatMap(
    (table) => Object.keys(constants[table] ?? {}),
  ),
);
/** An unknown command keeps its braces, so that it reads as it is printed. */
const withUnknown = (tex: string): string =>
  tex.replace(/\\([A-Za-z]+)\s*\{([^{}]*)\}/g, (command, name: string, text: string) =>
    known.has(name) ? command : `${KEPT}${name}\\{${text}\\}`,
  );
const restored = (text: string): string => text.replaceAll(KEPT, '\\');

/** The text of a value in TeX, e.g. `Müller` for `M{\"u}ller`; commands that nobody knows stay as they stand. */
export function fromTex(tex: string): string {
  const source = tex.replace(/<(?!\/?(?:i|b|em|sup|sub|span|strong)\b[^<>]*>)/g, '&lt;');
  if (!/[\\{}$~]|--|``|''/.test(source)) return source;
  const shown = withUnknown(
    withLetters(withoutBareAccents(source))
      .replace(/\\[hv]?phantom\s*(?:\{[^{}]*\})?/g, '')
      .replace(/\\(?:url|path)\s*\{([^{}]*)\}/g, '$1')
      .replace(/\\href\s*\{[^{}]*\}\s*\{([^{}]*)\}/g, '$1'),
  );
  try {
    const [record] = plugins.input.chain(`@misc{x,title={${shown}}}`, OPTIONS) as unknown[];
    const title = isJson(record) ? record['title'] : undefined;
    // What the library knows by name and not with these letters it writes as `null`.
    if (typeof title === 'string' && (!title.includes('null') || source.includes('null')))
      return restored(title)
        .replace(/\u00a0/g, ' ')
        .replace(/ı(?=\p{M})/gu, 'i')
        .normalize('NFC')
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
    .replace(/\{?\\textless\s*(?:\{\})?\}?/g, '<')
    .replace(/\{?\\textgreater\s*(?:\{\})?\}?/g, '>')
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

/** Binds the words of a braced group, so that they stay one word of a name. */
const BOUND = '\ue002';
const withBoundGroups = (tex: string): string =>
  tex.replace(/\{(?!\\)[^{}]*\}/g, (group) => group.replace(/(?<=[^{\s])\s+(?=[^}\s])/g, BOUND));
const unbound = (text: string): string => text.replaceAll(BOUND, ' ');

/** `First von Last` as BibTeX takes a name without a comma: what begins small, and all after it, is the family; else the last word. */
function withComma(text: string): string {
  const words = text.split(' ');
  const small = words.findIndex((word, i) => i > 0 && i < words.length - 1 && /^\p{Ll}/u.test(word));
  const cut = small > 0 ? small : words.length - 1;
  return `${words.slice(cut).join(' ')}, ${words.slice(0, cut).join(' ')}`;
}

/** True for words that no person is called by: capitals throughout, small words of sentences, a degree or a name in too many words. */
const isNoPerson = (text: string): boolean => {
  const words = text.split(' ');
  return words.length < 2 || words.length > 5 || /\p{Lu}{4}|\b(?:for|of|and|the|on|in|MD|PhD|Dr)\b/u.test(text);
};

/** Names as BibTeX has them: parts by commas or by small letters, what is braced as a whole an organisation. Others go to the reader of names. */
export function toNames(tex: string): NamesRead {
  const names = splitAtAnd(tex);
  if (!/[,{}]/.test(tex) && names.length > 1 && /\b(?:for|of|and|the|on|&)\b/.test(names[0] ?? '') && !/\./.test(tex)) {
    const read = readNames([`${names.join(' and ')},`]);
    return {
      ...read,
      doubts: [`Check \`authors\`: “${fromTex(tex)}” was read as one organisation; in BibTeX such a name needs braces of its own.`],
    };
  }
  const printed = names.map((name) => {
    if (/^\{(?!\\)[^{}]*(?:\{[^{}]*\}[^{}]*)*\}$/.test(name)) return `${toRecordText(fromTex(name))},`;
    const text = toRecordText(fromTex(withBoundGroups(fromExtended(name))));
    const person =
      !text.includes(',') &&
      !isNoPerson(text) &&
      !/^(?:\p{Ll}+ )*\p{Lu}\p{Ll}[\p{L}'’ -]* \p{Lu}{1,3}$/u.test(text) &&
      !isOrganisation(unbound(text));
    return unbound(person ? withComma(text) : text);
  });
  return readNames(printed);
}
