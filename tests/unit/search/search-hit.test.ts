import { describe, expect, it } from 'vitest';
import { toGroups, toHit } from '../../../src/search/hit.client.ts';

const none = new Set<string>();

describe('a hit', () => {
  it('says kind and date, but not the kind of page twice', () => {
    const meta = { title: 'A', page: 'Source', kind: 'Cohort study', date: '3 May 2020' };
    expect(toHit({ url: '/a/', content: '', meta }, none).note).toBe('Cohort study · 3 May 2020');
    expect(toHit({ url: '/a/', content: '', meta: { title: 'A', page: 'Term', kind: 'Term' } }, none).note).toBe('');
  });

  it('shows the definition of a term instead of words around a match', () => {
    const meta = { title: 'A', page: 'Term', summary: 'What it is.' };
    expect(toHit({ url: '/a/', content: 'It is not to be taken for b.', meta }, new Set(['b'])).excerpt).toEqual([
      { text: 'What it is.', found: false },
    ]);
  });

  it('shows the verdict on a question and its answer for the public', () => {
    const meta = { title: 'A?', page: 'Question', summary: 'Sources agree · 4 sources', says: 'It helps some ( Kahn, 2014 ) .' };
    const hit = toHit({ url: '/a/', content: 'There are other words in it.', meta }, new Set(['word']));
    expect(hit.note).toBe('Sources agree · 4 sources');
    expect(hit.excerpt).toEqual([{ text: 'It helps some (Kahn, 2014).', found: false }]);
  });

  it('says of a question its answer in one sentence, where there is one', () => {
    const meta = { title: 'A?', page: 'Question', gist: 'Not settled.', says: 'It helps some.' };
    expect(toHit({ url: '/a/', content: 'Other words.', meta }, none).excerpt).toEqual([{ text: 'Not settled.', found: false }]);
  });

  it('leads to the headings under which the words stand, but not to those that every page has', () => {
    const parts = ['/a/', '/a/#bottom-line', '/a/#surgery', '/a/#first-steps', '/a/#more'].map((url) => ({ url, title: url }));
    expect(toHit({ url: '/a/', content: '', meta: {}, sub_results: parts }, none).parts.map(({ url }) => url)).toEqual([
      '/a/#surgery',
      '/a/#first-steps',
    ]);
  });

  it('shows the sentence of a topic that says most of it, or else what it is about', () => {
    const meta = { title: 'Stents', page: 'Topic', summary: 'Tubes that hold veins open.' };
    const content = 'Stents. Bottom line. public. They hold it open ( Kahn, 2014 ). What stents do is not known.';
    const shown = (word: string): string =>
      toHit({ url: '/a/', content, meta }, new Set([word]))
        .excerpt.map(({ text }) => text)
        .join('');
    expect(shown('nothing')).toBe('Tubes that hold veins open.');
    expect(shown('stent')).toBe('What stents do is not known.');
  });

  it('goes by its address when it has no title', () => {
    expect(toHit({ url: '/a/', content: '', meta: {} }, none).title).toBe('/a/');
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
