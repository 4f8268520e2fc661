/** `<lens-switch>`: shows a page with or without makers, news, machine summaries and industry money. The style sheet hides them. */
import { saveSetting } from './setting.ts';

export class LensSwitch extends HTMLElement {
  connectedCallback(): void {
    // Readers without scripts are sent to this fragment; whoever follows such a link with scripts gets the same for this page.
    const sent = location.hash === '#independent' ? 'independent' : undefined;
    this.show(sent ?? document.documentElement.dataset['lens'] ?? 'all');
    this.addEventListener('change', ({ target }) => {
      if (!(target instanceof HTMLInputElement)) return;
      this.show(target.value);
      saveSetting('lens', target.value === 'all' ? undefined : target.value);
    });
  }

  private show(lens: string): void {
    if (lens === 'all') delete document.documentElement.dataset['lens'];
    else document.documentElement.dataset['lens'] = lens;
    for (const radio of this.querySelectorAll('input')) radio.checked = radio.value === lens;
  }
}
