import { describe, expect, it } from 'vitest';
import { toHit, toPieces, toRanked, type Hit } from '../../../src/browser/search-hit.ts';

const hit = (title: string, page = 'Source', named = false): Hit => ({ url: `/${title}/`, title, page, note: '', excerpt: [], named });
const titles = (hits: readonly Hit[]): string[] => hits.map(({ title }) => title);

describe('an excerpt', () => {
  it('is split at the words that were found', () => {
    expect(toPieces('a <mark>vein</mark> and <mark>clot</mark>')).toEqual([
      { text: 'a ', found: false },
      { text: 'vein', found: true },
      { text: ' and ', found: false },
      { text: 'clot', found: true },
    ]);
  });

  it('shows signs of the text as signs, not as markup', () => {
    expect(toPieces('p &lt; 0.05 <mark>&gt;</mark>')).toEqual([
      { text: 'p < 0.05 ', found: false },
      { text: '>', found: true },
    ]);
  });
});

describe('a hit', () => {
  it('says kind and date, but not the kind of page twice', () => {
    const meta = { title: 'A', page: 'Source', kind: 'Cohort study', date: '3 May 2020' };
    expect(toHit({ url: '/a/', excerpt: '', meta }).note).toBe('Cohort study · 3 May 2020');
    expect(toHit({ url: '/a/', excerpt: '', meta: { title: 'A', page: 'Term', kind: 'Term' } }).note).toBe('');
  });

  it('shows the definition of a term instead of words around a match', () => {
    const meta = { title: 'A', page: 'Term', summary: 'What it is.' };
    expect(toHit({ url: '/a/', excerpt: 'not to be taken for <mark>b</mark>', meta }).excerpt).toEqual([
      { text: 'What it is.', found: false },
    ]);
  });

  it('goes by its address when it has no title', () => {
    expect(toHit({ url: '/a/', excerpt: '', meta: {} }).title).toBe('/a/');
  });
});

describe('the order of hits', () => {
  it('begins with the page of that title, then the named term, then topics that have it in their title', () => {
    const hits = [hit('mentions it'), hit('Removal of a filter', 'Topic'), hit('Caval filter', 'Term', true), hit('Filter')];
    expect(titles(toRanked('filter', hits))).toEqual(['Filter', 'Caval filter', 'Removal of a filter', 'mentions it']);
  });

  it('keeps the order of the index for all others', () => {
    const hits = [hit('b'), hit('a'), hit('c')];
    expect(titles(toRanked('vein', hits))).toEqual(['b', 'a', 'c']);
  });

  it('minds neither case, accents, hyphens nor brackets', () => {
    expect(titles(toRanked('CLOT busting', [hit('x'), hit('Clôt-busting')]))[0]).toBe('Clôt-busting');
    expect(titles(toRanked('phlegmasia', [hit('x'), hit('Threatened limb (phlegmasia)', 'Topic')]))[0]).toContain('phlegmasia');
  });

  it('does not take part of a word for the word', () => {
    const hits = [hit('x'), hit('Filtering', 'Topic')];
    expect(titles(toRanked('filter', hits))).toEqual(['x', 'Filtering']);
  });
});
