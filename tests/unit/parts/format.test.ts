/** How values read. */
import { describe, expect, test } from 'vitest';
import { formatAuthors, formatAuthorsShort, formatDate, formatYear } from '../../../src/parts/format.ts';
import { leadEnd, splitLead } from '../../../src/parts/page-parts.ts';
import { textFragmentUrl } from '../../../src/parts/urls.ts';
import { capitalise, formatCount, formatList } from '../../../src/words/phrase.ts';

const authors = ['Ash', 'Birch', 'Cedar'].map((family) => ({ family, given: 'A.' }));

describe('values as readers see them', () => {
  test.each([
    ['2024-03-27', '27 March 2024', '2024'],
    ['2024-03', 'March 2024', '2024'],
    ['2024', '2024', '2024'],
    ['undated', 'no date', 'n.d.'],
  ])('the date %s reads “%s”, and “%s” in a citation', (date, long, year) => {
    expect(formatDate(date)).toBe(long);
    expect(formatYear(date)).toBe(year);
  });

  test('authors are named as a citation names them: one, two, or the first of many', () => {
    expect(formatAuthorsShort(authors.slice(0, 1))).toBe('Ash');
    expect(formatAuthorsShort(authors.slice(0, 2), '&')).toBe('Ash & Birch');
    expect(formatAuthorsShort(authors)).toBe('Ash et al.');
    expect(formatAuthorsShort([{ organisation: 'NICE' }])).toBe('NICE');
    expect(formatAuthorsShort(undefined)).toBe('');
    expect(formatAuthors(authors)).toBe('A. Ash, A. Birch and A. Cedar');
  });

  test('of more than six authors the first six are named', () => {
    const many = Array.from({ length: 27 }, (_, i) => ({ family: `F${i}` }));
    expect(formatAuthors(many)).toBe('F0, F1, F2, F3, F4, F5 et al.');
    expect(formatAuthors(many.slice(0, 7))).toBe('F0, F1, F2, F3, F4, F5 et al.');
    expect(formatAuthors(many.slice(0, 6))).toBe('F0, F1, F2, F3, F4 and F5');
    expect(formatAuthors(undefined)).toBe('');
  });

  test('lists and counts agree with their number', () => {
    expect(formatList(['a'])).toBe('a');
    expect(formatList(['a', 'b', 'c'])).toBe('a, b and c');
    expect(formatCount(1, 'source')).toBe('1 source');
    expect(formatCount(2, 'summary', 'summaries')).toBe('2 summaries');
    expect(capitalise('distal DVT')).toBe('Distal DVT');
  });

  test('a text fragment encodes the marks that mean something inside it', () => {
    expect(textFragmentUrl('https://a.example/b#old', { starts: 'a well-known, plain', ends: 'x & y' })).toBe(
      'https://a.example/b#:~:text=a%20well%2Dknown%2C%20plain,x%20%26%20y',
    );
  });

  test('a body is split behind its last register, and a body without registers is all rest', () => {
    expect(splitLead(`<p>a</p>${leadEnd}<p>b</p>${leadEnd}\n<h2>c</h2>`)).toEqual({
      lead: '<p>a</p><p>b</p>',
      rest: '<h2>c</h2>',
    });
    expect(splitLead(' <p>x</p> ')).toEqual({ lead: '', rest: '<p>x</p>' });
  });
});
