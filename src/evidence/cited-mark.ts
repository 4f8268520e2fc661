/**
 * What stands beside a citation: what kind of work it is, and what became of it. The three kinds that an answer mostly rests on
 * have a letter, which the page explains once; every other kind, and every fate, is written out.
 */
import type { SourceEntry } from '../library/library.ts';
import type { SourceKind } from '../schema/kinds.ts';

/** Letters with what they stand for, in the order of the legend. */
const letters = { G: 'guideline or guidance', R: 'systematic review', T: 'randomised trial' } as const;
type CitedLetter = keyof typeof letters;

const kinds: Readonly<Record<SourceKind, { readonly letter?: CitedLetter; readonly word: string }>> = {
  guideline: { letter: 'G', word: 'guideline' },
  'guidance-public': { letter: 'G', word: 'guidance' },
  'position-statement': { word: 'statement' },
  'systematic-review': { letter: 'R', word: 'systematic review' },
  trial: { letter: 'T', word: 'trial' },
  'subgroup-analysis': { word: 'subgroup' },
  'trial-protocol': { word: 'protocol' },
  registry: { word: 'registry' },
  cohort: { word: 'cohort' },
  'case-series': { word: 'case series' },
  'narrative-review': { word: 'narrative review' },
  'safety-notice': { word: 'notice' },
  instrument: { word: 'score' },
  vendor: { word: 'manufacturer' },
  news: { word: 'news' },
  'machine-summary': { word: 'AI' },
};

export interface CitedMark {
  /** The letter that is shown; empty where the word is. */
  readonly letter: CitedLetter | '';
  /** What the letter stands for; empty without one. */
  readonly legend: string;
  /** Kind in a word, which a screen reader says where a letter is shown. */
  readonly word: string;
  /** True for what is no evidence: the word is to be seen. */
  readonly aside: boolean;
  /** What became of it, the gravest first, e.g. `['superseded']`. */
  readonly fates: readonly string[];
}

const asides: ReadonlySet<SourceKind> = new Set<SourceKind>(['vendor', 'news', 'machine-summary']);

/** E.g. `{ letter: 'T', legend: 'randomised trial', word: 'trial', aside: false, fates: ['corrected'] }`. */
export function citedMark(
  source: Pick<SourceEntry, 'kind' | 'retracted' | 'withdrawn' | 'concern' | 'supersededBy' | 'corrected'>,
): CitedMark {
  const { letter = '', word } = kinds[source.kind];
  const fates = [
    source.retracted && 'retracted',
    source.withdrawn && 'withdrawn',
    source.concern && 'expression of concern',
    source.supersededBy && 'superseded',
    source.corrected && 'corrected',
  ].filter((fate): fate is string => fate !== undefined);
  return { letter, legend: letter && letters[letter], word, aside: asides.has(source.kind), fates };
}
