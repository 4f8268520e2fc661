import { describe, expect, it } from 'vitest';
import { countFacets, toMembership } from '../../../src/search/facets.client.ts';

const pages: Record<string, Record<string, string>> = {
  a: { page: 'Topic' },
  b: { page: 'Source', kind: 'Trial' },
  c: { page: 'Source', kind: 'Guideline' },
  d: { page: 'Term' },
};
const values = (name: string): string[] => Object.values(pages).flatMap((page) => page[name] ?? []);
const index = {
  filters: () => Promise.resolve({ page: Object.fromEntries(values('page').map((value) => [value, 1])), kind: { Trial: 1, Guideline: 1 } }),
  search: (_: null, { filters }: { filters: object }) => {
    const [[name, wanted] = ['', '']] = Object.entries(filters) as [string, string][];
    const ids = Object.keys(pages).filter((id) => pages[id]?.[name] === wanted);
    return Promise.resolve({ results: ids.map((id) => ({ id })) });
  },
};

describe('filters', () => {
  it('add pages within a group and take pages away between groups', async () => {
    const members = await toMembership(index);
    const kept = (filters: object): string[] => countFacets(['d', 'c', 'b', 'a'], filters, members).kept;
    expect(kept({})).toEqual(['d', 'c', 'b', 'a']);
    expect(kept({ page: ['Topic', 'Source'] })).toEqual(['c', 'b', 'a']);
    expect(kept({ page: ['Topic', 'Source'], kind: ['Trial'] })).toEqual(['b']);
    expect(kept({ page: ['Nothing'] })).toEqual([]);
  });

  it('count what each value would give beside the other groups', async () => {
    const { counts } = countFacets(['a', 'b', 'c'], { page: ['Source'] }, await toMembership(index));
    expect(counts.get('page')).toEqual([
      { value: 'Topic', count: 1, ticked: false },
      { value: 'Source', count: 2, ticked: true },
      { value: 'Term', count: 0, ticked: false },
    ]);
    expect(counts.get('kind')?.map(({ count }) => count)).toEqual([1, 1]);
  });
});
