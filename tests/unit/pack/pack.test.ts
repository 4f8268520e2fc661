/** The evidence base against the research pack: nothing unverified, no number that is not there, and nothing of the core left out. */
import { expect, test } from 'vitest';
import { readContent } from '../../../src/library/from-files.ts';
import type { SourceEntry } from '../../../src/library/library.ts';
import type { SourceId } from '../../../src/schema/id.ts';
import { beyond, identifierFaults, identifiers, leftOut, projectIds, resultFaults, results, unprinted } from './pack-tables.ts';

const { library } = await readContent('content');
const held: [string, SourceEntry][] = [...projectIds].flatMap(([pack, id]) => {
  const source = library.sources.get(id as SourceId);
  return source && source.status !== 'draft' ? [[pack, source]] : [];
});
const sourceOf = (pack: string): SourceEntry => {
  const source = held.find(([id]) => id === pack)?.[1];
  if (!source) throw new Error(`We hold no source for ${pack}.`);
  return source;
};

test('every identifier, date and place of publication is one that the pack, or a look-up on record, has verified', () => {
  expect(held.flatMap(([pack, source]) => identifierFaults(pack, source))).toEqual([]);
});

test('no identifier, date or place that the pack has verified is left out', () => {
  const left = identifiers.filter(({ pack, field, status }) => {
    const source = held.find(([id]) => id === pack)?.[1];
    return status === 'verified' && field !== 'tier' && (!source?.[field as 'doi'] || (field === 'issued' && source.issued === 'undated'));
  });
  expect(left).toEqual([]);
});

test('every number in the results stands in the pack, or in a look-up on record, in its arm and at its time', () => {
  expect(held.flatMap(([pack, source]) => resultFaults(pack, source))).toEqual([]);
});

test('every number of the second reading is printed by its source, or listed as left out with a reason', () => {
  expect(held.flatMap(([pack, source]) => unprinted(pack, source))).toEqual([]);
  expect(results.filter((row) => /\bR2\b/.test(row['fact'] ?? '')).length).toBeGreaterThan(200);
  expect(leftOut.filter((row) => (row['reason'] ?? '').split(' ').length < 2)).toEqual([]);
});

test('no result comes from a source of which neither the pack nor a look-up on record has numbers', () => {
  const numbered = new Set(results.map(({ pack }) => pack));
  const known = new Set(held.filter(([pack]) => numbered.has(pack)).map(([, { id }]) => id));
  expect([...library.sources.values()].filter(({ id, results }) => results.length > 0 && !known.has(id)).map(({ id }) => id)).toEqual([]);
});

test('the evidence base is as broad as was asked: works, all of the core, questions and topics', () => {
  const core = identifiers.filter((row) => row['field'] === 'tier' && row['value'] === 'core').map((row) => row['pack'] ?? '');
  const packs = new Set(held.map(([pack]) => pack));
  expect(core.length).toBe(43);
  expect(core.filter((pack) => !packs.has(pack))).toEqual([]);
  expect(held.length).toBeGreaterThanOrEqual(45);
  const published = (entries: Iterable<{ readonly status: string }>): number =>
    [...entries].filter(({ status }) => status !== 'draft').length;
  expect(published(library.questions.values())).toBeGreaterThanOrEqual(18);
  expect(published(library.topics.values())).toBeGreaterThanOrEqual(16);
});

test('the tables name the same works, and each number in them belongs to one', () => {
  const packs = new Set(identifiers.map((row) => row['pack'] ?? ''));
  expect([...projectIds.keys()].filter((pack) => !packs.has(pack))).toEqual([]);
  expect([...packs].filter((pack) => !projectIds.has(pack))).toEqual([]);
  expect(results.filter((row) => !packs.has(row['pack'] ?? ''))).toEqual([]);
});

test('what was looked up beyond the pack says where it was seen, and no more of it rests on a digest’s own word than before', () => {
  const rows = [...beyond.identifiers, ...beyond.results];
  const ownWord = rows.filter(({ seen = '' }) => seen.startsWith('record named in the digest'));
  expect(rows.filter((row) => !ownWord.includes(row) && !/^https?:\/\/[^/]+\/\S/.test(row['seen'] ?? ''))).toEqual([]);
  expect(ownWord.map(({ pack, field }) => `${pack} ${field}`)).toEqual([
    'curran-2014-nis container',
    'effort-undated-rib container',
    'kim-2021-cancer-aspiration issued',
  ]);
});

test('an identifier that differs, or that nobody verified, is noticed', () => {
  const attract = sourceOf('vedantham2017attract');
  expect(identifierFaults('vedantham2017attract', { ...attract, pmid: '29211672' })).toEqual([
    'vedantham-2017-attract: `pmid` is 29211672, the pack has 29211671.',
  ]);
  expect(identifierFaults('vedantham2017attract', { ...attract, issued: '2017-12' })).toEqual([]);
  expect(identifierFaults('vedantham2017attract', { ...attract, issued: '2017-1' })).toHaveLength(1);
  expect(identifierFaults('vedantham2017attract', { ...attract, issued: '2018' })).toHaveLength(1);
  expect(identifierFaults('notten2020cava', { ...sourceOf('notten2020cava'), pmid: '31786086' })).toEqual([
    'notten-2020-cava: `pmid` is 31786086, which the pack has not verified.',
  ]);
});

test('a number of the second reading that a digest drops, or prints otherwise, is noticed', () => {
  const cavent = sourceOf('enden2012cavent');
  const [first, ...others] = cavent.results;
  if (!first) throw new Error('The trial has lost its results.');
  expect(unprinted('enden2012cavent', cavent)).toEqual([]);
  expect(unprinted('enden2012cavent', { id: cavent.id, results: others })).toHaveLength(3);
  const uncounted = { ...first, arms: first.arms.map((arm) => ({ ...arm, events: undefined })) };
  expect(unprinted('enden2012cavent', { id: cavent.id, results: [uncounted, ...others] })).toEqual([
    'enden-2012-cavent: nothing prints pts-any 24 months intervention 41.1 37 90.',
    'enden-2012-cavent: nothing prints pts-any 24 months control 55.6 55 99.',
  ]);
});

test('a number that is off by one digit, in the wrong arm, at another time or from another outcome is noticed', () => {
  const attract = sourceOf('vedantham2017attract');
  const [any, severe] = attract.results;
  if (!any || !severe) throw new Error('The trial has lost its results.');
  const faults = (changed: Partial<typeof any>): number =>
    resultFaults('vedantham2017attract', { id: attract.id, results: [{ ...any, ...changed }] }).length;
  expect(faults({})).toBe(0);
  expect(faults({ arms: any.arms.toReversed() })).toBe(1);
  expect(faults({ at: '12 months' })).toBe(1);
  expect(faults({ outcome: 'pts-severe' })).toBe(1);
  expect(faults({ arms: severe.arms })).toBe(1);
  expect(faults({ effect: severe.effect })).toBe(1);
  expect(faults({ effect: { ...any.effect, measure: 'OR' } })).toBe(1);
  for (const key of ['value', 'low', 'high', 'p'] as const)
    expect(faults({ effect: { measure: 'RR', ...any.effect, [key]: 0.5 } })).toBe(1);
  expect(faults({ arms: any.arms.map((arm) => ({ ...arm, events: 157 })) })).toBe(1);
});
