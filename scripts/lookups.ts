/**
 * `npm run lookups [-- notices|registration|link …]`: asks registries and servers about our sources and writes what they say
 * into content/lookups.yaml, for an editor to deal with. Meant for a scheduled job, which opens a pull request with it.
 * Exit code 0: asked, whatever was found; 1: some could not be asked; 2: called wrongly.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import { jobs, keyOf, mergeLookups, type Job } from '../src/ingest/lookups.ts';
import { isRefusal } from '../src/ingest/raw-article.ts';
import { readContent } from '../src/library/from-files.ts';
import { writeWhole } from '../src/library/to-files.ts';
import type { Lookup, LookupJob } from '../src/schema/lookup.ts';
import { collections } from '../src/schema/collections.ts';
import { site } from '../src/config.ts';
import { logText } from '../src/words/untrusted-text.ts';
import { CallError, expectDay, runCommand, toFolder } from './command.ts';
import { withContentLock } from './content-lock.ts';
import { openWeb } from './web.ts';
import { formatCount } from '../src/words/phrase.ts';

const usage = `Usage: npm run lookups [-- ${jobs.map(({ name }) => name).join('|')} …] [--content content] [--date 2026-11-20] [--dry-run]`;

const HEAD = '# What registries and servers said of our sources, and since when. Written by `npm run lookups`, never by hand.\n';

function readCall() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      content: { type: 'string', default: site.contentFolder },
      date: { type: 'string', default: site.asOf },
      'dry-run': { type: 'boolean', default: false },
      'allow-private': { type: 'boolean', default: false },
    },
  });
  const unknown = positionals.find((name) => !jobs.some((job) => job.name === name));
  if (unknown !== undefined)
    throw new CallError(`There is no job \`${unknown}\`. Jobs are ${jobs.map(({ name }) => `\`${name}\``).join(', ')}.`);
  expectDay('--date', values.date);
  return { ...values, jobs: positionals.length > 0 ? jobs.filter(({ name }) => positionals.includes(name)) : jobs };
}

/** Gives false, and writes nothing, where the file says so already. */
async function replace(path: string, text: string): Promise<boolean> {
  const old = await readFile(path, 'utf8').catch(() => '');
  if (old === text) return false;
  writeWhole(path, text);
  return true;
}

async function run(): Promise<number> {
  const call = readCall();
  const folder = toFolder(call.content);
  const { library } = await readContent(folder);
  const web = openWeb(call['allow-private'] ? { allowPrivate: true } : { cache: '.cache/web' });
  const found: Lookup[] = [];
  const unanswered = new Set<string>();

  async function ask(job: Job): Promise<void> {
    const sources = [...library.sources.values()].filter((source) => source.status !== 'draft' && job.concerns(source));
    console.log(`Asking ${job.asks}: ${formatCount(sources.length, 'source')}.`);
    for (const source of sources) {
      const row = await job.ask(source, { client: web.client, services: web.services, on: call.date });
      if (row === undefined) continue;
      if (isRefusal(row)) {
        unanswered.add(keyOf({ job: job.name, source: source.id }));
        console.log(logText(`  ${source.id}: could not be asked. ${row.reason}`));
      } else {
        found.push(row);
        console.log(logText(`  ${source.id}: ${describe(row)}`));
      }
    }
  }

  try {
    for (const job of call.jobs) await ask(job);
  } finally {
    await web.close();
  }
  const ran = new Set<LookupJob>(call.jobs.map(({ name }) => name));
  const path = join(folder, collections.lookup.path);
  /** Adds to what the file says now: another run may have written to it while this one asked. */
  const write = async (): Promise<boolean> => {
    const rows = mergeLookups((await readContent(folder)).library.lookups, { jobs: ran, found, unanswered });
    return replace(path, `${HEAD}${stringify(rows, { lineWidth: 110, schema: 'core' })}`);
  };
  const news = call['dry-run']
    ? 'This was a dry run: nothing was written.'
    : (await withContentLock(folder, { command: 'npm run lookups', say: console.error }, write))
      ? `Written to ${path}.`
      : `${path} says this already.`;
  console.log(`${found.length} ${found.length === 1 ? 'source has' : 'sources have'} something to look at. ${news}`);
  if (unanswered.size > 0) console.log(`${unanswered.size} could not be asked; what was known of them stays.`);
  return unanswered.size > 0 ? 1 : 0;
}

function describe(row: Lookup): string {
  switch (row.job) {
    case 'notices':
      return row.notices.map(({ is, work }) => `${is} ${work}`).join(', ');
    case 'registration':
      return `${row.registry} ${row.status}${row.results ? ', with results' : ''}`;
    case 'link':
      return `${row.state}${row.to ? ` to ${row.to}` : ''}${row.lost.length > 0 ? `; passages lost: ${row.lost.join(', ')}` : ''}`;
  }
}

await runCommand(run, { usage });
