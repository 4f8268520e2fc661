/** The language: dates that exist, identifiers that hold, and kinds that cannot pose as something better. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { day, partialDate } from '../../../src/schema/date.ts';
import { isDoi, isIsbn, isPmid, isRegistryNumber } from '../../../src/schema/identifiers.ts';
import { sourceId } from '../../../src/schema/id.ts';
import { kindRow } from '../../../src/schema/kinds.ts';
import { collectionNames, collections } from '../../../src/schema/collections.ts';
import { source } from '../../../src/schema/source.ts';
import { partsOf } from '../../../src/schema/vocabulary.ts';
import { sourceKindNames, vocabulary } from '../made.ts';

test.each(['2026-11-20', '2024-02-29', '1999-12-31'])('%s is a day', (text) => {
  expect(day.parse(text)).toBe(text);
});

test.each(['2026-02-29', '2026-02-30', '2026-13-01', '2026-1-1', '20 November 2026', '2026-11', '', 'undated'])('%s is no day', (text) => {
  expect(day.safeParse(text).success).toBe(false);
});

test('a date that a YAML reader has turned into another type is read as it was written', () => {
  expect(day.parse(new Date('2026-11-20T00:00:00Z'))).toBe('2026-11-20');
  expect(partialDate.parse(2017)).toBe('2017');
  expect(day.safeParse(new Date(Number.NaN)).success).toBe(false);
});

test.each(['2017', '2017-12', '2017-12-07', 'undated'])('%s is precise enough for a publication', (text) => {
  expect(partialDate.parse(text)).toBe(text);
});

test.each(['2017-00', '2017-13', '2017-02-30', '17', 'Dec 2017', '2017/12', 'unknown'])('%s is no date of publication', (text) => {
  expect(partialDate.safeParse(text).success).toBe(false);
});

test.each([
  [
    isDoi,
    ['10.1056/NEJMoa1615066', '10.1000.10/123(4)5'],
    ['https://doi.org/10.1056/x', '10.1056', '10.1/x', 'doi:10.1056/x', '10.1056/a b', '10.1056/<x>'],
  ],
  [isPmid, ['1', '29211671'], ['0', '012', '123456789', 'PMC123', '']],
  [isRegistryNumber, ['NCT00790335', 'ISRCTN12345678'], ['NCT0079033', 'nct00790335', 'NCT00790335x', '']],
  [
    isIsbn,
    ['978-1-4731-3431-7', '9781473134317', '0-306-40615-2', '080442957X'],
    ['978-1-4731-3431-8', '9771473134317', '0-306-40615-3', '97814731343', 'x'],
  ],
])('%o tells well-formed identifiers from others', (holds, good, bad) => {
  for (const text of good) expect([text, holds(text)]).toEqual([text, true]);
  for (const text of bad) expect([text, holds(text)]).toEqual([text, false]);
});

test('one wrong digit breaks every ISBN', () => {
  const isbn = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 9, maxLength: 9 }).map((digits) => {
    const body = `978${digits.join('')}`;
    const sum = [...body].reduce((total, digit, index) => total + Number(digit) * (index % 2 ? 3 : 1), 0);
    return `${body}${(10 - (sum % 10)) % 10}`;
  });
  fc.assert(
    fc.property(isbn, fc.integer({ min: 3, max: 12 }), fc.integer({ min: 1, max: 9 }), (good, at, by) => {
      const bad = good.slice(0, at) + String((Number(good[at]) + by) % 10) + good.slice(at + 1);
      expect([isIsbn(good), isIsbn(bad)]).toEqual([true, false]);
    }),
  );
});

test.each([
  ['nice-2019-ipg651', true],
  ['a', true],
  ['Nice-2019', false],
  ['nice--2019', false],
  ['-nice', false],
  ['nice_2019', false],
  ['é', false],
  ['', false],
])('%s as an id: %s', (id, good) => {
  expect(sourceId.safeParse(id).success).toBe(good);
});

test('makers, newspapers and machines are never exported as guidelines and never move a verdict', () => {
  for (const kind of ['vendor', 'news', 'machine-summary'] as const) {
    const row = kindRow(kind);
    expect([row.carries, row.movesVerdict]).toEqual(['description', false]);
    expect(['primary', 'secondary']).not.toContain(row.tier);
    expect(`${row.schemaOrg} ${row.csl} ${row.bibtex} ${row.ris}`).not.toMatch(/guideline|scholarly|journal|report|RPRT|JOUR/i);
  }
});

test('every kind is complete: only advice carries recommendations, and what it requires are fields of a source', () => {
  const fields = Object.keys(source(vocabulary).shape);
  for (const kind of sourceKindNames) {
    const row = kindRow(kind);
    expect(row.requires.filter((field) => !fields.includes(field))).toEqual([]);
    expect(row.reviewMonths).toBeGreaterThan(0);
    expect(row.carries === 'recommendation').toBe(['guideline', 'guidance-public', 'position-statement'].includes(kind));
    if (row.schemaOrg === 'MedicalGuideline') expect(row.carries).toBe('recommendation');
  }
});

test('every population is covered by populations, and contested words by none', () => {
  for (const word of Object.keys(vocabulary.populations))
    for (const covered of partsOf(vocabulary, word) ?? []) expect([word, partsOf(vocabulary, covered)]).toEqual([word, [covered]]);
});

test('no two collections lie in the same place', () => {
  expect(new Set(collectionNames.map((collection) => collections[collection].path)).size).toBe(collectionNames.length);
});
