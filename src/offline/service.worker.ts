/**
 * The service worker: answers from the network while there is one, and from the device when there is none or it hangs.
 * It keeps one edition of the site at a time and gives way to the next only when the reader agrees or has left.
 */
import { NetworkFirst, Serwist, type PrecacheEntry } from 'serwist';
import type { KeptFile, OfflineList, OfflineReply, OfflineRequest } from '../schema/offline-list.ts';
import { offlineListUrl, offlineUrl } from '../parts/urls.ts';
import { isHashed, pathOf, cacheName, toKey, carryCache, clearCache, fillCache, mayKeep, type PageCache } from './cache.client.ts';

/** Put in by the build: what every visit keeps. */
declare const coreEntries: PrecacheEntry[];

/** What is used of a worker's global scope; the types of workers and of pages do not go together in one project. */
interface WorkerEvent extends Event {
  readonly waitUntil: (work: Promise<unknown>) => void;
}
interface WorkerMessage extends WorkerEvent {
  readonly data: OfflineRequest;
  readonly ports: readonly MessagePort[];
  readonly source: { readonly id: string } | null;
}
interface WorkerScope {
  readonly registration: ServiceWorkerRegistration;
  addEventListener(type: 'install' | 'activate', listener: (event: WorkerEvent) => void): void;
  addEventListener(type: 'message', listener: (event: WorkerMessage) => void): void;
  addEventListener(type: 'fetch', listener: (event: never) => void): void;
}
const worker = globalThis as unknown as WorkerScope;

const serwist = new Serwist({ precacheEntries: coreEntries, clientsClaim: true });
// The library would answer with the core before it asks the network; a page that can be fresh is to be fresh.
for (const route of [...(serwist.routes.get('GET') ?? [])]) serwist.unregisterRoute(route);

const core = new Set(coreEntries.map(({ url }) => url));
const openCache = async (): Promise<PageCache> => ({
  cache: await caches.open(cacheName),
  fetch: (url) => fetch(url, { cache: 'no-cache' }),
  core,
});

let listed: { readonly list: OfflineList; readonly byPath: ReadonlyMap<string, KeptFile> } | undefined;
async function readList(): Promise<NonNullable<typeof listed>> {
  if (listed) return listed;
  const response = await serwist.matchPrecache(offlineListUrl);
  if (!response) throw new Error('The list of what can be kept is not in the core.');
  const list = (await response.json()) as OfflineList;
  listed = { list, byPath: new Map(list.files.map((file) => [file.url, file])) };
  return listed;
}

/** Pages that were served from the device, until they have been told so. */
const copies = new Set<string>();

const live = new NetworkFirst({
  cacheName,
  networkTimeoutSeconds: 4,
  plugins: [
    {
      cacheKeyWillBeUsed: async ({ request }) => {
        const file = (await readList()).byPath.get(pathOf(request.url));
        return file ? toKey(file) : request.url;
      },
      cacheWillUpdate: async ({ request, response }) => {
        const listedFile = (await readList()).byPath.has(pathOf(request.url));
        return listedFile && (await mayKeep(response, core)) ? response : null;
      },
      cachedResponseWillBeUsed: async ({ cachedResponse, request, event }) => {
        const found = cachedResponse ?? (await serwist.matchPrecache(pathOf(request.url)));
        const { resultingClientId } = event as unknown as { resultingClientId?: string };
        if (found && resultingClientId) copies.add(resultingClientId);
        return found;
      },
      handlerDidError: async ({ request }) => (request.mode === 'navigate' ? serwist.matchPrecache(offlineUrl) : undefined),
    },
  ],
});

serwist.registerCapture(
  ({ sameOrigin, url }) => sameOrigin && isHashed(url.pathname),
  async (options) => (await serwist.matchPrecache(options.url.pathname)) ?? live.handle(options),
);
serwist.registerCapture(({ sameOrigin }) => sameOrigin, live);

async function keepAll(reply: (answer: OfflineReply) => void): Promise<void> {
  const { files } = (await readList()).list;
  try {
    await fillCache(await openCache(), files, (kept) => reply({ kept, of: files.length }));
    reply({ kept: files.length, of: files.length, done: true });
  } catch {
    void worker.registration.update().catch(() => undefined);
    reply({ failed: true, done: true });
  }
}

/** A page has arrived: keeps it, and the whole site where that was agreed or is small. */
async function receive(request: OfflineRequest & { type: 'arrive' }, client: string, reply: (answer: OfflineReply) => void): Promise<void> {
  reply({ copy: copies.delete(client) });
  const { list, byPath } = await readList();
  const file = byPath.get(request.path);
  if (file) await fillCache(await openCache(), [file]).catch(() => undefined);
  if (request.keepAll || (list.auto && !request.sparing)) await keepAll(() => undefined);
}

worker.addEventListener('install', (event) =>
  event.waitUntil(
    (async () => {
      await serwist.handleInstall(event as never);
      await carryCache(await openCache(), (await readList()).list.files);
    })(),
  ),
);
worker.addEventListener('activate', (event) =>
  event.waitUntil(
    (async () => {
      await serwist.handleActivate(event);
      const { files } = (await readList()).list;
      const pageCache = await openCache();
      await carryCache(pageCache, files).catch(() => undefined);
      await clearCache(pageCache.cache, files);
    })(),
  ),
);
worker.addEventListener('fetch', (event) => serwist.handleFetch(event));
worker.addEventListener('message', (event) => {
  const reply = (answer: OfflineReply): void => event.ports[0]?.postMessage(answer);
  if (event.data.type === 'arrive') event.waitUntil(receive(event.data, event.source?.id ?? '', reply));
  else if (event.data.type === 'keep') event.waitUntil(keepAll(reply));
  else if (event.data.type === 'drop') event.waitUntil(caches.delete(cacheName).then(() => reply({ done: true })));
});
