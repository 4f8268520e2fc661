import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { facets, toAddress, toNamedFilter, toPagefindFilters, toSearchQuery } from '../../../src/browser/search-query.ts';

describe('a search in the address bar', () => {
  it('reads words and ticked filters', () => {
    expect(toSearchQuery('?q=PCD&page=Term&page=Topic&tier=Primary')).toEqual({
      words: 'PCD',
      filters: { page: ['Term', 'Topic'], tier: ['Primary'] },
    });
  });

  it('drops what it does not know, what is empty and what is said twice', () => {
    expect(toSearchQuery('?q=%20a%20&colour=red&page=&page=Term&page=Term')).toEqual({ words: 'a', filters: { page: ['Term'] } });
    expect(toSearchQuery('')).toEqual({ words: '', filters: {} });
  });

  it('cuts words that nobody typed', () => {
    expect(toSearchQuery(`?q=${'a'.repeat(5000)}`).words).toHaveLength(200);
  });

  it('is an empty address when nothing is asked, and names the groups in one order', () => {
    expect(toAddress({ words: '', filters: {} })).toBe('');
    expect(toAddress({ words: 'a & b', filters: { topic: ['x'], page: ['Term'] } })).toBe('?q=a+%26+b&page=Term&topic=x');
  });

  it('comes back from the address as it went in', () => {
    const word = fc.string({ minLength: 1, maxLength: 30 }).map((text) => text.trim());
    const values = fc.uniqueArray(
      word.filter((text) => text !== ''),
      { minLength: 1, maxLength: 3 },
    );
    const filters = fc.record(Object.fromEntries(facets.map(({ name }) => [name, values])), { requiredKeys: [] });
    fc.assert(
      fc.property(word, filters, (words, ticked) => {
        expect(toSearchQuery(toAddress({ words, filters: ticked }))).toEqual({ words, filters: ticked });
      }),
    );
  });
});

describe('filters for Pagefind', () => {
  it('take any value of a group, and can leave one group out to count what else it offers', () => {
    const filters = { page: ['Term', 'Topic'], kind: ['Cohort study'] };
    expect(toPagefindFilters(filters)).toEqual({ page: { any: ['Term', 'Topic'] }, kind: { any: ['Cohort study'] } });
    expect(toPagefindFilters(filters, 'page')).toEqual({ kind: { any: ['Cohort study'] } });
  });

  it('ask for a term by name in the form in which term pages write it', () => {
    expect(toNamedFilter('Clot-Busting')).toEqual({ named: 'clot busting' });
  });
});
