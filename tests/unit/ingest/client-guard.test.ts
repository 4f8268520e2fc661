import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openWebCache, openWeb } from '../../../scripts/web.ts';
import { guardAddress, isPublicIp, type LookupAll } from '../../../src/ingest/client/address-guard.ts';
import { isRefusal } from '../../../src/ingest/raw-article.ts';
import { answer, openClient, redirect, startServer } from './local-server.ts';

const record = { as: 'record' } as const;
/** Resolves every name to these addresses, as a name server under somebody else's control may. */
const resolvesTo =
  (...addresses: string[]): LookupAll =>
  (_, __, done) =>
    done(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );

describe('an address is refused before anything is sent', () => {
  it.each([
    'http://127.0.0.1/',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0177.0.0.1/',
    'http://①②⑦.0.0.1/',
    'http://0.0.0.0/',
    'http://[::1]/',
    'http://[::]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:a00:1]/',
    'http://[::127.0.0.1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[2002:7f00:1::]/',
    'http://[fd12:3456::1]/',
    'http://[fe80::1]/',
    'http://10.1.2.3/',
    'http://172.16.0.1/',
    'http://192.168.1.1/',
    'http://100.64.0.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://192.0.2.1/',
    'http://224.0.0.1/',
    'http://255.255.255.255/',
    'http://localhost/',
    'http://LOCALHOST./',
    'http://a.localhost:8080/',
    'http://printer.local/',
    'http://metadata.google.internal/',
  ])('%s, as private', (address) => {
    expect(guardAddress(address)).toMatchObject({
      why: 'unsafe',
      reason: expect.stringContaining('is this machine or a private network') as string,
    });
  });

  it.each([
    ['file:///etc/passwd', 'starts with `file:`'],
    ['data:text/html,hello', 'starts with `data:`'],
    ['ftp://example.org/a', 'starts with `ftp:`'],
    ['javascript:alert(1)', 'starts with `javascript:`'],
    ['https://user:secret@example.org/', 'carries a user name or password'],
    ['https://user@example.org/', 'carries a user name or password'],
    ['https://:secret@example.org/', 'carries a user name or password'],
    ['not an address', 'is no web address'],
  ])('%s, because it %s', (address, words) => {
    expect(guardAddress(address)).toMatchObject({ why: 'unsafe', reason: expect.stringContaining(words) as string });
  });

  it.each(['https://example.org/a', 'http://8.8.8.8/', 'https://[2606:4700::1]/', 'https://localhost.example.org/'])(
    'but %s is fetched',
    (address) => {
      expect(isRefusal(guardAddress(address))).toBe(false);
    },
  );

  it('and text that is no IP address is none of the open internet', () => {
    expect(['example.org', '', '1.2.3', 'fe80::1%eth0'].map(isPublicIp)).toEqual([false, false, false, false]);
  });
});

describe('the client', () => {
  it('sends nothing to a private address', async () => {
    const { base, asked } = await startServer({ '/a': answer('x') });
    expect(await openClient({ allowPrivate: false }).client.fetchBytes(`${base}/a`, record)).toMatchObject({ why: 'unsafe' });
    expect(asked).toEqual([]);
  });

  it.each(['http://127.0.0.1:9/', 'http://[::ffff:127.0.0.1]:9/', 'http://localhost:9/', 'file:///etc/passwd', 'data:text/plain,x'])(
    'does not follow a redirect to %s',
    async (target) => {
      const hops: string[] = [];
      const { client } = openClient({
        allowPrivate: false,
        fetch: (address) => {
          hops.push(address);
          return Promise.resolve({ status: 302, headers: new Headers({ location: target }), body: null });
        },
      });
      const got = await client.fetchBytes('https://example.org/a', record);
      expect(got).toMatchObject({ why: 'unsafe', reason: expect.stringMatching(/^example\.org passes the request on\. /) as string });
      expect(hops).toEqual(['https://example.org/a']);
    },
  );

  it.each([
    ['loopback', ['127.0.0.1']],
    ['loopback in IPv6', ['::1']],
    ['a private network', ['10.0.0.7']],
    ['the metadata of a cloud', ['169.254.169.254']],
    ['a public and a private address at once', ['93.184.215.14', '127.0.0.1']],
  ])('refuses a name that resolves to %s when it connects', async (_, addresses) => {
    const { port, asked } = await startServer({ '/a': answer('x') });
    const { client, waits } = openClient({ allowPrivate: false }, resolvesTo(...addresses));
    const got = await client.fetchBytes(`http://innocent.example.org:${port}/a`, record);
    expect(got).toMatchObject({ why: 'unsafe', reason: expect.stringContaining('`innocent.example.org:') as string });
    expect([asked, waits]).toEqual([[], []]);
  });

  it('refuses it after a redirect as well', async () => {
    const { port } = await startServer({ '/a': redirect(`http://inside.example.org/b`) });
    const names: string[] = [];
    const resolve: LookupAll = (host, options, done) => {
      names.push(host);
      resolvesTo('127.0.0.1')(host, options, done);
    };
    const got = await openClient({ allowPrivate: true }, resolve).client.fetchBytes(`http://127.0.0.1:${port}/a`, record);
    expect(got).toMatchObject({ why: 'unsafe' });
    expect(names).toEqual(['inside.example.org']);
  });
});

describe('the web of the scripts', () => {
  it('guards names by itself, and lets them through only for tests', async () => {
    const { port, asked } = await startServer({ '/a': answer('x') });
    const guarded = openWeb({ resolve: resolvesTo('127.0.0.1') });
    expect(await guarded.client.fetchBytes(`http://innocent.example.org:${port}/a`, record)).toMatchObject({ why: 'unsafe' });
    expect(await guarded.client.fetchBytes(`http://127.0.0.1:${port}/a`, record)).toMatchObject({ why: 'unsafe' });
    expect(asked).toEqual([]);
    const open = openWeb({ allowPrivate: true });
    expect(await open.client.fetchBytes(`http://127.0.0.1:${port}/a`, record)).toMatchObject({ address: `http://127.0.0.1:${port}/a` });
    await Promise.all([guarded.close(), open.close()]);
  });

  it('keeps answers on disk, and none that was damaged there', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'patency-web-'));
    const cache = openWebCache(join(folder, 'web'));
    const kept = { address: 'https://example.org/a', bytes: Buffer.from('text'), etag: '"1"', mediaType: 'text/plain' };
    expect(await cache.read(kept.address, '*/*')).toBeUndefined();
    await cache.write('*/*', kept);
    expect(await cache.read(kept.address, '*/*')).toEqual(kept);
    expect(await cache.read(kept.address, 'application/json')).toBeUndefined();
    const files = await readdir(join(folder, 'web'));
    expect(files.filter((name) => name.endsWith('.part'))).toEqual([]);
    await writeFile(join(folder, 'web', files.find((name) => !name.endsWith('.json')) ?? ''), 'tex');
    expect(await cache.read(kept.address, '*/*')).toBeUndefined();
    await rm(folder, { recursive: true });
  });
});
