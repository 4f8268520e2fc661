/** Which results share an axis, what is drawn of them and under which head, and what is only listed. */
import { describe, expect, it } from 'vitest';
import { buildEvidenceGraph } from '../../../src/evidence/build-evidence.ts';
import type { ForestPanel } from '../../../src/figures/forest-plot.ts';
import { outcomePlot, outcomePlots, questionPlots, rowsIn } from '../../../src/parts/figures/forest-plot.ts';
import { formatNumber } from '../../../src/parts/figures/printed-result.ts';
import { madeFinding, madeLibrary, madeQuestion, madeSource } from '../made.ts';

type Fields = Record<string, unknown>;
const removal = (one: Fields = {}, other: Fields = {}) => [
  { name: 'cheese', intervention: 'cdt', ...one },
  { name: 'bread', intervention: 'anticoagulation', ...other },
];
const counts = (events: number, total: number) => ({ events, total });
const ratio = { measure: 'RR', value: 0.9, low: 0.8, high: 1.1 };
const wide = { measure: 'RR', value: 2, low: 0.5, high: 14 };
const questionId = 'cheese-effect';
/** A source whose finding on the question carries all its results. */
const sourceOf = (id: string, results: readonly Fields[], fields: Fields = {}) => {
  const named = results.map((result, at) => ({
    ...{ id: `r${at}`, outcome: 'pts-any', scale: 'S', at: '24 months', arms: removal(), people: 100 },
    ...result,
  }));
  const finding = madeFinding(questionId, 'none', { population: 'iliofemoral', results: named.map(({ id: name }) => name) });
  return madeSource(id, { ...fields, results: named, findings: [finding] });
};
const graphOf = (...sources: ReturnType<typeof sourceOf>[]) => {
  const pico = { population: 'iliofemoral', intervention: 'any-removal', comparator: 'bread', outcome: 'mould' };
  const question = madeQuestion(questionId, { asks: 'effect', pico, outcomes: ['pts-any', 'major-bleeding'] });
  return { graph: buildEvidenceGraph(madeLibrary({ sources, questions: [question] }), '2026-11-20'), question };
};
const plotsOf = (...sources: ReturnType<typeof sourceOf>[]) => {
  const { graph, question } = graphOf(...sources);
  return questionPlots(graph, question);
};
const told = (panel: ForestPanel | undefined) =>
  panel?.sections.map(({ name, rows }) => [name, ...rows.map(({ id, mark, reads }) => `${id} ${mark?.shape ?? 'nothing'} ${reads}`)]);

describe('what shares an axis', () => {
  it('is one comparison of one outcome, in the measure by which most studies can be told; the others follow', () => {
    const [plot] = plotsOf(
      sourceOf('a-2019', [{ effect: ratio }]),
      sourceOf('b-2020', [{ arms: removal(counts(20, 50), counts(25, 50)), effect: { measure: 'OR', value: 0.67, low: 0.3, high: 1.5 } }]),
      sourceOf('c-2021', [{ effect: { measure: 'HR', value: 0.7, low: 0.4, high: 1.2 } }]),
      sourceOf('d-2022', [{ scale: 'Other cheese', at: '5 years', population: 'calf', effect: wide }]),
    );
    expect(plot?.panels.map(({ measure, sections }) => [measure, sections.flatMap(({ rows }) => rows).map(({ id }) => id)])).toEqual([
      ['Risk ratio', ['a-2019--r0', 'b-2020--r0', 'd-2022--r0']],
      ['Hazard ratio', ['c-2021--r0']],
    ]);
    expect(plot?.panels[0]?.sections[0]?.rows.map(({ facts, note }) => [facts, note])).toEqual([
      ['Iliofemoral · 24 months · S · 100 people', ''],
      ['Iliofemoral · 24 months · S', 'our arithmetic'],
      ['Calf · 60 months · Other cheese · 100 people', ''],
    ]);
  });

  it('is never two comparisons: each has its own, the one of the vocabulary first', () => {
    const one = sourceOf('a-2019', [
      { arms: [{ name: 'cheese', intervention: 'cdt' }, { name: 'no cheese' }], effect: ratio },
      { arms: removal(), effect: ratio },
      {
        arms: [
          { name: 'x', intervention: 'pmt' },
          { name: 'y', intervention: 'cdt' },
        ],
        effect: ratio,
      },
    ]);
    expect(plotsOf(one)[0]?.panels.map(({ says, left, right }) => [says, left, right])).toEqual([
      ['Clot removal against anticoagulation', 'Favours removal', 'Favours anticoagulation'],
      [
        'Percutaneous mechanical thrombectomy against catheter-directed thrombolysis',
        'Favours percutaneous mechanical thrombectomy',
        'Favours catheter-directed thrombolysis',
      ],
      ['Cheese against no cheese', 'Favours cheese', 'Favours no cheese'],
    ]);
  });
});

describe('the sides', () => {
  const sides = (outcome: string, effect: Fields = ratio) => {
    const [panel] =
      plotsOf(
        sourceOf('a-2019', [
          { outcome, label: 'Mould', effect },
          { outcome, label: 'Mould', effect, population: 'calf' },
        ]),
      )[0]?.panels ?? [];
    return [panel?.left, panel?.right];
  };

  it('say whom an estimate there favours, by what one hopes for', () => {
    expect(sides('major-bleeding')).toEqual(['Favours removal', 'Favours anticoagulation']);
    expect(sides('patency')).toEqual(['Favours anticoagulation', 'Favours removal']);
  });

  it('say only which way it goes where nobody says what one hopes for', () => {
    expect(sides('other')).toEqual(['Fewer with removal', 'More with removal']);
    expect(sides('other', { measure: 'MD', value: 1, low: -1, high: 2 })).toEqual(['Lower with removal', 'Higher with removal']);
  });
});

describe('rows', () => {
  it('tell people of both groups, and are in size as their people', () => {
    const [plot] = plotsOf(
      sourceOf('a-2019', [{ arms: removal(counts(37, 90), counts(55, 99)) }]),
      sourceOf('b-2020', [
        {
          arms: removal({ percent: 12.5, total: 1000 }, { percent: 8, total: 890 }),
          effect: { measure: 'RD', value: 4, low: 1, high: 7, per: 100 },
        },
      ]),
    );
    expect(plot?.panels[0]?.sections[0]?.rows.map(({ given, other, facts, mark }) => [given, other, facts, mark?.share])).toEqual([
      ['37/90', '55/99', 'Iliofemoral · 24 months · S', 0.1],
      ['12.5% of 1,000', '8% of 890', 'Iliofemoral · 24 months · S', 1],
    ]);
  });

  it('of one study stand together and count once', () => {
    const [plot] = plotsOf(
      sourceOf('a-2019', [{ effect: ratio }], { registry: 'NCT00000001' }),
      sourceOf('b-2020', [{ effect: ratio }]),
      sourceOf('c-2021', [{ effect: wide, at: '5 years' }], { registry: 'NCT00000001' }),
    );
    const [section] = plot?.panels[0]?.sections ?? [];
    expect(section?.name).toBe('Randomised: 2 studies');
    expect(section?.rows.map(({ id, same }) => [id, same])).toEqual([
      ['a-2019--r0', false],
      ['c-2021--r0', true],
      ['b-2020--r0', false],
    ]);
  });

  it('of a review are diamonds, with the trials that it counts under them; what is not randomised stands apart', () => {
    const [plot] = plotsOf(
      sourceOf('cohort-2018', [{ effect: ratio }], { kind: 'cohort' }),
      sourceOf('in-2019', [{ effect: wide }]),
      sourceOf('out-2020', [{ effect: wide }]),
      sourceOf('review-2021', [{ effect: ratio, people: 300, pools: 'randomised' }], {
        kind: 'systematic-review',
        includes: { studies: [{ source: 'in-2019' }] },
      }),
    );
    expect(told(plot?.panels[0])).toEqual([
      ['From a review or guideline: 1 estimate', 'review-2021--r0 diamond 0.9 (0.8 to 1.1)', 'in-2019--r0 square 2 (0.5 to 14)'],
      ['Randomised: 1 study', 'out-2020--r0 square 2 (0.5 to 14)'],
      ['Not randomised: 1 study', 'cohort-2018--r0 square 0.9 (0.8 to 1.1)'],
    ]);
    const rows = plot?.panels.flatMap(rowsIn) ?? [];
    expect(rows.filter(({ under }) => under).map(({ id }) => id)).toEqual(['in-2019--r0']);
  });

  it('without an interval stand beside those with one, so that no study is missed', () => {
    const [plot] = plotsOf(
      sourceOf('a-2019', [{ effect: ratio }]),
      sourceOf('b-2020', [{ arms: removal({ percent: 2 }, { percent: 1 }), people: 692 }]),
    );
    expect(told(plot?.panels[0])).toEqual([
      ['Randomised: 2 studies', 'a-2019--r0 square 0.9 (0.8 to 1.1)', 'b-2020--r0 nothing no interval'],
    ]);
  });

  it('are of 100 people where a difference was printed of 1,000, and turned where a reduction was', () => {
    const of1000 = { measure: 'RD', value: -116, low: -180, high: -37, per: 1000 };
    const reduced = { measure: 'RD', value: 14.4, low: 0.2, high: 27.9, per: 100, reduction: true };
    const [plot] = plotsOf(sourceOf('a-2019', [{ effect: of1000 }]), sourceOf('b-2020', [{ effect: reduced }]));
    expect(plot?.panels[0]?.measure).toBe('Risk difference, of 100');
    expect(told(plot?.panels[0])?.[0]?.slice(1)).toEqual([
      'a-2019--r0 square −11.6 (−18 to −3.7)',
      'b-2020--r0 square −14.4 (−27.9 to −0.2)',
    ]);
  });
});

describe('the plots of a question', () => {
  it('are one for each outcome with an interval; of what has no word only where it stands beside something', () => {
    const plots = plotsOf(
      sourceOf('a-2019', [
        { effect: ratio },
        { outcome: 'death', arms: removal({ percent: 2 }, { percent: 1 }) },
        { outcome: 'other', label: 'Mould', effect: ratio },
        { outcome: 'other', label: 'Crumbs', effect: ratio },
        { outcome: 'other', label: 'Crumbs', effect: ratio, population: 'calf' },
      ]),
    );
    expect(plots.map(({ title, href }) => [title, href])).toEqual([
      ['Post-thrombotic syndrome, any', '/figures/forest/pts-any/'],
      ['Crumbs', undefined],
    ]);
  });
});

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
