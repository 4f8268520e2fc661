/** The effects engine against what R's metafor and Python's statsmodels print, and against what must hold of any counts. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chiSquareTail, contrast, heterogeneity, normalTails, toNormal } from '../../../../src/evidence/effect/heterogeneity.ts';
import { numberNeeded, oddsRatio, riskDifference, riskRatio, wilsonInterval, type Interval } from '../../../../src/evidence/effect/risk.ts';

const read = (file: string): string => readFileSync(new URL(`../../../fixtures/oracles/${file}`, import.meta.url), 'utf8');
interface Lot {
  readonly y: number[];
  readonly se: number[];
  readonly q: number;
  readonly p: number;
  readonly i2: number;
  readonly i2ci?: number[];
}
interface Metafor {
  readonly bcg: { events1: number; total1: number; events2: number; total2: number }[];
  readonly heterogeneity: Readonly<Record<string, Lot>>;
  readonly interaction: Record<'difference' | 'low' | 'high' | 'z' | 'p', number>;
  readonly chisq: { df: number; x: number; p: number }[][];
  readonly rr: (number[] | null)[];
  readonly or: (number[] | null)[];
}
const metafor = JSON.parse(read('metafor.json')) as Metafor;
const statsmodels = JSON.parse(read('statsmodels.json')) as { tables: { wilson: number[]; newcomb: number[] }[] };
const tables = read('tables.csv')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(',').map(Number) as [number, number, number, number])
  .map(
    ([a, n1, b, n2]) =>
      [
        { events: a, total: n1 },
        { events: b, total: n2 },
      ] as const,
  );

/** To as many digits as the program printed. */
const same = (found: number | undefined, printed: number | undefined): void => {
  expect(printed).toBeDefined();
  expect(found).toBeCloseTo(printed ?? NaN, 8);
};
const ends = ({ low, high }: Interval): number[] => [low, high];

describe('the figures of two groups', () => {
  it('are those of the programs for Newcombe’s examples and forty tables drawn by chance', () => {
    expect(tables).toHaveLength(48);
    expect(tables.filter(([one, other]) => one.events * other.events === 0).length).toBeGreaterThan(8);
    tables.forEach(([one, other], i) => {
      ends(wilsonInterval(one.events, one.total)).forEach((end, side) => same(end, statsmodels.tables[i]?.wilson[side]));
      ends(riskDifference(one, other)).forEach((end, side) => same(end, statsmodels.tables[i]?.newcomb[side]));
    });
  });

  it.each([
    ['risk ratio', riskRatio, metafor.rr],
    ['odds ratio', oddsRatio, metafor.or],
  ] as const)('have the %s of metafor, and none where metafor has none', (_, ratio, printed) => {
    tables.forEach(([one, other], i) => {
      const found = ratio(one, other);
      const expected = printed[i];
      if (!expected) expect(found).toBeUndefined();
      else [found?.value, found?.low, found?.high].forEach((value, at) => expect((value ?? NaN) / (expected[at] ?? NaN)).toBeCloseTo(1, 8));
    });
  });

  const counts = fc
    .integer({ min: 1, max: 300 })
    .chain((total) => fc.record({ total: fc.constant(total), events: fc.nat({ max: total }) }));
  it('are turned over, and nothing else, when the groups change places', () => {
    fc.assert(
      fc.property(counts, counts, (one, other) => {
        for (const ratio of [riskRatio, oddsRatio]) {
          const [there, back] = [ratio(one, other), ratio(other, one)];
          expect(there === undefined).toBe(back === undefined);
          if (there && back) {
            expect(there.low * back.high).toBeCloseTo(1, 8);
            expect(there.value).toBeGreaterThan(there.low);
            expect(there.value).toBeLessThan(there.high);
          }
        }
      }),
    );
  });

  it('give no ratio where a group has no event, however large, and refuse what is no count', () => {
    fc.assert(fc.property(counts, fc.integer({ min: 1, max: 1e6 }), (one, total) => riskRatio(one, { events: 0, total }) === undefined));
    expect(() => riskRatio({ events: 3, total: 2 }, { events: 1, total: 2 })).toThrow(RangeError);
    expect(() => oddsRatio({ events: 1, total: 2 }, { events: -1, total: 2 })).toThrow(RangeError);
  });
});

describe('the number needed to treat', () => {
  it.each([
    // Newcombe on Altman 1998: a reduction of −5 to +25 per cent is NNTB 4 through infinity to NNTH 20.
    [{ value: -0.1, low: -0.25, high: 0.05 }, 'fewer', 'NNTB 10 (NNTB 4 to ∞ to NNTH 20)'],
    [{ value: 0.1, low: -0.05, high: 0.25 }, 'more', 'NNTB 10 (NNTB 4 to ∞ to NNTH 20)'],
    [{ value: 0.1, low: -0.05, high: 0.25 }, 'fewer', 'NNTH 10 (NNTB 20 to ∞ to NNTH 4)'],
    [{ value: -0.144, low: -0.279, high: -0.002 }, 'fewer', 'NNTB 7 (4 to 500)'],
    [{ value: 0.2, low: 0.1, high: 0.3 }, 'fewer', 'NNTH 5 (3 to 10)'],
    [{ value: 0, low: -0.1, high: 0.1 }, 'fewer', '∞ (NNTB 10 to ∞ to NNTH 10)'],
    [{ value: -0.1, low: -0.2, high: 0 }, 'fewer', 'NNTB 10 (5 to ∞)'],
    [{ value: 0.1, low: 0, high: 0.2 }, 'fewer', 'NNTH 10 (5 to ∞)'],
    [{ value: 1, low: 0.7, high: 1 }, 'fewer', 'NNTH 1 (1 to 1)'],
    // From a thousand on to two digits: of benefit up, of harm down.
    [{ value: -0.000505, low: -0.00101, high: -0.0000505 }, 'fewer', 'NNTB 2,000 (991 to 20,000)'],
    [{ value: 0.000505, low: 0.0000505, high: 0.001 }, 'fewer', 'NNTH 1,900 (1,000 to 19,000)'],
  ] as const)('of the difference %j, hoping for %s, reads %s', (difference, better, says) => {
    expect(numberNeeded(difference, better)).toBe(says);
  });
});

describe('what lies between studies', () => {
  it.each(Object.entries(metafor.heterogeneity))('is metafor’s for the vaccine trials: %s', (_, lot) => {
    const found = heterogeneity(lot.y.map((value, i) => ({ value, error: lot.se[i] ?? NaN })));
    expect(found.q / lot.q).toBeCloseTo(1, 7);
    expect(found.p / lot.p).toBeCloseTo(1, 6);
    if (lot.i2ci) {
      same(found.iSquared?.value, lot.i2);
      same(found.iSquared?.low, lot.i2ci[0]);
      same(found.iSquared?.high, lot.i2ci[1]);
    } else expect(found.iSquared).toBeUndefined();
  });

  it('is metafor’s from the counts of the vaccine trials as well', () => {
    const all = metafor.bcg.flatMap(({ events1, total1, events2, total2 }) => {
      const ratio = riskRatio({ events: events1, total: total1 }, { events: events2, total: total2 });
      return ratio ? (toNormal(ratio, true) ?? []) : [];
    });
    expect(heterogeneity(all).q).toBeCloseTo(152.233, 3);
  });

  it('is the published example of interaction', () => {
    const [young, old] = [toNormal({ value: 0.67, low: 0.46, high: 0.98 }, true), toNormal({ value: 0.88, low: 0.71, high: 1.08 }, true)];
    if (!young || !old) throw new Error('both have an interval');
    const { difference, z, p } = contrast(young, old);
    same(difference.value, metafor.interaction.difference);
    same(difference.low, metafor.interaction.low);
    same(difference.high, metafor.interaction.high);
    same(z, metafor.interaction.z);
    same(p, metafor.interaction.p);
    expect([difference.value, difference.low, difference.high].map((one) => Math.exp(one).toFixed(2))).toEqual(['0.76', '0.49', '1.17']);
  });

  it('has the tails of chi-square that R has', () => {
    const all = metafor.chisq.flat();
    expect(all).toHaveLength(60);
    for (const { df, x, p } of all) expect(chiSquareTail(x, df) / p).toBeCloseTo(1, 6);
    expect(chiSquareTail(-1, 3)).toBe(1);
    expect(normalTails(0)).toBeCloseTo(1, 12);
    expect(() => chiSquareTail(1, 0)).toThrow(RangeError);
    expect(() => chiSquareTail(1, 1.5)).toThrow(RangeError);
  });

  const estimates = fc.array(
    fc.record({ value: fc.double({ min: -3, max: 3, noNaN: true }), error: fc.double({ min: 0.05, max: 2, noNaN: true }) }),
    { minLength: 2, maxLength: 12 },
  );
  it('does not depend on the order of the studies, and of two is the test of their difference', () => {
    fc.assert(
      fc.property(estimates, (all) => {
        const [there, back] = [heterogeneity(all), heterogeneity([...all].reverse())];
        expect(there.q).toBeCloseTo(back.q, 6);
        expect(there.p).toBeGreaterThanOrEqual(0);
        expect(there.p).toBeLessThanOrEqual(1);
        const [one, other] = all;
        if (one && other) expect(heterogeneity([one, other]).p).toBeCloseTo(contrast(one, other).p, 8);
      }),
    );
  });

  it('needs two estimates with an interval each', () => {
    expect(() => heterogeneity([{ value: 1, error: 1 }])).toThrow(RangeError);
    expect(toNormal({ value: 1, low: 1, high: 1 }, false)).toBeUndefined();
    expect(toNormal({ value: 1, low: 0, high: 2 }, true)).toBeUndefined();
    expect(toNormal({ value: 0, low: -1.959963984540054, high: 1.959963984540054 }, false)).toEqual({ value: 0, error: 1 });
  });
});
