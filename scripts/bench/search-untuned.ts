/**
 * Scores our search on queries that nobody tunes on, and says how exactly it finds figures. It prints totals alone:
 * which query is missed must guide no change of search.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeHTML } from 'entities';
import { parse } from 'yaml';
import { z } from 'zod';
import { table } from './report-table.ts';
import { openEngines } from './search-engines.ts';
import { scoreSearch } from './search-report.ts';

const urls = z.array(z.string().regex(/^\/\S*$/));
const untuned = z.strictObject({
  queries: z.array(z.strictObject({ query: z.string(), who: z.string(), right: urls.min(1) })),
  marks: z.array(
    z.strictObject({
      query: z.string(),
      right: urls,
      also: urls.optional(),
      first: urls.optional(),
      never: urls,
      note: z.string().optional(),
    }),
  ),
  nothing: z.array(
    z.strictObject({
      query: z.string(),
      expect: z.enum(['nothing', 'not covered']),
      outside: z.string().optional(),
      note: z.string().optional(),
    }),
  ),
});

/** Pages made from others, which nobody judged: right where they print the figure. */
const made = /^\/(?:references|updates|matrix|figures|editorial)\//;

/** Prints success by who asks, the marks, and what must be found nowhere. Throws when the file is not as it should be. */
export async function reportUntuned(dist: string, path = 'tests/cases/search-untuned.yaml'): Promise<void> {
  const { queries, marks, nothing } = untuned.parse(parse(readFileSync(path, 'utf8')));
  const { engines, close } = await openEngines(dist);
  const [own] = engines;
  try {
    if (!own?.all) throw new Error('The first engine must be ours and give all pages.');
    const { all } = own;
    const score = async (who: string, asked: typeof queries): Promise<string[]> => {
      const { first, three, mrr } = await scoreSearch(
        own,
        asked.map(({ query, right }) => ({ kind: who, asks: query, right })),
      );
      return [who, String(asked.length), ...[first, three, mrr].map((part) => part.toFixed(3))];
    };
    const people = [...new Set(queries.map(({ who }) => who))];
    const rows = await Promise.all(
      people.map((who) =>
        score(
          who,
          queries.filter((one) => one.who === who),
        ),
      ),
    );
    console.log('\nUntuned: queries by somebody who has not seen the ranking, and on which nothing is tuned\n');
    console.log(table([['who', 'queries', 'success@1', 'success@3', 'MRR@10'], ...rows, await score('all', queries)]));

    const count = { pages: 0, right: 0, never: 0, without: 0, missing: 0, whole: 0, first: 0 };
    for (const { query, right, also = [], first, never } of marks) {
      const found = (await all(query)).urls;
      const judged = new Set([...right, ...also]);
      const wrong = found.filter((url) => never.includes(url));
      const without = found.filter((url) => !judged.has(url) && !never.includes(url) && !prints(dist, url, query));
      const missing = right.filter((url) => !made.test(url) && !found.includes(url));
      count.pages += found.length;
      count.right += right.length;
      count.never += wrong.length;
      count.without += without.length;
      count.missing += missing.length;
      count.whole += Number(wrong.length + without.length === 0);
      count.first += Number(first !== undefined && first.includes(found[0] ?? ''));
    }
    console.log('\nMarks: figures and identifiers, all pages that are found\n');
    console.log(
      table([
        ['queries', String(marks.length)],
        ['pages found', String(count.pages)],
        ['wrong marks: pages that must not come', String(count.never)],
        ['wrong marks: pages that do not print it', String(count.without)],
        ['queries without a wrong mark', `${count.whole} of ${marks.length}`],
        ['right pages that were not found', `${count.missing} of ${count.right}`],
        ['led by the page that should lead', `${count.first} of ${marks.filter(({ first }) => first).length}`],
      ]),
    );

    const answers = await Promise.all(nothing.map(async (one) => ({ ...one, found: await all(one.query) })));
    const kept = (wanted: string, holds: (one: (typeof answers)[number]) => boolean): string => {
      const asked = answers.filter(({ expect }) => expect === wanted);
      return `${asked.filter(holds).length} of ${asked.length}`;
    };
    console.log(`\nNothing found where nothing is: ${kept('nothing', ({ found }) => found.urls.length === 0)}`);
    console.log(`Said to be not covered, by the right entry: ${kept('not covered', ({ found, outside }) => found.outside === outside)}`);
  } finally {
    await close();
  }
}

/** Whether the built page prints each word with a digit of the query as a word of its own, in its text or in what it says about itself. */
function prints(dist: string, url: string, query: string): boolean {
  const html = readFileSync(join(dist, url, 'index.html'), 'utf8');
  const told = [...html.matchAll(/ data-(?:aliases|names|summary)=(?:"([^"]*)"|(\S+))/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
  const text = decodeHTML([html.replace(/<[^>]*>/g, ' '), ...told].join('\n'))
    .replace(/(?<=\d)·(?=\d)/g, '.')
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '');
  const figures = query.replace(/(?<=\d),(?=\d{3}(?!\d))/g, '').match(/10\.\d{4,9}\/\S+|[\p{L}\p{N}]*\d[\p{L}\p{N}]*(?:[.,]\d+)*/gu) ?? [
    query.replace(/["“”]/g, ''),
  ];
  return figures.every((figure) =>
    new RegExp(`(?<![\\p{L}\\p{N}]|\\p{N}[.,])${figure.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')}(?![\\p{L}\\p{N}]|[.,]\\p{N})`, 'iu').test(
      text,
    ),
  );
}
