import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { bytesOfCase, doubtsOf, floors, showRecord, type IngestCase } from '../../../scripts/bench/ingest-accuracy.ts';
import { isAddress, readAddresses } from '../../../src/ingest/canonical-url.ts';
import { readIssued, readPageDate } from '../../../src/ingest/field-date.ts';
import { findIdentifiers } from '../../../src/ingest/identifiers.ts';
import { readNames, toAuthors } from '../../../src/ingest/names.ts';
import { parseDocument } from '../../../src/ingest/parse-document.ts';
import { isRefusal } from '../../../src/ingest/raw-article.ts';
import { cutBibtex } from '../../../src/ingest/record/bibtex-entry.ts';
import type { Author } from '../../../src/schema/source.ts';
import { errorsIn } from './outcome-golden.ts';
import { ingest } from './fixture.ts';

const casesOf = <Row>(name: string): Row[] =>
  parse(readFileSync(join(import.meta.dirname, `../../cases/ingest-${name}.yaml`), 'utf8')) as Row[];
const records = casesOf<IngestCase>('records');

describe('a reference file gives each of its records, field by field', () => {
  it.each(records)('$name', async (one) => {
    const read = await parseDocument({ name: one.file, bytes: bytesOfCase(one) });
    const articles = isRefusal(read) ? [read] : read.taken.map(({ article }) => article);
    expect(
      articles.map((article) => ({ is: showRecord(article), ...(doubtsOf(article).length > 0 && { doubts: doubtsOf(article) }) })),
    ).toEqual(one.gives);
  });

  it.each(records.filter(({ gives }) => gives.length > 0))('and its drafts hold no mistake: $name', async (one) => {
    expect(errorsIn(await ingest({ name: one.file, bytes: bytesOfCase(one) }))).toEqual([]);
  });

  it('whose snapshot gives the same record again', async () => {
    for (const one of records) {
      const read = await parseDocument({ name: one.file, bytes: bytesOfCase(one) });
      if (isRefusal(read)) continue;
      for (const { bytes, ending, article } of read.taken.filter((taken) => !isRefusal(taken.article))) {
        const again = await parseDocument({ name: `snapshot${ending}`, bytes });
        const lines = isRefusal(again) ? [again.reason] : again.taken.map((taken) => showRecord(taken.article));
        expect(lines, `${one.name}: ${new TextDecoder().decode(bytes)}`).toContain(showRecord(article));
      }
    }
  });

  it('wherever the file is cut, without an error', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...records), fc.nat(2000), async (one, at) => {
        const read = await parseDocument({ name: one.file, bytes: bytesOfCase(one).subarray(0, at) });
        expect(isRefusal(read) || read.taken.length >= 0).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

describe('names in a field', () => {
  type Row = { printed: string; authors?: string; spoken?: string; cut?: true; unsure?: true };
  const show = (authors: readonly Author[]): string =>
    authors.map((author) => ('family' in author ? `${author.family}, ${author.given ?? ''}` : `[${author.organisation}]`)).join('; ');
  it.each(casesOf<Row>('names'))('$printed', ({ printed, authors, spoken, cut = false, unsure = false }) => {
    if (spoken !== undefined) expect(show(toAuthors(printed))).toBe(spoken);
    if (authors === undefined) return;
    const read = readNames([printed]);
    expect({ authors: show(read.authors), cut: read.cut, unsure: read.doubts.some((doubt) => doubt.startsWith('Check')) }).toEqual({
      authors,
      cut,
      unsure,
    });
  });
});

describe('dates of a field', () => {
  type Row = { printed: string | string[]; issued: string; doubt?: string; page?: string };
  it.each(casesOf<Row>('dates'))('$printed', ({ printed, issued, doubt, page = doubt || issued === 'undated' ? undefined : issued }) => {
    const read = readIssued([printed].flat());
    expect({ issued: read.issued, doubt: read.doubts[0] }).toEqual({ issued, doubt });
    if (typeof printed !== 'string') return;
    const { issued: own, why } = readPageDate(printed);
    expect(own).toBe(page);
    expect(why).toEqual(page ? undefined : (expect.stringMatching(/: look it up at the original$/) as string));
  });
});

describe('identifiers and addresses in a text', () => {
  type Row = { text: string; addresses?: string[] };
  it.each(casesOf<Row>('identifiers'))('$text', ({ text, addresses = [], ...ids }) => {
    expect(findIdentifiers(text)).toEqual(ids);
    expect(readAddresses(text).filter(isAddress)).toEqual(addresses);
  });
});

it('a second count of the entries of a BibTeX file finds none that was left out', () => {
  for (const { text } of records.filter(({ file }) => file.endsWith('.bib'))) {
    const counted = [...text.replace(/@comment\s*\{[^\n]*/gi, '').matchAll(/@(?!string|preamble|comment)[a-z]+\s*[{(]/gi)].length;
    expect(cutBibtex(text).entries).toHaveLength(counted);
  }
});

it('an entry within an entry, where a brace was lost, is named and not lost in silence', async () => {
  const text = '@article{a, title = {One}, note = {lost, year = 2020} @article{b, title = {Two}, year = 2021}}';
  const read = await parseDocument({ name: 'a.bib', bytes: new TextEncoder().encode(text) });
  const [first] = isRefusal(read) ? [] : read.taken;
  expect(first && doubtsOf(first.article)).toContainEqual(
    expect.stringContaining('`@article{b` stands within it, so a brace may be missing'),
  );
});

it('the floor of the gauge is at least what was reached', () => {
  expect(floors).toEqual({ records: 1, shapes: 1, peers: 0.995 });
});
