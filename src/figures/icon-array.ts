/** An icon array: a hundred people, ten by ten from below, those with the event filled. Data in, SVG text out. */
import { element } from './svg-text.ts';

const circle = (at: number): string => `M${1.4 + (at % 10) * 10} ${95 - Math.floor(at / 10) * 10}a3.6 3.6 0 1 0 7.2 0 3.6 3.6 0 1 0-7.2 0z`;
const circles = (from: number, to: number): string => Array.from({ length: to - from }, (_, i) => circle(from + i)).join('');

/**
 * Draws how many of a hundred have an event, e.g. `drawIconArray(28, '28 of 100 without it')`. A part of a person is rounded to the nearest.
 * Throws a RangeError for a number that is not from 0 to 100.
 */
export function drawIconArray(events: number, label: string): string {
  if (!(events >= 0 && events <= 100)) throw new RangeError(`${events} is no number of a hundred people: expected 0 to 100.`);
  const filled = Math.round(events);
  return element(
    'svg',
    { class: 'icon-array', viewBox: '0 0 100 100', width: 120, height: 120, role: 'img', 'aria-label': label },
    element('path', { class: 'with-event', d: circles(0, filled) }) + element('path', { class: 'without-event', d: circles(filled, 100) }),
  );
}
