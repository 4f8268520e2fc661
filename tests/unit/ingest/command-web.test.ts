import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixturePath } from './outcome-golden.ts';

const script = join(import.meta.dirname, '../../../scripts/ingest.ts');
let folder: string;
let server: Server;
let base: string;
let reached: (path: string) => void = () => undefined;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'web-'));
  server = createServer((request, response) => {
    reached(request.url ?? '');
    if (request.url === '/feed') {
      response.setHeader('content-type', 'application/rss+xml; charset=utf-8');
      response.end(readFileSync(fixturePath('ingest-feeds/rss-news/raw.xml')));
    } else if (request.url !== '/never') {
      response.statusCode = 404;
      response.end();
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

async function ingest(args: readonly string[], whenReached?: { readonly path: string; readonly kill: NodeJS.Signals }) {
  const child = spawn(process.execPath, [script, '--date', '2026-11-20', '--allow-private', ...args], { cwd: folder });
  const heard = { stdout: '', stderr: '' };
  child.stdout.on('data', (piece: Buffer) => (heard.stdout += piece.toString()));
  child.stderr.on('data', (piece: Buffer) => (heard.stderr += piece.toString()));
  reached = (path) => {
    if (path === whenReached?.path) child.kill(whenReached.kill);
  };
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...heard };
}

describe('npm run ingest with an address', { timeout: 60_000 }, () => {
  it('takes a feed in, whether it is called one or turns out to be one, and knows its items the second time', async () => {
    const first = await ingest([`feed:${base}/feed`]);
    expect(first.stdout).toContain('1 address with 6 articles: 3 drafted, 1 known, 0 off topic, 2 refused, 0 passed over.');
    expect(first.stdout).toContain(`drafted     ${base}/feed, item 1 -> content/sources/sample-2024-plaster.md`);
    expect(first.code).toBe(1);
    expect(readdirSync(join(folder, 'content/sources'))).toHaveLength(3);
    expect((await ingest([`${base}/feed`])).stdout).toContain('1 address with 6 articles: 0 drafted, 4 known, 0 off topic, 2 refused');
  });

  it('says what is wrong with an address that leads nowhere, and ends with 1', async () => {
    const { code, stdout } = await ingest([`${base}/nowhere`]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^refused {5}http:\S+\/nowhere: .+\n {12}\S.+\n1 address: 0 drafted, 0 known, 0 off topic, 1 refused/m);
  });

  it('lets go of an address that never answers on Ctrl-C, and counts it among those that are left', async () => {
    const { code, stdout, stderr } = await ingest([`${base}/never`, `${base}/feed`], { path: '/never', kill: 'SIGINT' });
    expect({ code, refused: stdout.includes('refused     ') }).toEqual({ code: 130, refused: false });
    expect(stderr).toContain('Stopped: 2 of 2 were not looked at.');
  });
});
