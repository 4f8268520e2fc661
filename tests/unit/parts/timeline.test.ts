/** Lanes, dates and marks of the timeline, and that marks stand at their years. */
import { describe, expect, it } from 'vitest';
import { drawTimeline, yearPlace } from '../../../src/figures/timeline.ts';
import { buildEvidenceGraph } from '../../../src/evidence/build-evidence.ts';
import { toTimeline, toYears } from '../../../src/parts/figures/timeline.ts';
import { ofClass, percentOf, readSvg } from '../figures/svg-nodes.ts';
import { madeLibrary, madeSource } from '../made.ts';

const sources = [
  madeSource('moon-1984-first', { issued: '1984-11', shortTitle: 'FIRST' }),
  madeSource('moon-1997-later', { issued: 1997, restsOn: [{ source: 'moon-1984-first' }] }),
  madeSource('sun-2019-stratum', { kind: 'subgroup-analysis', issued: 'undated' }),
  madeSource('club-2021-advice', {
    kind: 'guideline',
    issued: '2021-03-09',
    jurisdiction: 'Moon',
    authors: [{ organisation: 'Moon Club' }],
    shortTitle: 'MC7',
  }),
  madeSource('star-2025-plan', { kind: 'trial-protocol', issued: 2020, pending: { registry: 'NCT00000001', completion: '2027-01' } }),
  madeSource('maker-2020-page', { kind: 'vendor', url: 'https://moon.example/' }),
];
const view = toTimeline(buildEvidenceGraph(madeLibrary({ sources }), '2026-11-20'));
const svg = readSvg(drawTimeline(view));

describe('the timeline', () => {
  it('puts each work on the lane of its kind; a report that rests on a trial is a follow-up, a maker’s page is no evidence', () => {
    expect(view.lanes.map(({ id, marks }) => [id, ...marks.map((mark) => mark.id)])).toEqual([
      ['trials', 'moon-1984-first'],
      ['follow-ups', 'moon-1997-later', 'sun-2019-stratum'],
      ['guidelines', 'club-2021-advice'],
      ['pending', 'star-2025-plan'],
    ]);
    expect([view.dated, view.undated, view.left]).toEqual([4, 1, 1]);
  });

  it('runs over whole years from the first work to the expected end of the last trial', () => {
    expect([view.from, view.to]).toEqual([1984, 2028]);
  });

  it.each([
    ['2017', 2017],
    ['2017-07', 2017.5],
    ['2017-01-31', 2017],
    ['undated', undefined],
  ])('reads %s as %s', (date, years) => expect(toYears(date)).toBe(years));

  it('draws a mark at its year, by the ticks beside it, and none without a year', () => {
    const marks = svg.filter(({ name }) => name === 'a');
    const ticks = ofClass(svg, 'tick').map((tick) => ({ year: Number(tick.text), place: percentOf(tick, 'x') }));
    const [one, other] = [ticks.find(({ year }) => year === 1990), ticks.find(({ year }) => year === 2020)];
    if (!one || !other) throw new Error('no ticks');
    expect(marks.map(({ attributes }) => attributes['href'])).toEqual([
      '/sources/moon-1984-first/',
      '/sources/moon-1997-later/',
      '/sources/club-2021-advice/',
      '/sources/star-2025-plan/',
    ]);
    const years = marks.map((mark) => {
      const place = mark.inside.find(({ name }) => name === 'svg');
      return place ? one.year + ((percentOf(place, 'x') - one.place) / (other.place - one.place)) * (other.year - one.year) : NaN;
    });
    [1984 + 10 / 12, 1997, 2021 + 2 / 12, 2027].forEach((year, i) => expect(Math.abs((years[i] ?? NaN) - year)).toBeLessThan(0.02));
    expect(yearPlace(view)(view.from)).toBe(3);
  });

  it('names every mark in full, and says of a pending one when its end is expected', () => {
    expect(svg.filter(({ name }) => name === 'a').map(({ attributes }) => attributes['aria-label'])).toEqual([
      'Moon, FIRST, 1984, Randomised trial, November 1984',
      'Moon, 1997, Randomised trial, 1997',
      'Moon Club, MC7, 2021, Guideline, 9 March 2021',
      'Moon 2027: Moon, 2020, Trial protocol, expected to end January 2027',
    ]);
    expect(ofClass(svg, 'open')).toHaveLength(1);
  });

  it('cuts a name too long for a phone, and says both the cut and the whole name', () => {
    const long = madeSource('long-2020-title', {
      authors: undefined,
      title: 'A very long title that no phone could ever hold beside a mark',
      issued: 2020,
    });
    const drawn = readSvg(drawTimeline(toTimeline(buildEvidenceGraph(madeLibrary({ sources: [...sources, long] }), '2026-11-20'))));
    const link = drawn.find(({ attributes }) => attributes['href'] === '/sources/long-2020-title/');
    expect(link?.text).toMatch(/^A very long title \S.*… 2020$/);
    expect(link?.attributes['aria-label']).toBe(
      `${link?.text}: A very long title that no phone could ever hold beside a mark, 2020, Randomised trial, 2020`,
    );
  });

  it('prints short names that fit beside the mark', () => {
    expect(svg.filter(({ name, inside }) => name === 'a' && inside.length > 0).map(({ text }) => text)).toEqual([
      'FIRST 1984',
      'Moon 1997',
      'Moon Club, MC7 2021',
      'Moon 2027',
    ]);
  });
});
