/** What of the site lies on this device, and the reader's say on it: asked of the service worker and told to whoever shows it. */
import type { KeptFile, OfflineList, OfflineReply, OfflineRequest } from '../schema/offline-list.ts';
import { offlineListUrl } from '../parts/urls.ts';
import { saveSetting } from '../parts/setting.client.ts';
import { cacheName, pathOf, toKey } from './cache.client.ts';

export interface Holding {
  readonly list: OfflineList;
  /** Pages that a reader can open, and those of them that are kept. */
  readonly readable: readonly KeptFile[];
  readonly kept: readonly KeptFile[];
}

/** Sends a request and hears the answers until one says that it was the last. */
export function ask(worker: ServiceWorker, request: OfflineRequest, hear: (reply: OfflineReply) => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }: MessageEvent<OfflineReply>) => {
    hear(data);
    if (data.done) port1.close();
  };
  worker.postMessage(request, [port2]);
}

/** A size as a reader is told it, e.g. `3.1 MB`. */
export const sizeInWords = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

/** What is kept, as a sentence, e.g. `12 of 300 pages are on this device.` */
export const holdingInWords = ({ kept: { length: kept }, readable: { length: of } }: Pick<Holding, 'kept' | 'readable'>): string =>
  kept === of ? `All ${of} pages are on this device.` : `${kept} of ${of} pages ${kept === 1 ? 'is' : 'are'} on this device.`;

async function activeWorker(): Promise<ServiceWorker> {
  if (!('serviceWorker' in navigator)) throw new Error('This browser has no service worker.');
  const { active } = await navigator.serviceWorker.ready;
  if (!active) throw new Error('No service worker is at work.');
  return active;
}

/** What lies on this device now. Waits for the service worker; throws where a browser keeps nothing. */
export async function readHolding(): Promise<Holding> {
  await activeWorker();
  const list = (await (await fetch(offlineListUrl)).json()) as OfflineList;
  const held = new Set((await (await caches.open(cacheName)).keys()).map(({ url }) => pathOf(url) + new URL(url).search));
  const readable = list.files.filter(({ title }) => title !== undefined);
  return { list, readable, kept: readable.filter((file) => held.has(toKey(file))) };
}

/** Keeps the whole site and goes on doing so; `hear` is told how far it is. False where the rest could not be fetched. */
export async function keepAll(hear: (says: string) => void): Promise<boolean> {
  const worker = await activeWorker();
  saveSetting('offline', 'all');
  return new Promise((resolve) =>
    ask(worker, { type: 'keep' }, ({ kept, of, failed, done }) => {
      if (kept !== undefined) hear(`Keeping: ${kept} of ${of} files.`);
      if (done) resolve(failed !== true);
    }),
  );
}

/** Lets go of every copy that was kept or visited, and keeps nothing more unasked. */
export async function dropAll(): Promise<void> {
  const worker = await activeWorker();
  saveSetting('offline', 'none');
  return new Promise((resolve) => ask(worker, { type: 'drop' }, () => resolve()));
}
