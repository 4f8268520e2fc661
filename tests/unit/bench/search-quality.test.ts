import { describe, expect, it } from 'vitest';
import { readSearchCases, scoreSearch } from '../../../scripts/bench/search-report.ts';

const cases = [
  { kind: 'name', asks: 'one', right: ['/a/'] },
  { kind: 'name', asks: 'two', right: ['/b/', '/c/'] },
  { kind: 'name', asks: 'three', right: ['/d/'] },
  { kind: 'name', asks: 'four', right: ['/e/'] },
];
const answers: Record<string, string[]> = {
  one: ['/a/', '/x/'],
  two: ['/x/', '/c/'],
  three: ['/x/', '/y/', '/z/', '/d/'],
  four: [],
};

describe('the score of a search', () => {
  it('counts the place of the first right page', async () => {
    const score = await scoreSearch({ name: 'Made', find: (asks) => Promise.resolve(answers[asks] ?? []) }, cases);
    expect(score).toMatchObject({ first: 0.25, three: 0.5, mrr: (1 + 1 / 2 + 1 / 4) / 4 });
    expect(score.misses).toEqual([
      { asks: 'three', place: 4, first: '/x/' },
      { asks: 'four', place: undefined, first: undefined },
    ]);
  });

  it('looks no further than ten pages', async () => {
    const late = [...Array.from({ length: 10 }, (_, n) => `/${n}/`), '/a/'];
    expect((await scoreSearch({ name: 'Late', find: () => Promise.resolve(late) }, cases.slice(0, 1))).mrr).toBe(0);
  });
});

describe('the judged queries', () => {
  const suite = readSearchCases('tests/cases/search.yaml');

  it('are at least 120, none asked twice', () => {
    expect(suite.length).toBeGreaterThanOrEqual(120);
    expect(new Set(suite.map(({ asks }) => asks)).size).toBe(suite.length);
  });

  it('come from everybody: each kind has at least seven', () => {
    const counts = new Map<string, number>();
    for (const { kind } of suite) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    expect(counts.size).toBeGreaterThanOrEqual(12);
    expect(Math.min(...counts.values())).toBeGreaterThanOrEqual(7);
  });
});
