/**
 * Finds runs of nine or more words that stand in our content and in a raw article, by the fingerprints of the articles alone.
 * Sieves let nearly all of both fall through, so that time and memory grow with the words of both and not with their product.
 */
import { readShingles, RUN, shingleKey, toShingles, toPlainWords, toWords, type Shingles } from '../library/shingle.ts';
import type { ContentFile } from '../library/content-file.ts';
import type { Fingerprint } from '../schema/fingerprint.ts';
import { buildExemption, proseOf, type Prose } from './exempt-wording.ts';
import type { LintEntry, LintContext } from './lint-context.ts';

export interface ParallelRun {
  readonly file: ContentFile;
  readonly prose: Prose;
  /** Where the run starts and ends in the text of the prose, from 0. */
  readonly at: number;
  readonly end: number;
  /** How many words it has. */
  readonly length: number;
  readonly fingerprint: LintEntry<Fingerprint>;
  /** Number of its first word in the raw article, from 1. */
  readonly from: number;
}

/** One shingle of ours that may stand in an article. */
interface Candidate {
  readonly file: ContentFile;
  readonly prose: Prose;
  /** Place among the words of the prose. */
  readonly word: number;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** A set of shingles that may say yes too often and never says no too often. */
interface Sieve {
  readonly bits: Uint8Array;
  readonly mask: number;
}

const slot = (high: number, low: number, { mask }: Sieve): number => (((high & 0x3f) << 24) | low) & mask;
const mayHold = (sieve: Sieve, high: number, low: number): boolean => {
  const at = slot(high, low, sieve);
  return ((sieve.bits[at >>> 3] ?? 0) & (1 << (at & 7))) !== 0;
};

/** Sixteen bits or more for each shingle, so that one in sixteen at most is looked up in vain; 128 megabytes at the very most. */
function buildSieve(count: number, shingles: Iterable<Shingles>): Sieve {
  const size = 2 ** Math.min(30, Math.max(16, Math.ceil(Math.log2(count * 16 + 1))));
  const sieve = { bits: new Uint8Array(size / 8), mask: size - 1 };
  for (const { high, low } of shingles) {
    for (let i = 0; i < high.length; i += 1) {
      const at = slot(high[i] ?? 0, low[i] ?? 0, sieve);
      sieve.bits[at >>> 3] = (sieve.bits[at >>> 3] ?? 0) | (1 << (at & 7));
    }
  }
  return sieve;
}

function findCandidates(files: readonly ContentFile[], sieve: Sieve): Map<number, Candidate[]> {
  const found = new Map<number, Candidate[]>();
  for (const file of files) {
    for (const prose of proseOf(file)) {
      // Nine words have at least eight letters between them that are none.
      if (prose.text.length < RUN * 2 - 1) continue;
      const { high, low } = toShingles(toPlainWords(prose.text));
      for (let word = 0; word < high.length; word += 1) {
        const [h, l] = [high[word] ?? 0, low[word] ?? 0];
        if (!mayHold(sieve, h, l)) continue;
        const same = found.get(shingleKey(h, l));
        if (same) same.push({ file, prose, word });
        else found.set(shingleKey(h, l), [{ file, prose, word }]);
      }
    }
  }
  return found;
}

/** The sieve for a second look: of our candidates, by which nearly all of an article falls through without being looked up. */
function sieveOf(candidates: ReadonlyMap<number, unknown>): Sieve {
  const keys = [...candidates.keys()];
  const high = Int32Array.from(keys, (key) => Math.floor(key / 0x1000000));
  return buildSieve(keys.length, [{ high, low: Int32Array.from(keys, (key) => key % 0x1000000) }]);
}

/** The longest runs that start here and go on word by word in both texts; what lies within a longer run is left out. */
function toRuns(hits: ReadonlyMap<number, ReadonlySet<number>>): { word: number; from: number; shingles: number }[] {
  const runs: { word: number; from: number; shingles: number }[] = [];
  let covered = -1;
  for (const word of [...hits.keys()].sort((a, b) => a - b)) {
    if (word <= covered) continue;
    const lengths = [...(hits.get(word) ?? [])].map((from) => {
      let shingles = 1;
      while (hits.get(word + shingles)?.has(from + shingles)) shingles += 1;
      return { word, from, shingles };
    });
    const longest = lengths.reduce((best, one) => (one.shingles > best.shingles ? one : best));
    runs.push(longest);
    covered = word + longest.shingles - 1;
  }
  return runs;
}

/** Words of ours, by their text, that an article has too: for each the places in the article. */
function hitsIn({ high, low }: Shingles, candidates: ReadonlyMap<number, readonly Candidate[]>, sieve: Sieve) {
  const hits = new Map<Prose, { readonly file: ContentFile; readonly at: Map<number, Set<number>> }>();
  for (let from = 0; from < high.length; from += 1) {
    const [h, l] = [high[from] ?? 0, low[from] ?? 0];
    if (!mayHold(sieve, h, l)) continue;
    for (const { file, prose, word } of candidates.get(shingleKey(h, l)) ?? []) {
      const own = hits.get(prose) ?? { file, at: new Map<number, Set<number>>() };
      hits.set(prose, own);
      own.at.set(word, (own.at.get(word) ?? new Set()).add(from));
    }
  }
  return hits;
}

/** Every run of nine words or more that one of our files shares with a raw article, names, titles and numbers apart. */
export function* parallelRuns(context: LintContext): Iterable<ParallelRun> {
  const articles = context.fingerprints.flatMap((fingerprint) =>
    fingerprint.data.shingles ? [{ fingerprint, shingles: readShingles(fingerprint.data.shingles) }] : [],
  );
  if (!articles.length) return;
  const all = articles.map(({ shingles }) => shingles);
  // What is known to be far enough apart need not meet again: only new texts, unless an article is new.
  const known = articles.every(({ fingerprint }) => context.settled.has(fingerprint.file.path));
  const texts = known ? context.content.files.filter(({ path }) => !context.settled.has(path)) : context.content.files;
  const candidates = findCandidates(texts, buildSieve(sum(all.map(({ high }) => high.length)), all));
  if (!candidates.size) return;
  const sieve = sieveOf(candidates);
  let isExempt: ReturnType<typeof buildExemption> | undefined;
  for (const { fingerprint, shingles } of articles) {
    for (const [prose, { file, at }] of hitsIn(shingles, candidates, sieve)) {
      // Costly, and needed only where something is really there.
      isExempt ??= buildExemption(context);
      const words = toWords(prose.text);
      const own = words.map(({ text }) => text);
      for (const word of at.keys()) if (isExempt(own, word, RUN)) at.delete(word);
      for (const { word, from, shingles: count } of toRuns(at)) {
        const length = count + RUN - 1;
        const end = words[word + length - 1]?.end ?? prose.text.length;
        yield { file, prose, at: words[word]?.at ?? 0, end, length, fingerprint, from: from + 1 };
      }
    }
  }
}
