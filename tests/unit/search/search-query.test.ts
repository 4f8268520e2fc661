import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { facets, isEmpty, toAddress, toSearchQuery, toWordQuery } from '../../../src/search/query.client.ts';

describe('a search in the address bar', () => {
  it('reads words and ticked filters', () => {
    expect(toSearchQuery('?q=PCD&page=Term&page=Topic&tier=Primary')).toEqual({
      words: 'PCD',
      filters: { page: ['Term', 'Topic'], tier: ['Primary'] },
      sort: 'relevance',
      literal: false,
    });
  });

  it('drops what it does not know, what is empty and what is said twice', () => {
    expect(toSearchQuery('?q=%20a%20&colour=red&page=&page=Term&page=Term&sort=size&exact=yes')).toEqual({
      ...toWordQuery('a'),
      filters: { page: ['Term'] },
    });
    expect(toSearchQuery('')).toEqual(toWordQuery(''));
  });

  it('cuts words that nobody typed', () => {
    expect(toSearchQuery(`?q=${'a'.repeat(5000)}`).words).toHaveLength(200);
  });

  it('is an empty address when nothing is asked, and names the groups in one order', () => {
    expect(toAddress(toWordQuery(''))).toBe('');
    expect(toAddress({ ...toWordQuery('a & b'), filters: { topic: ['x'], page: ['Term'] } })).toBe('?q=a+%26+b&page=Term&topic=x');
  });

  it('comes back from the address as it went in', () => {
    const word = fc.string({ minLength: 1, maxLength: 30 }).map((text) => text.trim());
    const values = fc.uniqueArray(
      word.filter((text) => text !== ''),
      { minLength: 1, maxLength: 3 },
    );
    const filters = fc.record(Object.fromEntries(facets.map(({ name }) => [name, values])), { requiredKeys: [] });
    fc.assert(
      fc.property(word, filters, fc.boolean(), fc.boolean(), (words, ticked, dated, exact) => {
        const query = { words, filters: ticked, sort: dated ? ('date' as const) : ('relevance' as const), literal: exact && words !== '' };
        expect(toSearchQuery(toAddress(query))).toEqual(query);
      }),
    );
  });
});

describe('a search', () => {
  it('asks for nothing without words and filters, whatever the order', () => {
    expect(isEmpty({ ...toWordQuery(''), sort: 'date' })).toBe(true);
    expect(isEmpty(toWordQuery('a'))).toBe(false);
    expect(isEmpty({ ...toWordQuery(''), filters: { page: ['Term'] } })).toBe(false);
  });
});
