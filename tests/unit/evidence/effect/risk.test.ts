/** Our own statistics against the published worked examples and against the definitions that they invert. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { riskDifference, wilsonInterval, Z95 } from '../../../../src/evidence/effect/risk.ts';

const counts = fc
  .integer({ min: 1, max: 400 })
  .chain((total) => fc.record({ total: fc.constant(total), events: fc.integer({ min: 0, max: total }) }));

/** The score statistic of a share: how many standard errors, under that share, the count lies away from it. */
const score = (events: number, total: number, share: number): number => (events - total * share) / Math.sqrt(total * share * (1 - share));

/** Where a falling function crosses a height, by halving. */
function crossing(at: (share: number) => number, height: number): number {
  let [low, high] = [1e-12, 1 - 1e-12];
  for (let i = 0; i < 200; i += 1) {
    const middle = (low + high) / 2;
    if (at(middle) > height) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

describe('the interval of one group', () => {
  it('holds exactly the shares that a two-sided score test does not reject', () => {
    fc.assert(
      fc.property(counts, ({ events, total }) => {
        const { low, high } = wilsonInterval(events, total);
        if (events > 0)
          expect(low).toBeCloseTo(
            crossing((share) => score(events, total, share), Z95),
            8,
          );
        if (events < total)
          expect(high).toBeCloseTo(
            crossing((share) => score(events, total, share), -Z95),
            8,
          );
      }),
    );
  });

  it('has the closed form z²/(n + z²) as its upper end when nobody had the event', () => {
    expect(wilsonInterval(0, 10)).toEqual({ value: 0, low: 0, high: expect.closeTo(Z95 ** 2 / (10 + Z95 ** 2), 12) });
    expect(wilsonInterval(0, 10).high).toBeCloseTo(0.2775, 4);
  });

  it('is mirrored when events and non-events change places, and stays between 0 and 1', () => {
    fc.assert(
      fc.property(counts, ({ events, total }) => {
        const one = wilsonInterval(events, total);
        const other = wilsonInterval(total - events, total);
        expect(one.low).toBeCloseTo(1 - other.high, 12);
        expect(one.low).toBeGreaterThanOrEqual(0);
        expect(one.high).toBeLessThanOrEqual(1);
        expect(one.low).toBeLessThanOrEqual(one.value);
        expect(one.high).toBeGreaterThanOrEqual(one.value);
      }),
    );
  });

  it.each([
    [3, 0],
    [4, 3],
    [-1, 3],
    [0.5, 3],
  ])('refuses %s of %s', (events, total) => {
    expect(() => wilsonInterval(events, total)).toThrow(RangeError);
  });
});

describe('the difference between two groups', () => {
  // Table II of Newcombe 1998, method 10.
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
  ])('of %s/%s and %s/%s is the published one', (r1, n1, r2, n2, low, high) => {
    const found = riskDifference({ events: r1, total: n1 }, { events: r2, total: n2 });
    expect(found.value).toBeCloseTo(r1 / n1 - r2 / n2, 12);
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
  });

  it('changes its sign and nothing else when the groups change places', () => {
    fc.assert(
      fc.property(counts, counts, (one, other) => {
        const there = riskDifference(one, other);
        const back = riskDifference(other, one);
        expect(there.value).toBeCloseTo(-back.value, 12);
        expect(there.low).toBeCloseTo(-back.high, 12);
        expect(there.high).toBeCloseTo(-back.low, 12);
        expect(there.low).toBeGreaterThanOrEqual(-1 - 1e-12);
        expect(there.high).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });
});
