/**
 * One panel of a forest plot as SVG text. Heights are in pixels and places across in per cent, so that type keeps its size
 * from a phone to a wide screen. It draws what the view says and decides nothing; there is no pooled diamond.
 */
import { scaleLinear, scaleLog } from 'd3-scale';
import type { Interval } from '../evidence/effect/risk.ts';
import { element, escapeText, textElement, wrapText } from './svg-text.ts';

export type Measure = 'RR' | 'OR' | 'HR' | 'RD' | 'MD';

export interface ForestRow {
  readonly id: string;
  readonly href: string;
  readonly name: string;
  /** Whom and when, e.g. `Iliofemoral · 24 months`. */
  readonly facts: string;
  /** Where the mark and its line stand on the axis; undefined when nothing is drawn. */
  readonly drawn: Interval | undefined;
  readonly measure: Measure | undefined;
  /** As it stands beside the mark, e.g. `0.96 (0.82 to 1.11)`. */
  readonly reads: string;
  /** True when the study prints no interval and we worked the difference out from its counts. */
  readonly ours: boolean;
  /** The groups with what was counted in each. */
  readonly arms: readonly string[];
  /** The effect as printed, with its P value; empty when the study prints none. */
  readonly printed: string;
  /** The risk that the source starts from, and how sure the source itself is of this estimate; empty where it says neither. */
  readonly baseline: string;
  readonly certainty: string;
  readonly label: string;
  readonly note: string;
  readonly locator: string;
  readonly kind: string;
  /** Why nothing is drawn, as a sentence; empty when something is. */
  readonly whyNot: string;
}

/** One axis with its rows. */
export interface ForestPanel {
  readonly id: string;
  /** What was counted, and by which definition. */
  readonly heading: string;
  /** What was compared, and in which measure. */
  readonly says: string;
  readonly axis: 'ratio' | 'difference';
  readonly axisLabel: string;
  /** What a mark on either side of no effect means. */
  readonly less: string;
  readonly more: string;
  readonly rows: readonly ForestRow[];
}

/** From the numbers to be drawn to places in per cent of the width. Ratios stand on a logarithmic axis, differences on a linear one. */
interface Axis {
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

function ratioAxis(rows: readonly Interval[]): Axis {
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

function differenceAxis(rows: readonly Interval[]): Axis {
  const all = rows.flatMap(({ value, low, high }) => [value, low, high]);
  const reach = Math.max(...all.map(Math.abs));
  // What is nothing beside the rest counts as nothing; nothing at all still has two sides.
  const ends = [Math.min(0, ...all), Math.max(0, ...all)].map((end) => (Math.abs(end) < reach * 1e-6 ? 0 : end));
  const scale = scaleLinear(reach < 1e-6 ? [-1, 1] : ends, [...axisEnds]).nice(5);
  const [from = 0, to = 0] = scale.domain();
  return { kind: 'difference', domain: [from, to], ticks: scale.ticks(5), none: 0, at: (value) => scale(value) };
}

/** The axis that holds all rows, the line of no effect included. Example: risk ratios from 0.75 to 1.24 stand between 0.5 and 2. */
export const toAxis = (kind: Axis['kind'], rows: readonly Interval[]): Axis => (kind === 'ratio' ? ratioAxis(rows) : differenceAxis(rows));

type Row = ForestPanel['rows'][number];

const LINE = 18;
const BAND = 22;
const GAP = 12;
/** Characters that fit into one line on the narrowest screen. */
const WIDTH = 46;
const percent = (value: number): string => `${Number(value.toFixed(2))}%`;
const minus = (value: number): string => String(value).replace('-', '−');

interface Lines {
  readonly name: readonly string[];
  readonly facts: readonly string[];
  /** Whether the numbers stand in the last line of the facts or have a line of their own. */
  readonly shared: boolean;
}

function linesOf(row: Row): Lines {
  const facts = wrapText([row.facts, row.ours ? 'worked out by us' : ''].filter(Boolean).join(' · '), WIDTH);
  return { name: wrapText(row.name, WIDTH), facts, shared: (facts.at(-1) ?? '').length + row.reads.length < WIDTH };
}

const heightOf = ({ name, facts, shared }: Lines): number => (name.length + facts.length + (shared ? 0 : 1)) * LINE + BAND + GAP;

const arrow = (at: string, y: number, towards: 'low' | 'high'): string =>
  element(
    'svg',
    { x: at, y, class: `arrow arrow-${towards}`, overflow: 'visible' },
    element('path', { d: towards === 'low' ? 'M0 -5L-9 0L0 5z' : 'M0 -5L9 0L0 5z' }),
  );

/** The line of an interval, cut where the axis ends and then carrying an arrowhead, and the square of its estimate. */
function markOf(row: Row, drawn: Interval, axis: Axis, y: number): string {
  const [from, to] = axis.domain;
  const x1 = percent(axis.at(Math.max(drawn.low, from)));
  const x2 = percent(axis.at(Math.min(drawn.high, to)));
  return element(
    'g',
    { class: 'effect', 'data-row': row.id, 'data-ours': row.ours ? 'true' : undefined },
    [
      element('line', { class: 'interval', x1, x2, y1: y, y2: y }),
      drawn.low < from ? arrow(x1, y, 'low') : element('line', { class: 'interval', x1, x2: x1, y1: y - 4, y2: y + 4 }),
      drawn.high > to ? arrow(x2, y, 'high') : element('line', { class: 'interval', x1: x2, x2, y1: y - 4, y2: y + 4 }),
      element('rect', {
        class: 'estimate',
        x: percent(axis.at(drawn.value)),
        y: y - 5,
        width: 10,
        height: 10,
        transform: 'translate(-5 0)',
      }),
    ].join(''),
  );
}

function rowOf(row: Row, drawn: Interval, axis: Axis, top: number): { svg: string; bottom: number } {
  const lines = linesOf(row);
  let y = top;
  const down = (): number => (y += LINE);
  const svg = [
    ...lines.name.map((line) => textElement({ class: 'name', x: 0, y: down() }, line)),
    ...lines.facts.map((line) => textElement({ x: 0, y: down() }, line)),
    textElement({ class: 'number', x: '100%', y: lines.shared ? y : down(), 'text-anchor': 'end' }, row.reads),
    gridOf(axis, y + 5, y + BAND + 5),
    markOf(row, drawn, axis, y + BAND - 6),
  ];
  return { svg: svg.join(''), bottom: top + heightOf(lines) };
}

/** The lines that run up from the axis, behind the marks of one row only, so that no line crosses a word. */
function gridOf(axis: Axis, top: number, bottom: number): string {
  const line = (kind: string, value: number): string =>
    element('line', { class: kind, x1: percent(axis.at(value)), x2: percent(axis.at(value)), y1: top, y2: bottom });
  return axis.ticks.map((tick) => line('grid', tick)).join('') + line('none', axis.none);
}

function axisOf(panel: ForestPanel, axis: Axis, bottom: number): string {
  return [
    element('line', { class: 'axis', x1: percent(axisEnds[0]), x2: percent(axisEnds[1]), y1: bottom, y2: bottom }),
    ...axis.ticks.map((tick) =>
      textElement(
        { class: 'tick', 'data-value': String(tick), x: percent(axis.at(tick)), y: bottom + 17, 'text-anchor': 'middle' },
        minus(tick),
      ),
    ),
    textElement({ class: 'axis-label', x: '50%', y: bottom + 36, 'text-anchor': 'middle' }, panel.axisLabel),
  ].join('');
}

/** What the picture shows, in words, for those who do not see it. */
const description = (rows: readonly Row[]): string =>
  rows.map((row) => `${row.name}, ${row.facts}: ${row.reads}${row.ours ? ', worked out by us' : ''}.`).join(' ');

/** The panel as an `<svg>` with title and description. Example: `drawForestPanel(panel).startsWith('<svg')`. */
export function drawForestPanel(panel: ForestPanel): string {
  const rows = panel.rows.flatMap((row) => (row.drawn ? [{ row, drawn: row.drawn }] : []));
  const axis = toAxis(
    panel.axis,
    rows.map(({ drawn }) => drawn),
  );
  const top = 24;
  let y = top;
  const drawnRows = rows.map(({ row, drawn }) => {
    const { svg, bottom } = rowOf(row, drawn, axis, y);
    y = bottom;
    return svg;
  });
  const inside = [
    `<title id="${panel.id}-title">${escapeText(`${panel.heading}. ${panel.says}.`)}</title>`,
    `<desc id="${panel.id}-desc">${escapeText(description(panel.rows))}</desc>`,
    axisOf(panel, axis, y - GAP + 7),
    textElement({ class: 'side', x: 0, y: 13 }, `← ${panel.less}`),
    textElement({ class: 'side', x: '100%', y: 13, 'text-anchor': 'end' }, `${panel.more} →`),
    ...drawnRows,
  ];
  const attributes = {
    class: 'drawing forest',
    role: 'img',
    'aria-labelledby': `${panel.id}-title ${panel.id}-desc`,
    width: '100%',
    height: y + 42,
  };
  return element('svg', attributes, inside.join(''));
}
