/** Filters: which pages stand under which value, how many each further one would give, and the groups of checkboxes that say so. */
import { facets, type FacetName, type Filters } from './query.client.ts';
import { element } from './hit-element.client.ts';
import { partOf } from '../parts/page-part.client.ts';

/** For each group, the pages under each of its values. */
export type Membership = ReadonlyMap<FacetName, ReadonlyMap<string, ReadonlySet<string>>>;

interface FacetValue {
  readonly value: string;
  readonly count: number;
  readonly ticked: boolean;
}
export type FacetCounts = ReadonlyMap<FacetName, readonly FacetValue[]>;

/** A page as `facets.json` has it: its number in the index, its day if it has one, and its values in each group. */
export type FacetRow = readonly [id: string, day: string, values: Readonly<Record<string, readonly string[]>>];

/** The pages under every value of every group, the values in the order of their names. */
export function toMembership(rows: readonly FacetRow[]): Membership {
  const groups = facets.map(({ name }) => {
    const values = [...new Set(rows.flatMap(([, , own]) => own[name] ?? []))].sort();
    const pages = (value: string): Set<string> => new Set(rows.flatMap(([id, , own]) => (own[name]?.includes(value) ? id : [])));
    return [name, new Map(values.map((value) => [value, pages(value)] as const))] as const;
  });
  return new Map(groups);
}

/**
 * Keeps the pages that have one of the ticked values in every group with ticked values. A count says how many pages
 * a value gives beside what is ticked in the other groups, so that ticking a second one of its own group adds pages.
 */
export function countFacets(ids: readonly string[], filters: Filters, members: Membership): { kept: string[]; counts: FacetCounts } {
  const isIn = (id: string, without?: FacetName): boolean =>
    facets.every(({ name }) => {
      const ticked = name === without ? undefined : filters[name];
      return ticked === undefined || ticked.some((value) => members.get(name)?.get(value)?.has(id) ?? false);
    });
  const counts = [...members].map(([name, values]) => {
    const others = ids.filter((id) => isIn(id, name));
    const rows = [...values].map(([value, pages]) => ({
      value,
      count: others.filter((id) => pages.has(id)).length,
      ticked: filters[name]?.includes(value) ?? false,
    }));
    return [name, rows] as const;
  });
  return { kept: ids.filter((id) => isIn(id)), counts: new Map(counts) };
}

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
