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
import { createHash } from 'node:crypto';

/** So many words in a row are a run. */
export const RUN = 9;
const BYTES = 6;
const PER_LINE = 12;

/** Two numbers for each word ever met: a small part of its SHA-256, so that words alike share nothing. */
const seeds = new Map<string, { readonly low: number; readonly high: number }>();

function seedOf(word: string): { readonly low: number; readonly high: number } {
  const known = seeds.get(word);
  if (known) return known;
  const digest = createHash('sha256').update(word).digest();
  const seed = { low: digest.readInt32LE(0), high: digest.readInt32LE(4) };
  seeds.set(word, seed);
  return seed;
}

/** Stirs nine words into 48 bits. The constants are those of MurmurHash3; each step mixes both halves, so order matters. */
function stir(low: Int32Array, high: Int32Array, from: number): number {
  let a = -1756908916;
  let b = 1540483477;
  for (let i = from; i < from + RUN; i += 1) {
    a = Math.imul(a ^ (low[i] ?? 0) ^ (b >>> 15), 0x85ebca6b);
    a ^= a >>> 13;
    b = Math.imul(b ^ (high[i] ?? 0) ^ a, 0xc2b2ae35);
    b ^= b >>> 16;
    a = (a + Math.imul(b, 5)) | 0;
  }
  a = Math.imul(a ^ (a >>> 16), 0xc2b2ae35);
  return (b >>> 0) * 0x10000 + (a >>> 16);
}

/** The shingles of words in order, e.g. three for eleven words; none for fewer than nine. */
export function toShingles(words: readonly string[]): number[] {
  const low = new Int32Array(words.length);
  const high = new Int32Array(words.length);
  for (const [i, word] of words.entries()) {
    const seed = seedOf(word);
    low[i] = seed.low;
    high[i] = seed.high;
  }
  const shingles: number[] = [];
  for (let from = 0; from + RUN <= words.length; from += 1) shingles.push(stir(low, high, from));
  return shingles;
}

/** Shingles as lines of text, eight characters each. */
export function toShingleText(shingles: readonly number[]): string {
  const bytes = Buffer.alloc(shingles.length * BYTES);
  for (const [i, shingle] of shingles.entries()) bytes.writeUIntBE(shingle, i * BYTES, BYTES);
  const perLine = PER_LINE * BYTES;
  const lines = Array.from({ length: Math.ceil(bytes.length / perLine) }, (_, i) => bytes.subarray(i * perLine, (i + 1) * perLine));
  return lines.map((line) => `${line.toString('base64')}\n`).join('');
}

/** Calls back for each shingle of a text that `toShingleText` wrote, with its place in the order. Makes no list: there may be millions. */
export function eachShingle(text: string, visit: (shingle: number, index: number) => void): void {
  const bytes = Buffer.from(text, 'base64');
  for (let i = 0; (i + 1) * BYTES <= bytes.length; i += 1) visit(bytes.readUIntBE(i * BYTES, BYTES), i);
}
