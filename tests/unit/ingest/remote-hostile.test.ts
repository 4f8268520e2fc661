import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../../src/ingest/raw-article.ts';
import { book } from '../../../src/ingest/origins/book.ts';
import { crossref } from '../../../src/ingest/origins/crossref.ts';
import { dataCite } from '../../../src/ingest/origins/datacite.ts';
import { pubmed } from '../../../src/ingest/origins/pubmed.ts';
import { trialRegistration } from '../../../src/ingest/origins/trial-registration.ts';
import type { Origin, ExtractedArticle } from '../../../src/ingest/document.ts';
import { isRemote, toRemoteName } from '../../../src/ingest/fetch-document.ts';
import { guardAddress } from '../../../src/ingest/client/address-guard.ts';
import { bytesOf } from './fixture.ts';

const saved = (name: string): string => readFileSync(join(import.meta.dirname, '../../fixtures/ingest-records', name), 'utf8');
const take = async (origin: Origin, text: string): Promise<readonly ExtractedArticle[] | undefined> => {
  const document = { name: 'a', bytes: bytesOf(text), text };
  return origin.recognise(document) === undefined ? undefined : origin.toArticles(document);
};

const shapes: readonly [string, Origin, string][] = [
  ['Crossref', crossref, saved('crossref-trial/record.json')],
  ['DataCite', dataCite, saved('datacite-report/record.json')],
  ['ClinicalTrials.gov', trialRegistration, saved('trial-running/record.json')],
  ['Open Library', book, saved('book-card/record.json')],
];

describe('a record without a title is refused, and the field is named', () => {
  it.each([
    ['Crossref', crossref, '{"message-type":"work","message":{"DOI":"10.5555/x","title":[]}}'],
    ['DataCite', dataCite, '{"data":{"type":"dois","attributes":{"doi":"10.5555/x"}}}'],
    ['ClinicalTrials.gov', trialRegistration, '{"protocolSection":{"identificationModule":{"nctId":"NCT09999999"}}}'],
    ['Open Library', book, '{"ISBN:9780306406157":{}}'],
    ['PubMed', pubmed, '<PubmedArticle><MedlineCitation><PMID>1</PMID></MedlineCitation></PubmedArticle>'],
  ])('%s', async (registrar, origin, text) => {
    const [taken] = (await take(origin, text)) ?? [];
    expect(taken?.article).toMatchObject({ field: 'title', reason: `The record of ${registrar} has no title.` });
  });
});

it('a list of works gives one article each, under its DOI', async () => {
  const items = ['10.5555/a', '10.5555/b'].map((DOI) => ({ DOI, title: [`About ${DOI}`], type: 'journal-article' }));
  const taken = await take(crossref, JSON.stringify({ 'message-type': 'work-list', message: { items: [...items, { DOI: 'x' }, 7] } }));
  expect(taken?.map(({ label }) => label)).toEqual(['DOI 10.5555/a', 'DOI 10.5555/b']);
});

it('other JSON and XML is none of these', async () => {
  for (const text of [
    '{}',
    '[]',
    '{"message":"work"}',
    '{"a":"dois","protocolSection":1}',
    '{"ISBN:x":{},"b":1}',
    '<a/>',
    '{"message-type"',
    'PubmedArticle',
  ]) {
    for (const origin of [crossref, dataCite, pubmed, trialRegistration, book]) expect(await take(origin, text)).toBeUndefined();
  }
});

/** One field somewhere in a record replaced by something else. */
function withFault(value: unknown, path: readonly number[], fault: unknown): unknown {
  const [first, ...rest] = path;
  if (first === undefined || typeof value !== 'object' || value === null) return fault;
  const keys = Object.keys(value);
  if (keys.length === 0) return fault;
  const key = keys[first % keys.length] ?? '';
  const changed: unknown = withFault((value as Record<string, unknown>)[key], rest, fault);
  return Array.isArray(value) ? value.map((one: unknown, i) => (String(i) === key ? changed : one)) : { ...value, [key]: changed };
}

describe.each(shapes)('a record of %s', (_, origin, text) => {
  it('with anything in the place of one of its fields gives an article or a refusal', async () => {
    const fault = fc.oneof(fc.constant(null), fc.string(), fc.integer(), fc.jsonValue({ maxDepth: 2 }), fc.constant('__proto__'));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(60), { minLength: 1, maxLength: 6 }), fault, async (path, other) => {
        for (const { article } of (await take(origin, JSON.stringify(withFault(JSON.parse(text), path, other)))) ?? []) {
          expect(isRefusal(article) || article.title.length > 0).toBe(true);
        }
      }),
      { seed: 5, numRuns: 200 },
    );
  });
});

it('PubMed XML that breaks off anywhere gives what can be told', async () => {
  const text = saved('pubmed-trial/record.xml');
  await fc.assert(
    fc.asyncProperty(fc.nat(text.length), async (end) => {
      for (const { article } of (await take(pubmed, text.slice(0, end))) ?? []) expect(article).toBeTypeOf('object');
    }),
    { seed: 5, numRuns: 100 },
  );
});

it('no argument and no address breaks what reads it', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.webUrl(),
        fc.string().map((rest) => `doi:10.${rest}`),
        fc.ipV6().map((ip) => `http://[${ip}]/`),
      ),
      (text) => {
        isRemote(text);
        toRemoteName(text);
        guardAddress(text);
      },
    ),
    { seed: 5, numRuns: 500 },
  );
});
