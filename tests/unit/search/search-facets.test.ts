import { describe, expect, it } from 'vitest';
import { countFacets, toMembership } from '../../../src/search/facets.client.ts';

const pages: Record<string, Record<string, string>> = {
  a: { page: 'Topic' },
  b: { page: 'Source', kind: 'Trial' },
  c: { page: 'Source', kind: 'Guideline' },
  d: { page: 'Term' },
};
const members = toMembership(
  Object.entries(pages).map(([id, own]) => [id, '', Object.fromEntries(Object.entries(own).map(([name, value]) => [name, [value]]))]),
);

describe('filters', () => {
  it('add pages within a group and take pages away between groups', () => {
    const kept = (filters: object): string[] => countFacets(['d', 'c', 'b', 'a'], filters, members).kept;
    expect(kept({})).toEqual(['d', 'c', 'b', 'a']);
    expect(kept({ page: ['Topic', 'Source'] })).toEqual(['c', 'b', 'a']);
    expect(kept({ page: ['Topic', 'Source'], kind: ['Trial'] })).toEqual(['b']);
    expect(kept({ page: ['Nothing'] })).toEqual([]);
  });

  it('count what each value would give beside the other groups', () => {
    const { counts } = countFacets(['a', 'b', 'c'], { page: ['Source'] }, members);
    expect(counts.get('page')).toEqual([
      { value: 'Source', count: 2, ticked: true },
      { value: 'Term', count: 0, ticked: false },
      { value: 'Topic', count: 1, ticked: false },
    ]);
    expect(counts.get('kind')?.map(({ count }) => count)).toEqual([1, 1]);
  });
});
