/** `<compare-matrix>`: narrows the matrix to what is asked for and keeps the choice in the address. Cells, rows and columns go and come back. */
import { matches, toChoice, toQuery, type Choice, type MatrixFacet } from './matrix-choice.client.ts';
import { partOf, standWhile } from '../../parts/page-part.client.ts';
import { formatCount } from '../../words/phrase.ts';

type Control = HTMLInputElement | HTMLSelectElement;
const isOn = (control: Control): boolean => (control instanceof HTMLInputElement ? control.checked : control.value !== '');

/** What a mark is about, as the filter asks for it. */
const factsOf = (mark: HTMLAnchorElement): Choice =>
  toChoice(
    (name) =>
      ({
        population: (mark.dataset['p'] ?? '').split(' '),
        intervention: [mark.dataset['i'] ?? ''],
        source: [mark.pathname.split('/').at(-2) ?? ''],
        strength: [mark.dataset['position'] ?? ''],
        funding: [mark.dataset['f'] ?? ''],
      })[name],
  );

class CompareMatrix extends HTMLElement {
  connectedCallback(): void {
    const filter = partOf(this, '[data-filter]');
    // The same list as that of the two sources, which the page has once.
    const sources = document.querySelectorAll('source-pair select[name=a] optgroup');
    partOf(filter, 'select').append(...[...sources].map((group) => group.cloneNode(true)));
    const asked = new URLSearchParams(location.search);
    this.set(
      filter,
      toChoice((name) => asked.getAll(name)),
    );
    partOf<HTMLDetailsElement>(this, 'details').open = this.controls(filter).some(isOn);
    filter.addEventListener('change', () => this.apply(filter));
    partOf(this, '[data-filter] button').addEventListener('click', () => {
      this.set(
        filter,
        toChoice(() => []),
      );
      this.apply(filter);
    });
    this.apply(filter);
  }

  private controls(filter: HTMLElement): Control[] {
    return [...filter.querySelectorAll<Control>('[data-asks]')];
  }

  private set(filter: HTMLElement, choice: Choice): void {
    for (const control of this.controls(filter)) {
      const values = choice[control.dataset['asks'] as MatrixFacet];
      if (control instanceof HTMLInputElement) control.checked = values.includes(control.value);
      else control.value = [...control.options].find((option) => values.includes(option.value))?.value ?? '';
    }
  }

  private apply(filter: HTMLElement): void {
    const on = this.controls(filter).filter(isOn);
    const choice = toChoice((name) => on.filter((control) => control.dataset['asks'] === name).map(({ value }) => value));
    const some = on.length > 0;
    for (const mark of this.querySelectorAll<HTMLAnchorElement>('a[data-p]')) mark.hidden = !matches(choice, factsOf(mark));
    let marks = 0;
    for (const section of this.querySelectorAll<HTMLElement>('#without-coi > section')) marks += narrow(section, some);
    partOf(this, '[data-count]').textContent = some ? `(${formatCount(marks, 'finding')})` : '';
    standWhile(this, 'empty', some && marks === 0);
    history.replaceState(null, '', `${location.pathname}${toQuery(choice)}${location.hash}`);
  }
}

/** Hides the rows and columns of one table that have no mark left; gives the number of marks. */
function narrow(section: HTMLElement, some: boolean): number {
  const rows = [...section.querySelectorAll('tbody tr')];
  const isSpoken = (cell: Element): boolean => cell.querySelector('a[data-p]:not([hidden])') !== null;
  const cells = rows.map((row) => [...row.querySelectorAll<HTMLElement>(':scope > td')]);
  const kept = (cells[0] ?? []).map((_, i) => !some || cells.some((row) => row[i] !== undefined && isSpoken(row[i])));
  rows.forEach((row, i) => ((row as HTMLElement).hidden = some && !cells[i]?.some(isSpoken)));
  for (const row of cells) row.forEach((cell, i) => (cell.hidden = !kept[i]));
  const columns = [...section.querySelectorAll<HTMLElement>('.sources-row th')];
  columns.forEach((column, i) => (column.hidden = !kept[i]));
  let start = 0;
  for (const head of section.querySelectorAll<HTMLTableCellElement>('th[colspan]')) {
    const width = Number((head.dataset['width'] ??= String(head.colSpan)));
    const left = kept.slice(start, start + width).filter(Boolean).length;
    head.hidden = left === 0;
    head.colSpan = Math.max(1, left);
    start += width;
  }
  const marks = section.querySelectorAll('a[data-p]:not([hidden])').length;
  section.hidden = some && marks === 0;
  return marks;
}

customElements.define('compare-matrix', CompareMatrix);
