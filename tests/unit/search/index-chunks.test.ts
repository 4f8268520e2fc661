import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { toCbor, type Cbor } from '../../../src/search/cbor.ts';
import { toPieces } from '../../../src/search/pagefind-files.ts';

/** Words with pages that do not compress well, in order. */
const words = (count: number): Cbor[] =>
  Array.from({ length: count }, (_, n) => [
    `word${String(n).padStart(4, '0')}`,
    Array.from({ length: 60 }, (_other, page) => (page * 7919 + n * 104_729) % 65_521),
  ]);
const pack = (some: readonly Cbor[]): Uint8Array => gzipSync(toCbor([...some]));

describe('a chunk of the search index', () => {
  it('is cut into small pieces that hold all words once and in order', () => {
    const all = words(300);
    const pieces = toPieces(all);
    expect(pieces.length).toBeGreaterThan(3);
    expect(pieces.flatMap((piece) => piece.words)).toEqual(all);
    for (const piece of pieces) expect(pack(piece.words).length).toBeLessThan(12_000);
  });

  it('says its first and last word, so that no word lies outside', () => {
    for (const { from, to, words: some } of toPieces(words(200))) {
      expect(from).toBe((some[0] as Cbor[])[0]);
      expect(to).toBe((some.at(-1) as Cbor[])[0]);
    }
  });

  it('stays whole when it is small, or a single word', () => {
    expect(toPieces(words(2))).toHaveLength(1);
    const heavy: Cbor[] = [['word', Array.from({ length: 20_000 }, (_, n) => (n * 7919) % 65_521)]];
    expect(toPieces(heavy)).toEqual([{ from: 'word', to: 'word', words: heavy }]);
  });

  it('is refused when it is not as Pagefind writes it', () => {
    expect(() => toPieces([7])).toThrow('Pagefind 1.5');
  });
});
