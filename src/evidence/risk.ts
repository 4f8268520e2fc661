/**
 * Our own statistics, for the one case where a study prints the counts of both groups and no interval of its own.
 * Two published formulas and nothing else: nothing is pooled, adjusted or corrected for continuity here.
 */

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

interface Group {
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
