/**
 * What would change the verdict on one outcome, from what the digests hold and nothing else. The rule in words:
 *
 * - A trial whose result is not read here, that measures this outcome, unless in other people: when it ends, or that it is out.
 * - No randomised result: a randomised comparison. Randomised, and no interval printed: an interval.
 * - Not settled: an interval that excludes no effect, beside the one there is; of several, how many lie on one side.
 * - The reasons for which the source that leads rated its certainty down, where the digest holds them.
 */
import { certaintyReasons } from '../schema/certainty.ts';
import type { Vocabulary } from '../schema/vocabulary.ts';
import { labelOf } from '../schema/word-list.ts';
import { dateInWords } from '../words/date.ts';
import { formatList, withinSentence } from '../words/phrase.ts';
import { mayMeet } from './comparability.ts';
import { countedRows, type EffectLine } from './effect/verdict.ts';
import { directionOf, estimateWords } from './effect/words.ts';
import type { PlacedFinding } from './evidence-graph.ts';
import { stageOf } from './pending.ts';
import { sourceName } from './source-name.ts';

/** A date to its month, since a day that a registry foresees is none to go by, e.g. `January 2027`. */
const monthOf = (date: string): string => dateInWords(date.slice(0, 7));

/** What is told of one trial, e.g. `DEFIANCE (iliofemoral), expected to end in January 2027`; its people where the line is on others. */
function trialWords({ source, finding }: PlacedFinding, line: EffectLine, { populations }: Vocabulary, asOf: string): string {
  const whom = labelOf(populations, finding.population);
  const name = `${source.shortTitle ?? sourceName(source)}${whom === line.population ? '' : ` (${withinSentence(whom)})`}`;
  if (!source.pending) return '';
  const { completion, announced } = source.pending;
  switch (stageOf(source.pending, asOf)) {
    case 'announced':
      return `${name}, whose result was announced in ${monthOf(announced?.on ?? '')} and is not read here`;
    case 'due':
      return `${name}, due to end in ${monthOf(completion)}; its result is not read here`;
    case 'running':
      return completion === 'undated' ? `${name}, still running` : `${name}, expected to end in ${monthOf(completion)}`;
  }
}

/** Trials on the question that will tell of the outcome of a line, in people some of whom may be its own. */
function trialsOn({ outcome, whom }: EffectLine, placed: readonly PlacedFinding[], vocabulary: Vocabulary): PlacedFinding[] {
  const measuring = placed.filter(
    ({ source, finding, comparable }) =>
      comparable && source.pending?.measures?.some((one) => one.outcome === outcome) && mayMeet(vocabulary, whom, finding.population),
  );
  return [...new Map(measuring.map((one) => [one.source.id, one])).values()];
}

/** What the numbers lack, e.g. `an interval that excludes no effect (now 0.54 to 1.15)`; empty where they say which way. */
function lackOf({ rows, direction, outcome }: EffectLine, { outcomes }: Vocabulary): string {
  const counted = countedRows(rows);
  const [only, second] = counted;
  if (!only || only.basis === 'non-randomised') return only ? 'a randomised comparison; none is read here' : '';
  const told = counted.filter(({ estimates }) => estimates.length);
  if (!told.length) return 'an interval; none is printed';
  if (direction !== 'not-settled') return '';
  const [first] = only.estimates;
  if (first && !second) {
    const [, interval = ''] = /\((.+?)(?:, (?:our arithmetic|adjusted))?\)$/.exec(estimateWords(first)) ?? [];
    return `an interval that excludes no effect (now ${interval})`;
  }
  const sides = Map.groupBy(counted, ({ estimates }) => directionOf(estimates, outcomes[outcome] ?? {}));
  const most = Math.max(0, ...(['fewer', 'more', 'lower', 'higher'] as const).map((way) => sides.get(way)?.length ?? 0));
  return `intervals that all lie on one side of no effect (now ${most} of ${counted.length})`;
}

/** What lowered the certainty of the estimate that leads, as far as its source says, e.g. `less imprecision, for which it was rated down`. */
function ratedDown({ rows, certainty }: EffectLine): string {
  const reasons = (rows[0]?.result.certainty?.reasons ?? []).map((reason) => withinSentence(certaintyReasons[reason]));
  return certainty && reasons.length ? `less ${formatList(reasons)}, for which ${certainty.by} rated it down` : '';
}

/**
 * One short line that goes on from a colon, e.g. `DEFIANCE, expected to end in January 2027; an interval that excludes no effect (now 0.45 to 1.04).`; empty
 * where the digests hold nothing that would. Throws nothing.
 */
export function wouldChange(line: EffectLine, placed: readonly PlacedFinding[], vocabulary: Vocabulary, asOf: string): string {
  const trials = trialsOn(line, placed, vocabulary).map((one) => trialWords(one, line, vocabulary, asOf));
  const all = [...trials, lackOf(line, vocabulary), ratedDown(line)].filter(Boolean);
  return all.length ? `${all.join('; ')}.` : '';
}
