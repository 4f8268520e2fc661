/**
 * What an estimate says, in words, from its interval, size and certainty and never from a P value (after GRADE guidance 26, Journal of
 * Clinical Epidemiology 2020; 119: 126–135). The rule in words:
 *
 * - Wholly within the threshold of importance that a source gives for the outcome: `little or no difference`. Without a threshold that
 *   is said of nothing.
 * - Wholly on one side of no effect: `fewer` or `more`, of scores `lower` or `higher`, led by the certainty: high as it is; moderate
 *   “probably”; low “may”; very low “very uncertain”; unrated “in this study, not rated”.
 * - Anything else: `not settled`, with what it is compatible with. Of what one hopes to be rare the sentence ends with the rise that is
 *   not excluded.
 * - It only `reports` where there is no interval, where one has no width, and where means are compared of an outcome of which nobody
 *   says whether less or more is hoped for: then its sign may mean either.
 */
import type { Certainty } from '../../schema/certainty.ts';
import { inThousands } from '../../schema/limits.ts';
import type { Vocabulary } from '../../schema/vocabulary.ts';
import type { EffectEstimate, EffectMeasure } from './estimates.ts';
import type { EffectRow } from './rows.ts';

export type EffectDirection = 'fewer' | 'more' | 'lower' | 'higher' | 'little-or-none' | 'not-settled' | 'reports' | 'mixed' | 'none';

/** What the vocabulary says of an outcome, as far as its words go. */
export type OutcomeFacts = Pick<Vocabulary['outcomes'][string], 'better' | 'mid'>;

export const isRatio = (measure: EffectMeasure): boolean => measure !== 'RD' && measure !== 'MD';

/** The difference between risks, printed or ours; it stands beside whatever estimate comes first. */
export const absoluteOf = ({ estimates }: Pick<EffectRow, 'estimates'>): EffectEstimate | undefined =>
  estimates.find(({ measure }) => measure === 'RD');

/**
 * Which way an estimate points, e.g. `fewer` for a risk ratio from 0.4 to 0.8. A threshold counts people of 100 for an event and points
 * for a score; it is held against a difference between risks or means, never against a ratio.
 */
export function directionOf(estimates: readonly EffectEstimate[], { better, mid }: OutcomeFacts): EffectDirection {
  const [first] = estimates;
  if (!first || first.low === first.high || (first.measure === 'MD' && better === undefined)) return 'reports';
  const scaled = first.measure === 'MD' ? first : absoluteOf({ estimates });
  const within = (mid?.value ?? 0) * ((scaled?.per ?? 100) / 100);
  if (mid && scaled && scaled.low > -within && scaled.high < within) return 'little-or-none';
  const none = isRatio(first.measure) ? 1 : 0;
  const [less, more] = first.measure === 'MD' ? (['lower', 'higher'] as const) : (['fewer', 'more'] as const);
  return first.high < none ? less : first.low > none ? more : 'not-settled';
}

/** A number as it is printed, e.g. `17,632`, of ours to at most two digits that mean something after the point; never a bare 0 for more. */
export const numberWords = (value: number, ours = false): string => {
  const size = Math.abs(value);
  const rounded = ours ? Number(value.toFixed(size < 10 ? 2 : 1)) : Number(value.toPrecision(6));
  if (rounded === 0 && value > 0) return 'under 0.01';
  return String(rounded)
    .replace(/^-/, '−')
    .replace(/\d+/, (whole) => inThousands(Number(whole)));
};

export const measureNames: Readonly<Record<EffectMeasure, string>> = {
  RR: 'risk ratio',
  OR: 'odds ratio',
  HR: 'hazard ratio',
  RD: 'risk difference',
  MD: 'difference between means',
};
const nouns = { RR: 'a risk', OR: 'odds', HR: 'a hazard' } as const;
const ofPeople = ({ per = 100 }: EffectEstimate): string => `of ${per === 1000 ? '1,000' : per}`;

/** An end of a difference as fewer or more, or lower or higher, e.g. `14.4 fewer`; not `signed`, as the bare number, e.g. `under 0.1`. */
function endWords(end: number, { measure, ours }: EffectEstimate, signed = true): string {
  const size = Math.abs(end);
  const tenths = size > 0 && size < 0.05 ? 'under 0.1' : numberWords(Number(size.toFixed(1)));
  const places = ours && measure === 'RD' ? tenths : numberWords(size, ours);
  const way = measure === 'MD' ? (end > 0 ? 'higher' : 'lower') : end > 0 ? 'more' : 'fewer';
  return signed ? `${places} ${way}` : places;
}

/** An estimate with its interval, e.g. `risk ratio 0.65 (0.45 to 0.94)` or `14.4 fewer of 100 (0.2 to 27.9)`. */
export function estimateWords(estimate: EffectEstimate): string {
  const { measure, value, low, high, ours, adjusted } = estimate;
  const mark = ours ? ', our arithmetic' : adjusted ? ', adjusted' : '';
  if (isRatio(measure)) {
    return `${measureNames[measure]} ${numberWords(value, ours)} (${numberWords(low, ours)} to ${numberWords(high, ours)}${mark})`;
  }
  const ends = [low, high].toSorted((a, b) => Math.abs(a) - Math.abs(b));
  const crosses = low < 0 && high > 0;
  const range = (crosses ? [low, high] : ends).map((end) => endWords(end, estimate, crosses)).join(' to ');
  return `${endWords(value, estimate)}${measure === 'RD' ? ` ${ofPeople(estimate)}` : ''} (${range}${mark})`;
}

/** An end of a ratio, as so many times from 2 on and in per cent below, e.g. `18% lower`, `under 1% higher`, `49.2 times as high`. */
function timesOrPercent(ratio: number, ours: boolean): string {
  if (ratio === 1) return 'the same';
  if (ratio >= 2) return `${numberWords(ratio, ours)} times as high`;
  return `${Math.round(Math.abs(ratio - 1) * 100) || 'under 1'}% ${ratio < 1 ? 'lower' : 'higher'}`;
}

/** At most so much, e.g. `up to 8.7`; what is under a number is not up to it. */
const upTo = (number: string): string => (number.startsWith('under') ? number : `up to ${number}`);

/** What an interval on both sides is compatible with; of what one hopes to be rare, the rise that is left open. */
function compatibleWith(estimates: readonly [EffectEstimate, ...EffectEstimate[]], { better }: OutcomeFacts): string {
  const [first] = estimates;
  const absolute = first.measure === 'MD' ? first : absoluteOf({ estimates });
  const open = (rise: string): string => (better === 'fewer' ? `; a rise ${rise} is not excluded` : '');
  // A difference of ours is not set beside an adjusted ratio: they are not of one analysis.
  if (absolute && absolute.low <= 0 && absolute.high >= 0 && !(absolute.ours && first.adjusted)) {
    const [less, more] = [absolute.low, absolute.high].map((end) => endWords(end, absolute, false)) as [string, string];
    if (absolute.measure === 'MD') return `compatible with as much as ${less} lower and ${more} higher`;
    const of = ofPeople(absolute);
    const mark = absolute.ours ? ' (our arithmetic)' : '';
    return `compatible with as many as ${less} fewer and ${more} more ${of}${mark}${absolute.high > 0 ? open(`of ${upTo(more)} ${of}`) : ''}`;
  }
  const noun = nouns[first.measure as keyof typeof nouns];
  const [less, more] = [first.low, first.high].map((end) => timesOrPercent(end, first.ours)) as [string, string];
  const rise = first.high >= 2 ? `to ${more.replace(' as high', '')}` : `by ${upTo(more.replace(' higher', ''))}`;
  return `compatible with ${noun} from ${less} to ${more}${first.high > 1 ? open(rise) : ''}`;
}

/** Who stands behind an estimate that nobody rated: one study or several, a review that pooled, told one again, or says neither. */
export type EffectVoice = 'study' | 'studies' | 'pooled' | 'restated' | 'review';
const unrated: Readonly<Record<EffectVoice, string>> = {
  study: 'in this study, not rated',
  studies: 'in these studies, not rated',
  pooled: 'in this pooled estimate, rating not read',
  restated: 'in one study told again, rating not read',
  review: 'in this estimate, rating not read',
};
const led: Readonly<Record<Certainty['level'], (way: string) => string>> = {
  high: (way) => way,
  moderate: (way) => `probably ${way}`,
  low: (way) => `may be ${way}`,
  'very-low': (way) => `very uncertain: ${way}`,
};

/** A direction led by its certainty, e.g. `probably fewer`, `fewer in this study, not rated`. */
export const ledBy = (way: string, level: Certainty['level'] | undefined, voice: EffectVoice): string =>
  level ? led[level](way) : `${way} ${unrated[voice]}`;

/**
 * What estimates of one row say, e.g. `not settled: compatible with as many as 17.8 fewer and 8.7 more of 100 (our arithmetic); a rise of
 * up to 8.7 of 100 is not excluded`, or `may be fewer: risk ratio 0.63 (0.44 to 0.9)`. Estimates of one row, the one that stands first.
 */
export function sayEffect(
  estimates: readonly EffectEstimate[],
  outcome: OutcomeFacts,
  level: Certainty['level'] | undefined,
  voice: EffectVoice,
): string {
  const [first, ...others] = estimates;
  const direction = directionOf(estimates, outcome);
  if (!first) return 'no interval of its own: it does not say which way';
  const { value, low, high, measure } = first;
  if (direction === 'reports') {
    const numbers = [value, low, high].map((one) => numberWords(one)) as [string, string, string];
    return low === high
      ? `${estimateWords(first)}: it does not say which way`
      : `${numbers[0]} (${numbers[1]} to ${numbers[2]}) as printed: which way that counts is not read`;
  }
  if (direction === 'not-settled') {
    // The interval of a difference is told by what it is compatible with.
    const said = isRatio(measure) ? estimateWords(first) : estimateWords(first).replace(/ \(.*$/, '');
    return `not settled: ${said}, ${compatibleWith([first, ...others], outcome)}`;
  }
  // What lies within the threshold is the difference, also where a ratio comes first.
  if (direction === 'little-or-none')
    return `${ledBy('little or no difference', level, voice)}: ${estimateWords(absoluteOf({ estimates }) ?? first)}`;
  return `${ledBy(direction, level, voice)}: ${estimateWords(first)}`;
}
