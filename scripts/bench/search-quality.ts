/** How well a search finds what readers look for: judged queries, three measures, every engine in one run. It prints nothing. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { openEngines, type SearchEngine } from './search-engines.ts';

const searchCase = z.strictObject({
  kind: z.string(),
  asks: z.string().min(1),
  right: z
    .array(z.string().regex(/^\/\S*\/$/))
    .min(1)
    .max(3),
});
export type SearchCase = z.infer<typeof searchCase>;

export interface Miss {
  readonly asks: string;
  /** Place of the first right page from 1; undefined when it is not among the first ten. */
  readonly place: number | undefined;
  readonly first: string | undefined;
}

export interface SearchScore {
  readonly name: string;
  /** Share of the queries with a right page in the first place, and among the first three. */
  readonly first: number;
  readonly three: number;
  /** Mean of one over the place of the first right page among ten. */
  readonly mrr: number;
  /** Queries without a right page among the first three. */
  readonly misses: readonly Miss[];
}

/** Reads the judged queries, e.g. from `tests/cases/search.yaml`. Throws when the file is not as it should be. */
export const readSearchCases = (path: string): SearchCase[] => z.array(searchCase).parse(parse(readFileSync(path, 'utf8')));

/** Scores the engines over a built site, ours first. Throws when there is no index. */
export async function scoreSearches(dist: string, cases: readonly SearchCase[]): Promise<SearchScore[]> {
  const { engines, close } = await openEngines(dist);
  try {
    const scores: SearchScore[] = [];
    for (const engine of engines) scores.push(await scoreSearch(engine, cases));
    return scores;
  } finally {
    await close();
  }
}

/** Scores one engine, e.g. one that always gives nothing with 0 in all measures. */
export async function scoreSearch({ name, find }: SearchEngine, cases: readonly SearchCase[]): Promise<SearchScore> {
  const misses: Miss[] = [];
  let first = 0;
  let three = 0;
  let reciprocal = 0;
  for (const { asks, right } of cases) {
    const found = (await find(asks)).slice(0, 10);
    const at = found.findIndex((url) => right.includes(url));
    if (at === 0) first++;
    if (at >= 0) reciprocal += 1 / (at + 1);
    if (at >= 0 && at < 3) three++;
    else misses.push({ asks, place: at < 0 ? undefined : at + 1, first: found[0] });
  }
  return { name, first: first / cases.length, three: three / cases.length, mrr: reciprocal / cases.length, misses };
}
