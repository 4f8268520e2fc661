/** `<register-switch>`: shows one of the three wordings of a page, and brings a linked place into view when another wording holds it. */
import { saveSetting } from '../parts/setting.client.ts';

export class RegisterSwitch extends HTMLElement {
  connectedCallback(): void {
    this.show(document.documentElement.dataset['register'] ?? 'public');
    this.addEventListener('change', ({ target }) => {
      if (!(target instanceof HTMLInputElement)) return;
      this.show(target.value);
      saveSetting('register', target.value);
    });
    addEventListener('hashchange', this.reveal);
    this.reveal();
  }

  disconnectedCallback(): void {
    removeEventListener('hashchange', this.reveal);
  }

  /** A fragment may lie in a wording that is not shown: shows that wording, for this page only. */
  private readonly reveal = (): void => {
    // Not `:target`, which browsers set only after this code has run on arrival.
    const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const register = place?.closest<HTMLElement>('[data-for]')?.dataset['for'];
    if (!place || register === undefined || register === document.documentElement.dataset['register']) return;
    this.show(register);
    place.scrollIntoView();
  };

  private show(register: string): void {
    document.documentElement.dataset['register'] = register;
    for (const radio of this.querySelectorAll('input')) radio.checked = radio.value === register;
  }
}
