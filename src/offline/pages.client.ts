/** `<offline-pages>`: what of the site lies on this device, and the reader's say on whether all of it shall. */
import { offlineUrl } from '../parts/urls.ts';
import { partOf, standWhile } from '../parts/page-part.client.ts';
import { savedSetting } from '../parts/setting.client.ts';
import { dropAll, holdingInWords, keepAll, readHolding, sizeInWords } from './keeping.client.ts';

export class OfflinePages extends HTMLElement {
  private readonly status = partOf(this, '[role=status]');

  connectedCallback(): void {
    // The worker answers with this page at the address of one that it does not have.
    standWhile(this, 'missing', location.pathname !== offlineUrl);
    this.status.textContent = 'Looking at what is kept…';
    void this.tell().catch(() => {
      this.status.textContent = 'This browser keeps nothing, or has not begun to. Come back when the page has been open for a moment.';
    });
  }

  private async tell(): Promise<void> {
    const holding = await readHolding();
    const { list, kept, readable } = holding;
    this.status.textContent = holdingInWords(holding);
    standWhile(this, 'known', true);
    partOf(this, '[data-core-size]').textContent = sizeInWords(list.coreBytes);
    partOf(this, '[data-rest-size]').textContent = sizeInWords(list.restBytes);
    const [keep, drop] = [partOf<HTMLButtonElement>(this, '[data-keep]'), partOf<HTMLButtonElement>(this, '[data-drop]')];
    keep.hidden = kept.length === readable.length && savedSetting('offline') !== 'none';
    drop.hidden = kept.length === 0;
    keep.onclick = () => void this.keep(keep);
    drop.onclick = () => void dropAll().then(() => this.tell());
    partOf(this, '[data-pages]').replaceChildren(
      ...kept.map(({ url, title = url }) => {
        const [item, link] = [document.createElement('li'), document.createElement('a')];
        link.href = url;
        link.textContent = title;
        item.append(link);
        return item;
      }),
    );
  }

  private async keep(button: HTMLButtonElement): Promise<void> {
    button.disabled = true;
    const whole = await keepAll((says) => (this.status.textContent = says));
    button.disabled = false;
    await this.tell();
    if (!whole) this.status.textContent += ' The rest could not be fetched; it is tried again with the next page that you open.';
  }
}

customElements.define('offline-pages', OfflinePages);
