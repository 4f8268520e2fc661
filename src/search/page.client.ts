/** `<search-page>`: the whole of a search, grouped or with filters, in an address that can be shared. */
import { searchUrl } from '../parts/urls.ts';
import { showFacets, tickedFilters } from './facets.client.ts';
import { element, toEntry, toEntryGroup, toNotes } from './hit-element.client.ts';
import { partOf, standWhile } from '../parts/page-part.client.ts';
import { toGroups } from './hit.client.ts';
import { siteIndex, toSummary, type SearchAnswer } from './index-reader.client.ts';
import { isEmpty, toAddress, toSearchQuery, type SearchQuery } from './query.client.ts';
import { rememberSearch, showRecent } from './recent.client.ts';
import { onWritten } from './writing.client.ts';

/** Hits shown at first in a plain list and with each press of the button; in groups, the best and those of each kind. */
const batch = 10;
const best = 3;
const each = 4;
/** The pause in typing, in milliseconds, after which a search starts. */
const pause = 200;

class SearchPage extends HTMLElement {
  private readonly form = partOf<HTMLFormElement>(this, 'form');
  private readonly field = partOf<HTMLInputElement>(this, 'input[name=q]');
  private readonly order = partOf<HTMLSelectElement>(this, 'select[name=sort]');
  private readonly groups = partOf(this, '[data-facets]');
  private readonly list = partOf(this, '[data-hits]');
  private readonly status = partOf(this, '[role=status]');
  private readonly instead = partOf(this, '[data-instead]');
  private readonly examples = partOf(this, '[data-examples]');
  private readonly recent = partOf(this, '[data-recent]');
  private readonly patient = partOf<HTMLDetailsElement>(this, '#patient');
  private timer: ReturnType<typeof setTimeout> | undefined;
  private run = 0;
  private limit = batch;

  connectedCallback(): void {
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      rememberSearch(this.field.value.trim());
      this.change();
    });
    onWritten(this.field, () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.change(), pause);
    });
    this.groups.addEventListener('change', () => this.change());
    this.order.addEventListener('change', () => this.change());
    this.list.addEventListener('click', (event) => {
      if ((event.target as Element).closest('.hit')) rememberSearch(this.query.words);
    });
    // The hits come after the page, so the browser finds nothing to scroll to by itself.
    addEventListener('pagehide', () =>
      history.replaceState({ ...(history.state as object | null), limit: this.limit, scroll: scrollY }, ''),
    );
    this.addEventListener('click', ({ target }) => {
      if (!(target as Element).closest('[data-more]')) return;
      this.limit += batch;
      history.replaceState({ limit: this.limit }, '');
      void this.search(this.query);
    });
    addEventListener('popstate', () => this.begin());
    addEventListener('hashchange', () => this.openPatient());
    // What was typed before this code arrived counts for more than the address.
    if (this.field.value.trim() !== '' && this.field.value.trim() !== this.query.words) this.change();
    else this.begin();
  }

  private get query(): SearchQuery {
    return toSearchQuery(location.search);
  }

  /** Starts from the address, as on arrival and on coming back: then with as many hits as there were. */
  private begin(): void {
    const { limit } = (history.state ?? {}) as { limit?: number };
    this.field.value = this.query.words;
    this.order.value = this.query.sort;
    this.limit = limit ?? batch;
    if (isEmpty(this.query) && this.run === 0) this.wait();
    else void this.search(this.query);
  }

  /** Goes back to where the reader was, once, when the hits are there again. */
  private restore(): void {
    const { scroll, ...state } = (history.state ?? {}) as { scroll?: number };
    if (scroll === undefined) return;
    history.replaceState(state, '');
    scrollTo({ top: scroll, behavior: 'instant' });
  }

  /** The index weighs: with nothing asked yet it is fetched when the reader turns to the page, not when it opens. */
  private wait(): void {
    this.showRecent();
    const arrive = new AbortController();
    for (const intent of ['focusin', 'pointerdown'])
      this.addEventListener(
        intent,
        () => {
          arrive.abort();
          void this.search(this.query);
        },
        { signal: arrive.signal },
      );
  }

  /** Takes what the form says into the address and searches again. */
  private change(): void {
    clearTimeout(this.timer);
    const words = this.field.value.trim();
    const literal = this.query.literal && words === this.query.words;
    const sort = this.order.value === 'date' ? 'date' : 'relevance';
    const query: SearchQuery = { words, filters: tickedFilters(this.form), sort, literal };
    if (toAddress(query) === toAddress(this.query)) return;
    history.replaceState(null, '', location.pathname + toAddress(query));
    this.limit = batch;
    void this.search(query);
  }

  private async search(query: SearchQuery): Promise<void> {
    const run = ++this.run;
    try {
      const found = await siteIndex.find(query, true);
      const rows = isEmpty(query) ? [] : await this.rows(query, found);
      if (run !== this.run) return;
      const total = isEmpty(query) ? 0 : found.ids.length;
      showFacets(this.groups, found.counts);
      this.list.replaceChildren(...rows);
      standWhile(this, 'more', !this.isGrouped(query) && total > this.limit);
      this.examples.hidden = total > 0;
      if (total === 0) this.showRecent();
      this.status.textContent = isEmpty(query) ? '' : toSummary(query, found);
      this.instead.replaceChildren(...(isEmpty(query) ? [] : toNotes(query, found.reading, found.outside)));
      this.askPatient(found.patient);
      this.restore();
    } catch {
      if (run === this.run) this.status.textContent = 'Search could not be loaded. Try again, or go by topic, question, term or source.';
    }
  }

  /** One list when the reader chose a kind or an order, otherwise the best and then the rest by kind. */
  private isGrouped({ filters, sort }: SearchQuery): boolean {
    return filters.page === undefined && sort === 'relevance';
  }

  private async rows(query: SearchQuery, { ids, reading, pair }: SearchAnswer): Promise<HTMLElement[]> {
    if (!this.isGrouped(query)) {
      const hits = await siteIndex.hits(ids.slice(0, this.limit), reading);
      return hits.length > 0 ? [element('ol', 'hits', ...hits.map(toEntry))] : [];
    }
    const groups = toGroups(ids, (id) => siteIndex.pageOf(id), best, each);
    return Promise.all(
      groups.map(async (group, place) => {
        const { page } = group;
        const all = page === undefined ? undefined : searchUrl + toAddress({ ...query, filters: { ...query.filters, page: [page] } });
        const rows = await siteIndex.hits(group.rows, reading);
        return toEntryGroup({ ...group, rows: pair && place === 0 ? [pair, ...rows] : rows }, all);
      }),
    );
  }

  /** Hands on what was typed about a patient; the fold is there while there is something. */
  private askPatient(patient: string): void {
    this.patient.hidden = patient === '';
    if (patient !== this.patient.dataset['answers']) {
      this.patient.dataset['answers'] = patient;
      this.patient.dispatchEvent(new Event('answers'));
    }
    this.openPatient();
  }

  private openPatient(): void {
    if (location.hash === `#${this.patient.id}`) this.patient.open = true;
  }

  private showRecent(): void {
    showRecent(this.recent, (words) => {
      this.field.value = words;
      this.change();
    });
  }
}

customElements.define('search-page', SearchPage);
