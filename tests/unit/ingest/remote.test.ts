import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fetchJson } from '../../../src/ingest/client/client.ts';
import { toKnownSource } from '../../../src/ingest/source-index.ts';
import { isRefusal, type IngestRefusal } from '../../../src/ingest/raw-article.ts';
import type { InputDocument } from '../../../src/ingest/document.ts';
import { fetchDocument, toServices } from '../../../src/ingest/fetch-document.ts';
import { ingest } from './fixture.ts';
import { answer, openClient, startServer, type Handler, type LocalServer } from './local-server.ts';

const json = (value: unknown): Handler => answer(JSON.stringify(value), { 'content-type': 'application/json' });
const saved = (name: string): string => readFileSync(join(import.meta.dirname, '../../fixtures/ingest-records', name), 'utf8');
const file = (name: string): Handler => answer(saved(name), { 'content-type': 'application/json' });
const xml = (text: string): Handler => answer(text, { 'content-type': 'text/xml' });

/** Fetches by name from registries that all live on one local server. */
async function fetchFrom(
  handlers: Readonly<Record<string, Handler>>,
  name: string,
): Promise<{ got: InputDocument | IngestRefusal; server: LocalServer }> {
  const server = await startServer(handlers);
  const { client } = openClient({ limits: { retries: 1, spacing: { page: 0, record: 0 } } });
  const services = toServices({ mirror: server.base, contact: 'editors@patency.example' });
  return { got: await fetchDocument(name, client, services), server };
}

const said = ({ got }: { got: InputDocument | IngestRefusal }): string => (isRefusal(got) ? got.reason : `a document named ${got.name}`);
const broken = answer('', {}, 503);

describe('a DOI', () => {
  const works = '/crossref/works/10.5555%2Fjio.2021.0042';
  const dois = '/dataCite/dois/10.5555%2Fjio.2021.0042';

  it('is asked of Crossref first, and of nobody else when Crossref knows it', async () => {
    const { got, server } = await fetchFrom({ [works]: file('crossref-trial/record.json') }, 'https://doi.org/10.5555/jio.2021.0042');
    expect(got).toMatchObject({ name: 'doi:10.5555/jio.2021.0042', mediaType: 'application/json', address: server.base + works });
    expect(server.asked).toEqual([works]);
  });

  it('is asked of DataCite when Crossref does not know it', async () => {
    const { got, server } = await fetchFrom({ [dois]: file('datacite-report/record.json') }, 'doi:10.5555/jio.2021.0042');
    expect(isRefusal(got)).toBe(false);
    expect(server.asked).toEqual([works, dois]);
  });

  it('that nobody knows is not the same as one that could not be asked for', async () => {
    expect(said(await fetchFrom({}, '10.5555/jio.2021.0042'))).toBe(
      'There is no DOI `10.5555/jio.2021.0042`: neither Crossref nor DataCite knows it.',
    );
    const down = await fetchFrom({ [works]: broken }, '10.5555/jio.2021.0042');
    expect(said(down)).toMatch(/^Crossref could not be asked: .*has a fault of its own \(503\)/);
    expect(down.server.asked).not.toContain(dois);
    expect(said(await fetchFrom({ [dois]: broken }, '10.5555/jio.2021.0042'))).toMatch(
      /^Crossref does not know the DOI, and DataCite could not be asked/,
    );
  });

  it('that is answered with a page instead of a record could not be asked for', async () => {
    expect(said(await fetchFrom({ [works]: answer('<h1>Maintenance</h1>') }, '10.5555/jio.2021.0042'))).toMatch(
      /could not be asked: .* no record/,
    );
  });
});

describe('a PubMed number', () => {
  const path = '/eutils/efetch.fcgi?db=pubmed&id=99900001&retmode=xml&tool=patency&email=editors%40patency.example';

  it('brings the record, and says who asks as NCBI wants it', async () => {
    const { got, server } = await fetchFrom({ [path]: xml(saved('pubmed-trial/record.xml')) }, 'pmid:99900001');
    expect(got).toMatchObject({ name: 'pmid:99900001', mediaType: 'text/xml' });
    expect(server.asked).toEqual([path]);
  });

  it.each([
    ['an empty set', xml('<?xml version="1.0" ?><PubmedArticleSet></PubmedArticleSet>'), 'There is no PubMed record `99900001`.'],
    [
      'something else',
      xml('<eFetchResult><ERROR>Server busy</ERROR></eFetchResult>'),
      'PubMed could not be asked: it answered with something that is no record.',
    ],
  ])('that is answered with %s is refused', async (_, handler, words) => {
    expect(said(await fetchFrom({ '/eutils/efetch.fcgi': handler }, 'pmid:99900001'))).toBe(words);
  });

  it('may be found by the number in PubMed Central, and its DOI stands in where there is none', async () => {
    const toRecord = (record: object): Handler => json({ status: 'ok', records: [record] });
    const withPmid = await fetchFrom(
      { '/idConverter/': toRecord({ pmcid: 'PMC9990001', pmid: 99900001 }), [path]: xml(saved('pubmed-trial/record.xml')) },
      'PMC9990001',
    );
    expect(withPmid.got).toMatchObject({ name: 'pmid:99900001' });
    const withDoi = await fetchFrom(
      {
        '/idConverter/': toRecord({ pmcid: 'PMC9990001', doi: '10.5555/x' }),
        '/crossref/works/10.5555%2Fx': file('crossref-trial/record.json'),
      },
      'PMC9990001',
    );
    expect(withDoi.got).toMatchObject({ name: 'doi:10.5555/x' });
  });

  it.each([
    ['an error in the record', json({ status: 'ok', records: [{ pmcid: 'PMC9990001', status: 'error', errmsg: 'invalid article id' }] })],
    ['status 400', answer('{}', {}, 400)],
  ])('of PubMed Central that is answered with %s is unknown', async (_, handler) => {
    expect(said(await fetchFrom({ '/idConverter/': handler }, 'PMC9990001'))).toBe('PubMed Central knows no `PMC9990001`.');
  });
});

describe('a trial and a book', () => {
  it('come from their registries', async () => {
    expect(
      (await fetchFrom({ '/clinicalTrials/studies/NCT09999994': file('trial-running/record.json') }, 'NCT09999994')).got,
    ).toMatchObject({
      name: 'NCT09999994',
    });
    expect((await fetchFrom({ '/openLibrary/api/books': file('book-card/record.json') }, 'isbn:978-0-306-40615-7')).got).toMatchObject({
      name: 'isbn:9780306406157',
    });
  });

  it('that nobody knows are refused by name', async () => {
    expect(said(await fetchFrom({}, 'NCT09999994'))).toBe('ClinicalTrials.gov has no study `NCT09999994`.');
    expect(said(await fetchFrom({ '/clinicalTrials/studies/NCT09999994': broken }, 'NCT09999994'))).toMatch(
      /^ClinicalTrials\.gov could not be asked/,
    );
    expect(said(await fetchFrom({ '/openLibrary/api/books': json({}) }, 'isbn:9780306406157'))).toBe(
      'Open Library has no book with the ISBN `9780306406157`.',
    );
    expect(said(await fetchFrom({}, 'isbn:9780306406158'))).toContain('check digit');
  });
});

describe('an address', () => {
  it('brings the page with its type, and passes on what the client refuses', async () => {
    const server = await startServer({ '/a': answer('<p>hello</p>', { 'content-type': 'text/html; charset=utf-8' }) });
    const { client } = openClient();
    expect(await fetchDocument(`${server.base}/a`, client)).toMatchObject({
      mediaType: 'text/html; charset=utf-8',
      address: `${server.base}/a`,
    });
    expect(await fetchDocument(`${server.base}/b`, client)).toEqual({
      reason: expect.stringContaining('has nothing at this address (404)') as string,
      hint: 'Check the address in a browser.',
    });
    expect(await fetchDocument('file:///etc/passwd', client)).toMatchObject({
      reason: expect.stringContaining('starts with `file:`') as string,
    });
  });
});

it('JSON is fetched for other jobs with the same refusals', async () => {
  const { base } = await startServer({ '/a': json({ n: 1 }), '/b': answer('no') });
  const { client } = openClient();
  expect(await fetchJson(client, `${base}/a`)).toMatchObject({ value: { n: 1 } });
  expect(await fetchJson(client, `${base}/b`)).toMatchObject({ why: 'unreachable' });
  expect(await fetchJson(client, `${base}/c`)).toMatchObject({ why: 'absent' });
});

it('a name becomes a draft, and the same work under another name is known', async () => {
  const { got } = await fetchFrom(
    { '/crossref/works/10.5555%2Fjio.2021.0042': file('crossref-trial/record.json') },
    'doi:10.5555/jio.2021.0042',
  );
  if (isRefusal(got)) throw new Error(got.reason);
  const [first] = await ingest(got);
  if (first?.outcome.state !== 'drafted') throw new Error('expected a draft');
  const held = [toKnownSource(first.outcome.id, 'content/sources/a.md', { doi: '10.5555/JIO.2021.0042' })];
  const [again] = await ingest(got, held, '2026-11-21');
  expect(again?.outcome).toMatchObject({ state: 'known', because: expect.stringContaining('DOI 10.5555/jio.2021.0042') as string });
});
