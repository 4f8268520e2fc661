import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type StaticServer } from '../../../scripts/static-server.ts';
import { askRaw } from '../../hosting/raw-request.ts';

let folder: string;
let server: StaticServer;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'patency-serve-'));
  mkdirSync(join(folder, 'topics'));
  writeFileSync(join(folder, 'index.html'), '<h1>Home</h1>');
  writeFileSync(join(folder, '404.html'), '<h1>Lost</h1>');
  writeFileSync(join(folder, 'topics', 'index.html'), '<h1>Topics</h1>');
  writeFileSync(join(folder, 'topics', 'index.html.br'), 'brotli');
  writeFileSync(join(folder, 'topics', 'index.html.gz'), 'gzip');
  writeFileSync(join(folder, 'empty.txt'), '');
  writeFileSync(join(folder, 'a.pf_meta'), 'x');
  server = await startServer({ folder, port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What came, in words. */
const ask = async (path: string, method = 'GET', headers: Record<string, string> = {}) => {
  const answer = await askRaw(Number(new URL(server.url).port), path, method, headers);
  return { ...answer, text: answer.body.toString('utf8') };
};

describe('the static server', () => {
  it('serves a page with a policy that allows nothing inline and nothing from elsewhere', async () => {
    const { status, headers, text } = await ask('/topics/');
    expect([status, text]).toEqual([200, '<h1>Topics</h1>']);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
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

  it.each([
    ['/../package.json', 404],
    ['/..%2fpackage.json', 404],
    ['/%E0%A4%A', 400],
    ['/%00', 400],
    ['*', 400],
    ['//', 200],
    ['/topics/..', 200],
    ['/topics\\..\\..\\package.json', 404],
    ['http://elsewhere.example/topics/', 200],
  ])('stays in its folder and on its feet for %s', async (path, status) => {
    const answer = await ask(path);
    expect(answer.status).toBe(status);
    expect(answer.text).not.toContain('"name"');
  });

  it('sends an empty file', async () => {
    const { status, headers, text } = await ask('/empty.txt');
    expect([status, headers['content-length'], text]).toEqual([200, '0', '']);
  });

  it('gives the parts of the search index a type', async () => {
    expect((await ask('/a.pf_meta')).headers['content-type']).toBe('application/octet-stream');
  });

  it.each([
    ['gzip, deflate, br', 'br', 'brotli'],
    ['gzip', 'gzip', 'gzip'],
    ['br;q=0, gzip', 'gzip', 'gzip'],
    ['br;q=0.001', 'br', 'brotli'],
    ['abr, gzipped', undefined, '<h1>Topics</h1>'],
  ])('sends to a client that takes “%s” the twin in %s', async (accepted, coding, body) => {
    const { headers, text } = await ask('/topics/', 'GET', { 'accept-encoding': accepted });
    expect([headers['content-encoding'], headers['content-type'], text]).toEqual([coding, 'text/html; charset=utf-8', body]);
    expect(headers['vary']).toBe('Accept-Encoding');
  });

  it('sends no twin of what has changed since', async () => {
    utimesSync(join(folder, 'topics', 'index.html.br'), 0, 0);
    const { headers, text } = await ask('/topics/', 'GET', { 'accept-encoding': 'br' });
    expect([headers['content-encoding'], text]).toEqual([undefined, '<h1>Topics</h1>']);
  });

  it('sends as it is what has no twin', async () => {
    const { headers, text } = await ask('/', 'GET', { 'accept-encoding': 'br' });
    expect([headers['content-encoding'], text]).toEqual([undefined, '<h1>Home</h1>']);
  });

  it('does not send again what a client has, and sends what has changed', async () => {
    const first = await ask('/', 'GET', { 'accept-encoding': 'br' });
    const known = { 'accept-encoding': 'br', 'if-none-match': String(first.headers['etag']) };
    expect((await ask('/', 'GET', known)).status).toBe(304);
    writeFileSync(join(folder, 'index.html'), '<h1>Another home</h1>');
    expect(await ask('/', 'GET', known)).toMatchObject({ status: 200, text: '<h1>Another home</h1>' });
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
