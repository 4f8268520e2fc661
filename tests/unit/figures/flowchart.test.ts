/** The flowchart of a pathway: what it says in words, and that its drawing says no less and nothing twice. */
import { describe, expect, it } from 'vitest';
import { flowchart } from '../../../src/figures/flowchart.ts';
import { toFlowchart } from '../../../src/collections/pathways/chart.ts';
import { madePathway } from '../evidence/made-pathway.ts';
import { shippedPathway, shippedPathways } from '../evidence/pathway-shipped.ts';

const numbers = (svg: string, pattern: RegExp): number[][] => [...svg.matchAll(pattern)].map((match) => match.slice(1).map(Number));

describe('a flowchart', () => {
  it('reads as the questions and answers of the algorithm, silence included', async () => {
    const { description } = toFlowchart(await shippedPathway('nice-2019-ipg651-arrangements'), 'Chart');
    expect(description).toBe(
      'Limb in danger? If yes, end: The source does not speak of a limb in danger: this is an emergency. If no, ask: Acute clot. ' +
        'Acute clot? If yes, ask: Place of the clot. If no, end: Outside its scope. ' +
        'Place of the clot? If iliofemoral, end: Special arrangements only. ' +
        'If iliocaval or vena cava only, end: The source does not say. If femoropopliteal only or calf only, end: Only in research.',
    );
  });

  it('draws conditions that must all be met as one box', async () => {
    const { boxes } = toFlowchart(await shippedPathway('dr-oracle-2026-thrombectomy'), 'Chart');
    expect(boxes.filter(({ lines }) => lines.length > 1).map(({ lines }) => lines)).toEqual([
      ['Age: less than 65 years', 'Good function: yes', 'Bleeding risk: low', 'Life expectancy: more than 1 year'],
    ]);
  });

  it('has every box once, every arrow between two boxes, and no box over another', async () => {
    for (const pathway of await shippedPathways())
      for (const size of ['narrow', 'wide'] as const) {
        const view = toFlowchart(pathway, 'Chart');
        const svg = flowchart(view, size, 'c');
        expect([...svg.matchAll(/data-box="(\w+)"/g)].map(([, id]) => id)).toEqual(view.boxes.map(({ id }) => id));
        expect([...svg.matchAll(/data-arrow="([\w ]+)"/g)].map(([, ids]) => ids)).toEqual(
          view.arrows.map(({ from, to }) => `${from} ${to}`),
        );
        const rects = numbers(svg, /data-box="\w+"><rect x="([\d.-]+)" y="([\d.-]+)" width="([\d.]+)" height="([\d.]+)"/g);
        expect(rects).toHaveLength(view.boxes.length);
        rects.forEach(([x = 0, y = 0, w = 0, h = 0], i) =>
          rects.slice(i + 1).forEach(([x2 = 0, y2 = 0, w2 = 0, h2 = 0]) => {
            expect(x + w <= x2 || x2 + w2 <= x || y + h <= y2 || y2 + h2 <= y).toBe(true);
          }),
        );
        const [[width = 0, height = 0] = []] = numbers(svg, /viewBox="0 0 (\d+) (\d+)"/g);
        for (const [x = 0, y = 0, w = 0, h = 0] of rects) expect([x >= 0, y >= 0, x + w <= width, y + h <= height]).not.toContain(false);
      }
  });

  it('stays within a phone', async () => {
    for (const pathway of await shippedPathways()) {
      const [[width = 0] = []] = numbers(flowchart(toFlowchart(pathway, 'Chart'), 'narrow', 'c'), /viewBox="0 0 (\d+) /g);
      expect(width).toBeLessThanOrEqual(400);
    }
  });

  it('has a title and a description, and lets no text out as markup', () => {
    const view = toFlowchart(
      madePathway({
        outcomes: [
          { id: 'go', label: 'Go <b>', says: 'x', direction: 'for' },
          { id: 'stay', label: 'Stay & rest', says: 'x', direction: 'against' },
        ],
      }),
      'A & B',
    );
    const svg = flowchart(view, 'wide', 'c');
    expect(svg).toMatch(/^<svg class="flowchart flowchart-wide" role="img" aria-labelledby="c-title c-desc"/);
    expect(svg).toContain('<title id="c-title">A &amp; B</title><desc id="c-desc">Old? If yes, end: Go &lt;b&gt;.');
    expect(svg).not.toContain('<b>');
  });

  it('is the same for the same pathway', () => {
    const draw = () => flowchart(toFlowchart(madePathway(), 'Chart'), 'wide', 'c');
    expect(draw()).toBe(draw());
  });
});
