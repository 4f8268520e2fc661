import { describe, expect, it } from 'vitest';
import { toGroups, toHit, toPieces } from '../../../src/search/hit.client.ts';

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

  it('shows the verdict on a question and its answer for the public', () => {
    const meta = { title: 'A?', page: 'Question', summary: 'Sources agree · 4 sources', says: 'It helps some ( Kahn, 2014 ) .' };
    const hit = toHit({ url: '/a/', excerpt: 'other <mark>words</mark>', meta });
    expect(hit.note).toBe('Sources agree · 4 sources');
    expect(hit.excerpt).toEqual([{ text: 'It helps some (Kahn, 2014).', found: false }]);
  });

  it('leads to the headings under which the words stand, but not to those that every page has', () => {
    const parts = ['/a/', '/a/#bottom-line', '/a/#surgery', '/a/#first-steps', '/a/#more'].map((url) => ({ url, title: url }));
    expect(toHit({ url: '/a/', excerpt: '', meta: {}, sub_results: parts }).parts.map(({ url }) => url)).toEqual([
      '/a/#surgery',
      '/a/#first-steps',
    ]);
  });

  it('shows what a topic is about instead of repeating its title', () => {
    const meta = { title: 'Stents', page: 'Topic', summary: 'Tubes that hold veins open.' };
    const shown = (excerpt: string): string =>
      toHit({ url: '/a/', excerpt, meta })
        .excerpt.map(({ text }) => text)
        .join('');
    expect(shown('<mark>Stents.</mark> Bottom line. public. They')).toBe('Tubes that hold veins open.');
    expect(shown('what <mark>stents</mark> do')).toBe('what stents do');
  });

  it('goes by its address when it has no title', () => {
    expect(toHit({ url: '/a/', excerpt: '', meta: {} }).title).toBe('/a/');
  });
});

describe('groups', () => {
  const rows = ['Source 1', 'Term 1', 'Figure 1', 'Source 2', 'Source 3', 'Question 1', 'Source 4'];
  const pageOf = (row: string): string => row.split(' ')[0] ?? '';

  it('begin with the best of any kind, then go by kind, questions first', () => {
    expect(toGroups(rows, pageOf, 2, 9).map(({ label, rows: kept }) => [label, ...kept])).toEqual([
      ['Best matches', 'Source 1', 'Term 1'],
      ['Questions', 'Question 1'],
      ['Sources', 'Source 2', 'Source 3', 'Source 4'],
      ['Pathways, figures and other pages', 'Figure 1'],
    ]);
  });

  it('say how many more of a kind there are, and by which filter they are had', () => {
    const sources = toGroups(rows, pageOf, 2, 1).find(({ label }) => label === 'Sources');
    expect(sources).toMatchObject({ rows: ['Source 2'], more: 2, page: 'Source' });
  });

  it('are none when nothing was found', () => {
    expect(toGroups([], pageOf, 2, 1)).toEqual([]);
  });
});
