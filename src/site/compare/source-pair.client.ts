/** `<source-pair>`: two sources side by side on every question on which either speaks. What they say is fetched with the first choice of two; the choice stands in the address. */
import { partOf } from '../../parts/page-part.client.ts';
import { comparisonUrl } from '../../parts/urls.ts';
import { element, link } from '../../search/hit-element.client.ts';
import { formatCount } from '../../words/phrase.ts';
import { fromPairFragment, pairRows, speaking, type PairRow } from './matrix-choice.client.ts';
import type { PairFinding, PairSource } from './pair-data.ts';

const svg = 'http://www.w3.org/2000/svg';

/** The badge of a position: a shape that the legend of the page has drawn, and its word. */
function badge({ position, label, counts }: PairFinding): HTMLElement {
  const [shape, use] = [document.createElementNS(svg, 'svg'), document.createElementNS(svg, 'use')];
  shape.setAttribute('viewBox', '0 0 16 16');
  shape.setAttribute('aria-hidden', 'true');
  use.setAttribute('href', `#position-${position}`);
  shape.append(use);
  const mark = element('span', counts ? 'mark badge' : 'mark badge uncounted', shape, element('span', '', label));
  mark.dataset['position'] = position;
  return mark;
}

const noted = (className: string, text: string): HTMLElement[] => (text ? [element('span', className, text)] : []);

const toItem = (one: PairFinding, source: PairSource): HTMLElement =>
  element(
    'li',
    '',
    badge(one),
    ...noted('pair-grade', one.grade),
    element('p', '', ...noted('pair-when', one.when && `${one.when}: `), one.says),
    link('pair-place', one.href, [source.name, one.place].filter(Boolean).join(': ')),
    ...noted('reason', one.note),
  );

/** One row: the question, and what each of the two says on it. On a phone the name of the source stands with its words. */
function toRow({ href, text, sides }: PairRow, sources: readonly PairSource[]): HTMLElement {
  const heading = element('th', '', link('', href, text));
  heading.scope = 'row';
  const cells = sides.map(({ findings, silent }, i) => {
    const source = sources[i];
    const items = source ? findings.map((one) => toItem(one, source)) : [];
    const nothing = silent ? 'Says nothing on it' : 'Not coded';
    return element(
      'td',
      '',
      element('span', 'pair-who', source?.name ?? ''),
      items.length ? element('ul', '', ...items) : element('p', 'note', nothing),
    );
  });
  return element('tr', '', heading, ...cells);
}

function toTable(rows: readonly PairRow[], sources: readonly PairSource[]): HTMLElement {
  const heads = sources.map(({ href, name, about }) => {
    const head = element('th', '', link('', href, name), element('span', 'reason', about));
    head.scope = 'col';
    return head;
  });
  const caption = element('caption', 'visually-hidden', `What ${sources.map(({ name }) => name).join(' and ')} say on each question`);
  return element(
    'table',
    'pair',
    caption,
    element('thead', '', element('tr', '', element('td', ''), ...heads)),
    element('tbody', '', ...rows.map((row) => toRow(row, sources))),
  );
}

const summary = (rows: readonly PairRow[]): string => {
  const both = rows.filter((row) => speaking(row) > 1).length;
  return `${formatCount(rows.length, 'question')}: both address ${both}, one of them ${rows.length - both}.`;
};

class SourcePair extends HTMLElement {
  private readonly read = new Map<string, Promise<PairSource | undefined>>();

  connectedCallback(): void {
    const [a, b] = this.selects();
    b.append(...[...a.children].slice(1).map((group) => group.cloneNode(true)));
    this.addEventListener('change', () => {
      const fragment = a.value || b.value ? `#${new URLSearchParams({ a: a.value, b: b.value })}` : '';
      history.replaceState(null, '', location.pathname + location.search + fragment);
      void this.show();
    });
    addEventListener('hashchange', this.fromAddress);
    this.fromAddress();
  }

  disconnectedCallback(): void {
    removeEventListener('hashchange', this.fromAddress);
  }

  private readonly fromAddress = (): void => {
    const named = fromPairFragment(location.hash);
    this.selects().forEach((select, i) => {
      select.value = named[i] ?? '';
      // A source that is not on the list is no choice.
      if (select.selectedIndex < 0) select.value = '';
    });
    void this.show();
  };

  private selects(): readonly [HTMLSelectElement, HTMLSelectElement] {
    return [partOf(this, 'select[name=a]'), partOf(this, 'select[name=b]')];
  }

  private chosen(): string[] {
    return this.selects().map(({ value }) => value);
  }

  private async show(): Promise<void> {
    const [says, place] = [partOf(this, '[data-says]'), partOf(this, '[data-pair]')];
    const ids = this.chosen();
    const named = new Set(ids.filter(Boolean)).size;
    place.hidden = true;
    if (named < 2) {
      says.textContent = `Choose ${named ? 'another source' : 'two sources'} to see two side by side.`;
      return;
    }
    says.textContent = 'Fetching what they say …';
    const sources = (await Promise.all(ids.map((id) => this.load(id)))).filter((source) => source !== undefined);
    // Whoever has chosen again meanwhile gets what they chose last.
    if (this.chosen().join() !== ids.join()) return;
    if (sources.length < ids.length) {
      says.textContent = 'What they say could not be fetched. Are you offline? The page of each source lists it too.';
      return;
    }
    const rows = pairRows(sources);
    says.textContent = summary(rows);
    place.replaceChildren(toTable(rows, sources), element('p', 'note', 'Not coded is not silence: nobody checked.'));
    place.hidden = false;
  }

  /** What a source says; asked for once, and again where the answer did not come. */
  private async load(id: string): Promise<PairSource | undefined> {
    const asked = this.read.get(id) ?? fetchSource(id);
    this.read.set(id, asked);
    const source = await asked;
    if (!source) this.read.delete(id);
    return source;
  }
}

async function fetchSource(id: string): Promise<PairSource | undefined> {
  const answer = await fetch(comparisonUrl(id)).catch(() => undefined);
  return answer?.ok ? ((await answer.json()) as PairSource) : undefined;
}

customElements.define('source-pair', SourcePair);
