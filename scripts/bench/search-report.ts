/** Prints how well search finds and what it costs: the parts `search` and `search-weight` of `npm run bench`. */
import { kilobytes, table, verdict } from './report-table.ts';
import { readSearchCases, scoreSearches } from './search-quality.ts';
import { weighFirstSearch, withMadeSite, type SearchPart } from './search-weight.ts';
import { madeWords } from './made-content.ts';

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
