/** A pathway ages with its source: what happens to the work turns the pathway, and no other. */
import { expect, it } from 'vitest';
import { buildEvidenceGraph } from '../../../src/graph/build-evidence-graph.ts';
import type { PathwayEntry } from '../../../src/library/library.ts';
import { madeLibrary, madeSource } from '../made.ts';
import { madePathway } from './made-pathway.ts';

const entry = (id: string, source: string): PathwayEntry => ({
  ...madePathway({ source }),
  id: id as PathwayEntry['id'],
  file: `content/pathways/${id}.yaml`,
  body: '',
});

it('says of a pathway that its source was retracted, and of its review that it is overdue', () => {
  const retracted = { on: '2026-02-01', notice: 'https://example.org/notice' };
  const pathways = [entry('fine', 'sun-2021-bread'), entry('gone', 'moon-2020-cheese')];
  const library = {
    ...madeLibrary({ sources: [madeSource('moon-2020-cheese', { retracted }), madeSource('sun-2021-bread')] }),
    pathways: new Map(pathways.map((one) => [one.id, one])),
  };
  const on = (day: string) => buildEvidenceGraph(library, day).freshness.pathways;
  const today = on('2026-03-01');
  expect([...today].map(([id, { state }]) => [id, state])).toEqual([
    ['fine', 'fresh'],
    ['gone', 'retracted'],
  ]);
  expect([...today.values()].flatMap(({ reasons }) => reasons)).toEqual([
    'This pathway sets out the steps of Moon 2020, which was retracted on 1 February 2026.',
  ]);
  expect([...on('2027-01-02').values()].map(({ state }) => state)).toEqual(['overdue', 'retracted']);
});
