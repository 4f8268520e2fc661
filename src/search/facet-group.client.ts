/** The groups of filters as checkboxes: built once, then only counted anew, so that focus and folds stay as the reader left them. */
import { element } from './hit-element.client.ts';
import { partOf } from '../parts/page-part.client.ts';
import type { FacetCounts, FacetValue } from './facets.client.ts';
import { facets, type FacetName, type Filters } from './query.client.ts';

/** Values after which a group starts folded; on a narrow screen, where hits would be pushed out of sight, all do. */
const many = 8;
const wide = '(min-width: 60rem)';

/**
 * Shows the groups in `host` with the counts of one search.
 * A value that would find nothing is hidden unless it is ticked, and a group without values too, so that no click leads nowhere.
 */
export function showFacets(host: HTMLElement, counts: FacetCounts): void {
  if (host.childElementCount === 0) host.append(...facets.map(({ name, label }) => facetGroup(name, label, counts.get(name) ?? [])));
  for (const { name } of facets) {
    const group = partOf<HTMLDetailsElement>(host, `[data-facet=${name}]`);
    const values = counts.get(name) ?? [];
    const boxes = group.querySelectorAll('label');
    values.forEach(({ value, count, ticked }, place) => {
      const box = boxes[place];
      if (!box) throw new Error(`The filter \`${name}\` has the new value \`${value}\`: the index changed under an open page.`);
      box.hidden = count === 0 && !ticked;
      partOf<HTMLInputElement>(box, 'input').checked = ticked;
      partOf(box, '.facet-count').textContent = String(count);
    });
    group.hidden = values.every(({ count, ticked }) => count === 0 && !ticked);
    if (values.some(({ ticked }) => ticked)) group.open = true;
  }
}

function facetGroup(name: FacetName, label: string, values: readonly FacetValue[]): HTMLDetailsElement {
  const boxes = values.map(({ value }) => {
    const box = element('input', '');
    box.type = 'checkbox';
    box.name = name;
    box.value = value;
    return element('label', '', box, element('span', 'facet-value', value), element('span', 'facet-count'));
  });
  const legend = element('legend', 'visually-hidden', label);
  const group = element('details', 'facet', element('summary', '', label), element('fieldset', '', legend, ...boxes));
  group.dataset['facet'] = name;
  group.open = values.length <= many && matchMedia(wide).matches;
  return group;
}

/** What is ticked in a form of such groups, e.g. `{ page: ['Term'] }`. */
export function tickedFilters(form: HTMLFormElement): Filters {
  const data = new FormData(form);
  const groups = facets.flatMap(({ name }) => {
    const values = data.getAll(name).map(String);
    return values.length > 0 ? [[name, values] as const] : [];
  });
  return Object.fromEntries(groups);
}
