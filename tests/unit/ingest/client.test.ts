import { describe, expect, it } from 'vitest';
import { answer, openClient, redirect, startServer, textOf } from './local-server.ts';

const page = { as: 'page' } as const;
const record = { as: 'record' } as const;

describe('the polite client', () => {
  it('brings bytes, address and type, and says who asks', async () => {
    let agent: string | undefined;
    const { base } = await startServer({
      '/a': (request, response) => {
        agent = request.headers['user-agent'];
        response.writeHead(200, { 'content-type': 'text/html; charset=windows-1252' }).end('hello');
      },
    });
    const got = await openClient().client.fetchBytes(`${base}/a`, page);
    expect(got).toMatchObject({ address: `${base}/a`, mediaType: 'text/html; charset=windows-1252' });
    expect(textOf(got)).toBe('hello');
    expect(agent).toBe('Patency/0.1 (+https://patency.example; mailto:editors@patency.example)');
  });

  it('follows redirects, relative ones too, and gives the last address', async () => {
    const { base } = await startServer({ '/a': redirect('/b'), '/b': redirect('c?x=1'), '/c': answer('there') });
    expect(await openClient().client.fetchBytes(`${base}/a`, record)).toMatchObject({ address: `${base}/c?x=1` });
  });

  it('stops after five redirects and says what that usually means', async () => {
    const { base, asked } = await startServer({ '/a': redirect('/a') });
    expect(textOf(await openClient().client.fetchBytes(`${base}/a`, record))).toMatch(/more than 5 times.*cookies or a login/);
    expect(asked).toHaveLength(6);
  });

  it.each([
    [404, 'absent', 'has nothing at this address (404)'],
    [410, 'absent', 'has taken this page down (410)'],
    [401, 'denied', 'without a subscription (401)'],
    [403, 'denied', 'without a subscription (403)'],
    [418, 'denied', 'status 418'],
    [204, 'unreachable', 'status 204'],
  ])('says what %i means, once', async (status, why, words) => {
    const { base, asked } = await startServer({ '/a': answer('', {}, status) });
    const got = await openClient().client.fetchBytes(`${base}/a`, record);
    expect(got).toMatchObject({ why, reason: expect.stringContaining(words) as string });
    expect(asked).toEqual(['/a']);
  });

  it('tries again after a failure, with pauses that double, and succeeds', async () => {
    let times = 0;
    const { base } = await startServer({
      '/a': (request, response) => (++times < 4 ? answer('', {}, 503) : answer('at last'))(request, response),
    });
    const { client, waits } = openClient({ limits: { spacing: { page: 0, record: 0 } } });
    expect(textOf(await client.fetchBytes(`${base}/a`, record))).toBe('at last');
    expect(waits).toEqual([1000, 2000, 4000]);
  });

  it('tries again when the connection breaks in the middle', async () => {
    let times = 0;
    const { base } = await startServer({
      '/a': (_, response) => {
        if (++times > 1) return void response.end('whole');
        response.writeHead(200, { 'content-length': '100' }).write('hal');
        setImmediate(() => response.destroy());
      },
    });
    expect(textOf(await openClient().client.fetchBytes(`${base}/a`, record))).toBe('whole');
  });

  it('gives up after three further tries and says so', async () => {
    const { base, asked } = await startServer({ '/a': answer('', {}, 500) });
    expect(textOf(await openClient().client.fetchBytes(`${base}/a`, record))).toMatch(/^unreachable: .* has a fault of its own \(500\)/);
    expect(asked).toHaveLength(4);
  });

  it.each([
    ['7', 7000],
    ['Fri, 20 Nov 2026 12:00:09 GMT', 9000],
  ])('waits as long as Retry-After asks: %s', async (header, wait) => {
    let times = 0;
    const { base } = await startServer({
      '/a': (request, response) => (++times < 2 ? answer('', { 'retry-after': header }, 429) : answer('now'))(request, response),
    });
    const { client, waits } = openClient();
    expect(textOf(await client.fetchBytes(`${base}/a`, record))).toBe('now');
    expect(waits).toEqual([wait]);
  });

  it('does not wait an hour because a server asks for it', async () => {
    const { base } = await startServer({ '/a': answer('', { 'retry-after': '3600' }, 429) });
    const { client, waits } = openClient();
    expect(await client.fetchBytes(`${base}/a`, record)).toMatchObject({
      why: 'busy',
      reason: expect.stringContaining('wait 3600 seconds') as string,
    });
    expect(waits).toEqual([]);
  });

  it('keeps requests to one host apart, and lets other hosts alone', async () => {
    const [one, two] = [await startServer({ '/a': answer('') }), await startServer({ '/a': answer('') })];
    const { client, waits } = openClient({ limits: { spacing: { page: 1000, record: 350 } } });
    await client.fetchBytes(`${one.base}/a`, record);
    await client.fetchBytes(`${two.base}/a`, record);
    expect(waits).toEqual([]);
    await Promise.all([client.fetchBytes(`${one.base}/a`, record), client.fetchBytes(`${one.base}/a`, record)]);
    expect(waits).toEqual([350, 350]);
  });

  it('stops reading at the limit, whatever the server says about the length', async () => {
    const { base } = await startServer({
      '/said': answer('x'.repeat(5000)),
      '/unsaid': (_, response) => {
        for (let i = 0; i < 50; i++) response.write('x'.repeat(1000));
        response.end();
      },
      '/fits': answer('x'.repeat(2000)),
    });
    const { client } = openClient({ limits: { bytes: 2000 } });
    for (const path of ['/said', '/unsaid']) expect(await client.fetchBytes(base + path, record)).toMatchObject({ why: 'too-large' });
    expect(textOf(await client.fetchBytes(`${base}/fits`, record))).toHaveLength(2000);
  });

  it('counts bytes as they are unpacked, so that a small bomb is no way in', async () => {
    const { gzipSync } = await import('node:zlib');
    const packed = gzipSync(Buffer.alloc(3_000_000));
    const { base } = await startServer({
      '/bomb': (_, response) => void response.writeHead(200, { 'content-encoding': 'gzip', 'content-length': packed.length }).end(packed),
    });
    expect(packed.length).toBeLessThan(10_000);
    expect(await openClient({ limits: { bytes: 1_000_000 } }).client.fetchBytes(`${base}/bomb`, record)).toMatchObject({
      why: 'too-large',
    });
  });

  it('gives up on a server that never answers, or never ends', async () => {
    const { base } = await startServer({
      '/silent': () => undefined,
      '/endless': (_, response) => void response.writeHead(200).write('…'),
    });
    const { client } = openClient({ limits: { milliseconds: 60, retries: 1 } });
    for (const path of ['/silent', '/endless']) {
      expect(await client.fetchBytes(base + path, record)).toMatchObject({
        why: 'unreachable',
        reason: expect.stringContaining('did not answer within') as string,
      });
    }
  });

  it('ends at once when it is stopped', async () => {
    const controller = new AbortController();
    const { base } = await startServer({ '/a': () => controller.abort() });
    expect(await openClient({ signal: controller.signal }).client.fetchBytes(`${base}/a`, record)).toMatchObject({ why: 'stopped' });
  });

  it('says that nobody is there', async () => {
    const server = await startServer({});
    const { client } = openClient({
      limits: { retries: 0 },
      fetch: () =>
        Promise.reject(Object.assign(new TypeError('fetch failed'), { cause: Object.assign(new Error(), { code: 'ECONNREFUSED' }) })),
    });
    expect(textOf(await client.fetchBytes(server.base, record))).toMatch(/could not be reached \(ECONNREFUSED\)/);
  });

  it('tries again when no name server answers, and says that', async () => {
    let times = 0;
    const failing = () => {
      times += 1;
      return Promise.reject(Object.assign(new TypeError('fetch failed'), { cause: Object.assign(new Error(), { code: 'EAI_AGAIN' }) }));
    };
    expect(textOf(await openClient({ fetch: failing }).client.fetchBytes('https://example.org/a', record))).toContain(
      'No name server answered',
    );
    expect(times).toBe(4);
  });

  it.each([
    ['ENOTFOUND', 'There is no host'],
    ['CERT_HAS_EXPIRED', 'The certificate of example.org does not hold (CERT_HAS_EXPIRED)'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'does not hold'],
  ])('does not try again over %s', async (code, words) => {
    let times = 0;
    const failing = () => {
      times += 1;
      return Promise.reject(Object.assign(new TypeError('fetch failed'), { cause: Object.assign(new Error(), { code }) }));
    };
    const got = await openClient({ fetch: failing }).client.fetchBytes('https://example.org/a', record);
    expect(textOf(got)).toContain(words);
    expect(times).toBe(1);
  });
});
