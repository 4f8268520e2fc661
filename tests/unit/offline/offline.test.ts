import { describe, expect, it } from 'vitest';
import {
  assetsOf,
  fits,
  isHashed,
  pathOf,
  toKey,
  carryCache,
  clearCache,
  fillCache,
  type PageCache,
} from '../../../src/offline/cache.client.ts';
import { isSecondVisit, noticeFor } from '../../../src/offline/offline.client.ts';

const html = (css: string): string => `<link rel="stylesheet" href="/_astro/${css}"><p>Text</p>`;
const answer = (body: string, status = 200): Response => new Response(body, { status, headers: { 'content-type': 'text/html' } });
const host = 'http://device';

/** A cache over a made-up site; what was asked for is written down. */
function cacheOver(pages: Record<string, Response | undefined>, held: Record<string, string> = {}) {
  const store = new Map(Object.entries(held).map(([key, body]) => [host + key, answer(body)]));
  const asked: string[] = [];
  const full = (request: RequestInfo | URL): string => new URL(request instanceof Request ? request.url : String(request), host).href;
  const cache = {
    match: (request: RequestInfo | URL) => Promise.resolve(store.get(full(request))),
    put: (request: RequestInfo | URL, response: Response) => Promise.resolve(void store.set(full(request), response)),
    keys: () => Promise.resolve([...store.keys()].map((url) => new Request(url))),
    delete: (request: RequestInfo | URL) => Promise.resolve(store.delete(full(request))),
  } as PageCache['cache'];
  const fetch = (url: string): Promise<Response> => {
    asked.push(url);
    const page = pages[url];
    return page ? Promise.resolve(page) : Promise.reject(new TypeError('Failed to fetch'));
  };
  return {
    pageCache: { cache, fetch, core: new Set(['/_astro/new.css']) } satisfies PageCache,
    asked,
    kept: () => [...store.keys()].map((url) => url.slice(host.length)),
  };
}

const file = (url: string, revision = '1') => ({ url, revision });

describe('the name of a copy', () => {
  it('is the path alone, whatever was asked of the page, with the revision', () => {
    expect(pathOf('http://site/search/?q=clot#found')).toBe('/search/');
    expect(toKey({ url: '/topics/a/', revision: 'b1' })).toBe('/topics/a/?revision=b1');
  });

  it('needs no revision where it changes with the content', () => {
    const hashed = ['/_astro/page.Ab.css', '/pagefind/index/en_1.pf_index', '/pagefind/pagefind.en_1.pf_meta'];
    expect(hashed.filter((path) => !isHashed(path))).toEqual([]);
    expect(['/', '/theme.js', '/pagefind/pagefind.js', '/pagefind/pagefind-entry.json'].filter(isHashed)).toEqual([]);
  });
});

describe('a page', () => {
  it('belongs to an edition that has all its styles and scripts', () => {
    expect(assetsOf('<link href="/_astro/a.css"><script src="/_astro/b.js"></script>')).toEqual(['/_astro/a.css', '/_astro/b.js']);
    expect(fits(html('new.css'), new Set(['/_astro/new.css']))).toBe(true);
    expect(fits(html('old.css'), new Set(['/_astro/new.css']))).toBe(false);
  });

  it.each([
    [false, '2020-01-01', undefined],
    [true, undefined, 'copy'],
    [true, '2026-11-20', 'copy'],
    [true, '2026-11-19', 'overdue'],
  ])('that is a copy: %s, due on %s, is marked as %s', (copy, due, notice) => {
    expect(noticeFor(copy, due, '2026-11-20')).toBe(notice);
  });
});

describe('the cache', () => {
  it('is filled with what is not there yet and says how far it is', async () => {
    const { pageCache, asked, kept } = cacheOver({ '/b/': answer(html('new.css')) }, { '/a/?revision=1': 'A' });
    const said: number[] = [];
    await fillCache(pageCache, [file('/a/'), file('/b/')], (count) => said.push(count));
    expect([asked, kept(), said]).toEqual([['/b/'], ['/a/?revision=1', '/b/?revision=1'], [1, 2]]);
  });

  it('takes no page of another edition, and passes over what is gone', async () => {
    const { pageCache, kept } = cacheOver({ '/a/': answer(html('old.css')), '/b/': answer('Gone', 404) });
    await expect(fillCache(pageCache, [file('/a/')])).rejects.toThrow('another edition');
    await fillCache(pageCache, [file('/b/')]);
    expect(kept()).toEqual([]);
  });

  it('keeps what it had when the network fails in between', async () => {
    const { pageCache, kept } = cacheOver({ '/a/': answer(html('new.css')) });
    await expect(fillCache(pageCache, [file('/a/'), file('/b/')])).rejects.toThrow('Failed to fetch');
    expect(kept()).toContain('/a/?revision=1');
  });

  it('is carried to the next edition: changed pages anew, the same ones as they are, none that was not there', async () => {
    const { pageCache, asked, kept } = cacheOver(
      { '/changed/': answer(html('new.css')), '/other/': answer(html('new.css')) },
      { '/changed/?revision=1': 'Old', '/same/?revision=1': 'Same' },
    );
    await carryCache(pageCache, [file('/changed/', '2'), file('/same/'), file('/other/')]);
    expect(asked).toEqual(['/changed/']);
    expect(kept()).toEqual(['/changed/?revision=1', '/same/?revision=1', '/changed/?revision=2']);
  });

  it('is cleared of the editions before', async () => {
    const { pageCache, kept } = cacheOver({}, { '/a/?revision=1': 'Old', '/a/?revision=2': 'New', '/gone/?revision=1': 'Gone' });
    await clearCache(pageCache.cache, [{ url: '/a/', revision: '2' }]);
    expect(kept()).toEqual(['/a/?revision=2']);
  });
});

describe('the offer to keep the site', () => {
  const origin = 'https://a.example';
  it.each([
    ['as a second visit begins', 'first', '', true],
    ['by a link from elsewhere', 'first', 'https://b.example/', true],
    ['by a link from a host that only begins alike', 'first', 'https://a.example.evil/', true],
    ['not on the way through the site', 'first', `${origin}/topics/`, false],
    ['not at the first', undefined, '', false],
    ['not twice', 'offered', '', false],
  ])('%s', (_, before, from, offered) => {
    expect(isSecondVisit(before, from, origin)).toBe(offered);
  });
});
