/** Which results share an axis, what is drawn of them, and what is only listed. */
import { describe, expect, it } from 'vitest';
import { buildEvidenceGraph } from '../../../src/evidence/build-evidence.ts';
import type { EvidenceGraph } from '../../../src/evidence/evidence-graph.ts';
import { toForestPlot } from '../../../src/parts/figures/forest-plot.ts';
import { madeLibrary, madeSource } from '../made.ts';

type Fields = Record<string, unknown>;
const removal = [
  { name: 'cdt', intervention: 'cdt' },
  { name: 'control', intervention: 'anticoagulation' },
];
const ratio = { measure: 'RR', value: 0.9, low: 0.8, high: 1.1 };
const made = (...results: Fields[]): Fields => ({
  results: results.map((result) => ({ outcome: 'pts-any', at: '24 months', arms: removal, ...result })),
});
const graphOf = (...sources: [id: string, fields: Fields][]): EvidenceGraph =>
  buildEvidenceGraph(madeLibrary({ sources: sources.map(([id, fields]) => madeSource(id, fields)) }), '2026-11-20');
const plotOf = (...results: Fields[]) => toForestPlot(graphOf(['moon-2020-a', made(...results)]), 'pts-any');
const firstRow = (...results: Fields[]) => {
  const plot = plotOf(...results);
  const row = plot.panels[0]?.rows[0] ?? plot.undrawn[0];
  if (!row) throw new Error('no row');
  return row;
};
const headings = (plot: ReturnType<typeof plotOf>): string[] => plot.panels.map(({ heading, says }) => `${heading} | ${says}`);

describe('what shares an axis', () => {
  it('is never two scales, and never two measures', () => {
    const plot = plotOf(
      { scale: 'Cheese 5 or more', effect: ratio },
      { scale: 'Cheese twice', effect: ratio },
      { scale: 'Cheese 5 or more', effect: { ...ratio, measure: 'OR' } },
      { scale: 'Cheese 5 or more', effect: { measure: 'RD', value: -5, low: -9, high: -1, per: 100 } },
      { scale: 'Cheese 5 or more', population: 'calf', effect: ratio },
    );
    expect(headings(plot)).toEqual([
      'Cheese 5 or more | Clot removal against anticoagulation · risk ratio',
      'Cheese 5 or more | Clot removal against anticoagulation · odds ratio',
      'Cheese 5 or more | Clot removal against anticoagulation · risk difference',
      'Cheese twice | Clot removal against anticoagulation · risk ratio',
    ]);
    expect(plot.panels.map(({ axis, rows }) => [axis, rows.length])).toEqual([
      ['ratio', 2],
      ['ratio', 1],
      ['difference', 1],
      ['ratio', 1],
    ]);
  });

  it('is never two comparisons: stockings and filters stand apart from removal, and after it', () => {
    const stockings = [{ name: 'stockings', intervention: 'compression' }, { name: 'placebo stockings' }];
    const filter = [
      { name: 'filter', intervention: 'filter' },
      { name: 'no filter', intervention: 'anticoagulation' },
    ];
    const plot = plotOf(
      { scale: 'S', arms: stockings, effect: ratio },
      { scale: 'S', arms: filter, effect: ratio },
      { scale: 'S', effect: ratio },
    );
    expect(plot.panels.map(({ says, more }) => [says, more])).toEqual([
      ['Clot removal against anticoagulation · risk ratio', 'more with removal'],
      ['Filter against no filter · risk ratio', 'more with filter'],
      ['Stockings against placebo stockings · risk ratio', 'more with stockings'],
    ]);
  });

  it('is never a study and a guideline’s sum over studies', () => {
    const graph = graphOf(
      ['moon-2020-a', made({ effect: ratio })],
      ['club-2021-advice', { kind: 'guideline', jurisdiction: 'Moon', ...made({ effect: ratio }) }],
    );
    expect(toForestPlot(graph, 'pts-any').panels.map(({ heading }) => heading)).toEqual([
      'Scale not recorded',
      'Printed by a guideline or review, over several studies',
    ]);
  });
});

describe('studies that name no scale', () => {
  it('may share an axis, and the heading says what that means', () => {
    expect(plotOf({ effect: ratio }, { effect: ratio, population: 'calf' }).panels.map(({ heading }) => heading)).toEqual([
      'Scale not recorded; the rows need not measure the same thing',
    ]);
  });
});

describe('what is drawn', () => {
  it('is the printed effect as printed, where there is an interval', () => {
    expect(firstRow({ effect: { ...ratio, p: '<0.001' } })).toMatchObject({
      drawn: { value: 0.9, low: 0.8, high: 1.1 },
      reads: '0.9 (0.8 to 1.1)',
      printed: 'Risk ratio 0.9 (0.8 to 1.1); P < 0.001',
      ours: false,
    });
  });

  it('turns a difference printed as a reduction round, and says how it was printed', () => {
    expect(firstRow({ effect: { measure: 'RD', value: 14.4, low: 0.2, high: 27.9, per: 100, reduction: true } })).toMatchObject({
      drawn: { value: -14.4, low: -27.9, high: -0.2 },
      reads: '−14.4 (−27.9 to −0.2)',
      printed: 'Risk difference 14.4 (0.2 to 27.9) percentage points, printed as a reduction',
    });
  });

  it('brings a difference per 1,000 to percentage points', () => {
    const row = firstRow({ effect: { measure: 'RD', value: -116, low: -180, high: -37, per: 1000 } });
    expect(row.drawn).toEqual({ value: -11.6, low: -18, high: -3.7 });
    expect(row.printed).toBe('Risk difference −116 (−180 to −37) per 1,000');
  });

  it('is our own difference where both groups’ counts are given and no interval, with our interval of each share', () => {
    const arms = [
      { name: 'cheese', intervention: 'cdt', events: 56, total: 70 },
      { name: 'bread', intervention: 'anticoagulation', events: 48, total: 80 },
    ];
    const row = firstRow({ arms, effect: { measure: 'RD', p: 0.003 } });
    expect(row).toMatchObject({ ours: true, reads: '20.0 (5.2 to 33.4)', printed: 'P = 0.003' });
    expect(row.drawn).toEqual({ value: expect.closeTo(20), low: expect.closeTo(5.243, 2), high: expect.closeTo(33.387, 2) });
    expect(row.arms).toEqual(['Cheese: 56 of 70, our interval 69.2% to 87.7%', 'Bread: 48 of 80, our interval 49.0% to 70.0%']);
  });

  it('is the printed interval and not ours, where both could be', () => {
    const arms = removal.map((arm) => ({ ...arm, events: 1, total: 10 }));
    expect(firstRow({ arms, effect: ratio })).toMatchObject({ ours: false, reads: '0.9 (0.8 to 1.1)' });
  });
});

describe('what is listed and not drawn', () => {
  it.each([
    ['a P value alone', { effect: { measure: 'RD', p: 0.04 } }, 'Neither an interval nor the counts of both groups are recorded.'],
    ['percentages alone', {}, 'Neither an effect nor the counts of both groups are recorded.'],
    ['one group', { arms: [{ name: 'cheese', events: 1, total: 2 }] }, 'One group only: nothing to compare.'],
    [
      'a difference of unknown unit',
      { effect: { measure: 'RD', value: 3, low: 1, high: 5 } },
      'It is not said out of how many the difference counts.',
    ],
  ])('%s, with the reason', (_, result, whyNot) => {
    const plot = plotOf(result);
    expect(plot.panels).toEqual([]);
    expect(plot.undrawn.map((row) => row.whyNot)).toEqual([whyNot]);
  });

  it('what makers, the news and machines print, whatever its numbers', () => {
    const graph = graphOf(['news-2020-moon', { kind: 'news', url: 'https://moon.example/', ...made({ effect: ratio }) }]);
    const plot = toForestPlot(graph, 'pts-any');
    expect([plot.panels.length, plot.undrawn[0]?.whyNot]).toEqual([0, 'News items are listed and not drawn.']);
  });

  it('what was retracted', () => {
    const graph = graphOf(['moon-2020-a', { retracted: { on: '2021-01-01', notice: '10.1000/x' }, ...made({ effect: ratio }) }]);
    expect(toForestPlot(graph, 'pts-any').undrawn[0]?.whyNot).toBe('The source has been retracted.');
  });
});
