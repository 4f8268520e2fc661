/** `npm run bench [-- weight | validate | search] [--dist DIR]`: prints what the site costs against the budgets of the design. Judges, never fails. */
import { existsSync, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { weighFirstSearch } from './first-search.ts';
import { pageKindOf, weighPage, type PageWeight } from './page-weight.ts';
import { readSearchCases, scoreSearches } from './search-quality.ts';
import { growth, measureValidate } from './validate-speed.ts';

const budget = { total: 60_000, js: 6_000, requests: 8, search: 150_000, seconds: 10, megabytes: 1024 } as const;

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
const verdict = (good: boolean): string => (good ? 'within budget' : 'OVER BUDGET');

function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows.map((row) => row.map((cell, i) => (i ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0))).join('  ')).join('\n');
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).replaceAll('\\', '/'))
    .sort();
}

async function weigh(dist: string): Promise<void> {
  if (!existsSync(join(dist, 'index.html')))
    throw new Error(`There is no built site in \`${dist}\`. Run \`npm run build\` first, or name the folder with \`--dist\`.`);
  const files = await filesBelow(dist);
  const built = new Set(files);
  const read = (address: string): Uint8Array | undefined => (built.has(address) ? readFileSync(join(dist, address)) : undefined);
  const heaviest = new Map<string, { address: string; weight: PageWeight }>();
  for (const file of files.filter((path) => path.endsWith('.html'))) {
    const html = readFileSync(join(dist, file), 'utf8');
    if (/<meta\s+http-equiv="?refresh/i.test(html)) continue;
    const address = file.replace(/index\.html$/, '');
    const weight = weighPage(address, html, read);
    const kind = pageKindOf(address);
    if (weight.total.gzip > (heaviest.get(kind)?.weight.total.gzip ?? -1)) heaviest.set(kind, { address, weight });
  }
  const sizes = ({ brotli, gzip }: PageWeight['total']): string => `${(brotli / 1000).toFixed(1)} / ${(gzip / 1000).toFixed(1)}`;
  console.log(
    `Page weight before interaction, the heaviest page of each kind: kB with brotli / gzip (budget ${kilobytes(budget.total)}, ${budget.requests} requests, ${kilobytes(budget.js)} of JS; judged by gzip)\n`,
  );
  console.log(
    table([
      ['page', 'HTML', 'CSS', 'JS', 'fonts', 'total', 'requests', ''],
      ...[...heaviest.values()].map(({ address, weight }) => [
        address,
        ...[weight.html, weight.css, weight.js, weight.fonts, weight.total].map(sizes),
        String(weight.requests),
        verdict(weight.total.gzip <= budget.total && weight.js.gzip <= budget.js && weight.requests <= budget.requests),
      ]),
    ]),
  );
  const all = [...heaviest.values()];
  for (const address of new Set(all.flatMap(({ weight }) => weight.foreign))) console.log(`Asks another host: ${address}`);
  for (const address of new Set(all.flatMap(({ weight }) => weight.missing))) console.log(`Asks for what is not there: ${address}`);
  const index = files.filter((path) => path.startsWith('/pagefind/'));
  const parts = weighFirstSearch(index.map((path) => ({ path: path.slice('/pagefind/'.length), bytes: readFileSync(join(dist, path)) })));
  const sum = parts.reduce((total, part) => total + part.bytes, 0);
  console.log(
    `\nFirst search, cold, at today's size (budget ${kilobytes(budget.search)} at 1,000 sources; our own search code not counted)\n`,
  );
  console.log(table([...parts.map((part) => [part.name, String(part.files), kilobytes(part.bytes)]), ['together', '', kilobytes(sum)]]));
  console.log(verdict(sum <= budget.search));
}

async function validate(): Promise<void> {
  console.log(`\nvalidate on made-up content (budget ${budget.seconds} s and ${budget.megabytes} MB at 10,000 sources)\n`);
  const rows = await measureValidate([100, 1000, 10_000]);
  console.log(
    table([
      ['sources', 'files', 'seconds', 'ms a file', 'peak MB'],
      ...rows.map((row) =>
        [row.sources, row.files, row.seconds.toFixed(2), ((row.seconds * 1000) / row.files).toFixed(2), row.megabytes.toFixed(0)].map(
          String,
        ),
      ),
    ]),
  );
  const last = rows.at(-1);
  console.log(`Time for one more file, large against small: ${growth(rows)?.toFixed(2) ?? 'not known'} (1 is linear)`);
  if (last) console.log(verdict(last.seconds <= budget.seconds && last.megabytes <= budget.megabytes));
}

async function search(dist: string): Promise<void> {
  const cases = readSearchCases('tests/cases/search.yaml');
  const scores = await scoreSearches(dist, cases);
  const share = (part: number): string => part.toFixed(3);
  console.log(`\n${cases.length} judged queries over the built pages (target: success@3 ≥ 0.95, and ahead of all on each measure)\n`);
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
  console.log(own.three >= 0.95 && ahead ? 'target held' : 'TARGET MISSED');
}

try {
  const { values, positionals } = parseArgs({ options: { dist: { type: 'string', default: 'dist' } }, allowPositionals: true });
  const [part, ...more] = positionals;
  if (more.length || !['weight', 'validate', 'search', undefined].includes(part))
    throw new Error(`\`${positionals.join(' ')}\` is not a part. Say \`weight\`, \`validate\`, \`search\` or nothing.`);
  const wants = (name: string): boolean => part === undefined || part === name;
  if (wants('weight')) await weigh(resolve(values.dist));
  if (wants('validate')) await validate();
  if (wants('search')) await search(resolve(values.dist));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 2;
}
