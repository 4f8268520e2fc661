/** Which papers are one study, and how many studies stand behind what counts. */
import { describe, expect, it } from 'vitest';
import { buildStudies, countStudies } from '../../../src/evidence/study.ts';
import type { SourceId } from '../../../src/schema/id.ts';
import { madeLibrary, madeSource } from '../made.ts';

const studiesOf = (...sources: ReturnType<typeof madeSource>[]) =>
  Object.fromEntries([...buildStudies(madeLibrary({ sources })).of].map(([id, studies]) => [id, studies.join(' ')]));
const on = (...below: object[]) => ({ restsOn: below });
const held = (source: string) => ({ source });

describe('a paper belongs to the study', () => {
  it('of the paper that it leans on, down to the one that leans on none', () => {
    const sources = [
      madeSource('c', { kind: 'subgroup-analysis', ...on(held('b')) }),
      madeSource('b', { kind: 'subgroup-analysis', ...on(held('a')) }),
      madeSource('a'),
    ];
    expect(studiesOf(...sources)).toEqual({ a: 'a', b: 'a', c: 'a' });
  });

  it('of each paper that it leans on, in order', () => {
    expect(studiesOf(madeSource('c', on(held('b'), held('a'))), madeSource('a'), madeSource('b'))).toMatchObject({ c: 'a b' });
  });

  it('of a work that we do not hold, where that is said to report patients', () => {
    const work = { work: 'The Moon trial', kind: 'trial' };
    expect(studiesOf(madeSource('a', on(work)), madeSource('b', on(work)))).toEqual({ a: 'The Moon trial', b: 'The Moon trial' });
    expect(studiesOf(madeSource('a', on({ work: 'A guideline', kind: 'guideline' })))).toEqual({ a: 'a' });
    expect(studiesOf(madeSource('a', on({ work: 'Some work' })))).toEqual({ a: 'a' });
  });

  it('of nothing that only sums up: a review below it is no study, and a review is its own', () => {
    expect(
      studiesOf(madeSource('a', on(held('b'))), madeSource('b', { kind: 'systematic-review', ...on(held('c')) }), madeSource('c')),
    ).toEqual({ a: 'a', b: 'b', c: 'c' });
  });

  it('with its registry number, under the first paper that carries it', () => {
    const registry = 'NCT00000001';
    expect(studiesOf(madeSource('a', { registry }), madeSource('b', { registry }), madeSource('c', { registry: 'NCT00000002' }))).toEqual({
      a: 'a',
      b: 'a',
      c: 'c',
    });
    expect(studiesOf(madeSource('a', { registry }), madeSource('b', { kind: 'systematic-review', registry }))).toEqual({ a: 'a', b: 'b' });
  });

  it('of the first by id where papers only lean on each other', () => {
    expect(studiesOf(madeSource('c', on(held('b'))), madeSource('b', on(held('c'))))).toEqual({ b: 'b', c: 'b' });
  });

  it('of the guidance that it puts into plain words, which is its own where no guidance is held', () => {
    const leaflet = (id: string, ...below: string[]) => madeSource(id, { kind: 'guidance-public', ...on(...below.map(held)) });
    const guideline = (id: string) => madeSource(id, { kind: 'guideline', jurisdiction: 'Moon' });
    expect(studiesOf(leaflet('x', 'b', 'a', 't'), leaflet('y', 't'), guideline('a'), guideline('b'), madeSource('t'))).toEqual({
      x: 'a b',
      y: 'y',
      a: 'a',
      b: 'b',
      t: 't',
    });
  });

  it('of the organisation that gives advice, by its written name or else its byline, and else by itself', () => {
    const advice = (id: string, fields: object) => madeSource(id, { kind: 'guideline', jurisdiction: 'Moon', ...fields });
    const moon = { authors: [{ organisation: 'Moon' }] };
    const leaflet = madeSource('l', { kind: 'guidance-public', ...on(held('g')) });
    expect(
      studiesOf(advice('a', moon), advice('b', { givenBy: 'Moon' }), advice('c', {}), advice('g', { givenBy: 'Sun', ...moon }), leaflet),
    ).toEqual({
      a: 'Moon',
      b: 'Moon',
      c: 'c',
      g: 'Sun',
      l: 'Sun',
    });
    expect(studiesOf(madeSource('t', moon))).toEqual({ t: 't' });
  });
});

describe('what counts', () => {
  const row = (id: string, kind: Parameters<typeof countStudies>[0][number]['kind'], ...studies: string[]) => ({
    id: id as SourceId,
    kind,
    studies,
  });

  it('is one study where papers share it, and a source that counts twice is one source', () => {
    const rows = [row('a', 'trial', 's'), row('b', 'subgroup-analysis', 's'), row('c', 'cohort', 'c'), row('a', 'trial', 's')];
    expect(countStudies(rows)).toEqual({ sources: 3, studies: 2, papers: 2, shared: 1, noun: 'trial' });
    expect(countStudies([...rows].reverse())).toEqual({ sources: 3, studies: 2, papers: 2, shared: 1, noun: 'trial' });
  });

  it('is called by what all of the sharing papers are', () => {
    const noun = (...kinds: Parameters<typeof row>[1][]) => countStudies(kinds.map((kind, index) => row(`s${index}`, kind, 's'))).noun;
    expect(noun('trial', 'trial-protocol')).toBe('trial');
    expect(noun('trial', 'cohort')).toBe('study');
    expect(noun('guideline', 'guidance-public')).toBe('organisation');
    expect(noun('guideline', 'trial')).toBe('study');
    expect(noun('trial', 'guideline')).toBe('study');
  });

  it('has never more studies than sources', () => {
    expect(countStudies([row('a', 'trial', 's', 't', 'u')])).toMatchObject({ sources: 1, studies: 1, papers: 0, shared: 0 });
    expect(countStudies([row('a', 'trial', 's', 't', 'u'), row('b', 'trial', 's')])).toMatchObject({ studies: 2, papers: 2, shared: 2 });
    expect(countStudies([])).toMatchObject({ sources: 0, studies: 0, papers: 0 });
  });
});
