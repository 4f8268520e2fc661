/** Which results share an axis, and what is drawn of them under which head. */
import { describe, expect, it } from 'vitest';
import type { ForestPanel } from '../../../src/figures/forest-plot.ts';
import { questionPlots, rowsIn } from '../../../src/parts/figures/forest-plot.ts';
import { counts, graphOf, ratio, removal, sourceOf, wide, type Fields } from './forest-made.ts';

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
