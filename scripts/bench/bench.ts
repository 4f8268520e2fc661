/**
 * `npm run bench [-- weight | validate | search | search-weight | lighthouse] [--dist DIR]`: prints what the site costs against
 * the budgets of the design. `npm run bench -- mutants [FILE…] [--sample LINES] [--seed WORD]`: prints which changes to the code
 * no test notices; it takes an hour and more, so it runs only when it is named. `npm run bench -- plants [--seed WORD] [--all]`:
 * plants fifty mistakes in the content, each alone and in memory, and ends with 1 where the check notices fewer than 48.
 * `npm run bench -- ingest [--folder DIR]`: how right ingest reads reference files, pages, feeds and PDFs of ours, and a peer’s files; ends with 1 below a floor. The
 * others judge and never fail.
 */
import { existsSync, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { categories, measureLighthouse } from './lighthouse-scores.ts';
import { readOfflineWeight } from './offline-weight.ts';
import { pageBudget, pageKindOf, weighPage, type PageWeight } from './page-weight.ts';
import { kilobytes, table, verdict } from './report-table.ts';
import { reportUntuned } from './search-untuned.ts';
import { reportSearch, reportSearchWeight } from './search-report.ts';
import { runCommand } from '../command.ts';
import { limits } from '../../src/schema/limits.ts';
import { site } from '../../src/config.ts';
import { reportIngest } from './ingest-accuracy.ts';
import { reportMutants } from './mutants.ts';
import { measureHostile } from './hostile-files.ts';
import { reportPlants } from './plants/draw.ts';
import { growth, measureChanged, measureValidate } from './validate-speed.ts';

const budget = { ...pageBudget, seconds: 10, megabytes: 1024, silent: 3_000_000, changedSeconds: 2 } as const;

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
  console.log(`\nvalidate --changed with one of 10,000 sources edited (budget ${budget.changedSeconds} s, once the rest is known)\n`);
  const changed = await measureChanged(10_000);
  console.log(
    table([
      ['', 'seconds', 'peak MB', ''],
      ...changed.map(({ what, seconds, megabytes }) => [
        what,
        seconds.toFixed(2),
        megabytes.toFixed(0),
        what.startsWith('again') ? verdict(seconds <= budget.changedSeconds) : '',
      ]),
    ]),
  );
}

/** The slowest of the files that were made to stop the check, each of 50 kB. */
async function hostile(): Promise<void> {
  const times = await measureHostile('2026-11-20');
  console.log(
    `\nThe slowest ten of ${times.length} hostile files of 50 kB, in seconds of the processor (budget ${limits.seconds.most} each)\n`,
  );
  const rows = times.slice(0, 10).map(({ name, seconds, ended }) => [JSON.stringify(name), seconds.toFixed(2), ended]);
  console.log(table([['file', 'seconds', 'ended in'], ...rows]));
  console.log(verdict((times[0]?.seconds ?? 0) <= limits.seconds.most));
}

function offline(dist: string): void {
  const { core, rest, files, auto, worker } = readOfflineWeight(dist);
  console.log(`\nKept on a device, as sent (nothing above ${kilobytes(budget.silent)} without the reader’s word)\n`);
  console.log(
    table([
      ['every visit: frame, home, search', kilobytes(core)],
      [`the ${files} other files, ${auto ? 'without asking' : 'on the reader’s word'}`, kilobytes(rest)],
      ['together', kilobytes(core + rest)],
      ['the service worker, not compressed', kilobytes(worker)],
    ]),
  );
  console.log(verdict((auto ? core + rest : core) <= budget.silent));
}

/** The address of the largest page of a kind, e.g. `heaviest(dist, 'topics')` → `/topics/iliofemoral-dvt/`. */
async function heaviest(dist: string, kind: string): Promise<string> {
  const pages = (await filesBelow(join(dist, kind))).filter((file) => /^\/[^/]+\/index\.html$/.test(file));
  const sizes = pages.map((file) => ({ file, size: readFileSync(join(dist, kind, file)).length }));
  const [largest] = sizes.sort((a, b) => b.size - a.size);
  if (!largest) throw new Error(`There is no built page below \`${join(dist, kind)}\`. Run \`npm run build\` first.`);
  return `/${kind}${largest.file.replace(/index\.html$/, '')}`;
}

async function audit(dist: string): Promise<void> {
  const largest = await Promise.all(['topics', 'questions', 'sources'].map((kind) => heaviest(dist, kind)));
  console.log('\nLighthouse, mobile, median of three (budget 100 each), on the heaviest page of each kind\n');
  const measured = await measureLighthouse(dist, ['/', ...largest, '/search/']);
  console.log(
    table([['page', ...categories], ...measured.map(({ path, scores }) => [path, ...categories.map((one) => String(scores[one]))])]),
  );
  const short = measured.filter(({ scores }) => categories.some((one) => scores[one] < 100));
  for (const { path, losses } of short) console.log(`${path}\n${losses.map((loss) => `  ${loss}`).join('\n')}`);
  console.log(verdict(short.length === 0));
}

const named = ['weight', 'validate', 'search', 'search-weight', 'lighthouse'];
/** Run only where they are named. */
const alone = ['mutants', 'plants', 'ingest'];

async function measure(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: {
      dist: { type: 'string', default: 'dist' },
      sample: { type: 'string' },
      seed: { type: 'string', default: '1' },
      all: { type: 'boolean', default: false },
      folder: { type: 'string' },
    },
    allowPositionals: true,
  });
  const [part, ...more] = positionals;
  if ((more.length && part !== 'mutants') || ![...named, ...alone, undefined].includes(part))
    throw new Error(
      `\`${positionals.join(' ')}\` is not a part. Say ${[...named, ...alone].map((name) => `\`${name}\``).join(', ')} or nothing.`,
    );
  if (values.sample !== undefined && !/^[1-9]\d*$/.test(values.sample))
    throw new Error(`\`--sample ${values.sample}\` is no number of lines. Give one from 1 up, e.g. \`--sample 100\`.`);
  const wants = (name: string): boolean => part === undefined || part === name;
  if (wants('weight')) {
    await weigh(resolve(values.dist));
    offline(resolve(values.dist));
  }
  if (wants('validate')) {
    await validate();
    await hostile();
  }
  if (wants('search')) {
    await reportSearch(resolve(values.dist));
    await reportUntuned(resolve(values.dist));
  }
  if (wants('search-weight')) await reportSearchWeight(resolve(values.dist), 1000);
  if (wants('lighthouse')) await audit(resolve(values.dist));
  if (part === 'mutants') await reportMutants({ only: more, sample: values.sample ? Number(values.sample) : undefined, seed: values.seed });
  if (part === 'ingest') return (await reportIngest(values.folder)) ? 0 : 1;
  if (part !== 'plants') return 0;
  return (await reportPlants({ folder: site.contentFolder, asOf: site.asOf, seed: values.seed, all: values.all })) ? 0 : 1;
}

await runCommand(measure);
