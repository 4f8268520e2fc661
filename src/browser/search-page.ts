/** `<search-page>`: the whole of a search, with filters, in an address that can be shared. */
import { toEntry } from './hit-element.ts';
import { showFacets, tickedFilters } from './facet-group.ts';
import { partOf } from './page-part.ts';
import { countFacets, findPages } from './search-index.ts';
import { toAddress, toSearchQuery, type SearchQuery } from './search-query.ts';

/** Hits shown at first and with each press of the button; the pause in typing, in milliseconds, after which a search starts. */
const batch = 10;
const pause = 200;

class SearchPage extends HTMLElement {
  private readonly form = partOf<HTMLFormElement>(this, 'form');
  private readonly field = partOf<HTMLInputElement>(this, 'input[name=q]');
  private readonly groups = partOf(this, '[data-facets]');
  private readonly list = partOf(this, '[data-hits]');
  private readonly status = partOf(this, '[role=status]');
  private readonly examples = partOf(this, '[data-examples]');
  private readonly more = partOf(this, '[data-more]');
  private timer: ReturnType<typeof setTimeout> | undefined;
  private run = 0;
  private limit = batch;

  connectedCallback(): void {
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.change();
    });
    this.field.addEventListener('input', () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.change(), pause);
    });
    this.groups.addEventListener('change', () => this.change());
    this.more.addEventListener('click', () => {
      this.limit += batch;
      void this.search(this.query);
    });
    addEventListener('popstate', () => this.begin());
    // What was typed before this code arrived counts for more than the address.
    if (this.field.value.trim() !== '' && this.field.value.trim() !== this.query.words) this.change();
    else this.begin();
  }

  private get query(): SearchQuery {
    return toSearchQuery(location.search);
  }

  /** Starts from the address, as on arrival and on going back. */
  private begin(): void {
    this.field.value = this.query.words;
    this.limit = batch;
    void this.search(this.query);
  }

  /** Takes what the form says into the address and searches again. */
  private change(): void {
    clearTimeout(this.timer);
    const query = { words: this.field.value.trim(), filters: tickedFilters(this.form) };
    if (toAddress(query) === toAddress(this.query)) return;
    history.replaceState(null, '', location.pathname + toAddress(query));
    this.limit = batch;
    void this.search(query);
  }

  private async search(query: SearchQuery): Promise<void> {
    const run = ++this.run;
    const empty = toAddress(query) === '';
    try {
      const counts = await countFacets(query);
      const { total, hits } = empty ? { total: 0, hits: [] } : await findPages(query, this.limit);
      if (run !== this.run) return;
      showFacets(this.groups, counts);
      this.list.replaceChildren(...hits.map(toEntry));
      this.more.hidden = total <= hits.length;
      this.examples.hidden = total > 0;
      this.status.textContent = empty ? '' : this.summary(query, total);
    } catch {
      if (run === this.run) this.status.textContent = 'Search could not be loaded. Try again, or go by topic, question, term or source.';
    }
  }

  private summary({ words, filters }: SearchQuery, total: number): string {
    const what = words === '' ? '' : ` for “${words}”`;
    if (total > 0) return `${total} ${total === 1 ? 'page' : 'pages'}${what}`;
    const way = Object.keys(filters).length > 0 ? 'Untick a filter, or try a shorter word.' : 'Try a shorter word, or another name for it.';
    return `Nothing found${what}. ${way}`;
  }
}

customElements.define('search-page', SearchPage);
