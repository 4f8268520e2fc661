import { describe, expect, it } from 'vitest';
import { answer, openClient, openMemory, redirect, startServer, textOf } from './local-server.ts';

const page = { as: 'page' } as const;
const record = { as: 'record' } as const;

describe('what was kept from last time', () => {
  it('is used again when the server says that it still holds, and replaced when not', async () => {
    let version = '1';
    const { base } = await startServer({
      '/a': (request, response) => {
        if (request.headers['if-none-match'] === `"${version}"`) return void response.writeHead(304).end();
        response.writeHead(200, { etag: `"${version}"`, 'content-type': 'text/plain' }).end(`text ${version}`);
      },
    });
    const { client } = openClient({ cache: openMemory() });
    expect(textOf(await client.fetchBytes(`${base}/a`, record))).toBe('text 1');
    expect(await client.fetchBytes(`${base}/a`, record)).toMatchObject({ mediaType: 'text/plain', address: `${base}/a` });
    expect(textOf(await client.fetchBytes(`${base}/a`, record))).toBe('text 1');
    version = '2';
    expect(textOf(await client.fetchBytes(`${base}/a`, record))).toBe('text 2');
  });

  it('is nothing that cannot be asked about again, or that the server forbids to keep', async () => {
    const { base } = await startServer({
      '/plain': answer('x'),
      '/secret': answer('x', { etag: '"1"', 'cache-control': 'private, no-store' }),
      '/dated': answer('x', { 'last-modified': 'Fri, 20 Nov 2026 12:00:00 GMT' }),
    });
    const cache = openMemory();
    const { client } = openClient({ cache });
    for (const path of ['/plain', '/secret', '/dated']) await client.fetchBytes(base + path, record);
    expect([...cache.kept.keys()]).toEqual([`${base}/dated`]);
  });

  it('may fail to be written or read without harm', async () => {
    const { base } = await startServer({ '/a': answer('x', { etag: '"1"' }) });
    const broken = { read: () => Promise.reject(new Error('disk')), write: () => Promise.reject(new Error('disk')) };
    expect(textOf(await openClient({ cache: broken }).client.fetchBytes(`${base}/a`, record))).toBe('x');
  });
});

describe('robots.txt', () => {
  const rules = (text: string) => answer(text, { 'content-type': 'text/plain' });

  it('is kept to for pages and not asked for records', async () => {
    const server = await startServer({
      '/robots.txt': rules('User-agent: *\nDisallow: /private\n'),
      '/private/a': answer('secret'),
      '/b': answer('open'),
    });
    const { client } = openClient();
    expect(await client.fetchBytes(`${server.base}/private/a`, page)).toMatchObject({
      why: 'robots',
      hint: expect.stringContaining('save the page') as string,
    });
    expect(textOf(await client.fetchBytes(`${server.base}/b`, page))).toBe('open');
    expect(server.asked).toEqual(['/robots.txt', '/b']);
    expect(textOf(await client.fetchBytes(`${server.base}/private/a`, record))).toBe('secret');
  });

  it('may speak to us by name', async () => {
    const { base } = await startServer({
      '/robots.txt': rules('User-agent: *\nAllow: /\n\nUser-agent: patency\nDisallow: /\n'),
      '/a': answer('x'),
    });
    expect(await openClient().client.fetchBytes(`${base}/a`, page)).toMatchObject({ why: 'robots' });
  });

  it('counts after a redirect too', async () => {
    const { base } = await startServer({ '/robots.txt': rules('User-agent: *\nDisallow: /b\n'), '/a': redirect('/b'), '/b': answer('x') });
    expect(await openClient().client.fetchBytes(`${base}/a`, page)).toMatchObject({ why: 'robots' });
  });

  it('allows all where there is none, and nothing where it cannot be read', async () => {
    const [none, broken] = [
      await startServer({ '/a': answer('x') }),
      await startServer({ '/robots.txt': answer('', {}, 500), '/a': answer('x') }),
    ];
    const { client } = openClient();
    expect(textOf(await client.fetchBytes(`${none.base}/a`, page))).toBe('x');
    expect(textOf(await client.fetchBytes(`${broken.base}/a`, page))).toMatch(/robots\.txt .* could not be read: .*\(500\)/);
  });

  it('may ask for more time between requests', async () => {
    const { base } = await startServer({ '/robots.txt': rules('User-agent: *\nCrawl-delay: 5\n'), '/a': answer('x') });
    const { client, waits } = openClient();
    await client.fetchBytes(`${base}/a`, page);
    await client.fetchBytes(`${base}/a`, page);
    expect(waits).toEqual([5000, 5000]);
  });
});
