/**
 * Shingles: one hash for each nine words in a row. Two texts share nine words in a row exactly if they share a shingle
 * (but for chance: a shingle has 48 bits, so ten thousand articles of a thousand words each, held against three million
 * shingles of ours, raise one false alarm in about ten such collections).
 *
 * The method is winnowing (Schleimer, Wilkerson and Aiken, “Winnowing: local algorithms for document fingerprinting”, SIGMOD
 * 2003): hash every k words, keep the smallest hash of every w neighbours; then each common run of k + w − 1 words is found
 * and none shorter than k is reported. We promise nine for both, and that leaves one choice, k = 9 and w = 1: every hash is
 * kept. With a smaller k the file would be a third as long, and nobody could say whether a hit was eight words or nine.
 *
 * What a committed hash gives away: nothing to whoever does not know the words already, because many runs of nine words
 * share each value and trying them all is out of reach. Hashes of single words, or of a few, could be looked up in a
 * dictionary. A rolling hash would be as bad: the difference of two neighbours shows which word left and which came in, so
 * the words are stirred together and cannot be taken apart. A key would not help, because this code is public. Whoever
 * knows eight words in a row can try words for the ninth: any file that answers “do these nine words stand there?” allows that.
 */

/**
 * A word as two texts are compared by it: letter case, accents, hyphens, markup, addresses and our citation keys set aside. Raw
 * articles and our own content go through the same function, or nothing would be found. Words are told apart by spaces, so scripts
 * that write none are compared sentence by sentence.
 */
interface Word {
  /** As it is compared, e.g. `postthrombotic` of `Post-thrombotic`. */
  readonly text: string;
  /** Where it starts in the text, from 0. */
  readonly at: number;
  /** Where it ends. */
  readonly end: number;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\u00ad\u200b]*(?:['’ʼ‐‑-][\p{L}\p{N}][\p{L}\p{N}\p{M}\u00ad\u200b]*)*/gu;
/** What is no wording: addresses, targets of links, tags, numbers of list items, raised citation marks. */
const MARKUP = /https?:\/\/[^\s<>()]+|\]\([^\s()]*\)|<\/?[A-Za-z][^<>]*>|^[ \t]*\d{1,3}[.)](?=[ \t])|[⁰¹²³⁴-⁹]+/gm;
/** A citation mark after the end of a sentence, e.g. the 2 of `It may harm. 2 It may help.` */
const MARK = /(?<=[\p{L})\s][.!?][)”"]?)\s?\d{1,3}(?:[,–-]\d{1,3})*(?=\s+["“(]?\p{Lu}|\s*$)/gmu;
/** Brackets: a citation key of ours, or the citation marks of an article, make their whole content no wording. */
const BRACKET = /\[[^[\]]*\]/g;
const CITES = /@|^\[[\d\s,–-]+\]$/;
const blank = (text: string): string => ' '.repeat(text.length);

/** A word as it is compared, e.g. `plainWord('Café’s') === 'cafes'`. */
const plainWord = (word: string): string =>
  /^[A-Za-z0-9]+$/.test(word)
    ? word.toLowerCase()
    : word
        .normalize('NFKD')
        .replace(/[^\p{L}\p{N}]/gu, '')
        .toLowerCase();

/** The text with what is no wording made blank, letter for letter, so that places stay the same. */
const bareText = (text: string): string =>
  text
    .replace(BRACKET, (bracket) => (CITES.test(bracket) ? blank(bracket) : bracket))
    .replace(MARKUP, blank)
    .replace(MARK, blank);

/** The words of a text in order, e.g. `toWords('So it [is](/x/) [@a-2020].')` gives `so`, `it` and `is`, each with its place. */
export const toWords = (text: string): Word[] =>
  Array.from(bareText(text).matchAll(WORD), ({ 0: word, index: at }) => ({ text: plainWord(word), at, end: at + word.length }));

/** The same without places, which costs a third: `toPlainWords('So it is.')` is `['so', 'it', 'is']`. */
export const toPlainWords = (text: string): string[] => bareText(text).match(WORD)?.map(plainWord) ?? [];

/** So many words in a row are a run. */
export const RUN = 9;
const BYTES = 6;
const PER_LINE = 12;

/** Shingles in order, each as two halves of 24 bits: whole numbers of that size cost no memory of their own. */
export interface Shingles {
  readonly high: ArrayLike<number>;
  readonly low: ArrayLike<number>;
}

/** Both halves as one number, to look a shingle up by. */
export const shingleKey = (high: number, low: number): number => high * 0x1000000 + low;

/** Two hashes of each word, letter by letter: FNV-1a, and the same with other constants. */
function seedsOf(words: readonly string[]): { readonly one: readonly number[]; readonly two: readonly number[] } {
  const one: number[] = [];
  const two: number[] = [];
  for (const word of words) {
    let a = 0x811c9dc5 | 0;
    let b = 0x5bd1e995;
    for (let at = 0; at < word.length; at += 1) {
      const code = word.charCodeAt(at);
      a = Math.imul(a ^ code, 0x01000193);
      b = Math.imul(b ^ code, 0x85ebca6b);
      b ^= b >>> 15;
    }
    one.push(a);
    two.push(b);
  }
  return { one, two };
}

/** The shingles of words in order, e.g. three for eleven words; none for fewer than nine. */
export function toShingles(words: readonly string[]): Shingles {
  const { one, two } = seedsOf(words);
  const count = Math.max(0, words.length - RUN + 1);
  // Plain lists: most texts are short, and typed arrays cost more to make than to fill.
  const shingles: { high: number[]; low: number[] } = { high: [], low: [] };
  for (let from = 0; from < count; from += 1) {
    // The constants of the stirring are those of MurmurHash3; each step mixes both halves, so order matters.
    let a = 0x9747b28c | 0;
    let b = 0x5bd1e995;
    for (let i = from; i < from + RUN; i += 1) {
      a = Math.imul(a ^ (one[i] ?? 0) ^ (b >>> 15), 0x85ebca6b);
      a ^= a >>> 13;
      b = Math.imul(b ^ (two[i] ?? 0) ^ a, 0xc2b2ae35);
      b ^= b >>> 16;
      a = (a + Math.imul(b, 5)) | 0;
    }
    a = Math.imul(a ^ (a >>> 16), 0xc2b2ae35);
    a ^= a >>> 13;
    shingles.high.push(b >>> 8);
    shingles.low.push(a >>> 8);
  }
  return shingles;
}

/** Shingles as lines of text, eight characters each. */
export function toShingleText({ high, low }: Shingles): string {
  const bytes = Buffer.alloc(high.length * BYTES);
  for (let i = 0; i < high.length; i += 1) {
    bytes.writeUIntBE(high[i] ?? 0, i * BYTES, 3);
    bytes.writeUIntBE(low[i] ?? 0, i * BYTES + 3, 3);
  }
  const perLine = PER_LINE * BYTES;
  const lines = Array.from({ length: Math.ceil(bytes.length / perLine) }, (_, i) => bytes.subarray(i * perLine, (i + 1) * perLine));
  return lines.map((line) => `${line.toString('base64')}\n`).join('');
}

/** The shingles of a text that `toShingleText` wrote. */
export function readShingles(text: string): Shingles {
  const bytes = Buffer.from(text, 'base64');
  const count = Math.floor(bytes.length / BYTES);
  const shingles = { high: new Int32Array(count), low: new Int32Array(count) };
  const three = (at: number): number => ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
  for (let i = 0; i < count; i += 1) {
    shingles.high[i] = three(i * BYTES);
    shingles.low[i] = three(i * BYTES + 3);
  }
  return shingles;
}
