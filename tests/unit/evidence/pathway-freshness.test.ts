/** A pathway ages with its source: what happens to the work turns the pathway, and no other. */
import { expect, it } from 'vitest';
import { buildEvidenceGraph } from '../../../src/evidence/build-evidence.ts';
import type { PathwayEntry } from '../../../src/library/library.ts';
import { madeLibrary, madeSource } from '../made.ts';
import { madePathway } from './made-pathway.ts';

const entry = (id: string, source: string, fields: Record<string, unknown> = {}): PathwayEntry => ({
  ...madePathway({ source, ...fields }),
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

it('says of a pathway what happened to a work that it cites besides its own', () => {
  const from = [{ source: 'moon-2020-cheese' }];
  const pathway = entry('one', 'sun-2021-bread', { impossible: [{ when: { old: { is: true } }, says: 'It cannot be.', from }] });
  const ageing = (fields: Record<string, unknown>) => {
    const sources = [madeSource('moon-2020-cheese', fields), madeSource('sun-2021-bread')];
    const library = { ...madeLibrary({ sources }), pathways: new Map([[pathway.id, pathway]]) };
    return buildEvidenceGraph(library, '2026-03-01').freshness.pathways.get(pathway.id);
  };
  expect(ageing({ retracted: { on: '2026-02-01', notice: 'https://example.org/notice' } })).toEqual({
    state: 'retracted',
    due: '2027-01-01',
    reasons: ['This pathway cites Moon 2020, which was retracted on 1 February 2026.'],
    page: 'under-review',
  });
  expect(ageing({ pending: { registry: 'NCT00000000', completion: 'undated' } })?.due).toBe('2026-04-01');
});

it('is looked at again after three months when its own source is of a trial that runs', () => {
  const pathway = entry('one', 'moon-2020-cheese');
  const sources = [madeSource('moon-2020-cheese', { pending: { registry: 'NCT00000000', completion: 'undated' } })];
  const library = { ...madeLibrary({ sources }), pathways: new Map([[pathway.id, pathway]]) };
  expect(buildEvidenceGraph(library, '2026-03-01').freshness.pathways.get(pathway.id)?.due).toBe('2026-04-01');
});
