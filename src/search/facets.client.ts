/** Filters: which pages stand under which value, what is left when some are ticked, and how many each further one would give. */
import { facets, type FacetName, type Filters } from './query.client.ts';

/** For each group, the pages under each of its values. */
export type Membership = ReadonlyMap<FacetName, ReadonlyMap<string, ReadonlySet<string>>>;

export interface FacetValue {
  readonly value: string;
  readonly count: number;
  readonly ticked: boolean;
}
export type FacetCounts = ReadonlyMap<FacetName, readonly FacetValue[]>;

interface Filtered {
  readonly filters: () => Promise<Readonly<Record<string, Readonly<Record<string, number>>>>>;
  readonly search: (words: null, options: { filters: object }) => Promise<{ readonly results: readonly { readonly id: string }[] }>;
}

/** Asks the index for every value of every group. */
export async function toMembership(index: Filtered): Promise<Membership> {
  const all = await index.filters();
  const groups = facets.map(async ({ name }) => {
    const values = Object.keys(all[name] ?? {}).map(async (value) => {
      const { results } = await index.search(null, { filters: { [name]: value } });
      return [value, new Set(results.map(({ id }) => id))] as const;
    });
    return [name, new Map(await Promise.all(values))] as const;
  });
  return new Map(await Promise.all(groups));
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
