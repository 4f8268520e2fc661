/** The evidence as data: it validates against what is published about it, and the page can be rebuilt from it. */
import { parse } from 'csv-parse/sync';
import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { buildEvidenceGraph } from '../../../src/evidence/build-evidence.ts';
import type { EvidenceGraph } from '../../../src/evidence/evidence-graph.ts';
import { dataFiles } from '../../../src/exports/data-files.ts';
import { ofEveryPage } from '../../../src/exports/page-facts.ts';
import { schemaFilesOf, toPageTwin } from '../../../src/exports/page-twin.ts';
import { readContent } from '../../../src/library/from-files.ts';
import { withoutDrafts } from '../../../src/library/library.ts';
import { toSummary } from '../../../src/parts/summary-of-findings.ts';
import type { QuestionId } from '../../../src/schema/id.ts';

const site = {
  name: 'Rinds',
  description: 'On rinds.',
  url: 'https://rinds.example/',
  language: 'en-GB',
  licence: { content: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' } },
};
interface Row {
  readonly source: string;
  readonly id: string;
  readonly question: string;
  readonly results: readonly string[];
  readonly arms: readonly { readonly percent?: number; readonly events?: number; readonly total?: number }[];
  readonly effect?: { readonly value?: number };
  readonly baseline?: unknown;
  readonly address: string;
}
let graph: EvidenceGraph;
let api: (path: string) => string;
const rowsOf = (name: 'findings' | 'results'): Row[] => (JSON.parse(api(`api/${name}.json`)) as Record<string, Row[]>)[name] ?? [];
beforeAll(async () => {
  graph = buildEvidenceGraph(withoutDrafts((await readContent('content')).library), '2026-11-27');
  const files = new Map(dataFiles(graph, site).map(({ path, text }) => [path, text]));
  api = (path) => files.get(path) ?? '';
});

test('every page as data validates against the schema that is published for it', () => {
  const schemas = new Map(
    schemaFilesOf(graph.library.vocabulary).map(({ path, text }) => [
      `https://rinds.example/${path}`,
      z.fromJSONSchema(JSON.parse(text) as never),
    ]),
  );
  const faults = ofEveryPage(graph, (collection, entry) => {
    const twin = JSON.parse(JSON.stringify(toPageTwin(graph, collection, entry, site))) as { $schema: string };
    const read = schemas.get(twin.$schema)?.safeParse(twin);
    return read?.success ? [] : [`${collection}/${entry.id}: ${read?.error.message.slice(0, 300) ?? 'no schema'}`];
  }).flat();
  expect(faults.slice(0, 5)).toEqual([]);
  const [one] = graph.library.terms.values();
  const broken = one && { ...toPageTwin(graph, 'term', one, site), entry: { name: 1 } };
  expect(schemas.get('https://rinds.example/schemas/page-term.json')?.safeParse(broken).success).toBe(false);
});

test('the summary of findings of a question can be rebuilt from the data alone', () => {
  const question = 'major-bleeding';
  const results = new Map(rowsOf('results').map((result) => [`${result.source}/${result.id}`, result]));
  const own = rowsOf('findings').filter((finding) => finding.question === question);
  const share = ({ percent, events = NaN, total = NaN }: Row['arms'][number]): string =>
    `${Number((percent ?? (events / total) * 100).toFixed(1))} of 100`;
  const rebuilt = new Map(
    own.flatMap(({ source, results: named }) =>
      named.flatMap((id) => {
        const { arms: [given, without] = [], address = '' } = results.get(`${source}/${id}`) ?? {};
        return given && without ? [[new URL(address).hash, [share(given), share(without)]] as const] : [];
      }),
    ),
  );
  const entry = graph.library.questions.get(question as QuestionId);
  if (!entry) throw new Error('the question is gone');
  const printed = toSummary(graph, entry);
  const told = printed.filter((row) => [row.with, row.without].every((words) => /^[\d.]+ of 100$/.test(words)));
  expect(told.length).toBeGreaterThan(1);
  expect(told.map(({ href }) => rebuilt.get(href.slice(href.indexOf('#'))))).toEqual(told.map((row) => [row.with, row.without]));
});

test('the table of results has every result, a meaning for every column, and no cell that a spreadsheet would run', () => {
  const table = parse<Record<string, string>>(api('api/results.csv'), { columns: true });
  const meanings = parse<{ column: string; meaning: string }>(api('api/dictionary.csv'), { columns: true });
  expect(table.map(({ source, result }) => `${source}/${result}`)).toEqual(rowsOf('results').map(({ source, id }) => `${source}/${id}`));
  expect(Object.keys(table[0] ?? {})).toEqual(meanings.map(({ column }) => column));
  expect(meanings.filter(({ meaning }) => !meaning)).toEqual([]);
  const running = table.flatMap((row) => Object.values(row).filter((cell) => /^[=+@\t]|^-(?![\d.]+$)/.test(cell)));
  expect(running).toEqual([]);
  const valued = rowsOf('results').map(({ effect }) => String(effect?.value ?? ''));
  expect(table.map(({ value }) => value)).toEqual(valued);
});

test('every id that findings and results name is one that the inventory and the references have', () => {
  const pages = (JSON.parse(api('api/inventory.json')) as { pages: { collection: string; id: string }[] }).pages;
  const held = new Set(pages.filter(({ collection }) => collection === 'source').map(({ id }) => id));
  const references = (JSON.parse(api('api/references.json')) as { id: string }[]).map(({ id }) => id);
  expect(references.toSorted()).toEqual([...held].sort());
  expect([...rowsOf('findings'), ...rowsOf('results')].filter(({ source }) => !held.has(source))).toEqual([]);
  expect(api('api/references.bib').match(/^@\w+\{/gm)).toHaveLength(held.size);
  expect(api('api/references.ris').match(/^TY {2}- /gm)).toHaveLength(held.size);
});
