/** A search as the address bar holds it: words and ticked filters. Pure, and the only place that knows the names in the address. */

/** The groups of filters in the order in which they are shown. Pages carry them as `data-pagefind-filter`. */
export const facets = [
  { name: 'page', label: 'Kind of page' },
  { name: 'kind', label: 'Kind of source' },
  { name: 'tier', label: 'Evidence' },
  { name: 'review', label: 'Review' },
  { name: 'topic', label: 'Topic' },
] as const;

export type FacetName = (typeof facets)[number]['name'];
export type Filters = Readonly<Partial<Record<FacetName, readonly string[]>>>;

export interface SearchQuery {
  readonly words: string;
  readonly filters: Filters;
}

const longest = 200;

/** Reads an address, e.g. `?q=PCD&page=Term`; names it does not know, empty values and repetitions are dropped. */
export function toSearchQuery(search: string): SearchQuery {
  const params = new URLSearchParams(search);
  const filters: Partial<Record<FacetName, readonly string[]>> = {};
  for (const { name } of facets) {
    const values = [...new Set(params.getAll(name))].filter((value) => value !== '');
    if (values.length > 0) filters[name] = values;
  }
  return { words: (params.get('q') ?? '').trim().slice(0, longest), filters };
}

/** The part of the address behind the path, e.g. `?q=PCD&page=Term`; empty for an empty search. */
export function toAddress({ words, filters }: SearchQuery): string {
  const params = new URLSearchParams();
  if (words !== '') params.set('q', words);
  for (const { name } of facets) for (const value of filters[name] ?? []) params.append(name, value);
  return params.size > 0 ? `?${params}` : '';
}

/** The filters as Pagefind takes them: any value within a group, every group; `without` leaves one group out. */
export function toPagefindFilters(filters: Filters, without?: FacetName): Record<string, { any: readonly string[] }> {
  const groups = facets.flatMap(({ name }) => {
    const values = filters[name];
    return values && name !== without ? [[name, { any: values }] as const] : [];
  });
  return Object.fromEntries(groups);
}

/** The filter that gives the term of exactly this name, abbreviation or synonym; its values are as term pages write them. */
export const toNamedFilter = (words: string): Record<string, string> => ({ named: words.toLowerCase().replaceAll('-', ' ') });
