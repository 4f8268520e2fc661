/** The built site behind nginx, Caddy and our own server: one table of requests, put to all three. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, inject, it, test } from 'vitest';
import { startServer } from '../../scripts/static-server.ts';
import { formPolicy, sharedPolicy, sitePolicy } from '../../src/hosting/policy.ts';
import { commonHeaders, type ServedFolder } from '../../src/hosting/responses.ts';
import { findProgram, startCaddy, startNginx, type RunningProgram } from '../hosting/programs.ts';
import { askRaw } from '../hosting/raw-request.ts';
import type { Answer, RequestRow, ServerName } from '../hosting/request-row.ts';
import { requestTable } from '../hosting/request-table.ts';

const [nginx, caddy] = [findProgram('nginx'), findProgram('caddy')];
const served: ServedFolder = { policy: sitePolicy.header, form: '/admin/' };
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'patency-hosted-'));
  cpSync(inject('siteFolder'), folder, { recursive: true, preserveTimestamps: true });
  // What lies about where people publish by hand, and a form beside the pages.
  for (const path of ['.env', '.git/config', 'topics/.draft.html', 'half.html.part', 'admin/index.html', '.well-known/security.txt']) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), `${path}\n`);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Start = (root: string, from?: ServedFolder) => Promise<RunningProgram>;
const servers: Partial<Record<ServerName, Start>> = {
  ...(nginx === undefined ? {} : { nginx: (root, from = served) => startNginx(nginx, [{ name: 'localhost', root, served: from }]) }),
  ...(caddy === undefined ? {} : { caddy: (root, from = served) => startCaddy(caddy, root, from) }),
  serve: async (root, from) => {
    const { url, close } = await startServer({ folder: root, port: 0, host: '127.0.0.1', served: from });
    return { port: Number(new URL(url).port), close };
  },
};

test('every server that was installed for these tests takes part in them', () => {
  const installed = (process.env['HOSTING_SERVERS'] ?? '').split(' ').filter(Boolean);
  expect(installed.filter((name) => !(name in servers))).toEqual([]);
});

/** The first file that a path with a star means, e.g. `/_astro/*.css`. */
function pathOf({ path }: RequestRow): string {
  if (!path.includes('*')) return path;
  const [before = '', after = ''] = basename(path).split('*');
  const name = readdirSync(join(folder, dirname(path))).find((one) => one.startsWith(before) && one.endsWith(after));
  return join(dirname(path), name ?? 'none');
}

/** A header that is said twice is said once; nginx repeats them when it refuses a part. */
const once = (value: string | undefined): string | undefined => {
  const half = value === undefined ? '' : value.slice(0, (value.length - 2) / 2);
  return value === `${half}, ${half}` ? half : value;
};

function expectHeaders({ headers, status }: Answer, policy: string): void {
  const said = Object.fromEntries(Object.keys(commonHeaders).map((name) => [name, once(headers[name.toLowerCase()])]));
  expect({ ...said, policy: once(headers['content-security-policy']) }, `headers of ${status}`).toEqual({ ...commonHeaders, policy });
  expect([headers['server'] ?? 'nginx', headers['x-powered-by']], 'who answers').toEqual(['nginx', undefined]);
}

const decoded = ({ headers, body }: Answer): Buffer =>
  headers['content-encoding'] === 'br' ? brotliDecompressSync(body) : headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body;

describe.each(Object.keys(servers) as ServerName[])('behind %s', (name) => {
  let server: RunningProgram;
  beforeAll(async () => {
    server = await (servers[name] as Start)(folder);
  });
  afterAll(() => server.close());

  /** Puts in what the plain answer says of itself. */
  async function headersOf({ headers = {} }: RequestRow, path: string): Promise<Record<string, string>> {
    if (!/\b(?:ETag|Last-Modified)\b/.test(Object.values(headers).join())) return headers;
    const { headers: said } = await askRaw(server.port, path);
    const filled = (text: string): string =>
      text.replace('ETag', said['etag'] ?? 'none').replace('Last-Modified', said['last-modified'] ?? 'none');
    return Object.fromEntries(Object.entries(headers).map(([key, value]) => [key, filled(value)]));
  }

  it.each(requestTable.map((row) => [`${row.method ?? 'GET'} ${row.path}`, row.asks, row] as const))(
    'answers %s, who asks %s',
    async (_, __, row) => {
      const path = pathOf(row);
      const answer = await askRaw(server.port, path, row.method, await headersOf(row, path));
      const { status, headers = {}, file, part } = (row.but?.[name] ?? row).expect;
      expect(answer.status).toBe(status);
      const size = (address: string): string => String(readFileSync(join(folder, address, 'index.html')).length);
      for (const [header, value] of Object.entries(headers))
        expect(once(answer.headers[header]), header).toBe(value?.replace('SIZE', () => size(path)) ?? undefined);
      expectHeaders(answer, sitePolicy.header);
      if (file === undefined) return;
      const whole = readFileSync(join(folder, path.includes('/topics/') || !row.path.includes('*') ? file : path));
      const [first, last] = (part ?? [0, -1]).map((end) => (end < 0 ? whole.length + end : end)) as [number, number];
      expect(decoded(answer).equals(whole.subarray(first, Math.min(last, whole.length - 1) + 1))).toBe(true);
      if (part) expect(answer.headers['content-range']).toBe(`bytes ${first}-${last}/${whole.length}`);
    },
  );

  it('goes by the address that is meant, not by how it is written, when it chooses the policy', async () => {
    for (const path of ['/admin/', '/%61dmin/', '//admin/', '/topics/../admin/', '/admin/index.html'])
      expectHeaders(await askRaw(server.port, path), sharedPolicy);
    for (const path of ['/admin/../', '/admin/../topics/', '/admin/%2e%2e/', '/administration/'])
      expectHeaders(await askRaw(server.port, path), sitePolicy.header);
  });

  it('has a tag for each coding, which holds for no other', async () => {
    const tagIn = async (coding: string) =>
      (await askRaw(server.port, '/topics/', 'GET', { 'accept-encoding': coding })).headers['etag'] ?? '';
    const tags = [await tagIn('identity'), await tagIn('gzip'), await tagIn('br')];
    expect(tags.filter((tag) => /^"[^"]+"$/.test(tag))).toHaveLength(3);
    expect(new Set(tags).size).toBe(3);
    const kept = await askRaw(server.port, '/topics/', 'GET', { 'accept-encoding': 'br', 'if-none-match': tags[2] ?? '' });
    expect(kept.status).toBe(304);
  });

  it('hands out what the Web looks for under its well-known name', async () => {
    const { status, body } = await askRaw(server.port, '/.well-known/security.txt');
    expect([status, body.toString('utf8')]).toEqual([200, '.well-known/security.txt\n']);
  });
});

describe.each(Object.keys(servers) as ServerName[])('the form on a host of its own, behind %s', (name) => {
  it('comes with its own policy and no other', async () => {
    const { header } = formPolicy('https://github.com/owner/name');
    const own = mkdtempSync(join(tmpdir(), 'patency-form-hosted-'));
    writeFileSync(join(own, 'index.html'), 'the form\n');
    writeFileSync(join(own, '404.html'), 'nothing\n');
    const server = await (servers[name] as Start)(own, { policy: header });
    try {
      for (const path of ['/', '/nothing']) expectHeaders(await askRaw(server.port, path), header);
      expect((await askRaw(server.port, '/')).body.toString('utf8')).toBe('the form\n');
    } finally {
      await server.close();
      rmSync(own, { recursive: true, force: true });
    }
  });
});

describe.runIf(nginx !== undefined)('site and form in one nginx', () => {
  it('keep their own policies, whichever comes first', async () => {
    const { header } = formPolicy(undefined);
    const sites = [
      { name: 'a.example', root: folder, served: { policy: sitePolicy.header } },
      { name: 'form.a.example', root: folder, served: { policy: header } },
      { name: 'z.example', root: folder, served: { policy: sitePolicy.header } },
    ];
    const server = await startNginx(nginx ?? '', sites);
    try {
      for (const { name, served: own } of sites) expectHeaders(await askRaw(server.port, '/topics/', 'GET', { host: name }), own.policy);
    } finally {
      await server.close();
    }
  });
});
