/** `npm run ingest`: raw articles in, drafts and snapshots out. It reads argv, disk and clock; what an article is, src/ingest decides. */
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { day } from '../src/schema/date.ts';
import { toHeldSource, toHeldSources } from '../src/ingest/held-source.ts';
import { ingestArticle } from '../src/ingest/letterbox.ts';
import type { Outcome } from '../src/ingest/outcome.ts';
import { toLine, toSummary, type Entry } from '../src/ingest/report.ts';
import { readRawFiles } from '../src/library/from-files.ts';
import { readArticleFiles, type ArticleFile } from './article-files.ts';
import { writeDelivery, writeSnapshot } from './draft-writer.ts';

const usage = `Usage: npm run ingest -- <file or folder> […] [--content content] [--snapshots .snapshots] [--date 2026-11-20] [--dry-run]
Makes a draft in content/sources for each article that is not there yet, and keeps the raw article in .snapshots.`;

/** Conventional for a program that Ctrl-C ended. */
const INTERRUPTED = 130;

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      content: { type: 'string', default: 'content' },
      snapshots: { type: 'string', default: '.snapshots' },
      date: { type: 'string', default: new Date().toISOString().slice(0, 10) },
      'dry-run': { type: 'boolean', default: false },
    },
  });
  if (positionals.length === 0) throw new Error('No file or folder was given.');
  if (!day.safeParse(values.date).success) throw new Error(`\`--date\` is \`${values.date}\`, expected a day such as 2026-11-20.`);
  return { ...values, paths: positionals };
}

/** The ending of a snapshot: that of the raw file, if it is a plain one, e.g. `.txt`. */
const endingOf = (path: string): string => (/^\.[a-z0-9]{1,8}$/i.test(extname(path)) ? extname(path).toLowerCase() : '.txt');

async function run(): Promise<number> {
  const { paths, content, snapshots, date, 'dry-run': dryRun } = readArguments();
  const files = await readArticleFiles(paths);
  const held = toHeldSources(await readRawFiles(content.replace(/[/\\]+$/, '')), content);
  let interrupted = false;
  process.once('SIGINT', () => (interrupted = true));

  const takeIn = async ({ path, passedOver }: ArticleFile): Promise<Entry> => {
    if (passedOver) return { name: path, outcome: { state: 'passed-over', reason: passedOver } };
    const refused = (reason: string, hint: string): Entry => ({ name: path, outcome: { state: 'refused', reason, hint } });
    let outcome: Outcome;
    let bytes: Uint8Array;
    try {
      bytes = await readFile(path);
      outcome = ingestArticle(bytes, held, date);
    } catch (error) {
      return refused(`It could not be read: ${(error as Error).message}.`, 'Check that the file is there and may be read.');
    }
    if (outcome.state !== 'drafted' && outcome.state !== 'known') return { name: path, outcome };
    const snapshot = { path: join(snapshots, `${outcome.hash}${endingOf(path)}`), bytes };
    if (outcome.state === 'known') {
      try {
        return { name: path, outcome, restored: !dryRun && outcome.hash !== undefined && writeSnapshot(snapshot) };
      } catch (error) {
        return refused(`Its raw article could not be put back: ${(error as Error).message}.`, 'See whether the folder may be written to.');
      }
    }
    const draft = join(content, 'sources', `${outcome.id}.md`);
    try {
      if (!dryRun) writeDelivery({ draft: { path: draft, text: outcome.text }, snapshot });
    } catch (error) {
      return refused(`The draft could not be written: ${(error as Error).message}.`, 'Nothing was written for this article; run it again.');
    }
    held.push(toHeldSource(outcome.id, draft, outcome.fields));
    return { name: path, outcome, written: draft };
  };

  const entries: Entry[] = [];
  for (const file of files) {
    // Lets Ctrl-C be heard between two articles.
    await new Promise(setImmediate);
    if (interrupted) break;
    const entry = await takeIn(file);
    console.log(toLine(entry));
    entries.push(entry);
  }
  console.log(toSummary(entries, dryRun));
  if (interrupted) {
    console.error(`Stopped: ${files.length - entries.length} of ${files.length} files were not looked at. Run it again for the rest.`);
    return INTERRUPTED;
  }
  return entries.some((entry) => entry.outcome.state === 'refused') ? 1 : 0;
}

try {
  process.exitCode = await run();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  console.error(usage);
  process.exitCode = 2;
}
