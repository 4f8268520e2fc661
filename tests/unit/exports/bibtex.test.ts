import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeBibtex, toBibtex } from '../../../src/exports/bibtex.ts';
import { madeSource } from '../made.ts';

const read = (text: string) => new Cite(text).data[0];

describe('BibTeX', () => {
  it('prints an article in a journal', () => {
    const source = madeSource('moon-2020-cheese', {
      title: 'Cheese & the 5 % {rule}',
      authors: [{ family: 'Moon', given: 'Ada B' }, { family: 'da Luna, Jr', given: 'Zoë' }, { organisation: 'Cheese and Moon Group' }],
      issued: '2020-03-09',
      container: 'Journal of Rinds',
      volume: 7,
      issue: 2,
      pages: '11-19',
      doi: '10.1000/rind_7',
      pmid: 123,
      url: 'https://example.org/a_b?c={d}',
    });
    expect(toBibtex(source)).toMatchInlineSnapshot(`
      "@article{moon-2020-cheese,
        author = {Moon, Ada B and {da Luna, Jr}, Zoë and {Cheese and Moon Group}},
        title = {{Cheese \\& the 5 \\% \\textbraceleft{}rule\\textbraceright{}}},
        journal = {Journal of Rinds},
        number = {2},
        volume = {7},
        pages = {11--19},
        year = {2020},
        month = mar,
        doi = {10.1000/rind_7},
        pmid = {123},
        url = {https://example.org/a_b?c=%7Bd%7D},
        urldate = {2026-01-01},
        language = {en},
      }
      "
    `);
  });

  it('prints a report of an organisation, and leaves out a date it does not have', () => {
    const source = madeSource('board-undated-leaflet', {
      kind: 'guidance-public',
      authors: [{ organisation: 'Board of Rinds' }],
      issued: 'undated',
      publisher: 'Board',
      number: 'IPG0',
      isbn: '978-0-00-000000-2',
    });
    expect(toBibtex(source)).toMatchInlineSnapshot(`
      "@techreport{board-undated-leaflet,
        author = {{Board of Rinds}},
        title = {{Work board-undated-leaflet}},
        institution = {Board},
        number = {IPG0},
        isbn = {978-0-00-000000-2},
        language = {en},
      }
      "
    `);
  });

  it.each([
    ['vendor', 'misc'],
    ['news', 'misc'],
    ['machine-summary', 'misc'],
    ['guideline', 'techreport'],
  ])('types a %s as @%s', (kind, type) => {
    expect(toBibtex(madeSource('a', { kind }))).toMatch(new RegExp(`^@${type}\\{a,`));
  });

  it('never lets a title break the entry: braces stay balanced, lines stay lines', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), fc.string({ minLength: 1 }), (title, family) => {
        const entry = toBibtex(madeSource('a', { title, authors: [{ family, given: title }] }));
        const body = entry.split('\n').slice(1, -2);
        expect(body.every((line) => /^ {2}[a-z]+ = .*,$/u.test(line))).toBe(true);
        let depth = 0;
        for (const character of entry) {
          depth += character === '{' ? 1 : character === '}' ? -1 : 0;
          expect(depth).toBeGreaterThanOrEqual(0);
        }
        expect(depth).toBe(0);
        expect(/(?<!\\)[&%$#_]/.test(escapeBibtex(title))).toBe(false);
      }),
    );
  });

  it('is read back as written by another program', () => {
    const words = fc.stringMatching(/^[A-Za-z][A-Za-z0-9 &%$#_{}~^.,:;()é-]{0,60}[a-z]$/).map((text) => text.replace(/ +/g, ' '));
    fc.assert(
      fc.property(words, words, (title, organisation) => {
        const back = read(toBibtex(madeSource('moon-2020-cheese', { title, authors: [{ organisation }], container: 'Journal' })));
        expect(back?.title?.replace(/<\/?span[^>]*>/g, '')).toBe(title);
        expect(back?.author?.[0]?.family ?? back?.author?.[0]?.literal).toBe(organisation);
        expect(back?.['citation-key'] ?? back?.id).toBe('moon-2020-cheese');
      }),
      { numRuns: 60 },
    );
  });
});
