/**
 * Finds runs of nine or more words that stand in our content and in a raw article, by the fingerprints of the articles alone.
 * Two passes over the fingerprints and one over our words, so that time and memory grow with both and not with their product.
 */
import { eachShingle, RUN, toShingles } from '../library/shingle.ts';
import { toPlainWords, toWords } from '../library/wording.ts';
import type { ContentFile } from '../library/content-file.ts';
import type { Fingerprint } from '../schema/fingerprint.ts';
import { buildExemption } from './exempt-wording.ts';
import { proseOf, type Prose } from './prose.ts';
import type { Entry, Proof } from './proof.ts';

export interface ParallelRun {
  readonly file: ContentFile;
  readonly prose: Prose;
  /** Where the run starts and ends in the text of the prose, from 0. */
  readonly at: number;
  readonly end: number;
  /** How many words it has. */
  readonly length: number;
  readonly fingerprint: Entry<Fingerprint>;
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

/** Sixteen bits or more for each shingle: then of our own shingles at most one in sixteen is looked up in vain. */
const sieveSize = (count: number): number => 2 ** Math.min(30, Math.max(16, Math.ceil(Math.log2(count * 16 + 1))));

/** A set of shingles that may say yes too often and never says no too often: 128 megabytes at the very most. */
function buildSieve(texts: readonly string[]): (shingle: number) => boolean {
  const size = sieveSize(texts.reduce((sum, text) => sum + text.length / 8, 0));
  const bits = new Uint8Array(size / 8);
  for (const text of texts) {
    eachShingle(text, (shingle) => {
      const byte = (shingle % size) >>> 3;
      bits[byte] = (bits[byte] ?? 0) | (1 << (shingle & 7));
    });
  }
  return (shingle) => ((bits[(shingle % size) >>> 3] ?? 0) & (1 << (shingle & 7))) !== 0;
}

function findCandidates(files: readonly ContentFile[], mayStand: (shingle: number) => boolean): Map<number, Candidate[]> {
  const found = new Map<number, Candidate[]>();
  for (const file of files) {
    for (const prose of proseOf(file)) {
      // Nine words have at least eight spaces between them.
      if (prose.text.length < RUN * 2 - 1) continue;
      for (const [word, shingle] of toShingles(toPlainWords(prose.text)).entries()) {
        if (!mayStand(shingle)) continue;
        const same = found.get(shingle);
        if (same) same.push({ file, prose, word });
        else found.set(shingle, [{ file, prose, word }]);
      }
    }
  }
  return found;
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

/** Every run of nine words or more that one of our files shares with a raw article, names, titles and numbers apart. */
export function* parallelRuns(proof: Proof): Iterable<ParallelRun> {
  const articles = proof.fingerprints.filter(({ data }) => data.shingles);
  if (!articles.length) return;
  const candidates = findCandidates(proof.content.files, buildSieve(articles.map(({ data }) => data.shingles ?? '')));
  if (!candidates.size) return;
  const isExempt = buildExemption(proof);
  for (const fingerprint of articles) {
    const hits = new Map<Prose, { file: ContentFile; at: Map<number, Set<number>> }>();
    eachShingle(fingerprint.data.shingles ?? '', (shingle, from) => {
      for (const { file, prose, word } of candidates.get(shingle) ?? []) {
        const own = hits.get(prose) ?? { file, at: new Map<number, Set<number>>() };
        hits.set(prose, own);
        own.at.set(word, (own.at.get(word) ?? new Set()).add(from));
      }
    });
    for (const [prose, { file, at }] of hits) {
      const words = toWords(prose.text);
      const texts = words.map(({ text }) => text);
      for (const word of at.keys()) if (isExempt(texts, word, RUN)) at.delete(word);
      for (const { word, from, shingles } of toRuns(at)) {
        const length = shingles + RUN - 1;
        const end = words[word + length - 1]?.end ?? prose.text.length;
        yield { file, prose, at: words[word]?.at ?? 0, end, length, fingerprint, from: from + 1 };
      }
    }
  }
}
