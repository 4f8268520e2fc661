/**
 * Our own statistics of two groups, for where a study prints the counts of both and no interval of its own.
 * Published formulas and nothing else: nothing is pooled, adjusted or corrected for continuity here.
 */

import { inThousands } from '../../schema/limits.ts';

/** The point of the normal distribution with 2.5 % above it, so that intervals are at 95 %. */
export const Z95 = 1.959963984540054;

export interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** What our formulas are and where they come from, as pages print it. */
export const riskMethods: readonly { readonly name: string; readonly says: string; readonly from: string }[] = [
  {
    name: 'Interval of one group',
    says: 'For r events among n people, with p = r/n and z = 1.96: (2np + z² ± z√(z² + 4np(1 − p))) ÷ 2(n + z²). This is the score interval, without correction for continuity.',
    from: 'Wilson EB. Probable inference, the law of succession, and statistical inference. Journal of the American Statistical Association 1927; 22: 209–212.',
  },
  {
    name: 'Difference between two groups',
    says: 'With p₁, p₂ and their score intervals l₁ to u₁ and l₂ to u₂, the difference d = p₁ − p₂ has the interval d − √((p₁ − l₁)² + (u₂ − p₂)²) to d + √((u₁ − p₁)² + (p₂ − l₂)²).',
    from: 'Newcombe RG. Interval estimation for the difference between independent proportions: comparison of eleven methods. Statistics in Medicine 1998; 17: 873–890, method 10.',
  },
  {
    name: 'Ratio of two groups',
    says: 'With a of n₁ and b of n₂, the risk ratio R = (a/n₁) ÷ (b/n₂) has the interval exp(ln R ± z√(1/a − 1/n₁ + 1/b − 1/n₂)). It is not worked out where a group has no event.',
    from: 'Katz D, Baptista J, Azen SP, Pike MC. Obtaining confidence intervals for the risk ratio in cohort studies. Biometrics 1978; 34: 469–474.',
  },
  {
    name: 'Between studies',
    says: 'With estimates yᵢ and weights wᵢ = 1/SEᵢ², Q = Σ wᵢ(yᵢ − ȳ)² is held against chi-square with k − 1 degrees of freedom, and I² is (Q − k + 1)/Q, not below 0; its interval is the test-based one. Two estimates are compared by (y₁ − y₂)/√(SE₁² + SE₂²).',
    from: 'Higgins JPT, Thompson SG. Quantifying heterogeneity in a meta-analysis. Statistics in Medicine 2002; 21: 1539–1558. Altman DG, Bland JM. Interaction revisited: the difference between two estimates. BMJ 2003; 326: 219.',
  },
];

function assertCounts(events: number, total: number): void {
  if (!Number.isInteger(events) || !Number.isInteger(total) || events < 0 || total < 1 || events > total) {
    throw new RangeError(
      `${events} of ${total} is no proportion: expected whole numbers, at least one person, no more events than people.`,
    );
  }
}

/**
 * Share of people with an event and its 95 % score interval (Wilson 1927): the values p₀ that a two-sided score test of
 * the share does not reject. Example: `wilsonInterval(0, 10)` is 0, from 0 to 0.2775.
 * Throws a RangeError for counts that are no proportion.
 */
export function wilsonInterval(events: number, total: number): Interval {
  assertCounts(events, total);
  const share = events / total;
  const square = Z95 * Z95;
  const middle = (2 * events + square) / (2 * (total + square));
  const half = (Z95 * Math.sqrt(square + 4 * events * (1 - share))) / (2 * (total + square));
  // At either end the formula is exactly 0 or 1; floating point is not.
  return { value: share, low: events === 0 ? 0 : middle - half, high: events === total ? 1 : middle + half };
}

export interface Group {
  readonly events: number;
  readonly total: number;
}

/**
 * Risk difference, first group less second, with the hybrid score interval (Newcombe 1998, method 10).
 * Example: `riskDifference({ events: 56, total: 70 }, { events: 48, total: 80 })` is 0.2, from 0.0524 to 0.3339.
 * Throws a RangeError for counts that are no proportion.
 */
export function riskDifference(first: Group, second: Group): Interval {
  const one = wilsonInterval(first.events, first.total);
  const two = wilsonInterval(second.events, second.total);
  const value = one.value - two.value;
  return {
    value,
    low: value - Math.hypot(one.value - one.low, two.high - two.value),
    high: value + Math.hypot(one.high - one.value, two.value - two.low),
  };
}

const ofLog = (log: number, error: number): Interval => ({
  value: Math.exp(log),
  low: Math.exp(log - Z95 * error),
  high: Math.exp(log + Z95 * error),
});

/**
 * Risk ratio, first group over second, with its 95 % interval by the log method (Katz and others 1978); undefined where a group
 * has no event, or where everybody in both has one, since then there is no interval. Example: `riskRatio({ events: 37, total: 90 },
 * { events: 55, total: 99 })` is 0.740, from 0.546 to 1.003. Throws a RangeError for counts that are no proportion.
 */
export function riskRatio(first: Group, second: Group): Interval | undefined {
  const [one, two] = [first, second].map(({ events, total }) => (assertCounts(events, total), events / total)) as [number, number];
  const spread = 1 / first.events - 1 / first.total + 1 / second.events - 1 / second.total;
  return one === 0 || two === 0 || spread === 0 ? undefined : ofLog(Math.log(one / two), Math.sqrt(spread));
}

/**
 * Odds ratio, first group over second, with its 95 % interval by the log method (Woolf 1955, Annals of Human Genetics 19: 251–253);
 * undefined where a cell is empty. Example: `oddsRatio({ events: 22, total: 77 }, { events: 26, total: 75 })` is 0.754, from 0.379
 * to 1.500. Throws a RangeError for counts that are no proportion.
 */
export function oddsRatio(first: Group, second: Group): Interval | undefined {
  const cells = [first, second].flatMap(({ events, total }) => (assertCounts(events, total), [events, total - events]));
  const [a = 0, b = 0, c = 0, d = 0] = cells;
  if (cells.includes(0)) return undefined;
  return ofLog(Math.log((a * d) / (b * c)), Math.sqrt(cells.reduce((sum, cell) => sum + 1 / cell, 0)));
}

/**
 * How many people stand for one: NNTB up, NNTH down, to a whole number, and from a thousand on to two digits, since no trial knows
 * more. What never comes takes infinitely many.
 */
function inPeople(gain: number): string {
  if (gain === 0) return '∞';
  const people = Number((1 / Math.abs(gain)).toPrecision(12));
  const step = people < 1000 ? 1 : 10 ** (Math.floor(Math.log10(people)) - 1);
  return inThousands(step * (gain < 0 ? Math.max(1, Math.floor(people / step)) : Math.ceil(people / step)));
}

/**
 * Number needed to treat for one more to benefit (NNTB) or to be harmed (NNTH), from a risk difference as a share and what one
 * hopes for, the fewest first. Where the interval of the difference takes in 0 it runs through infinity (Altman, BMJ 1998; 317:
 * 1309–1312). Example: `numberNeeded({ value: -0.05, low: -0.125, high: 0.025 }, 'fewer')` is `NNTB 20 (NNTB 8 to ∞ to NNTH 40)`.
 * Throws nothing.
 */
export function numberNeeded({ value, low, high }: Interval, better: 'fewer' | 'more'): string {
  const [gain, worst, best] = better === 'fewer' ? [-value, -high, -low] : [value, low, high];
  const named = gain === 0 ? '∞' : `${gain < 0 ? 'NNTH' : 'NNTB'} ${inPeople(gain)}`;
  if (worst < 0 && best > 0) return `${named} (NNTB ${inPeople(best)} to ∞ to NNTH ${inPeople(worst)})`;
  const ends = best > 0 ? [best, worst] : [worst, best];
  return `${named} (${ends.map(inPeople).join(' to ')})`;
}
