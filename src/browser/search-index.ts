/** The door to Pagefind: loads its index when it is first asked for, and gives hits in the order in which they are shown. */
import { toHit, toRanked, type Hit, type PageData } from './search-hit.ts';
import { facets, toNamedFilter, toPagefindFilters, type FacetName, type SearchQuery } from './search-query.ts';

type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** The part of Pagefind's interface that is used here; see its documentation of the JavaScript API. */
interface Pagefind {
  options: (options: object) => Promise<void>;
  init: () => Promise<void>;
  filters: () => Promise<Counts>;
  search: (words: string | null, options: { filters: object }) => Promise<{ results: Result[]; filters: Counts }>;
}

interface Result {
  readonly id: string;
  readonly data: () => Promise<PageData>;
}

export interface Found {
  readonly total: number;
  /** The first hits. */
  readonly hits: readonly Hit[];
}

export interface FacetValue {
  readonly value: string;
  readonly count: number;
  readonly ticked: boolean;
}

// A variable, so that the bundler leaves the address alone: the file exists only after the build.
const address = '/pagefind/pagefind.js';
/** Titles, and the other names of a thing, count for more than words in the running text. */
const ranking = { metaWeights: { title: 8, aliases: 6, summary: 1, page: 0, kind: 0, date: 0 } };
/** Hits that are put in our order; always the same number, so that asking for more never moves those that are shown. */
const reranked = 6;
let loading: Promise<Pagefind> | undefined;

/** Loads Pagefind and its index once. Rejects when there is none; the next call tries again. */
export function loadIndex(): Promise<Pagefind> {
  loading ??= (async () => {
    const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind;
    // Its worker would fetch the same code a second time for a search of some milliseconds.
    await pagefind.options({ ranking, excerptLength: 24, noWorker: true });
    await pagefind.init();
    return pagefind;
  })().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/** The first `limit` hits of a search and how many there are: the term of that very name, then all else. */
export async function findPages(query: SearchQuery, limit: number): Promise<Found> {
  const pagefind = await loadIndex();
  const filters = toPagefindFilters(query.filters);
  const { results } = await pagefind.search(query.words || null, { filters });
  const named = query.words === '' ? [] : (await pagefind.search(null, { filters: { ...filters, ...toNamedFilter(query.words) } })).results;
  const isNamed = ({ id }: Result): boolean => named.some((one) => one.id === id);
  // The result of the words knows where they stand, so its excerpt is the better one.
  const first = named.map((one) => results.find(({ id }) => id === one.id) ?? one);
  const all = [...first, ...results.filter((result) => !isNamed(result))];
  const loaded = all.slice(0, Math.max(limit, reranked));
  const hits = await Promise.all(loaded.map(async (result) => toHit(await result.data(), isNamed(result))));
  return { total: all.length, hits: [...toRanked(query.words, hits.slice(0, reranked)), ...hits.slice(reranked)].slice(0, limit) };
}

/** What could be ticked in each group, with the hits that it would give: within a group one more value adds hits. */
export async function countFacets(query: SearchQuery): Promise<ReadonlyMap<FacetName, readonly FacetValue[]>> {
  const pagefind = await loadIndex();
  const all = await pagefind.filters();
  const groups = new Map<FacetName, readonly FacetValue[]>();
  for (const { name } of facets) {
    const { filters } = await pagefind.search(query.words || null, { filters: toPagefindFilters(query.filters, name) });
    const values = Object.keys(all[name] ?? {}).map((value) => ({
      value,
      count: filters[name]?.[value] ?? 0,
      ticked: query.filters[name]?.includes(value) ?? false,
    }));
    groups.set(name, values);
  }
  return groups;
}
