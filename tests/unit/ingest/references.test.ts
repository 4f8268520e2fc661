import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SourceIndex } from '../../../src/ingest/source-index.ts';
import { toKnownSource } from '../../../src/ingest/source-index.ts';
import { cutBibtex } from '../../../src/ingest/record/bibtex-entry.ts';
import { bytesOf, ingest } from './fixture.ts';
import { errorsIn, fixturePath, toGolden } from './outcome-golden.ts';

const files = { 'zotero-bibtex': 'raw.bib', ris: 'raw.ris', 'csl-json': 'raw.json' } as const;
type Name = keyof typeof files;
const names = Object.keys(files) as Name[];
const textOf = (name: Name): string => readFileSync(fixturePath('ingest-references', name, files[name]), 'utf8');
const take = (text: string, ...held: Record<string, unknown>[]) => {
  const sources = held.map((fields, i) => toKnownSource(`held-2020-${i}`, `content/sources/held-2020-${i}.md`, fields));
  return ingest({ name: 'library', bytes: bytesOf(text) }, new SourceIndex(sources));
};

describe.each(names)('the reference file %s', (name) => {
  it('becomes exactly the drafts that lie beside it, one for each entry, and names the entries that are broken', async () => {
    await expect(toGolden(await take(textOf(name)))).toMatchFileSnapshot(fixturePath('ingest-references', name, 'drafts.md'));
  });

  it('gives drafts that the check finds no error in', async () => {
    expect(errorsIn(await take(textOf(name)))).toEqual([]);
  });

  it('gives the same drafts from a copy with a BOM and other line ends', async () => {
    const other = textOf(name).includes('\r\n') ? textOf(name).replaceAll('\r\n', '\n') : textOf(name).replaceAll('\n', '\r\n');
    expect(toGolden(await take(`\uFEFF${other}`))).toBe(toGolden(await take(textOf(name))));
  });

  it('lends the drafts no abstract and no note, and keeps each entry in its own snapshot', async () => {
    const outcomes = await take(textOf(name));
    const drafts = outcomes.flatMap(({ outcome }) => (outcome.state === 'drafted' ? [outcome.text] : [])).join('\n');
    expect(drafts).not.toMatch(/coin decided|glad of it|librarian|belongs to its writer/);
    expect(new Set(outcomes.map(({ bytes }) => new TextDecoder().decode(bytes))).size).toBe(outcomes.length);
  });

  it('is known when it is given again, entry by entry', async () => {
    const drafts = (await take(textOf(name))).flatMap(({ outcome }) => (outcome.state === 'drafted' ? [outcome.fields] : []));
    const again = await take(textOf(name), ...drafts);
    expect(again.filter(({ outcome }) => outcome.state === 'drafted')).toEqual([]);
    expect(again.filter(({ outcome }) => outcome.state === 'known')).toHaveLength(drafts.length);
  });

  it('never throws, wherever it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(textOf(name).length), async (at) => {
        for (const { outcome } of await take(textOf(name).slice(0, at))) expect(['drafted', 'known', 'refused']).toContain(outcome.state);
      }),
      { numRuns: 40 },
    );
  });
});

describe('an entry is recognised as a source that is held', () => {
  const entry = (fields: string): string =>
    `@article{a, title = {Gel splints for the thumb, or how to hold a pen}, year = 2020, ${fields}}`;
  const title = 'Gel Splints for the Thumb, or How to Hold a Pen';
  it.each([
    ['by DOI', 'doi = {10.1234/ABC}', { doi: '10.1234/abc' }, 'the same DOI 10.1234/ABC'],
    ['by the PubMed number in its note', 'note = {PMID: 12345}', { pmid: '12345' }, 'the same PubMed number 12345'],
    ['by ISBN-10 of the ISBN-13 that is held', 'isbn = {0306406152}', { isbn: '978-0-306-40615-7' }, 'the same ISBN 0306406152'],
    ['by title and year', '', { title, issued: '2020-03' }, 'the same title and year'],
    ['by title and author', 'author = {Sample, Ada}', { title, authors: [{ family: 'Sample' }] }, 'the same title and author'],
  ])('%s', async (_, fields, held, because) => {
    const [first] = await take(entry(fields), held);
    expect(first?.outcome).toMatchObject({ state: 'known', because: expect.stringContaining(because) as string });
  });

  it.each([
    ['when a DOI contradicts the title', 'doi = {10.1234/abc}', { title, issued: '2020', doi: '10.1234/other' }],
    ['when the year contradicts the title', '', { title, issued: '2019' }],
    ['when only a short title and the year are the same', '', { title: 'Splints', issued: '2020' }],
  ])('and is new %s', async (_, fields, held) => {
    const text = held.title === 'Splints' ? '@article{a, title = {Splints}, year = 2020}' : entry(fields);
    expect((await take(text, held))[0]?.outcome.state).toBe('drafted');
  });
});

describe('what only looks like a reference file', () => {
  it.each([
    [
      'a page that shows how to cite it',
      `Gel or plaster\n\n${'A long page about splints. '.repeat(20)}\n\n@article{a, title = {Gel}, year = 2020}\n`,
    ],
    ['a page with an address that starts a line', 'Write to us\n\n@sample, or to our desk.'],
    ['JSON of another kind', '{ "type": "Feature", "title": "x" }'],
    ['a heading that starts with TY', 'TY  - the story of a splint\n\nIt began in spring.'],
  ])('is none: %s', async (_, text) => {
    for (const { label, outcome } of await take(text))
      expect({ label, state: outcome.state }).toEqual({ label: undefined, state: 'refused' });
  });
});

it('entries that are commented out stay out, and braces without end are refused, quickly and by name', async () => {
  const commented = '@comment{\n@article{old, title = {Old}, year = 2001}\n}\n@article{new, title = {New}, year = 2002}\n';
  expect(cutBibtex(commented).entries.map(({ key }) => key)).toEqual(['new']);
  const [deep] = await take(`@misc{deep, title={${'{'.repeat(30_000)}${'}'.repeat(30_000)}}}`);
  expect(deep?.outcome).toMatchObject({
    state: 'refused',
    field: 'deep',
    reason: 'It opens hundreds of braces `{` within each other, as no entry does.',
  });
  const unclosed = cutBibtex('@misc{a, title={\n'.repeat(20_000));
  expect(unclosed.entries.filter(({ closed }) => closed)).toEqual([]);
  expect(unclosed.entries).toHaveLength(20_000);
});

it('a BibTeX file is cut into the entries that were put into it, whatever their fields hold', () => {
  const value = fc.string({ unit: fc.constantFrom('a', ' ', '@', ',', '=', '{x}', '\\{', '\\}', '"', 'é', '@b{'), maxLength: 12 });
  const balanced = value.map((text) => text.replaceAll('@b{', '@b'));
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.stringMatching(/^[a-z]\w{0,8}$/), balanced), { minLength: 1, maxLength: 5 }), (rows) => {
      const text = rows.map(([key, title]) => `@misc{${key},\n  title = {${title}}\n}`).join('\n\n');
      expect(cutBibtex(text).entries.map(({ key, closed }) => ({ key, closed }))).toEqual(rows.map(([key]) => ({ key, closed: true })));
    }),
  );
});
