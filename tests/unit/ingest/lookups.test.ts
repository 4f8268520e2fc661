/** The scheduled jobs: what is asked, what comes of it, and what is written down. A local server stands for the world. */
import { execFile } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keyOf, mergeLookups } from '../../../src/ingest/lookups.ts';
import { lookup, type Lookup } from '../../../src/schema/lookup.ts';

const run = promisify(execFile);
const trial = '10.5555/widgets.2020';
let server: Server;
let origin: string;
let folder: string;
/** What the server says, by path; changed by the tests. */
const world = new Map<string, { status?: number; json?: unknown; html?: string; to?: string }>();
const asked: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    const path = decodeURIComponent(request.url ?? '');
    asked.push(path);
    const answer = world.get(path) ?? { status: 404 };
    if (answer.to) response.writeHead(302, { location: answer.to });
    else
      response.writeHead(answer.status ?? 200, {
        'content-type': answer.html === undefined ? 'application/json' : 'text/html; charset=utf-8',
      });
    response.end(answer.html ?? (answer.json === undefined ? '' : JSON.stringify(answer.json)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  folder = mkdtempSync(join(tmpdir(), 'patency-lookups-'));
  cpSync('tests/fixtures/content', folder, { recursive: true });
  const file = join(folder, 'sources', 'example-2020-trial.md');
  writeFileSync(
    file,
    readFileSync(file, 'utf8')
      .replace('url: https://journal.example/widgets', `url: ${origin}/widgets`)
      .replace('status: under-review', 'status: under-review\npending: { registry: NCT00000001, completion: 2027-01 }')
      .replace(
        'locator: Results, first paragraph',
        `locator: Results, first paragraph\n    anchor: { starts: "neither “widget”", ends: lasted longer, sha256: ${'a'.repeat(64)} }`,
      ),
  );
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Ended {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number;
}
const lookUp = (...args: string[]): Promise<Ended> =>
  run(process.execPath, ['scripts/lookups.ts', '--content', folder, '--allow-private', ...args], {
    env: { ...process.env, REGISTRY_MIRROR: origin },
  }).then(
    ({ stdout, stderr }) => ({ stdout, stderr, code: 0 }),
    (error: Ended) => error,
  );
const written = (): string => readFileSync(join(folder, 'lookups.yaml'), 'utf8');

const works = (items: readonly unknown[]) => ({ json: { 'message-type': 'work-list', message: { items } } });
const workWith = (updates: readonly unknown[]) => ({ json: { 'message-type': 'work', message: { DOI: trial, 'updated-by': updates } } });
const day = (...parts: number[]) => ({ 'date-parts': [parts] });

describe('notices of Crossref', () => {
  it('are read in both directions, each once, and an erratum or a new version is no retraction', async () => {
    world.set(
      `/crossref/works/${trial}`,
      workWith([
        { DOI: '10.5555/W.Retraction', type: 'retraction', source: 'retraction-watch', updated: day(2026, 10, 2) },
        { DOI: '10.5555/w.retraction', type: 'retraction', source: 'publisher', updated: day(2026, 10, 1) },
        { DOI: '10.5555/w.2', type: 'new_version', updated: day(2024) },
      ]),
    );
    world.set(
      `/crossref/works?filter=updates:${trial}&rows=100`,
      works([
        { DOI: '10.5555/w.erratum', 'update-to': [{ DOI: trial.toUpperCase(), type: 'erratum', updated: day(2021, 2) }] },
        { DOI: '10.5555/other', 'update-to': [{ DOI: '10.5555/another-work', type: 'retraction' }] },
      ]),
    );
    const { stdout, code } = await lookUp('notices', '--date', '2026-11-10');
    expect(code).toBe(0);
    expect(stdout).toContain('correction 10.5555/w.erratum, newer-version 10.5555/w.2, retraction 10.5555/w.retraction');
    expect(written()).toMatchInlineSnapshot(`
      "# What registries and servers said of our sources, and since when. Written by \`npm run lookups\`, never by hand.
      - job: notices
        source: example-2020-trial
        on: 2026-11-10
        notices:
          - is: correction
            type: erratum
            work: 10.5555/w.erratum
            on: 2021-02
          - is: newer-version
            type: new_version
            work: 10.5555/w.2
            on: "2024"
          - is: retraction
            type: retraction
            work: 10.5555/w.retraction
            on: 2026-10-01
      "
    `);
  });

  it('keep the day on which they were first found, and the file is not touched when nothing is new', async () => {
    const before = written();
    const { stdout } = await lookUp('notices', '--date', '2026-12-01');
    expect(stdout).toContain('says this already');
    expect(written()).toBe(before);
  });

  it('stay as they were known when Crossref cannot be asked, and the run says so', async () => {
    const before = written();
    world.set(`/crossref/works/${trial}`, { status: 403 });
    const { stdout, code } = await lookUp('notices', '--date', '2026-12-02');
    expect(code).toBe(1);
    expect(stdout).toContain('example-2020-trial: could not be asked.');
    expect(written()).toBe(before);
  });
});

describe('the registry of a running trial', () => {
  it('is asked for trials that we hold as running, and its words are kept', async () => {
    world.set('/clinicalTrials/studies/NCT00000001', {
      json: {
        protocolSection: { statusModule: { overallStatus: 'COMPLETED', completionDateStruct: { date: '2026-09', type: 'ACTUAL' } } },
        hasResults: true,
      },
    });
    const { code } = await lookUp('registration', '--date', '2026-11-10');
    expect(code).toBe(0);
    expect(written()).toContain('status: COMPLETED\n  completion: 2026-09\n  results: true\n');
  });
});

describe('the address of a source', () => {
  it('leaves no row while it is there and shows the passages, however its quotation marks look', async () => {
    world.set('/robots.txt', { status: 404 });
    world.set('/widgets', { html: '<html><body><p>We saw that <b>Neither</b> "widget" ever lasted   longer.</p></body></html>' });
    await lookUp('link', '--date', '2026-11-10');
    expect(written()).not.toContain('job: link');
  });

  it('is named with where it leads and with the findings whose passages are lost', async () => {
    world.set('/widgets', { to: '/2020/widgets' });
    world.set('/2020/widgets', { html: '<html><body><p>Something else.</p></body></html>' });
    const { stdout } = await lookUp('link', '--date', '2026-11-11');
    expect(stdout).toContain(`moved to ${origin}/2020/widgets; passages lost: 1`);
    expect(written()).toContain(`state: moved\n  to: ${origin}/2020/widgets\n  lost:\n    - 1\n`);
  });

  it('is gone when the server says so, and the row goes when it is back', async () => {
    world.set('/widgets', { status: 410 });
    await lookUp('link', '--date', '2026-11-12');
    expect(written()).toContain('state: gone');
    world.set('/widgets', { html: '<p>Neither “widget” lasted longer</p>' });
    await lookUp('link', '--date', '2026-11-13');
    expect(written()).not.toContain('job: link');
  });
});

describe('the call', () => {
  it('names a job that there is not, and what jobs there are', async () => {
    const { stderr, code } = await lookUp('retractions');
    expect(code).toBe(2);
    expect(stderr).toContain('There is no job `retractions`. Jobs are `notices`, `registration`, `link`.');
  });

  it('asks nothing but the world that it was given', () => {
    expect(asked.length).toBeGreaterThan(5);
  });
});

describe('the rows after a run', () => {
  const row = (job: Lookup['job'], source: string, on: string): Lookup =>
    lookup.parse(
      job === 'link'
        ? { job, source, on, address: 'https://a.example', state: 'gone' }
        : { job: 'registration', source, on, registry: 'NCT00000001', status: 'UNKNOWN', results: false },
    );

  it('lose what was not found again, keep other jobs and what could not be asked, and stand in order', () => {
    const before = [row('link', 'b', '2026-01-01'), row('link', 'c', '2026-01-01'), row('registration', 'a', '2026-01-01')];
    const found = [row('link', 'a', '2026-02-01')];
    const unanswered = new Set([keyOf({ job: 'link', source: 'c' })]);
    expect(mergeLookups(before, { jobs: new Set(['link']), found, unanswered }).map(keyOf)).toEqual(['link a', 'link c', 'registration a']);
  });
});
