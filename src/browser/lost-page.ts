/** `<lost-page>`: at a wrong address, the pages that it may have meant. The list is fetched here and nowhere else. */
import { addressesUrl } from '../views/urls.ts';
import { element } from './hit-element.ts';
import { nearAddresses, type AddressRow } from './near-address.ts';
import { partOf } from './page-part.ts';

class LostPage extends HTMLElement {
  connectedCallback(): void {
    void this.suggest();
  }

  private async suggest(): Promise<void> {
    const answer = await fetch(addressesUrl).catch(() => undefined);
    if (!answer?.ok) return;
    const near = nearAddresses(location.pathname, (await answer.json()) as AddressRow[]);
    const entries = near.map(({ href, title }) => {
      const link = element('a', '', title);
      link.href = href;
      return element('li', '', link, ' ', element('span', 'note', href));
    });
    partOf(this, 'ul').replaceChildren(...entries);
    this.hidden = near.length === 0;
  }
}

customElements.define('lost-page', LostPage);
