import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cachingFor, startServer, type StaticServer } from '../../../scripts/static-server.ts';

let folder: string;
let server: StaticServer;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'patency-serve-'));
  mkdirSync(join(folder, 'topics'));
  writeFileSync(join(folder, 'index.html'), '<h1>Home</h1>');
  writeFileSync(join(folder, '404.html'), '<h1>Lost</h1>');
  writeFileSync(join(folder, 'topics', 'index.html'), '<h1>Topics</h1>');
  writeFileSync(join(folder, 'a.pf_meta'), 'x');
  server = await startServer({ folder, port: 0 });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Answer {
  status: number | undefined;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

/** Asks for a path exactly as it is written, which no tidier client would do. */
const ask = (path: string, method = 'GET', headers: Record<string, string> = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(server.url);
    const asked = request({ hostname, port, path, method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        const body = Buffer.concat(parts);
        const coding = response.headers['content-encoding'];
        const plain = coding === 'br' ? brotliDecompressSync(body) : coding === 'gzip' ? gunzipSync(body) : body;
        resolve({ status: response.statusCode, headers: response.headers, text: plain.toString('utf8') });
      });
    });
    asked.on('error', reject);
    asked.end();
  });

describe('the static server', () => {
  it('serves a page with a policy that allows nothing inline and nothing from elsewhere', async () => {
    const { status, headers, text } = await ask('/topics/');
    expect([status, text]).toEqual([200, '<h1>Topics</h1>']);
    expect(headers['content-type']).toBe('text/html;charset=utf-8');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).not.toContain('unsafe-inline');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['cache-control']).toBe('no-cache');
    expect(headers['content-encoding']).toBeUndefined();
  });

  it('leads to the address with a slash and keeps the question', async () => {
    const { status, headers } = await ask('/topics?q=a');
    expect([status, headers['location']]).toEqual([301, '/topics/?q=a']);
  });

  it('never leads to another host', async () => {
    expect((await ask('//topics')).headers['location']).toBe('/topics/');
  });

  it('answers 404 with the page of the site', async () => {
    expect(await ask('/nothing/')).toMatchObject({ status: 404, text: '<h1>Lost</h1>' });
  });

  it.each(['/../package.json', '/..%2fpackage.json', '/%E0%A4%A', '//'])('stays in its folder and on its feet for %s', async (path) => {
    expect([200, 404]).toContain((await ask(path)).status);
    expect((await ask(path)).text).not.toContain('"name"');
  });

  it('gives the parts of the search index a type', async () => {
    expect((await ask('/a.pf_meta')).headers['content-type']).toBe('application/octet-stream');
  });

  it.each([
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
  ])('compresses text for a client that takes “%s” with %s', async (accepted, coding) => {
    const { headers, text } = await ask('/topics/', 'GET', { 'accept-encoding': accepted });
    expect([headers['content-encoding'], headers['content-type'], text]).toEqual([coding, 'text/html;charset=utf-8', '<h1>Topics</h1>']);
    expect(headers['vary']).toBe('Accept-Encoding');
  });

  it('compresses its page for wrong addresses too, and still says 404', async () => {
    const answer = await ask('/nothing/', 'GET', { 'accept-encoding': 'br' });
    expect([answer.status, answer.headers['content-encoding'], answer.text]).toEqual([404, 'br', '<h1>Lost</h1>']);
  });

  it('does not send again what a client has, and sends what has changed', async () => {
    const first = await ask('/', 'GET', { 'accept-encoding': 'br' });
    const known = { 'accept-encoding': 'br', 'if-none-match': String(first.headers['etag']) };
    expect((await ask('/', 'GET', known)).status).toBe(304);
    writeFileSync(join(folder, 'index.html'), '<h1>Another home</h1>');
    expect(await ask('/', 'GET', known)).toMatchObject({ status: 200, text: '<h1>Another home</h1>' });
  });

  it('lets files be kept for good whose name changes with their content, and asks again for all others', () => {
    expect(['/_astro/page.Ab12.css', '/pagefind/fragment/en_1.pf_fragment'].map(cachingFor)).toEqual(
      Array(2).fill('public, max-age=31536000, immutable'),
    );
    expect(['/', '/service-worker.js', '/theme.js', '/pagefind/pagefind.js'].map(cachingFor)).toEqual(Array(4).fill('no-cache'));
  });

  it('takes nothing from anyone', async () => {
    expect((await ask('/', 'POST')).status).toBe(405);
  });

  it('says what to do when there is no built site', async () => {
    await expect(startServer({ folder: join(folder, 'none'), port: 0 })).rejects.toThrow('Run `npm run build` first.');
  });

  it('takes the next port when one is taken', async () => {
    const port = Number(new URL(server.url).port);
    const other = await startServer({ folder, port });
    expect(Number(new URL(other.url).port)).toBeGreaterThan(port);
    await other.close();
  });
});
