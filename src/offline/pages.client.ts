/** `<offline-pages>`: what of the site lies on this device, and the reader's say on whether all of it shall. */
import type { OfflineList } from '../schema/offline-list.ts';
import { offlineListUrl, offlineUrl } from '../parts/urls.ts';
import { ask } from './offline.client.ts';
import { pathOf, cacheName, toKey } from './cache.client.ts';
import { partOf } from '../parts/page-part.client.ts';
import { saveSetting, savedSetting } from '../parts/setting.client.ts';

/** A size as a reader is told it, e.g. `3.1 MB`. */
export const sizeInWords = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

/** What is kept, as a sentence, e.g. `12 of 300 pages are on this device.` */
export const holdingInWords = (kept: number, of: number): string =>
  kept === of ? `All ${of} pages are on this device.` : `${kept} of ${of} pages ${kept === 1 ? 'is' : 'are'} on this device.`;

export class OfflinePages extends HTMLElement {
  private readonly status = partOf(this, '[role=status]');
  private readonly keep = partOf<HTMLButtonElement>(this, '[data-keep]');
  private readonly drop = partOf<HTMLButtonElement>(this, '[data-drop]');
  private readonly list = partOf(this, '[data-pages]');

  connectedCallback(): void {
    // The worker answers with this page at the address of one that it does not have.
    if (location.pathname !== offlineUrl) partOf(this, '[data-missing]').hidden = false;
    this.keep.addEventListener('click', () => void this.keepAll());
    this.drop.addEventListener('click', () => void this.dropAll());
    void this.tell().catch(() => {
      this.status.textContent = 'This browser keeps nothing, or has not begun to. Come back when the page has been open for a moment.';
    });
  }

  private async tell(): Promise<void> {
    if (!('serviceWorker' in navigator)) throw new Error('No service worker.');
    await navigator.serviceWorker.ready;
    const list = (await (await fetch(offlineListUrl)).json()) as OfflineList;
    const held = new Set((await (await caches.open(cacheName)).keys()).map(({ url }) => pathOf(url) + new URL(url).search));
    const readable = list.files.filter(({ title }) => title !== undefined);
    const kept = readable.filter((file) => held.has(toKey(file)));
    const all = kept.length === readable.length;
    this.status.textContent = holdingInWords(kept.length, readable.length);
    partOf(this, '[data-core-size]').textContent = sizeInWords(list.coreBytes);
    partOf(this, '[data-rest-size]').textContent = sizeInWords(list.restBytes);
    this.keep.hidden = all && savedSetting('offline') !== 'none';
    this.drop.hidden = kept.length === 0;
    partOf(this, '[data-facts]').hidden = false;
    this.list.replaceChildren(
      ...kept.map(({ url, title = url }) => {
        const [item, link] = [document.createElement('li'), document.createElement('a')];
        link.href = url;
        link.textContent = title;
        item.append(link);
        return item;
      }),
    );
  }

  private async keepAll(): Promise<void> {
    const { active } = await navigator.serviceWorker.ready;
    if (!active) return;
    saveSetting('offline', 'all');
    this.keep.disabled = true;
    ask(active, { type: 'keep' }, ({ kept, of, failed, done }) => {
      if (kept !== undefined) this.status.textContent = `Keeping: ${kept} of ${of} files.`;
      if (!done) return;
      this.keep.disabled = false;
      void this.tell().then(() => {
        if (failed) this.status.textContent += ' The rest could not be fetched; it is tried again with the next page that you open.';
      });
    });
  }

  private async dropAll(): Promise<void> {
    const { active } = await navigator.serviceWorker.ready;
    if (!active) return;
    saveSetting('offline', 'none');
    ask(active, { type: 'drop' }, () => void this.tell());
  }
}

customElements.define('offline-pages', OfflinePages);
