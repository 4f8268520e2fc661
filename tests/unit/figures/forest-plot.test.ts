/** Marks of a forest plot stand where the numbers say. */
import { drawForestPanel, type ForestPanel } from '../../../src/figures/forest-plot.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisEnds, toAxis } from '../../../src/figures/axis.ts';
import { ofClass, percentOf, readSvg, type Drawn } from './svg-nodes.ts';

type Row = ForestPanel['rows'][number];
type Numbers = readonly [value: number, low: number, high: number];

const madeRow = ([value, low, high]: Numbers, fields: Partial<Row> = {}): Row => ({
  id: 'moon-2020-cheese-1',
  href: '/sources/moon-2020-cheese/',
  name: 'Moon, 2020',
  facts: 'Iliofemoral · 24 months',
  drawn: { value, low, high },
  measure: 'RR',
  reads: `${value} (${low} to ${high})`,
  ours: false,
  arms: [],
  printed: '',
  baseline: '',
  certainty: '',
  label: '',
  note: '',
  locator: '',
  kind: 'Randomised trial',
  whyNot: '',
  ...fields,
});
const madePanel = (axis: ForestPanel['axis'], rows: readonly Row[]): ForestPanel => ({
  id: 'forest-test-1',
  heading: 'Scale <of> cheese',
  says: 'Cheese against bread',
  axis,
  axisLabel: 'Ratio',
  less: 'fewer with cheese',
  more: 'more with cheese',
  rows,
});
const draw = (axis: ForestPanel['axis'], ...numbers: readonly Numbers[]): readonly Drawn[] =>
  readSvg(
    drawForestPanel(
      madePanel(
        axis,
        numbers.map((one) => madeRow(one)),
      ),
    ),
  );

/** Places of the ticks by their value: what a reader measures marks against. */
const ticksOf = (svg: readonly Drawn[]): { value: number; place: number }[] =>
  ofClass(svg, 'tick').map((tick) => ({ value: Number(tick.attributes['data-value']), place: percentOf(tick, 'x') }));

/** Reads a place back into a value between the first and the last tick, by the rule of the axis. */
function valueAt(svg: readonly Drawn[], place: number, kind: ForestPanel['axis']): number {
  const ticks = ticksOf(svg);
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
        const svg = draw(kind, ...rows);
        const squares = ofClass(svg, 'estimate');
        expect(squares).toHaveLength(rows.length);
        rows.forEach(([value, low, high], i) => {
          const line = ofClass(ofClass(svg, 'effect')[i]?.inside ?? [], 'interval')[0];
          const found = [squares[i] && percentOf(squares[i], 'x'), line && percentOf(line, 'x1'), line && percentOf(line, 'x2')];
          const read = found.map((place) => valueAt(svg, place ?? NaN, kind));
          [value, low, high].forEach((expected, j) => {
            const off = Math.abs((read[j] ?? NaN) - expected);
            expect(kind === 'ratio' ? off / expected : off).toBeLessThan(near);
          });
        });
        expect(ofClass(svg, 'arrow')).toHaveLength(0);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the axis', () => {
  it('puts equal ratios at equal distances: 0.5 as far from 1 as 2', () => {
    const axis = toAxis('ratio', [{ value: 1, low: 0.3, high: 3 }]);
    expect(axis.at(1) - axis.at(0.5)).toBeCloseTo(axis.at(2) - axis.at(1), 10);
    expect(axis.ticks).toEqual([0.2, 0.5, 1, 2, 5]);
  });

  it('always holds the line of no effect, drawn at its place', () => {
    const ratio = draw('ratio', [0.3, 0.25, 0.35]);
    const difference = draw('difference', [-30, -40, -20]);
    for (const [svg, none] of [
      [ratio, 1],
      [difference, 0],
    ] as const) {
      const line = ofClass(svg, 'none')[0];
      const tick = ticksOf(svg).find(({ value }) => value === none);
      expect(line && percentOf(line, 'x1')).toBe(tick?.place);
    }
  });

  it('shows ratios and differences with words for both sides', () => {
    expect(ofClass(draw('ratio', [1, 0.5, 2]), 'side').map(({ text }) => text)).toEqual(['← fewer with cheese', 'more with cheese →']);
  });
});

describe('an interval that runs beyond the axis', () => {
  it('is cut at the end of the axis and carries an arrowhead there, the estimate untouched', () => {
    const svg = draw('ratio', [8.2, 1.98, 34.17]);
    const [mark] = ofClass(svg, 'effect');
    const [line] = ofClass(mark?.inside ?? [], 'interval');
    expect(ofClass(svg, 'arrow-high')).toHaveLength(1);
    expect(ofClass(svg, 'arrow-low')).toHaveLength(0);
    expect(line && percentOf(line, 'x2')).toBe(axisEnds[1]);
    expect(valueAt(svg, percentOf(ofClass(svg, 'estimate')[0] as Drawn, 'x'), 'ratio')).toBeCloseTo(8.2, 1);
    expect(ticksOf(svg).at(-1)?.value).toBe(10);
  });

  it('never cuts an estimate: the axis grows to hold it', () => {
    expect(toAxis('ratio', [{ value: 14, low: 2, high: 90 }]).domain).toEqual([0.5, 20]);
  });
});

describe('what a reader who does not see it gets', () => {
  it('is an image with a title and the numbers of every row', () => {
    const svg = readSvg(drawForestPanel(madePanel('ratio', [madeRow([0.9, 0.8, 1.1], { ours: true })])));
    const named = svg[0]?.attributes['aria-labelledby']?.split(' ') ?? [];
    const words = named.map((id) => svg.find(({ attributes }) => attributes['id'] === id)?.text);
    expect(svg[0]?.attributes['role']).toBe('img');
    expect(words).toEqual([
      'Scale <of> cheese. Cheese against bread.',
      'Moon, 2020, Iliofemoral · 24 months: 0.9 (0.8 to 1.1), worked out by us.',
    ]);
  });

  it('says in words and by a hollow square which numbers are ours', () => {
    const svg = readSvg(drawForestPanel(madePanel('difference', [madeRow([-12.5, -22, -4.2], { ours: true }), madeRow([-1, -2, 3])])));
    expect(ofClass(svg, 'effect').map(({ attributes }) => attributes['data-ours'])).toEqual(['true', undefined]);
    expect(svg.filter(({ name, text }) => name === 'text' && text.includes('worked out by us'))).toHaveLength(1);
  });

  it('has no line that crosses a word: rows take room for their text before their mark', () => {
    const svg = draw('ratio', [1, 0.5, 2], [0.9, 0.6, 1.4]);
    const texts = svg.filter(
      ({ name, attributes }) => name === 'text' && !['tick', 'axis-label', 'side'].includes(attributes['class'] ?? ''),
    );
    const lines = [...ofClass(svg, 'grid'), ...ofClass(svg, 'none')].map(
      ({ attributes }) => [Number(attributes['y1']), Number(attributes['y2'])] as const,
    );
    for (const text of texts) {
      const baseline = Number(text.attributes['y']);
      expect(lines.filter(([top, bottom]) => top < baseline + 3 && bottom > baseline - 10)).toEqual([]);
    }
  });
});
