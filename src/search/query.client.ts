/** A search as the address bar holds it: words, ticked filters, order. Pure, and the only place that knows the names in the address. */

/** The groups of filters in the order in which they are shown. Pages carry them as `data-pagefind-filter`. */
export const facets = [
  { name: 'page', label: 'Kind of page' },
  { name: 'kind', label: 'Kind of source' },
  { name: 'tier', label: 'Evidence' },
  { name: 'position', label: 'Position' },
  { name: 'paid', label: 'Who paid' },
  { name: 'year', label: 'Year' },
  { name: 'population', label: 'Population' },
  { name: 'review', label: 'Review' },
  { name: 'topic', label: 'Topic' },
] as const;

export type FacetName = (typeof facets)[number]['name'];
export type Filters = Readonly<Partial<Record<FacetName, readonly string[]>>>;

export interface SearchQuery {
  readonly words: string;
  readonly filters: Filters;
  readonly sort: 'relevance' | 'date';
  /** True when the words are meant as they stand, without corrections. */
  readonly literal: boolean;
}

const longest = 200;

/** A search for words alone, e.g. `toWordQuery('PCD')`. */
export const toWordQuery = (words: string): SearchQuery => ({ words, filters: {}, sort: 'relevance', literal: false });

/** Reads an address, e.g. `?q=PCD&page=Term&sort=date`; names it does not know, empty values and repetitions are dropped. */
export function toSearchQuery(search: string): SearchQuery {
  const params = new URLSearchParams(search);
  const filters: Partial<Record<FacetName, readonly string[]>> = {};
  for (const { name } of facets) {
    const values = [...new Set(params.getAll(name))].filter((value) => value !== '');
    if (values.length > 0) filters[name] = values;
  }
  return {
    words: (params.get('q') ?? '').trim().slice(0, longest),
    filters,
    sort: params.get('sort') === 'date' ? 'date' : 'relevance',
    literal: params.get('exact') === '1',
  };
}

/** The part of the address behind the path, e.g. `?q=PCD&page=Term`; empty for an empty search. */
export function toAddress({ words, filters, sort, literal }: SearchQuery): string {
  const params = new URLSearchParams();
  if (words !== '') params.set('q', words);
  for (const { name } of facets) for (const value of filters[name] ?? []) params.append(name, value);
  if (sort === 'date') params.set('sort', 'date');
  if (literal && words !== '') params.set('exact', '1');
  return params.size > 0 ? `?${params}` : '';
}

/** Whether nothing is asked: no words and no filter. */
export const isEmpty = ({ words, filters }: SearchQuery): boolean => words === '' && Object.keys(filters).length === 0;
