/** An icon array: a hundred people, ten by ten from below, those with the event filled. Data in, SVG text out. */
import { element } from './svg-text.ts';

const person = (id: string): string =>
  element('pattern', { id, width: 10, height: 10, patternUnits: 'userSpaceOnUse' }, element('circle', { class: id, cx: 5, cy: 5, r: 3.6 }));

/** The two kinds of people of which every array on a page is made: once on the page that has any. */
export const iconPeople = element(
  'svg',
  { class: 'icon-people', width: 0, height: 0, 'aria-hidden': 'true' },
  person('with-event') + person('without-event'),
);

/**
 * Draws how many of a hundred have an event, e.g. `drawIconArray(28, '28 of 100 without it')`, of `iconPeople`. A part of a person is
 * rounded to the nearest. Throws a RangeError for a number that is not from 0 to 100.
 */
export function drawIconArray(events: number, label: string): string {
  if (!(events >= 0 && events <= 100)) throw new RangeError(`${events} is no number of a hundred people: expected 0 to 100.`);
  const filled = Math.round(events);
  // Whole rows from below, then those of the row that is begun.
  const border = `V${100 - Math.floor(filled / 10) * 10}H${(filled % 10) * 10}v-10H0z`;
  const people = (kind: string, from: string): string => element('path', { fill: `url(#${kind})`, d: `${from}h100${border}` });
  return element(
    'svg',
    { class: 'icon-array', viewBox: '0 0 100 100', width: 120, height: 120, role: 'img', 'aria-label': label },
    (filled ? people('with-event', 'M0 100') : '') + (filled < 100 ? people('without-event', 'M0 0') : ''),
  );
}
