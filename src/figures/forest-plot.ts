/**
 * Marks and axis of a forest plot as SVG text, one small drawing for each row of a table: places across in per cent, so that a row may
 * be as wide as its screen. No effect stands in the middle of every axis. It draws what the view says and decides nothing.
 */
import { scaleLinear, scaleLog } from 'd3-scale';
import type { Interval } from '../evidence/effect/risk.ts';
import { element, round, textElement } from './svg-text.ts';

/** What is drawn of one row: a study as a square, a pooled estimate as a diamond. */
export interface ForestMark {
  readonly interval: Interval;
  readonly shape: 'square' | 'diamond';
  /** True where we worked it out from the counts: drawn hollow. */
  readonly ours: boolean;
  /** People of the row over those of the largest of its plot, 0 to 1: the area of its square. */
  readonly share: number;
}

export interface ForestRow {
  readonly id: string;
  readonly href: string;
  readonly name: string;
  /** Whom, when and by which definition, e.g. `Iliofemoral · 24 months · Villalta`. */
  readonly facts: string;
  /** True below the review that counts it. */
  readonly under: boolean;
  /** True where the row above is of the same study. */
  readonly same: boolean;
  /** What was counted in the group given it and in the other, e.g. `37/90`. */
  readonly given: string;
  readonly other: string;
  readonly mark: ForestMark | undefined;
  /** The estimate as it stands beside its mark, e.g. `0.74 (0.55 to 1.00)`; without a mark, that no interval is printed. */
  readonly reads: string;
  /** How it came about, e.g. `our arithmetic`; empty for what is printed so. */
  readonly note: string;
}

/** One axis with its rows: what is pooled, what is randomised and what is not stand apart. */
export interface ForestPanel {
  /** What was compared with what. */
  readonly says: string;
  /** The measure in words, e.g. `Risk ratio`. */
  readonly measure: string;
  readonly axis: 'ratio' | 'difference';
  /** What a mark on the left and on the right of no effect means, e.g. `Favours removal`. */
  readonly left: string;
  readonly right: string;
  /** Heads of the two columns of groups. */
  readonly given: string;
  readonly other: string;
  readonly sections: readonly { readonly name: string; readonly rows: readonly ForestRow[] }[];
}

interface Axis {
  readonly ends: readonly [low: number, high: number];
  readonly ticks: readonly number[];
  /** Place of a value in per cent of the width, not clamped. */
  readonly at: (value: number) => number;
}

/** Where the axis begins and ends, in per cent of the width: the rest is room for arrowheads and for half a tick label. */
export const axisEnds = [5, 95] as const;

/** What a reader finds on an axis that ends at so many times and at one part in as many. */
const ratioTicks: readonly (readonly [end: number, ticks: readonly number[]])[] = [
  [2, [0.5, 0.75, 1, 1.5, 2]],
  [4, [0.25, 0.5, 1, 2, 4]],
  [10, [0.1, 0.25, 0.5, 1, 2, 4, 10]],
  [20, [0.05, 0.2, 1, 5, 20]],
  [100, [0.01, 0.1, 1, 10, 100]],
];
/** Intervals beyond this end of a ratio axis become arrows; a point estimate never does. */
const REACH = 10;

function ratioAxis(rows: readonly Interval[]): Axis {
  const far = (value: number): number => Math.max(value, 1 / value);
  const reach = Math.max(1, ...rows.map(({ value, low, high }) => Math.max(far(value), Math.min(REACH, Math.max(far(low), far(high))))));
  const [end, ticks] = ratioTicks.find(([last]) => last >= reach) ?? [10 ** Math.ceil(Math.log10(reach)), [1]];
  const scale = scaleLog([1 / end, end], [...axisEnds]);
  // A ratio may end at 0, which is nowhere on its axis.
  return { ends: [1 / end, end], ticks, at: (value) => scale(Math.max(value, Number.EPSILON)) };
}

function differenceAxis(rows: readonly Interval[]): Axis {
  const reach = Math.max(...rows.flatMap(({ value, low, high }) => [value, low, high].map(Math.abs)));
  const scale = scaleLinear(reach < 1e-6 ? [-1, 1] : [-reach, reach], [...axisEnds]).nice(4);
  const [low = 0, high = 0] = scale.domain();
  return { ends: [low, high], ticks: scale.ticks(4), at: (value) => scale(value) };
}

/**
 * The axis that holds all rows with no effect in its middle: ratios on a logarithmic one, differences on a linear one. Example: risk
 * ratios from 0.55 to 1.15 stand between 0.5 and 2.
 */
export const toAxis = (kind: ForestPanel['axis'], rows: readonly Interval[]): Axis =>
  kind === 'ratio' ? ratioAxis(rows) : differenceAxis(rows);

/** The axis of a panel. */
export const axisOf = ({ axis, sections }: Pick<ForestPanel, 'axis' | 'sections'>): Axis =>
  toAxis(
    axis,
    sections.flatMap(({ rows }) => rows.flatMap(({ mark }) => mark?.interval ?? [])),
  );

const HEIGHT = 22;
const MIDDLE = HEIGHT / 2;
/** Sides of the smallest and the largest square. */
const [LEAST, MOST] = [6, 15];
const percent = (value: number): string => `${round(value)}%`;
const box = (name: string, height: number, inside: string): string =>
  element('svg', { class: name, width: '100%', height, 'aria-hidden': 'true' }, inside);

const arrow = (at: string, towards: 'low' | 'high'): string =>
  element(
    'svg',
    { x: at, y: MIDDLE, class: `arrow arrow-${towards}`, overflow: 'visible' },
    element('path', { d: towards === 'low' ? 'M0 -5L-8 0L0 5z' : 'M0 -5L8 0L0 5z' }),
  );

function squareOf({ interval, share }: ForestMark, axis: Axis): string {
  const side = Math.round(Math.max(LEAST, MOST * Math.sqrt(share)));
  const place = { x: percent(axis.at(interval.value)), y: MIDDLE - side / 2, transform: `translate(${-side / 2} 0)` };
  return element('rect', { class: 'estimate', ...place, width: side, height: side });
}

/** The diamond of a pooled estimate, from end to end of its interval; cut where the axis ends. Places are in per cent of the width. */
function diamondOf(low: number, value: number, high: number): string {
  const half = 7;
  const [left, right] = [Math.max(low, axisEnds[0]), Math.min(high, axisEnds[1])];
  const [onLeft, onRight] = [((left - low) / (value - low || 1)) * half, ((high - right) / (high - value || 1)) * half];
  const peak = round(((value - left) / (right - left)) * 100);
  const [above, below] = [(by: number) => round(MIDDLE - by), (by: number) => round(MIDDLE + by)];
  const d = `M0 ${above(onLeft)}L${peak} ${above(half)}L100 ${above(onRight)}V${below(onRight)}L${peak} ${below(half)}L0 ${below(onLeft)}z`;
  const room = {
    x: percent(left),
    width: percent(right - left),
    height: HEIGHT,
    viewBox: `0 0 100 ${HEIGHT}`,
    preserveAspectRatio: 'none',
  };
  return element('svg', room, element('path', { class: 'estimate', d }));
}

/**
 * One row: the line of its interval, cut where the axis ends and then carrying an arrowhead, and its square or diamond. Example:
 * `drawForestMark(mark, axis).startsWith('<svg')`.
 */
export function drawForestMark(mark: ForestMark, axis: Axis): string {
  const { interval, shape, ours } = mark;
  const [from, to] = axisEnds;
  const [low, high] = [axis.at(interval.low), axis.at(interval.high)];
  const [x1, x2] = [percent(Math.max(low, from)), percent(Math.min(high, to))];
  const line = element('line', { class: 'interval', x1, x2, y1: MIDDLE, y2: MIDDLE });
  const inside = [
    shape === 'square' ? line : '',
    low < from ? arrow(x1, 'low') : '',
    high > to ? arrow(x2, 'high') : '',
    shape === 'square' ? squareOf(mark, axis) : diamondOf(low, axis.at(interval.value), high),
  ];
  return box('forest-mark', HEIGHT, element('g', { class: 'effect', 'data-ours': ours ? 'true' : undefined }, inside.join('')));
}

/** The foot of the column of marks: its line, and ticks with their numbers. */
export function drawForestAxis({ ticks, at }: Axis): string {
  const marks = ticks.flatMap((tick) => {
    const x = percent(at(tick));
    const number = { class: 'tick', 'data-value': String(tick), x, y: 20, 'text-anchor': 'middle' };
    return [
      element('line', { class: 'axis', x1: x, x2: x, y1: 0, y2: 5 }),
      textElement(number, String(Number(tick.toPrecision(6))).replace('-', '−')),
    ];
  });
  const [x1, x2] = axisEnds.map(percent);
  return box('forest-axis', 26, element('line', { class: 'axis', x1, x2, y1: 0.5, y2: 0.5 }) + marks.join(''));
}
