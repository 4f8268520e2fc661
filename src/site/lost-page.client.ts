/** `<lost-page>`: at a wrong address, the pages that it may have meant. The list is fetched here and nowhere else. */
import { fileUrl } from '../parts/urls.ts';
import { element } from '../search/hit-element.client.ts';
import { nearAddresses, type AddressRow } from './near-address.client.ts';
import { standWhile } from '../parts/page-part.client.ts';

class LostPage extends HTMLElement {
  connectedCallback(): void {
    void this.suggest();
  }

  private async suggest(): Promise<void> {
    const answer = await fetch(fileUrl('addresses')).catch(() => undefined);
    if (!answer?.ok) return;
    const near = nearAddresses(location.pathname, (await answer.json()) as AddressRow[]);
    const entries = near.map(({ href, title }) => {
      const link = element('a', '', title);
      link.href = href;
      return element('li', '', link, ' ', element('span', 'note', href));
    });
    standWhile(this, 'near', near.length > 0)
      ?.querySelector('ul')
      ?.replaceChildren(...entries);
  }
}

customElements.define('lost-page', LostPage);
