/** Which plots there are, and which part of one stands on a question page. */
import { describe, expect, it } from 'vitest';
import { buildEvidenceGraph } from '../../../src/evidence/build-evidence.ts';
import type { EvidenceGraph } from '../../../src/evidence/evidence-graph.ts';
import { formatNumber } from '../../../src/parts/figures/effect.ts';
import { toForestPlot, toForestPlots } from '../../../src/parts/figures/forest-plot.ts';
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
describe('a plot on a question page', () => {
  const graph = graphOf([
    'moon-2020-a',
    made(
      { scale: 'S', effect: ratio, population: 'femoropopliteal' },
      { scale: 'S', effect: ratio, population: 'iliofemoral' },
      { scale: 'S', effect: ratio, arms: [{ name: 'stockings', intervention: 'compression' }, { name: 'none' }] },
    ),
  ]);
  const rows = (scope: Parameters<typeof toForestPlot>[2]): number =>
    toForestPlot(graph, 'pts-any', scope).panels.reduce((sum, panel) => sum + panel.rows.length, 0);

  it('keeps to the comparison and the people of the question', () => {
    expect(rows({})).toBe(3);
    expect(rows({ intervention: 'any-removal', population: 'any' })).toBe(2);
    expect(rows({ intervention: 'any-removal', population: 'femoropopliteal' })).toBe(1);
    expect(rows({ intervention: 'compression', population: 'any' })).toBe(1);
    expect(rows({ intervention: 'filter' })).toBe(0);
  });
});

describe('the list of plots', () => {
  it('leaves out what nobody compares, and the outcomes that are no one thing', () => {
    const graph = graphOf([
      'moon-2020-a',
      {
        results: [
          { outcome: 'patency', at: 'once', arms: [{ name: 'cheese', percent: 3 }] },
          { outcome: 'other', at: 'once', arms: removal, effect: ratio },
          { outcome: 'major-bleeding', at: 'once', arms: removal, effect: { measure: 'RD', p: 0.5 } },
          { outcome: 'death', at: 'once', arms: removal, effect: ratio },
        ],
      },
    ]);
    expect(toForestPlots(graph).map(({ outcome, panels }) => [outcome, panels.length])).toEqual([
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
