/** The plot of an outcome over all sources: what is drawn, and what is only listed, with the reason. */
import { describe, expect, it } from 'vitest';
import { outcomePlot, outcomePlots, rowsIn } from '../../../src/parts/figures/forest-plot.ts';
import { formatNumber } from '../../../src/parts/figures/printed-result.ts';
import { counts, graphOf, ratio, removal, sourceOf, wide, type Fields } from './forest-made.ts';

describe('the plot of an outcome over all sources', () => {
  const listed = (source: ReturnType<typeof sourceOf>) => {
    const { panels, listed: all } = outcomePlot(graphOf(source).graph, 'pts-any');
    return [panels.length, ...all.map(({ whyNot }) => whyNot)];
  };
  const noInterval = 'No interval is recorded, and by our rules none can be worked out.';

  it.each([
    ['a P value alone', { effect: { measure: 'RD', p: 0.04 } }, noInterval],
    ['counts that were not randomised', { arms: removal(counts(1, 10), counts(2, 10)) }, noInterval, { kind: 'cohort' }],
    ['one group', { arms: [{ name: 'cheese', events: 1, total: 2 }] }, 'One group only: nothing to compare.'],
    ['three groups', { arms: [...removal(), { name: 'wine' }], effect: ratio }, 'More than two groups.'],
    ['people compared', { effect: ratio, notFor: 'effect', note: 'why' }, 'It compares people, not treatments.'],
    ['an interval without width', { effect: { ...ratio, value: 1, low: 1, high: 1 } }, 'Its interval has no width.'],
    [
      'a difference of unknown unit',
      { effect: { measure: 'RD', value: 3, low: 1, high: 5 } },
      'It is not said out of how many the difference counts.',
    ],
    ['what the news print', { effect: ratio }, 'News items are listed and not drawn.', { kind: 'news', url: 'https://moon.example/' }],
    ['what was retracted', { effect: ratio }, 'The source has been retracted.', { retracted: { on: '2021-01-01', notice: '10.1000/x' } }],
  ])('lists and does not draw %s, with the reason', (_, result: Fields, whyNot, fields: Fields = {}) => {
    expect(listed(sourceOf('a-2019', [result], fields))).toEqual([0, whyNot]);
  });

  it('draws what is compared with anything, once, and reads it as printed', () => {
    const stockings = { arms: [{ name: 'stockings', intervention: 'compression' }, { name: 'none' }], effect: ratio };
    const filter = {
      arms: [
        { name: 'filter', intervention: 'filter' },
        { name: 'none', intervention: 'anticoagulation' },
      ],
      effect: wide,
    };
    const drugs = {
      arms: [
        { name: 'new', intervention: 'anticoagulation' },
        { name: 'old', intervention: 'anticoagulation' },
      ],
      effect: wide,
    };
    const plot = outcomePlot(graphOf(sourceOf('a-2019', [drugs, filter, stockings, { effect: ratio }])).graph, 'pts-any');
    expect(plot.panels.map((panel) => [panel.says, ...rowsIn(panel).map(({ id, note }) => id + note)])).toEqual([
      ['Clot removal against anticoagulation', 'a-2019--r3'],
      ['Filter against none', 'a-2019--r1'],
      ['Stockings against none', 'a-2019--r2'],
      ['New against old', 'a-2019--r0'],
    ]);
    expect(plot.listed.map(({ whyNot }) => whyNot)).toEqual(['', '', '', '']);
  });

  it('is left out where nobody compares, and for outcomes that are no one thing', () => {
    const { graph } = graphOf(
      sourceOf('a-2019', [
        { outcome: 'patency', arms: [{ name: 'cheese', percent: 3 }] },
        { outcome: 'other', effect: ratio },
        { outcome: 'major-bleeding', effect: { measure: 'RD', p: 0.5 } },
        { outcome: 'death', effect: ratio },
      ]),
    );
    expect(outcomePlots(graph).map(({ outcome, panels }) => [outcome, panels.length])).toEqual([
      ['major-bleeding', 0],
      ['death', 1],
    ]);
  });
});

describe('numbers', () => {
  it('are printed with a true minus, and zero without any', () => {
    expect([formatNumber(-14.4), formatNumber(0.5, 1), formatNumber(-0.04, 1), formatNumber(1.5)]).toEqual(['−14.4', '0.5', '0.0', '1.5']);
  });
});
