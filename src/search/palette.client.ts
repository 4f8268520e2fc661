/** `<search-palette>`: finds pages while the reader types, by keyboard alone if need be. Without it the same form leads to the search page. */
import { searchUrl } from '../parts/urls.ts';
import { toHitOption, toNotes, toOption, toOptionGroup, toPartOption } from './hit-element.client.ts';
import { partOf } from '../parts/page-part.client.ts';
import { toGroups } from './hit.client.ts';
import { siteIndex, toSummary, type SearchAnswer } from './index-reader.client.ts';
import { toAddress, toWordQuery } from './query.client.ts';
import { rememberSearch, showRecent } from './recent.client.ts';
import { isComposed, onWritten } from './writing.client.ts';

/** Hits that fit on a screen and into a few kilobytes, the best of them, and the pause in typing, in milliseconds, after which they are looked up. */
const shown = 6;
const best = 3;
const pause = 200;

class SearchPalette extends HTMLElement {
  private readonly field = partOf<HTMLInputElement>(this, 'input');
  private readonly list = partOf(this, '[role=listbox]');
  private readonly status = partOf(this, '[role=status]');
  private readonly instead = partOf(this, '[data-instead]');
  private readonly examples = partOf(this, '[data-examples]');
  private readonly recent = partOf(this, '[data-recent]');
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** What the options answer to; Enter takes an option only while this is what the field says. */
  private answered = '';

  connectedCallback(): void {
    this.field.addEventListener('focus', () => void this.warmUp());
    onWritten(this.field, () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => void this.search(), pause);
    });
    this.field.addEventListener('keydown', (event) => this.steer(event));
    this.field.form?.addEventListener('submit', () => rememberSearch(this.words));
    this.list.addEventListener('click', () => {
      rememberSearch(this.words);
      history.replaceState({ ...(history.state as object | null), asked: this.words }, '');
    });
    // Coming back from a hit, the reader finds the words again.
    if (this.words === '') this.field.value = ((history.state ?? {}) as { asked?: string }).asked ?? '';
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
    if (this.words === '') this.showRecent();
    await siteIndex.open().catch(() => this.fail());
  }

  private showRecent(): void {
    showRecent(this.recent, (words) => {
      this.field.value = words;
      this.field.focus();
      void this.search();
    });
  }

  private async search(): Promise<void> {
    const { words } = this;
    if (words === '') {
      this.show(words, [], '');
      this.showRecent();
      return;
    }
    try {
      const query = toWordQuery(words);
      const found = await siteIndex.find(query);
      // A word that is written further must not cost the pages of its first half.
      if (words !== this.words) return;
      const groups = await this.toGroups(found);
      if (words !== this.words) return;
      const total = found.ids.length;
      if (total > 0) {
        const text = total === 1 ? 'Open the search page with filters' : `All ${total} results, with filters`;
        groups.push(toOption('hit-all', 'hit hit-all', searchUrl + toAddress(query), text));
      }
      this.show(words, groups, toSummary(query, found));
      this.instead.replaceChildren(...toNotes(query, found.reading, found.outside, `${searchUrl}${toAddress(query)}#patient`));
    } catch {
      this.fail();
    }
  }

  private async toGroups({ ids, reading, pair }: SearchAnswer): Promise<HTMLElement[]> {
    const pages = await siteIndex.hits(ids.slice(0, shown), reading);
    const hits = pair ? [pair, ...pages] : pages;
    let number = 0;
    return toGroups(hits, ({ page }) => page, best, shown).map(({ label, rows }, place) => {
      const options = rows.map((hit) => toHitOption(hit, `hit-${number++}`));
      if (place === 0) options.splice(1, 0, ...(hits[0]?.parts ?? []).map((part, at) => toPartOption(part, `hit-part-${at}`)));
      return toOptionGroup(label, options);
    });
  }

  private show(words: string, groups: readonly HTMLElement[], says: string): void {
    this.answered = words;
    this.list.replaceChildren(...groups);
    this.list.hidden = groups.length === 0;
    this.examples.hidden = groups.length > 0;
    this.recent.hidden = true;
    this.instead.replaceChildren();
    this.status.textContent = says;
    this.field.setAttribute('aria-expanded', String(groups.length > 0));
    this.activate(this.options[0]);
  }

  private fail(): void {
    this.show(this.words, [], 'Search could not be loaded. The topics, questions, glossary and references are in the menu.');
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
    if (isComposed(event)) return;
    const { options } = this;
    const at = options.findIndex((option) => option.getAttribute('aria-selected') === 'true');
    if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && options.length > 0) {
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
