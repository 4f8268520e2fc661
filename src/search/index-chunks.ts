/**
 * Cuts the pieces of a Pagefind index smaller: a search fetches one piece for each word, and Pagefind offers no size for it.
 * Pagefind finds a piece by its first and last word, so each piece says them in full.
 */
import { gzipSync } from 'node:zlib';
import type { Cbor } from './cbor.ts';

export interface IndexPiece {
  readonly from: string;
  readonly to: string;
  readonly words: readonly Cbor[];
}

/** Compressed bytes that a piece should have at most; one word alone may have more. */
const most = 9000;

/**
 * The pieces of one chunk, which is `[[word, pages, …], …]` in the order of its words. `pack` writes words as a file.
 * Throws when the words are not as Pagefind 1.5 writes them.
 */
export function toPieces(words: readonly Cbor[], pack: (words: readonly Cbor[]) => Uint8Array): IndexPiece[] {
  const packed = pack(words).length;
  if (packed <= most || words.length === 1) return [{ from: wordOf(words[0]), to: wordOf(words.at(-1)), words }];
  const weights = words.map((word) => gzipSync(pack([word])).length);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const target = whole / Math.ceil(packed / most);
  const pieces: IndexPiece[] = [];
  let current: Cbor[] = [];
  let sum = 0;
  words.forEach((word, place) => {
    current.push(word);
    sum += weights[place] ?? 0;
    if (sum < target && place < words.length - 1) return;
    pieces.push({ from: wordOf(current[0]), to: wordOf(word), words: current });
    current = [];
    sum = 0;
  });
  return pieces;
}

function wordOf(row: Cbor | undefined): string {
  const word = Array.isArray(row) ? row[0] : undefined;
  if (typeof word !== 'string') throw new Error('A piece of the search index is not as Pagefind 1.5 writes it.');
  return word;
}
