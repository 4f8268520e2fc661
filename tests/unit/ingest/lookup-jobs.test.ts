/** The three jobs of lookups, asked one source at a time in this process: what each answer comes to. */
import { expect, it } from 'vitest';
import { jobs } from '../../../src/ingest/lookups.ts';
import { isRefusal } from '../../../src/ingest/raw-article.ts';
import { toServices } from '../../../src/ingest/fetch-document.ts';
import type { LookupJob } from '../../../src/schema/lookup.ts';
import { madeFinding, madeSource } from '../made.ts';
import { answer, openClient, redirect, startServer, type Handler } from './local-server.ts';

const json = (value: unknown): Handler => answer(JSON.stringify(value), { 'content-type': 'application/json' });
const updated = { 'date-parts': [[2021, 5, 6]] };

/** What a job writes down of a source whose servers are these; an address below `/` is put behind that of the server. */
async function ask(name: LookupJob, handlers: Readonly<Record<string, Handler>>, fields: Record<string, unknown>) {
  const { base } = await startServer(handlers);
  const job = jobs.find((each) => each.name === name);
  const url = typeof fields['url'] === 'string' ? { url: base + fields['url'] } : {};
  const source = madeSource('widgets-2020-trial', { ...fields, ...url });
  if (!job?.concerns(source)) throw new Error(`${name} does not concern the source.`);
  const { client } = openClient({ limits: { retries: 0, spacing: { page: 0, record: 0 } } });
  const row = await job.ask(source, { client, services: toServices({ mirror: base }), on: '2026-11-20' });
  return { row, base };
}

it('notices are read from both sides, each once, the publisher’s word first', async () => {
  const { row } = await ask(
    'notices',
    {
      '/crossref/works/10.5555%2Fw': json({
        message: {
          'updated-by': [
            { type: 'retraction', DOI: '10.5555/R', updated, source: 'retraction-watch' },
            { type: 'retraction', DOI: '10.5555/r', updated, source: 'publisher' },
            { DOI: '10.5555/without-type' },
          ],
        },
      }),
      '/crossref/works': json({
        message: {
          items: [
            {
              DOI: '10.5555/e',
              'update-to': [
                { type: 'erratum', DOI: '10.5555/W' },
                { type: 'erratum', DOI: '10.5555/other' },
              ],
            },
          ],
        },
      }),
    },
    { doi: '10.5555/w' },
  );
  expect(row).toEqual({
    job: 'notices',
    source: 'widgets-2020-trial',
    on: '2026-11-20',
    notices: [
      { is: 'correction', type: 'erratum', work: '10.5555/e' },
      { is: 'retraction', type: 'retraction', work: '10.5555/r', on: '2021-05-06' },
    ],
  });
});

it('a work without notices leaves no row, and a registry that is down is no answer', async () => {
  const nothing = { '/crossref/works/10.5555%2Fw': json({ message: {} }), '/crossref/works': json({ message: { items: [] } }) };
  expect((await ask('notices', nothing, { doi: '10.5555/w' })).row).toBeUndefined();
  for (const path of Object.keys(nothing)) {
    const { row } = await ask('notices', { ...nothing, [path]: answer('', {}, 503) }, { doi: '10.5555/w' });
    expect(row && isRefusal(row)).toBe(true);
  }
});

it('a registration tells how the trial stands', async () => {
  const fields = { pending: { registry: 'NCT01234567', completion: '2027-01' } };
  const statusModule = { overallStatus: 'COMPLETED', completionDateStruct: { date: '2026-08' } };
  const study = json({ protocolSection: { statusModule }, hasResults: true });
  expect((await ask('registration', { '/clinicalTrials/studies/NCT01234567': study }, fields)).row).toMatchObject({
    registry: 'NCT01234567',
    status: 'COMPLETED',
    completion: '2026-08',
    results: true,
  });
  const { row } = await ask('registration', {}, fields);
  expect(row && isRefusal(row)).toBe(true);
});

it.each([
  [{ '/a': answer('<p>Here.</p>') }, undefined],
  [
    { '/a': redirect('/b'), '/b': answer('<p>Here.</p>') },
    { state: 'moved', lost: [] },
  ],
  [{}, { state: 'gone', lost: [] }],
  [{ '/a': answer('', {}, 403) }, { state: 'denied', lost: [] }],
  [{ '/a': answer('', {}, 500) }, { state: 'unreachable', lost: [] }],
] as const)('an address that answers so is written down so: %j', async (handlers, expected) => {
  const { row, base } = await ask('link', handlers, { url: '/a' });
  if (!expected) expect(row).toBeUndefined();
  else expect(row).toMatchObject({ job: 'link', address: `${base}/a`, ...expected });
});

it('passages are looked for on the page as a reader sees it, and nowhere else', async () => {
  const anchored = (starts: string) =>
    madeFinding('widgets', 'for', { locator: 'Results', anchor: { starts, ends: 'longer', sha256: 'a'.repeat(64) } });
  const fields = { url: '/a', findings: [anchored('Neither “widget”'), anchored('Nowhere at all')] };
  const html = '<script>Nowhere at all longer</script><p>neither "widget" lasted&nbsp;<b>longer</b></p>';
  expect((await ask('link', { '/a': answer(html) }, fields)).row).toMatchObject({ state: 'there', lost: [2] });
  expect((await ask('link', { '/a': answer('%PDF-1.7', { 'content-type': 'application/pdf' }) }, fields)).row).toBeUndefined();
  const { row } = await ask('link', { '/robots.txt': answer('User-agent: *\nDisallow: /\n'), '/a': answer(html) }, fields);
  expect(row && isRefusal(row)).toBe(true);
});
