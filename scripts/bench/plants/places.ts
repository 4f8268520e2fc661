/** Where a mistake can be planted: every stretch of prose that ends in a citation, and what the cited digests carry. Pure. */
import { createHash } from 'node:crypto';
import type { Content } from '../../../src/library/content.ts';
import type { ContentFile } from '../../../src/library/content-file.ts';
import { buildStudies, type Studies } from '../../../src/evidence/study.ts';
import { filledBody } from '../../../src/evidence/prose-values.ts';
import type { Library, SourceEntry } from '../../../src/library/library.ts';
import { labelOf } from '../../../src/schema/word-list.ts';
import type { SourceId } from '../../../src/schema/id.ts';

/** Words up to a citation, in one line of a file. */
export interface CitedStretch {
  readonly file: ContentFile;
  /** One-based, in the file. */
  readonly line: number;
  /** The whole line as typed. */
  readonly text: string;
  /** Where the stretch starts and ends in it; the citation follows. */
  readonly from: number;
  readonly to: number;
  /** The stretch with the words of its values, as readers get it. */
  readonly words: string;
  readonly cited: readonly SourceEntry[];
  /** All sources that the line cites. */
  readonly beside: readonly SourceEntry[];
  /** Of a question’s own page. */
  readonly question?: string;
}

/** A number from 0 to below 1 that a seed and a name give, always the same, e.g. `chance('1', 'a')`. */
export const chance = (seed: string, name: string): number =>
  parseInt(createHash('sha256').update(`${seed} ${name}`).digest('hex').slice(0, 12), 16) / 2 ** 48;

/** In the order that a seed gives, the same for the same seed. */
export function shuffled<T>(items: readonly T[], seed: string, nameOf: (item: T) => string): T[] {
  return items
    .map((item) => ({ item, rank: chance(seed, nameOf(item)) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}

/** One of some, as a seed and a name give. */
export const pick = <T>(items: readonly T[], seed: string, name: string): T | undefined =>
  items[Math.floor(chance(seed, name) * items.length)];

const CITATION = /\[[^[\]]*@[^[\]]+\]/g;
const sourcesIn = (citation: string, { sources }: Library): SourceEntry[] =>
  Array.from(citation.matchAll(/@([a-z0-9]+(?:-[a-z0-9]+)+)/g), ([, id]) => sources.get(id as SourceId)).filter((one) => one !== undefined);

function stretchesIn(file: ContentFile, library: Library): CitedStretch[] {
  return file.text.split('\n').flatMap((text, index) => {
    if (index + 1 < file.bodyLine) return [];
    const beside = sourcesIn(text, library);
    let from = 0;
    return Array.from(text.matchAll(CITATION), (match) => {
      const one = { file, line: index + 1, text, from, to: match.index, cited: sourcesIn(match[0], library), beside };
      from = match.index + match[0].length;
      const words = filledBody(library, text.slice(one.from, one.to));
      return { ...one, words, ...(file.collection === 'question' ? { question: file.id } : {}) };
    });
  });
}

/** All cited stretches of topics and questions. */
export const citedStretches = ({ files, library }: Content): CitedStretch[] =>
  files.filter(({ collection }) => collection === 'topic' || collection === 'question').flatMap((file) => stretchesIn(file, library));

const smallNumbers = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** The numbers in words, in figures or spelt, e.g. `numbersIn('two of 1,000')` gives 1000 and 2. */
export const numbersIn = (words: string): number[] => [
  ...Array.from(words.matchAll(/\d+(?:,\d{3})*(?:\.\d+)?/g), ([text]) => Number(text.replaceAll(',', ''))),
  ...Array.from(words.toLowerCase().matchAll(/\b[a-z]+\b/g), ([word]) => smallNumbers.indexOf(word)).filter((number) => number >= 0),
];

/** Fields that name and place things, and carry no evidence. */
const naming = new Set('id aliases locator anchor question snapshot sha256 doi url pmid isbn authors volume issue pages'.split(' '));

function wordsOf(value: unknown): string[] {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)];
  if (Array.isArray(value)) return value.flatMap(wordsOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (naming.has(key) ? [] : wordsOf(inner)));
}

/** All that a digest says, as one text. */
export const digestWords = (source: SourceEntry): string => wordsOf(source).join(' \n ');

const known = new WeakMap<SourceEntry, ReadonlySet<number>>();

/** Every number that a digest carries, and what follows from it: shares of its counts, complements, rounded values. */
export function figuresOf(source: SourceEntry): ReadonlySet<number> {
  const held = known.get(source);
  if (held) return held;
  const shares = source.results.flatMap(({ arms }) =>
    arms.flatMap(({ events, total }) => (events === undefined || total === undefined ? [] : [(100 * events) / total, total - events])),
  );
  const figures = new Set<number>();
  for (const number of [...numbersIn(digestWords(source)), ...shares])
    for (const one of [number, 100 - number, number * 100, number * 10])
      for (const places of [0, 1, 2]) figures.add(Number(one.toFixed(places)));
  known.set(source, figures);
  return figures;
}

/** Whether a place in a line is running text: no tag, link, citation or quotation. */
export function isRunning(text: string, from: number, to: number): boolean {
  const closed = [/<[^>]*>/g, /\]\([^)]*\)/g, CITATION, /“[^”]*”/g, /`[^`]*`/g];
  return !closed.some((pattern) => [...text.matchAll(pattern)].some((match) => match.index < to && match.index + match[0].length > from));
}

const studies = new WeakMap<Library, Studies['of']>();

/** Whether two sources report one study, as two papers on one trial do. */
export function reportOneStudy(library: Library, a: SourceEntry, b: SourceEntry): boolean {
  const of = studies.get(library) ?? buildStudies(library).of;
  studies.set(library, of);
  return Boolean(of.get(a.id)?.some((name) => of.get(b.id)?.includes(name)));
}

/** What a digest carries: outcomes with a figure, and what its fields tell of the study; not what may be known from elsewhere. */
export function carriedItems({ results, regimens, design, absent }: SourceEntry, { vocabulary }: Library): string[] {
  const counted = results.filter(
    ({ arms, effect }) =>
      effect?.value !== undefined || arms.some(({ events, percent, mean }) => [events, percent, mean].some((one) => one !== undefined)),
  );
  const items = counted.map(({ outcome }) => outcome);
  if (regimens.some(({ dose }) => dose)) items.push('drug-dose');
  if (design?.allocation?.value === 'randomised') items.push('randomisation');
  if (design?.blinded) items.push('blinding');
  const listed = new Set(absent.map(({ item }) => item));
  return [...new Set(items)].filter((item) => item in vocabulary.absences && !listed.has(item));
}

/** What an item is called in a sentence, e.g. `Any post-thrombotic syndrome`. */
export function itemWords({ vocabulary }: Library, item: string): string {
  const words = labelOf(vocabulary.absences, item).replace(
    /^(.+), (.+)$/,
    (_, thing: string, which: string) => `${which} ${thing.toLowerCase()}`,
  );
  return words.charAt(0).toUpperCase() + words.slice(1);
}
