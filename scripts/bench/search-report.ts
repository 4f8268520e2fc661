/** Prints how well search finds and what it costs: the parts `search` and `search-weight` of `npm run bench`. */
import { kilobytes, table, verdict } from './report-table.ts';
import { weighFirstSearch, withMadeSite, type SearchPart } from './search-weight.ts';
import { madeWords } from './made-content.ts';
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

const target = 0.95;
const budget = 150_000;
const stretch = 120_000;

/** Scores all engines on the judged queries and lists what ours misses. */
export async function reportSearch(dist: string): Promise<void> {
  const cases = readSearchCases('tests/cases/search.yaml');
  const scores = await scoreSearches(dist, cases);
  const share = (part: number): string => part.toFixed(3);
  console.log(
    `\n${cases.length} judged queries over the built pages (target: success@3 at least ${target}, and ahead of all on each measure)\n`,
  );
  console.log(
    table([
      ['search', 'success@1', 'success@3', 'MRR@10'],
      ...scores.map(({ name, first, three, mrr }) => [name, share(first), share(three), share(mrr)]),
    ]),
  );
  const [own, ...others] = scores;
  if (!own) return;
  console.log('\nOurs, without a right page among the first three:');
  for (const { asks, place, first } of own.misses) console.log(`  ${asks}  (place ${place ?? 'none'}; first is ${first ?? 'nothing'})`);
  const ahead = others.every(({ first, three, mrr }) => own.first > first && own.three > three && own.mrr > mrr);
  console.log(own.three >= target && ahead ? 'target held' : 'TARGET MISSED');
}

/** Weighs a first search today, once for a name and once for a word that is in no name, and at so many made-up sources. */
export async function reportSearchWeight(dist: string, sources: number): Promise<void> {
  console.log(
    `\nFirst search, cold, seen in a browser from the opened box to the hits (budget ${kilobytes(budget)} at ${sources} sources, stretch ${kilobytes(stretch)})`,
  );
  printParts('today, “thrombectomy”', await weighFirstSearch(dist, 'thrombectomy'));
  printParts('today, “kidney damage”, with a word that is in no name', await weighFirstSearch(dist, 'kidney damage'));
  await withMadeSite(sources, async (made) => {
    const word = madeWords(7, 1);
    printParts(`${sources} made-up sources, “clot”`, await weighFirstSearch(made, 'clot'));
    printParts(`${sources} made-up sources, “${word}”, with a word that is in no name`, await weighFirstSearch(made, word));
  });
}

function printParts(what: string, parts: readonly SearchPart[]): void {
  const sum = parts.reduce((total, { bytes }) => total + bytes, 0);
  console.log(`\n${what}\n`);
  console.log(table([...parts.map(({ name, files, bytes }) => [name, String(files), kilobytes(bytes)]), ['together', '', kilobytes(sum)]]));
  console.log(`${verdict(sum <= budget)}${sum <= stretch ? ', within the stretch too' : ''}`);
}
