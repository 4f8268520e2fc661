/** What several rows come to, in words: their range, which way their intervals lie, and where they come from. */
import { allocations } from '../../schema/design.ts';
import { pools } from '../../schema/result.ts';
import { formatCount, withinSentence } from '../../words/phrase.ts';
import { betweenStudies, commonMeasure, scaled } from './between.ts';
import type { EffectRow } from './rows.ts';
import { directionOf, estimateWords, isRatio, ledBy, measureNames, numberWords, type EffectDirection, type OutcomeFacts } from './words.ts';

/** A direction, and the sentence that says it. */
export interface SeveralRows {
  readonly direction: EffectDirection;
  readonly says: string;
  /** The range of their estimates; empty where none says which way. */
  readonly estimate: string;
}

/** A direction as it stands in a sentence. */
const wayOf = (direction: EffectDirection): string =>
  ({ 'not-settled': 'not settled', reports: 'no interval that says which way', 'little-or-none': 'little or no difference' })[
    direction as string
  ] ?? direction;

const sides: readonly EffectDirection[] = ['fewer', 'more', 'lower', 'higher'];

/** One direction of several, e.g. `fewer`: only where all go it. Those that point to different sides are `mixed`. */
export function oneOf(directions: readonly EffectDirection[]): EffectDirection {
  const told = [...new Set(directions)];
  const [one = 'reports'] = told;
  if (told.length < 2) return one;
  return told.every((way) => sides.includes(way)) ? 'mixed' : 'not-settled';
}

const sideWords = (directions: readonly EffectDirection[]): string => {
  const number = (way: EffectDirection): number => directions.filter((one) => one === way).length;
  const told = sides.flatMap((way) => (number(way) ? [`${number(way)} on the side of ${way}`] : []));
  const both = number('not-settled') + number('little-or-none');
  const all = directions.length - number('reports');
  return `${formatCount(all, 'interval')}: ${[...told, ...(both ? [`${both} on both sides`] : [])].join(', ')}`;
};

/** The range of several estimates, e.g. `risk ratios from 0.74 to 0.95 (our arithmetic in part), all on the side of fewer`; one as it stands. */
function rangeOf(rows: readonly EffectRow[]): string {
  const common = commonMeasure(rows);
  if (!common) return 'estimates without a common measure';
  const { measure, estimates } = common;
  const [only, second] = estimates;
  if (only && !second) return estimateWords(only);
  const values = estimates.map((one) => scaled(one).value).toSorted((a, b) => a - b);
  const [least = 0, most = 0] = [values[0], values.at(-1)];
  const none = isRatio(measure) ? 1 : 0;
  const [less, more] = measure === 'MD' ? ['lower', 'higher'] : ['fewer', 'more'];
  const side = most < none ? `all on the side of ${less}` : least > none ? `all on the side of ${more}` : 'on both sides of no effect';
  const part = estimates.every(({ ours }) => ours) ? '' : ' in part';
  const mark = estimates.some(({ ours }) => ours) ? ` (our arithmetic${part})` : '';
  const ends = `${numberWords(least, true)} to ${numberWords(most, true)}${measure === 'RD' ? ' of 100' : ''}`;
  return `${measureNames[measure].replace(/ratio|difference/, '$&s')} from ${ends}${mark}, ${side}`;
}

/** Several randomised rows: the range, which way the intervals lie, and whether the studies conflict. */
export function saySeveral(rows: readonly EffectRow[], facts: OutcomeFacts): SeveralRows {
  const directions = rows.map(({ estimates }) => directionOf(estimates, facts));
  const all = oneOf(directions);
  const direction = all === 'mixed' ? 'not-settled' : all;
  const trials = formatCount(rows.length, 'study', 'studies');
  if (direction === 'reports') return { direction, estimate: '', says: `${trials}, and no interval that says which way` };
  const told = rows.filter(({ estimates }) => estimates.length);
  const estimate = rangeOf(told);
  const verdict = direction === 'not-settled' ? 'not settled' : ledBy(wayOf(direction), undefined, 'studies');
  const between = betweenStudies(told)?.says ?? 'not tested against each other';
  return { direction, estimate, says: `${trials}: ${estimate}; ${sideWords(directions)}: ${verdict}; ${between}` };
}

/** What the word for a whole study would say wrongly of two of its groups: a series has none to compare with, and two stand here. */
const twoGroups: Readonly<Partial<Record<keyof typeof allocations, string>>> = {
  'before-after': 'Before and after, not by chance',
  'case-series': 'Two groups out of one series, not by chance',
  other: 'Not by chance',
  review: 'How groups came about not told',
};

/** How the groups of a row came about, e.g. `matched, not by chance`. */
function originOf({ source, result }: EffectRow): string {
  if (result.pools) return result.studies === 1 ? 'One study without randomisation' : pools[result.pools].label;
  const allocated = source.design?.allocation?.value ?? 'review';
  return twoGroups[allocated] ?? allocations[allocated];
}

/** Non-randomised rows in a few words, e.g. `3 non-randomised: more, 2 of them without an interval (matched, not by chance)`. */
export function sayApart(rows: readonly EffectRow[], facts: OutcomeFacts): Omit<SeveralRows, 'estimate'> {
  const all = rows.map(({ estimates }) => directionOf(estimates, facts));
  const direction = oneOf(all.filter((one) => one !== 'reports'));
  const silent = all.filter((one) => one === 'reports').length;
  const without = direction !== 'reports' && silent ? `, ${silent} of them without an interval` : '';
  const kind = rows.some(({ result }) => result.pools === 'mixed') ? 'non-randomised or mixed' : 'non-randomised';
  const how = [...new Set(rows.map(originOf))].map(withinSentence).join('; ');
  return { direction, says: `${rows.length} ${kind}: ${wayOf(direction)}${without} (${how})` };
}
