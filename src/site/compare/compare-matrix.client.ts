/** `<compare-matrix>`: narrows the matrix to what is asked for and keeps the choice in the address. Cells, rows and columns go and come back. */
import { matches, toChoice, toQuery } from './matrix-choice.client.ts';
import { partOf } from '../../parts/page-part.client.ts';
import { formatCount } from '../../words/phrase.ts';

class CompareMatrix extends HTMLElement {
  connectedCallback(): void {
    const filter = partOf(this, '[data-filter]');
    const chosen = toChoice(location.search);
    for (const box of filter.querySelectorAll('input'))
      box.checked = (chosen[box.dataset['asks'] as keyof typeof chosen] ?? []).includes(box.value);
    if (chosen.population.length + chosen.intervention.length > 0) partOf<HTMLDetailsElement>(this, 'details').open = true;
    filter.addEventListener('change', () => this.apply(filter));
    partOf(this, '[data-filter] button').addEventListener('click', () => {
      for (const box of filter.querySelectorAll('input')) box.checked = false;
      this.apply(filter);
    });
    this.apply(filter);
  }

  private apply(filter: HTMLElement): void {
    const ticked = [...filter.querySelectorAll<HTMLInputElement>('input:checked')];
    const valuesOf = (name: string): string[] => ticked.filter((box) => box.dataset['asks'] === name).map(({ value }) => value);
    const choice = { population: valuesOf('population'), intervention: valuesOf('intervention') };
    const some = choice.population.length + choice.intervention.length > 0;
    for (const mark of this.querySelectorAll<HTMLElement>('a[data-p]'))
      mark.hidden = !matches(choice, { populations: (mark.dataset['p'] ?? '').split(' '), intervention: mark.dataset['i'] ?? '' });
    let marks = 0;
    for (const section of this.querySelectorAll<HTMLElement>('#without-coi > section')) marks += narrow(section, some);
    partOf(this, '[data-count]').textContent = some ? `(${formatCount(marks, 'finding')})` : '';
    partOf(this, '[data-empty]').hidden = !some || marks > 0;
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
  const columns = [...section.querySelectorAll<HTMLElement>('th[scope=col]')];
  columns.forEach((column, i) => (column.hidden = !kept[i]));
  let start = 0;
  for (const head of section.querySelectorAll<HTMLTableCellElement>('th[scope=colgroup]')) {
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
