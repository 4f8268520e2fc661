/** Axes: from the numbers to be drawn to places in per cent of the width, with ticks. Ratios stand on a logarithmic axis, differences on a linear one. */
import { scaleLinear, scaleLog } from 'd3-scale';

interface Drawn {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface Axis {
  readonly kind: 'ratio' | 'difference';
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
  /** The value of no effect: 1 for ratios, 0 for differences. */
  readonly none: number;
  /** Place of a value in per cent of the width, not clamped. */
  readonly at: (value: number) => number;
}

/** Where the axis begins and ends, in per cent of the width: the rest is room for arrowheads and for half a tick label. */
export const axisEnds = [4, 96] as const;

const steps = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100];
/** Intervals beyond these ends of a ratio axis become arrows; a point estimate never does. */
const ratioReach = [0.1, 10] as const;

function ratioAxis(rows: readonly Drawn[]): Axis {
  const low = Math.min(0.5, ...rows.map((row) => Math.min(row.value, Math.max(row.low, ratioReach[0]))));
  const high = Math.max(2, ...rows.map((row) => Math.max(row.value, Math.min(row.high, ratioReach[1]))));
  const from = steps.findLast((step) => step <= low) ?? low;
  const to = steps.find((step) => step >= high) ?? high;
  const scale = scaleLog([from, to], [...axisEnds]);
  return {
    kind: 'ratio',
    domain: [from, to],
    ticks: steps.filter((step) => step >= from && step <= to),
    none: 1,
    at: (value) => scale(value),
  };
}

function differenceAxis(rows: readonly Drawn[]): Axis {
  const all = rows.flatMap(({ value, low, high }) => [value, low, high]);
  const reach = Math.max(...all.map(Math.abs));
  // What is nothing beside the rest counts as nothing; nothing at all still has two sides.
  const ends = [Math.min(0, ...all), Math.max(0, ...all)].map((end) => (Math.abs(end) < reach * 1e-6 ? 0 : end));
  const scale = scaleLinear(reach < 1e-6 ? [-1, 1] : ends, [...axisEnds]).nice(5);
  const [from = 0, to = 0] = scale.domain();
  return { kind: 'difference', domain: [from, to], ticks: scale.ticks(5), none: 0, at: (value) => scale(value) };
}

/** The axis that holds all rows, the line of no effect included. Example: risk ratios from 0.75 to 1.24 stand between 0.5 and 2. */
export const toAxis = (kind: Axis['kind'], rows: readonly Drawn[]): Axis => (kind === 'ratio' ? ratioAxis(rows) : differenceAxis(rows));
