/** `<search-palette>`: finds pages while the reader types, by keyboard alone if need be. Without it the same form leads to the search page. */
import { searchUrl } from '../views/urls.ts';
import { element, toOption } from './hit-element.ts';
import { partOf } from './page-part.ts';
import { findPages, loadIndex } from './search-index.ts';
import { toAddress } from './search-query.ts';

/** Hits that fit on a screen and into a few kilobytes, and the pause in typing, in milliseconds, after which they are looked up. */
const shown = 6;
const pause = 90;

class SearchPalette extends HTMLElement {
  private readonly field = partOf<HTMLInputElement>(this, 'input');
  private readonly list = partOf(this, '[role=listbox]');
  private readonly status = partOf(this, '[role=status]');
  private readonly examples = partOf(this, '[data-examples]');
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** What the options answer to; Enter takes an option only while this is what the field says. */
  private answered = '';

  connectedCallback(): void {
    this.field.addEventListener('focus', () => void this.warmUp());
    this.field.addEventListener('input', () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => void this.search(), pause);
    });
    this.field.addEventListener('keydown', (event) => this.steer(event));
    if (this.closest('dialog')?.open) void this.warmUp();
    if (this.words !== '') void this.search();
  }

  private get words(): string {
    return this.field.value.trim();
  }

  private get options(): HTMLElement[] {
    return [...this.list.querySelectorAll<HTMLElement>('[role=option]')];
  }

  private async warmUp(): Promise<void> {
    await loadIndex().catch(() => this.fail());
  }

  private async search(): Promise<void> {
    const { words } = this;
    if (words === '') {
      this.show(words, [], '');
      return;
    }
    try {
      const { total, hits } = await findPages({ words, filters: {} }, shown);
      if (words !== this.words) return;
      const options = hits.map((hit, place) => toOption(hit, `hit-${place}`));
      if (total > 0) options.push(this.allResults(words, total));
      this.show(
        words,
        options,
        total === 0 ? 'Nothing found. Try a shorter word, or another name for it.' : `${total} ${total === 1 ? 'page' : 'pages'} found`,
      );
    } catch {
      this.fail();
    }
  }

  private show(words: string, options: readonly HTMLElement[], says: string): void {
    this.answered = words;
    this.list.replaceChildren(...options);
    this.list.hidden = options.length === 0;
    this.examples.hidden = words !== '';
    this.status.textContent = says;
    this.field.setAttribute('aria-expanded', String(options.length > 0));
    this.activate(options[0]);
  }

  private fail(): void {
    this.show(this.words, [], 'Search could not be loaded. The topics, questions, glossary and references are in the menu.');
  }

  private allResults(words: string, total: number): HTMLAnchorElement {
    const link = element('a', 'hit hit-all', total === 1 ? 'Open the search page with filters' : `All ${total} results, with filters`);
    link.href = searchUrl + toAddress({ words, filters: {} });
    link.id = 'hit-all';
    link.tabIndex = -1;
    link.setAttribute('role', 'option');
    return link;
  }

  private activate(option: HTMLElement | undefined): void {
    for (const other of this.options) other.setAttribute('aria-selected', String(other === option));
    if (!option) {
      this.field.removeAttribute('aria-activedescendant');
      return;
    }
    this.field.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
  }

  private steer(event: KeyboardEvent): void {
    const { options } = this;
    const at = options.findIndex((option) => option.getAttribute('aria-selected') === 'true');
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      this.activate(options[(at + step + options.length) % options.length]);
    } else if (event.key === 'Enter' && at >= 0 && this.answered === this.words) {
      event.preventDefault();
      options[at]?.click();
    }
  }
}

customElements.define('search-palette', SearchPalette);
