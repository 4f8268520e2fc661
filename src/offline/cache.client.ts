/** Copies kept on a device: under which name, which of them belong together, and how they are fetched, carried over and cleared. Works on the cache and the fetch that it is handed; decides nothing about when. */
import type { KeptFile } from '../schema/offline-list.ts';

/** The cache that holds what was visited or asked for, next to the core that the library keeps. Devices know it by this name, so it stays. */
export const cacheName = 'patency-shelf';

/** The path under which a file is known, whatever follows it, e.g. `/search/?q=clot` → `/search/`. */
export const pathOf = (address: string): string => new URL(address, 'http://device').pathname;

/** The name of a copy: a changed page has another, so that two editions never stand under one. */
export const toKey = ({ url, revision }: Pick<KeptFile, 'url' | 'revision'>): string => `${url}?revision=${revision}`;

/** True for files whose name changes with their content: a copy of such a file is never out of date. */
export const isHashed = (path: string): boolean =>
  path.startsWith('/_astro/') || /^\/pagefind\/(?:index|fragment|filter)\//.test(path) || path.endsWith('.pf_meta');

/** The styles and scripts that a page asks for by names that change with every edition. */
export const assetsOf = (html: string): string[] => [...html.matchAll(/["'(](\/_astro\/[^"'()?#\s]+)/g)].map((match) => match[1] ?? '');

/** Whether a page belongs to the edition with these files. A page of another edition would lose its styles once the network is gone. */
export const fits = (html: string, core: ReadonlySet<string>): boolean => assetsOf(html).every((asset) => core.has(asset));

export interface PageCache {
  readonly cache: Pick<Cache, 'match' | 'put' | 'keys' | 'delete'>;
  /** Asks the network for an address from the root. */
  readonly fetch: (url: string) => Promise<Response>;
  /** Addresses of the core of this edition. */
  readonly core: ReadonlySet<string>;
}

/** Whether an answer may be put into the cache: whole, not forwarded, and of this edition. */
export async function mayKeep(response: Response, core: ReadonlySet<string>): Promise<boolean> {
  if (response.status !== 200 || response.redirected) return false;
  return !response.headers.get('content-type')?.startsWith('text/html') || fits(await response.clone().text(), core);
}

/**
 * Fetches what is not there yet, four at a time, and reports after each. What is gone from the site is passed over.
 * Throws when the network fails or when an answer belongs to another edition; what was kept until then stays.
 */
export async function fillCache(
  pageCache: PageCache,
  files: readonly KeptFile[],
  report: (kept: number) => void = () => undefined,
): Promise<void> {
  const queue = files.values();
  let kept = 0;
  const work = async (): Promise<void> => {
    for (const file of queue) {
      if (!(await pageCache.cache.match(toKey(file)))) {
        const response = await pageCache.fetch(file.url);
        if (await mayKeep(response, pageCache.core)) await pageCache.cache.put(toKey(file), response);
        else if (response.ok) throw new Error(`\`${file.url}\` belongs to another edition of the site.`);
      }
      report(++kept);
    }
  };
  await Promise.all([work(), work(), work(), work()]);
}

/** Brings what an earlier edition had kept up to this one. Unchanged files are not fetched again. */
export async function carryCache(pageCache: PageCache, files: readonly KeptFile[]): Promise<void> {
  const before = new Set((await pageCache.cache.keys()).map(({ url }) => pathOf(url)));
  await fillCache(
    pageCache,
    files.filter(({ url }) => before.has(url)),
  );
}

/** Throws away the copies of earlier editions. */
export async function clearCache(cache: PageCache['cache'], files: readonly KeptFile[]): Promise<void> {
  const valid = new Set(files.map(toKey));
  for (const request of await cache.keys()) {
    const { pathname, search } = new URL(request.url);
    if (!valid.has(pathname + search)) await cache.delete(request);
  }
}
