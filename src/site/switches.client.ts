/** The switches of a page: what a reader chose stands on the root element, where the style sheets read it, and is kept on the device. */
import { standWhile } from '../parts/page-part.client.ts';
import { savedSetting, saveSetting } from '../parts/setting.client.ts';

/** `<theme-switch>`: a radio group that sets light, dark or the system's colours. The colours themselves are in the style sheet. */
class ThemeSwitch extends HTMLElement {
  connectedCallback(): void {
    const chosen = savedSetting('theme') ?? 'system';
    for (const radio of this.querySelectorAll('input')) radio.checked = radio.value === chosen;
    this.addEventListener('change', ({ target }) => {
      if (!(target instanceof HTMLInputElement)) return;
      const theme = target.value === 'system' ? undefined : target.value;
      if (theme === undefined) delete document.documentElement.dataset['theme'];
      else document.documentElement.dataset['theme'] = theme;
      saveSetting('theme', theme);
    });
  }
}

/** `<register-switch>`: shows one of the three wordings of a page, and brings a linked place into view when another wording holds it. */
class RegisterSwitch extends HTMLElement {
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

/** `<coi-switch>`: shows a page with or without makers, news, machine summaries and industry money. The style sheet hides them. */
class CoiSwitch extends HTMLElement {
  connectedCallback(): void {
    // Readers without scripts are sent to this fragment; whoever follows such a link with scripts gets the same for this page.
    const sent = location.hash === '#without-coi' ? 'hidden' : undefined;
    this.show(sent ?? document.documentElement.dataset['coi'] ?? 'all');
    this.addEventListener('change', ({ target }) => {
      if (!(target instanceof HTMLInputElement)) return;
      this.show(target.value);
      saveSetting('coi', target.value === 'all' ? undefined : target.value);
    });
  }

  private show(coi: string): void {
    if (coi === 'all') delete document.documentElement.dataset['coi'];
    else document.documentElement.dataset['coi'] = coi;
    standWhile(document, 'coi-hidden', coi !== 'all');
    for (const radio of this.querySelectorAll('input')) radio.checked = radio.value === coi;
  }
}

// A door of the front page opens the pages behind it in the wording of those who go through it.
addEventListener('click', ({ target }) => {
  const door = (target as Element).closest<HTMLElement>('[data-sets-register] a');
  const register = door?.closest<HTMLElement>('[data-sets-register]')?.dataset['setsRegister'];
  if (register) saveSetting('register', register);
});

customElements.define('theme-switch', ThemeSwitch);
customElements.define('register-switch', RegisterSwitch);
customElements.define('coi-switch', CoiSwitch);
