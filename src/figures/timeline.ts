/**
 * The timeline as SVG text: one row a work, lanes below each other, years across. Places across are in per cent, so that
 * names keep their size on a phone. Every mark is a link with its name.
 */
import { scaleLinear } from 'd3-scale';
import type { SourceId } from '../schema/id.ts';
import { element, escapeText, textElement } from './svg-text.ts';

export interface TimelineMark {
  readonly id: string;
  readonly href: string;
  /** As in the text: `Vedantham et al., ATTRACT, 2017`. */
  readonly name: string;
  /** What stands beside the mark: `ATTRACT`, `NICE, IPG651`. */
  readonly short: string;
  /** `2017`; empty when the work bears no date. */
  readonly year: string;
  /** Year with its fraction where the month is known, e.g. `2017.92`; undefined when the work bears no date. */
  readonly when: number | undefined;
  readonly date: string;
  readonly kind: string;
  /** True when the mark stands at an expected end, not at a publication. */
  readonly pending: boolean;
}

export interface TimelineLane {
  readonly id: string;
  readonly label: string;
  readonly says: string;
  /** Oldest first, undated ones last. */
  readonly marks: readonly TimelineMark[];
}

export interface TimelineView {
  readonly id: string;
  readonly href: string;
  readonly title: string;
  readonly lanes: readonly TimelineLane[];
  /** First and last year of the axis, whole years that hold every dated mark. */
  readonly from: number;
  readonly to: number;
  readonly dated: number;
  readonly undated: number;
  /** Works that are no evidence and so have no lane. */
  readonly left: number;
  readonly sources: readonly SourceId[];
}

const ROW = 26;
const HEAD = 40;
const percent = (value: number): string => `${Number(value.toFixed(2))}%`;

/** Place of a year in per cent of the width, e.g. for tests: `yearPlace(view)(view.from) === 3`. */
export const yearPlace = ({ from, to }: Pick<TimelineView, 'from' | 'to'>): ((year: number) => number) => {
  const scale = scaleLinear([from, to], [3, 97]);
  return (year) => scale(year);
};

/** Every fifth year, or every tenth where the span is long. */
const ticksOf = ({ from, to }: TimelineView): number[] => {
  const step = to - from > 25 ? 10 : 5;
  const first = Math.ceil(from / step) * step;
  return Array.from({ length: Math.max(0, Math.floor((to - first) / step) + 1) }, (_, i) => first + i * step);
};

/** A name cut to the room beside its mark on the narrowest screen; the whole of it stands in the list and in the name of the link. */
const cut = (name: string, room: number): string => (name.length <= room ? name : `${name.slice(0, room - 1).trimEnd()}…`);

const plain = (words: string): string => words.replace(/[^\p{L}\p{N} ]/gu, '');

/** The full name of a link, which holds the words that stand beside the mark: who says what they see must be understood. */
function linkName(mark: TimelineMark, visible: string): string {
  const full = `${mark.name}, ${mark.kind}, ${mark.date}`;
  return plain(full).includes(plain(visible)) ? full : `${visible}: ${full}`;
}

/** A mark with its name on the side where there is room. */
function markOf(mark: TimelineMark, when: number, y: number, at: (year: number) => number): string {
  const place = at(when);
  const left = place > 55;
  const room = Math.floor((3.4 * (left ? place : 100 - place) - 16) / 7) - mark.year.length - 1;
  const visible = `${cut(mark.short, room)} ${mark.year}`.trim();
  const inside = [
    element('rect', { class: 'touch', x: left ? -170 : -13, y: -13, width: 183, height: 26 }),
    element('circle', { class: mark.pending ? 'mark open' : 'mark', r: 5 }),
    textElement({ x: left ? -12 : 12, y: 4.5, 'text-anchor': left ? 'end' : 'start' }, visible),
  ].join('');
  return element(
    'a',
    { href: mark.href, 'aria-label': linkName(mark, visible), 'data-year': when },
    element('svg', { x: percent(place), y, overflow: 'visible' }, inside),
  );
}

const dated = (lane: TimelineLane) => lane.marks.flatMap((mark) => (mark.when === undefined ? [] : [{ mark, when: mark.when }]));

/** The timeline as an `<svg>`; works without a date stand in the list beside it only. */
export function drawTimeline(view: TimelineView): string {
  const at = yearPlace(view);
  const ticks = ticksOf(view);
  let y = 30;
  const rows = view.lanes
    .filter((lane) => dated(lane).length > 0)
    .map((lane) => {
      const top = y;
      y += HEAD;
      const marks = dated(lane).map(({ mark, when }) => {
        y += ROW;
        return markOf(mark, when, y - ROW / 2, at);
      });
      const head = [
        element('line', { class: 'lane', x1: 0, x2: '100%', y1: top + 6, y2: top + 6 }),
        textElement({ class: 'name', x: 0, y: top + 28 }, lane.label),
      ].join('');
      return element('g', { role: 'group', 'aria-label': lane.label }, head + marks.join(''));
    });
  const bottom = y + 10;
  const grid = ticks.map((year) =>
    [
      element('line', { class: 'grid', x1: percent(at(year)), x2: percent(at(year)), y1: 22, y2: bottom }),
      textElement({ class: 'tick', x: percent(at(year)), y: 14, 'text-anchor': 'middle' }, String(year)),
      textElement({ class: 'tick', x: percent(at(year)), y: bottom + 16, 'text-anchor': 'middle' }, String(year)),
    ].join(''),
  );
  const title = `<title id="${view.id}-title">${escapeText(view.title)}</title>`;
  const desc = `<desc id="${view.id}-desc">${escapeText(`${view.dated} works from ${view.from} to ${view.to - 1}, on lanes by kind. The same works stand in the list below, in order.`)}</desc>`;
  const attributes = {
    class: 'drawing timeline',
    role: 'group',
    'aria-labelledby': `${view.id}-title`,
    'aria-describedby': `${view.id}-desc`,
  };
  return element('svg', { ...attributes, width: '100%', height: bottom + 24 }, [title, desc, ...grid, ...rows].join(''));
}
