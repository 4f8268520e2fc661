/**
 * How far independent estimates lie apart, and whether chance alone would bring that about. Estimates stand on a scale on which they
 * are about normal: ratios as logarithms. Nothing is pooled for print here.
 */
import { cumulativeNormal } from 'vega-statistics';
import { Z95, type Interval } from './risk.ts';

/** An estimate with its standard error, on a normal scale. */
export interface NormalEstimate {
  readonly value: number;
  readonly error: number;
}

/** Two-sided P value of a standard normal deviate, e.g. `normalTails(1.96)` is 0.0500. */
export const normalTails = (z: number): number => 2 * cumulativeNormal(-Math.abs(z));

/**
 * Chance of a chi-square above `x` with whole degrees of freedom, e.g. `chiSquareTail(5.99, 2)` is 0.0500. By the finite sums of
 * Abramowitz and Stegun 1964, 26.4.4 and 26.4.5, on the normal distribution. Throws a RangeError below one degree of freedom.
 */
export function chiSquareTail(x: number, degrees: number): number {
  if (!Number.isInteger(degrees) || degrees < 1) throw new RangeError(`${degrees} degrees of freedom: expected a whole number from 1.`);
  if (x <= 0) return 1;
  const half = x / 2;
  const odd = degrees % 2 === 1;
  let tail = odd ? normalTails(Math.sqrt(x)) : Math.exp(-half);
  let term = Math.exp(-half) * (odd ? Math.sqrt(half) / (Math.sqrt(Math.PI) / 2) : half);
  for (let below = odd ? 1 : 2; below < degrees; below += 2) {
    tail += term;
    term *= half / (below / 2 + 1);
  }
  // At nothing at all the sum is 1 but for its last digit.
  return Math.min(1, tail);
}

/**
 * The normal scale of a printed interval at 95 %: half its width over 1.96 (Cochrane Handbook 6, chapter 6.3). Ratios go by their
 * logarithms. Example: `toNormal({ value: 0.65, low: 0.45, high: 0.94 }, true)` is −0.431 with an error of 0.188. Undefined where
 * the interval has no width, or a ratio is not above 0.
 */
export function toNormal({ value, low, high }: Interval, ratio: boolean): NormalEstimate | undefined {
  if (high <= low || (ratio && low <= 0)) return undefined;
  const on = ratio ? Math.log : (one: number): number => one;
  return { value: on(value), error: (on(high) - on(low)) / (2 * Z95) };
}

export interface Heterogeneity {
  readonly q: number;
  readonly degrees: number;
  readonly p: number;
  /** Share of the spread that is not chance, 0 to 1, with its test-based interval; undefined with two estimates. */
  readonly iSquared?: Interval;
}

/**
 * Cochran's Q of independent estimates, its P value and, from three of them on, I² with its test-based interval on ln H (Higgins and
 * Thompson 2002, Statistics in Medicine 21: 1539–1558). Example: of the thirteen trials of BCG vaccine Q is 152.23, I² 0.921
 * (0.883 to 0.947). Throws a RangeError for fewer than two.
 */
export function heterogeneity(estimates: readonly NormalEstimate[]): Heterogeneity {
  const many = estimates.length;
  if (many < 2) throw new RangeError(`${many} estimates: expected at least two to lie apart.`);
  const weights = estimates.map(({ error }) => 1 / error ** 2);
  const sum = (part: (one: NormalEstimate, weight: number) => number): number =>
    estimates.reduce((total, one, i) => total + part(one, weights[i] ?? 0), 0);
  const middle = sum(({ value }, weight) => weight * value) / sum((_, weight) => weight);
  const q = sum(({ value }, weight) => weight * (value - middle) ** 2);
  const degrees = many - 1;
  const found = { q, degrees, p: chiSquareTail(q, degrees) };
  if (many === 2) return found;
  const error =
    q > many
      ? (Math.log(q) - Math.log(degrees)) / (2 * (Math.sqrt(2 * q) - Math.sqrt(2 * many - 3)))
      : Math.sqrt((1 / (2 * (many - 2))) * (1 - 1 / (3 * (many - 2) ** 2)));
  const log = Math.log(Math.max(1, Math.sqrt(q / degrees)));
  const share = (height: number): number => Math.max(0, 1 - Math.exp(-2 * height));
  return { ...found, iSquared: { value: share(log), low: share(log - Z95 * error), high: share(log + Z95 * error) } };
}

export interface Contrast {
  /** First less second on the normal scale: for ratios the logarithm of their ratio. */
  readonly difference: Interval;
  readonly z: number;
  readonly p: number;
}

/**
 * The difference of two independent estimates: the test of two studies, and between strata the test of interaction (Altman and
 * Bland, BMJ 2003; 326: 219). Example: of the ratios 0.67 (0.46 to 0.98) and 0.88 (0.71 to 1.08), P is 0.22 and the ratio of the
 * ratios 0.76 (0.49 to 1.18). Throws nothing.
 */
export function contrast(one: NormalEstimate, other: NormalEstimate): Contrast {
  const value = one.value - other.value;
  const error = Math.hypot(one.error, other.error);
  return { difference: { value, low: value - Z95 * error, high: value + Z95 * error }, z: value / error, p: normalTails(value / error) };
}
