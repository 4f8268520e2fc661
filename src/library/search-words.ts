/**
 * How a text is searched for what it might say: a table of words for each thing, which nobody may trim until nothing is found.
 * Raw articles and our own digests go through the same function.
 */

/** Two letters that some readers of PDF leave as the name of their sign. */
const LIGATURES: Readonly<Record<string, string>> = { '/unifb01': 'fi', '/unifb02': 'fl' };

/**
 * A text as it is searched: small letters, hyphens as spaces, words broken at the end of a line whole, white space folded.
 * Example: `toSearchText('Post-\nthrombotic “PTS”') === 'postthrombotic "pts"'`.
 */
export const toSearchText = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(\/unifb0[12]) ?/g, (_, sign: string) => LIGATURES[sign] ?? '')
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[-‐‑\u00ad]\s*\n\s*/g, '')
    .replace(/[-‐‑–—−]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const BEFORE = String.raw`(?<![\p{L}\p{N}])`;
const AFTER = String.raw`(?![\p{L}\p{N}])`;

function patternOf(word: string): string {
  const beginning = word.endsWith('*');
  const text = toSearchText(word.replace(/\*+$/, ''));
  const body = text.replace(/[.*+?^${}()|[\]\\]/g, (sign) => (sign === '*' ? String.raw`[\p{L}\p{N}]*` : `\\${sign}`));
  return `${/^[\p{L}\p{N}]/u.test(text) ? BEFORE : ''}${body}${beginning || !/[\p{L}\p{N}]$/u.test(text) ? '' : AFTER}`;
}

const patterns = new WeakMap<readonly string[], RegExp>();

function patternFor(words: readonly string[]): RegExp {
  const known = patterns.get(words);
  if (known) return known;
  // The longest first: of two words that begin alike the whole one is named.
  const made = new RegExp(
    [...words]
      .sort((a, b) => b.length - a.length)
      .map(patternOf)
      .join('|') || '(?!)',
    'gu',
  );
  patterns.set(words, made);
  return made;
}

export interface WordHit {
  readonly at: number;
  readonly end: number;
}

/**
 * Where words stand in a text made by `toSearchText`; a word that ends with `*` is the beginning of one.
 * Example: `findWords('no bleeding', ['bleed*'])` gives one hit, from 3 to 8.
 */
export const findWords = (text: string, words: readonly string[]): WordHit[] =>
  Array.from(text.matchAll(patternFor(words)), ({ 0: found, index: at }) => ({ at, end: at + found.length }));

const spansOf = (text: string, passage: string): WordHit[] => {
  const wanted = toSearchText(passage);
  const spans: WordHit[] = [];
  for (let at = wanted ? text.indexOf(wanted) : -1; at >= 0; at = text.indexOf(wanted, at + 1)) spans.push({ at, end: at + wanted.length });
  return spans;
};

/** Hits that lie within none of the passages, e.g. those that nobody has dismissed. */
export function hitsOutside(text: string, words: readonly string[], passages: readonly string[]): WordHit[] {
  const hits = findWords(text, words);
  if (!hits.length || !passages.length) return hits;
  const spans = passages.flatMap((passage) => spansOf(text, passage));
  return hits.filter(({ at, end }) => !spans.some((span) => span.at <= at && end <= span.end));
}

/** Passages that hold none of the words where they stand in the text, or do not stand there at all: they dismiss nothing. */
export const idlePassages = (text: string, words: readonly string[], passages: readonly string[]): string[] => {
  const hits = findWords(text, words);
  return passages.filter((passage) => !spansOf(text, passage).some((span) => hits.some(({ at, end }) => span.at <= at && end <= span.end)));
};

/** A hit with a few words on each side, e.g. `… did not measure **pain** afterwards …` without the stars. */
export function hitInWords(text: string, { at, end }: WordHit): string {
  const from = Math.max(0, text.lastIndexOf(' ', Math.max(0, at - 30)));
  const to = text.indexOf(' ', Math.min(text.length, end + 30));
  return `${from ? '…' : ''}${text.slice(from, to < 0 ? undefined : to).trim()}${to < 0 ? '' : '…'}`;
}
