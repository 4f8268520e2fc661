import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findByline } from '../../../src/ingest/saved-page.ts';
import { canonicalUrl, nameFromHost, withoutTracking } from '../../../src/ingest/canonical-url.ts';
import { identifiersInUrl } from '../../../src/ingest/identifiers.ts';
import { toPlainText, toSlug } from '../../../src/ingest/plain-text.ts';
import { toLanguage } from '../../../src/ingest/guess.ts';
import { toPageFields } from '../../../src/ingest/page-field.ts';
import { findPrintedDate } from '../../../src/ingest/dates.ts';
import { buildSourceId } from '../../../src/ingest/pipeline.ts';
import { ID_PATTERN } from '../../../src/schema/id.ts';

describe('a printed date', () => {
  it.each([
    ['4 May 2020', '2020-05-04'],
    ['Hand CareMay 4, 2020Example Team', '2020-05-04'],
    ['le 1er août 2021', '2021-08-01'],
    ['27 mars 2024', '2024-03-27'],
    ['den 3. März 2019', '2019-03-03'],
    ['12 de enero de 2020', '2020-01-12'],
    ['Sept. 2nd, 2018', '2018-09-02'],
    ['2020-05-04T10:00:00Z', '2020-05-04'],
    ['June 2019', '2019-06'],
  ])('%s is %s', (line, date) => expect(findPrintedDate(line)?.date).toBe(date));

  it.each(['31 February 2020', 'April 31, 2021', '2020-13-01'])('%s is found and is no day', (line) => {
    expect(findPrintedDate(line)).toMatchObject({ date: undefined });
  });

  it.each(['03/04/2018', 'may be 2 of them', 'room 2019', '12 splints in 2020'])('%s is none', (line) => {
    expect(findPrintedDate(line)).toBeUndefined();
  });
});

describe('an address', () => {
  it.each([
    ['http://www.Example.org/a/?utm_source=x&b=2&a=1#top', 'example.org/a?a=1&b=2'],
    ['https://example.org/a', 'example.org/a'],
    ['https://example.org:8080/a?fbclid=1', 'example.org:8080/a'],
    ['https://example.org/?id=7', 'example.org?id=7'],
    ['https://example.org/', undefined],
    ['[object Object]', undefined],
    ['mailto:a@example.org', undefined],
  ])('%s is compared as %s', (url, canonical) => expect(canonicalUrl(url)).toBe(canonical));

  it('is printed without tracking and otherwise untouched', () => {
    expect(withoutTracking('https://example.org/a?utm_medium=rss&page=2')).toBe('https://example.org/a?page=2');
    expect(withoutTracking('https://example.org/a/?b=%20#c')).toBe('https://example.org/a/?b=%20#c');
  });

  it('of a resolver gives the identifier', () => {
    expect(identifiersInUrl('https://doi.org/10.1234/A%2Fb.7')).toEqual({ doi: '10.1234/A/b.7' });
    expect(identifiersInUrl('https://pubmed.ncbi.nlm.nih.gov/123456/')).toEqual({ pmid: '123456' });
    expect(identifiersInUrl('https://example.org/10.1234/a')).toEqual({});
    expect(identifiersInUrl('https://doi.org/%E0%A4%A')).toEqual({});
  });
});

describe('text that went through HTML', () => {
  it.each([
    ['&#160; Gel &amp;amp; tape &amp;#8230;', 'Gel & tape …'],
    ['A <em>gel</em> splint<br>for&nbsp;two', 'A gel splint for two'],
    ['p < 0.05 and n > 3', 'p < 0.05 and n > 3'],
  ])('%s reads %s', (html, text) => expect(toPlainText(html)).toBe(text));
});

describe('who wrote it', () => {
  it('stands in one line with a section and the date, even when the spaces between them are lost', () => {
    expect(findByline(['Menu', 'Hand careMay 4, 2020Splint Team', 'A title'], 'A title')).toMatchObject({
      date: '2020-05-04',
      authors: [{ organisation: 'Splint Team' }],
    });
  });

  it('is not read out of a sentence, a table row or the title', () => {
    expect(
      findByline(['On 4 May 2020 the clinic closed.', '| 4 May 2020 | Ada |', 'Rules of 4 May 2020'], 'Rules of 4 May 2020'),
    ).toBeUndefined();
  });
});

describe('lines that state a field', () => {
  it('give dates, ISBN, DOI, registry number and address', () => {
    const fields = toPageFields([
      'Published: 4 May 2020',
      'Last updated: May 6, 2020View policy',
      'ISBN 978-0-306-40615-7',
      'doi: 10.1234/a.7',
      'Trial registration: NCT00000001',
      'Source: https://example.org/a?utm_source=x',
    ]);
    expect(fields).toEqual({
      published: '2020-05-04',
      updated: '2020-05-06',
      isbn: '978-0-306-40615-7',
      doi: '10.1234/a.7',
      registry: 'NCT00000001',
      url: 'https://example.org/a',
      doubts: [],
    });
  });

  it('become a doubt for the editor when they cannot be right', () => {
    const { doubts, ...fields } = toPageFields([
      'Published: 31 June 2020',
      'ISBN: 978-0-306-40615-8',
      'Updated: May 2020',
      'Last reviewed: 2 May 2021',
      'Issued: 1 May 2020',
      'Published on 2 May 2020',
    ]);
    expect(fields).toEqual({ published: '2020-05-01' });
    expect(doubts).toMatchInlineSnapshot(`
      [
        "Check \`issued\`: the page prints “31 June 2020”, and there is no such day.",
        "Add \`isbn\`: the page prints 978-0-306-40615-8, and its check digit does not hold, so it is mistyped there.",
        "Add \`updated\`: the page says 2020-05, and the field wants a whole day.",
        "The page prints “Last reviewed: 2 May 2021”: see whether \`updated\` follows from it, or an earlier day for looking at it again.",
        "Check \`issued\`: the page gives both 2020-05-01 and 2020-05-02.",
      ]
    `);
  });
});

describe('the name of a site', () => {
  it.each([
    ['https://www.handcourier.example/a', 'Latest in the Hand Courier today', 'Hand Courier'],
    ['www.sampleshire.org.uk', "Sampleshire's clinics", 'Sampleshire'],
    ['www.example.org', 'Nobody names it', undefined],
  ])('%s', (host, text, name) => expect(nameFromHost(host, text)).toBe(name));
});

describe('the language of a text', () => {
  it.each([
    ['The splint is for the hand and it can be worn with a glove.', 'en'],
    ['La main est dans le plâtre et les doigts ne sont pas sur la table.', 'fr'],
    ['Die Hand ist in der Schiene und das Band wird nicht mit dem Gel getragen.', 'de'],
    ['Gel splint', 'und'],
    ['', 'und'],
  ])('%s', (text, language) => expect(toLanguage(text)).toBe(language));
});

describe('a new id', () => {
  const of = { by: 'Société Générale d’Été', year: '2019', title: 'Thumb splints: what to know' };
  it('is made of name, year and the most telling word', () =>
    expect(buildSourceId(of, new Set())).toBe('societe-generale-dete-2019-splints'));

  it('takes the next word, then a number, when it is taken, and never one that is', () => {
    const taken = new Set<string>();
    const ids = Array.from({ length: 5 }, () => {
      const id = buildSourceId(of, taken);
      taken.add(id);
      return id.slice('societe-generale-dete-2019-'.length);
    });
    expect(ids).toEqual(['splints', 'thumb', 'know', 'splints-2', 'splints-3']);
  });

  it('is a valid id whatever the name and title are written in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (by, title) => {
        expect(buildSourceId({ by, year: 'undated', title }, new Set())).toMatch(ID_PATTERN);
      }),
    );
  });

  it('spells letters beyond ASCII', () => expect(toSlug('Łódź, Æbeltoft & Straße')).toBe('lodz-aebeltoft-strasse'));
});
