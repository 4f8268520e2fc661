/** Marks of a forest plot stand where the numbers say. */
import { axisEnds, drawForestAxis, drawForestMark, toAxis, type ForestMark, type ForestPanel } from '../../../src/figures/forest-plot.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ofClass, percentOf, readSvg, type Drawn } from './svg-nodes.ts';

type Numbers = readonly [value: number, low: number, high: number];
type Kind = ForestPanel['axis'];

const toInterval = ([value, low, high]: Numbers) => ({ value, low, high });
const axisFor = (kind: Kind, rows: readonly Numbers[]) => toAxis(kind, rows.map(toInterval));
/** The mark of the first row on the axis of all. */
const draw = (kind: Kind, rows: readonly [Numbers, ...Numbers[]], fields: Partial<ForestMark> = {}): readonly Drawn[] => {
  const mark: ForestMark = { interval: toInterval(rows[0]), shape: 'square', ours: false, share: 1, ...fields };
  return readSvg(drawForestMark(mark, axisFor(kind, rows)));
};
const one = (drawn: readonly Drawn[], name: string): Drawn => {
  const [found] = ofClass(drawn, name);
  if (!found) throw new Error(`Nothing of class ${name} was drawn.`);
  return found;
};

/** Places of the ticks by their value: what a reader measures marks against. */
const ticksOf = (kind: Kind, rows: readonly Numbers[]): { value: number; place: number; text: string }[] =>
  ofClass(readSvg(drawForestAxis(axisFor(kind, rows))), 'tick').map((tick) => ({
    value: Number(tick.attributes['data-value']),
    place: percentOf(tick, 'x'),
    text: tick.text,
  }));

/** Reads a place back into a value between the first and the last tick, by the rule of the axis. */
function valueAt(kind: Kind, rows: readonly Numbers[], place: number): number {
  const ticks = ticksOf(kind, rows);
  const [first, last] = [ticks[0], ticks.at(-1)];
  if (!first || !last) throw new Error('no ticks');
  const part = (place - first.place) / (last.place - first.place);
  return kind === 'ratio' ? first.value * (last.value / first.value) ** part : first.value + part * (last.value - first.value);
}

const shareOf = fc.double({ min: 0.12, max: 9, noNaN: true });
const threeRatios = fc.tuple(shareOf, shareOf, shareOf).map((all): Numbers => {
  const [low, value, high] = all.toSorted((a, b) => a - b) as [number, number, number];
  return [value, low, high];
});
// As studies print differences: to a thousandth. Zero alone is among them.
const points = fc.integer({ min: -90_000, max: 90_000 }).map((thousandths) => thousandths / 1000);
const threePoints = fc.tuple(points, points, points).map((all): Numbers => {
  const [low, value, high] = all.toSorted((a, b) => a - b) as [number, number, number];
  return [value, low, high];
});

describe.each([
  ['ratio', threeRatios, 0.01],
  ['difference', threePoints, 0.05],
] as const)('on a %s axis', (kind, numbers, near) => {
  it('the square stands at the estimate and the line from the lower to the upper end', () => {
    fc.assert(
      fc.property(fc.array(numbers, { minLength: 1, maxLength: 5 }), (rows) => {
        for (const [value, low, high] of rows) {
          const svg = draw(kind, [[value, low, high], ...rows]);
          const line = one(svg, 'interval');
          const read = [percentOf(one(svg, 'estimate'), 'x'), percentOf(line, 'x1'), percentOf(line, 'x2')];
          [value, low, high].forEach((expected, at) => {
            const off = Math.abs(valueAt(kind, rows, read[at] ?? NaN) - expected);
            expect(kind === 'ratio' ? off / expected : off).toBeLessThan(near);
          });
          expect(ofClass(svg, 'arrow')).toHaveLength(0);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('no effect stands in the middle, with a tick', () => {
    fc.assert(
      fc.property(fc.array(numbers, { minLength: 1, maxLength: 5 }), (rows) => {
        const none = ticksOf(kind, rows).find(({ value }) => value === (kind === 'ratio' ? 1 : 0));
        expect(none?.place).toBe(50);
      }),
      { numRuns: 40 },
    );
  });
});

describe('the axis', () => {
  it('of ratios has ticks that a reader knows, as many above no effect as below', () => {
    const ticks = (...numbers: Numbers) => ticksOf('ratio', [numbers]).map(({ text }) => text);
    expect(ticks(0.9, 0.75, 1.24)).toEqual(['0.5', '0.75', '1', '1.5', '2']);
    expect(ticks(0.6, 0.3, 1.1)).toEqual(['0.25', '0.5', '1', '2', '4']);
    expect(ticks(8.2, 1.98, 34.17)).toEqual(['0.1', '0.25', '0.5', '1', '2', '4', '10']);
    expect(ticks(14, 2, 90)).toEqual(['0.05', '0.2', '1', '5', '20']);
    expect(ticks(3000, 2000, 4000)).toEqual(['1']);
  });

  it('of differences is as long on either side, with a true minus', () => {
    const ticks = ticksOf('difference', [[-28, -42, -14]]).map(({ text }) => text);
    expect(ticks).toContain('−40');
    expect(ticks).toContain('40');
    expect(ticksOf('difference', [[0, 0, 0]]).map(({ text }) => text)).toContain('0');
  });
});

describe('an interval that runs beyond the axis', () => {
  const far: Numbers = [8.2, 1.98, 34.17];

  it('is cut at the end of the axis and carries an arrowhead there, the estimate untouched', () => {
    const svg = draw('ratio', [far]);
    expect([ofClass(svg, 'arrow-high').length, ofClass(svg, 'arrow-low').length]).toEqual([1, 0]);
    expect(percentOf(one(svg, 'interval'), 'x2')).toBe(axisEnds[1]);
    expect(valueAt('ratio', [far], percentOf(one(svg, 'estimate'), 'x'))).toBeCloseTo(8.2, 1);
  });

  it('never cuts an estimate, nor breaks where a ratio ends at nothing', () => {
    expect(toAxis('ratio', [{ value: 14, low: 2, high: 90 }]).ends).toEqual([0.05, 20]);
    const svg = draw('ratio', [[0.2, 0, 3]]);
    expect([ofClass(svg, 'arrow-low').length, percentOf(one(svg, 'interval'), 'x1')]).toEqual([1, axisEnds[0]]);
  });
});

describe('marks', () => {
  it('of studies are squares, in area as the people of each, and none too small to see', () => {
    const side = (share: number): number => Number(one(draw('ratio', [[1, 0.5, 2]], { share }), 'estimate').attributes['width']);
    expect([side(1), side(0.25), side(0)]).toEqual([15, 8, 6]);
  });

  it('of reviews are diamonds from end to end of the interval, cut where the axis ends', () => {
    const diamond = (...numbers: Numbers) => draw('ratio', [numbers], { shape: 'diamond' });
    const whole = diamond(1, 0.5, 2);
    expect([ofClass(whole, 'interval').length, one(whole, 'estimate').attributes['d']]).toEqual([0, 'M0 11L50 4L100 11V11L50 18L0 11z']);
    const [, room] = whole.filter(({ name }) => name === 'svg');
    expect(room && [percentOf(room, 'x'), percentOf(room, 'width')]).toEqual([5, 90]);
    const cut = diamond(4, 0.5, 40);
    expect(ofClass(cut, 'arrow-high')).toHaveLength(1);
    expect(one(cut, 'estimate').attributes['d']).not.toMatch(/NaN|Infinity/);
    expect(one(cut, 'estimate').attributes['d']).toMatch(/L100 [\d.]+V[\d.]+L/);
    expect(one(diamond(0.2, 0, 3), 'estimate').attributes['d']).not.toMatch(/NaN|Infinity/);
  });

  it('of ours are hollow, and all are silent: their numbers stand beside them', () => {
    const effects = [true, false].map((ours) => draw('difference', [[-12.5, -22, -4.2]], { ours }));
    expect(effects.map((svg) => one(svg, 'effect').attributes['data-ours'])).toEqual(['true', undefined]);
    expect(effects[0]?.[0]?.attributes['aria-hidden']).toBe('true');
  });
});
