/** `npm run ingest`: raw articles in, drafts and snapshots out. It reads argv, disk and clock; what an article is, src/ingest decides. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { day } from '../src/schema/date.ts';
import { HeldShelf } from '../src/ingest/held-shelf.ts';
import { toHeldSources } from '../src/ingest/held-source.ts';
import { ingestParcel } from '../src/ingest/letterbox.ts';
import type { ParcelOutcome } from '../src/ingest/outcome.ts';
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

async function run(): Promise<number> {
  const { paths, content, snapshots, date, 'dry-run': dryRun } = readArguments();
  const files = await readArticleFiles(paths);
  const held = new HeldShelf(toHeldSources(await readRawFiles(content.replace(/[/\\]+$/, '')), content));
  let interrupted = false;
  process.once('SIGINT', () => (interrupted = true));

  const refuse = (name: string, reason: string, hint: string): Entry => ({ name, outcome: { state: 'refused', reason, hint } });

  const keep = (path: string, { label, bytes, ending, outcome }: ParcelOutcome): Entry => {
    const name = label === undefined ? path : `${path}, ${label}`;
    if (outcome.state !== 'drafted' && outcome.state !== 'known') return { name, outcome };
    const snapshot = { path: join(snapshots, `${outcome.hash}${ending}`), bytes };
    if (outcome.state === 'known') {
      try {
        return { name, outcome, restored: !dryRun && outcome.hash !== undefined && writeSnapshot(snapshot) };
      } catch (error) {
        return refuse(
          name,
          `Its raw article could not be put back: ${(error as Error).message}.`,
          'See whether the folder may be written to.',
        );
      }
    }
    const draft = join(content, 'sources', `${outcome.id}.md`);
    try {
      if (!dryRun) writeDelivery({ draft: { path: draft, text: outcome.text }, snapshot });
    } catch (error) {
      held.remove(outcome.id);
      return refuse(
        name,
        `The draft could not be written: ${(error as Error).message}.`,
        'Nothing was written for this article; run it again.',
      );
    }
    return { name, outcome, written: draft };
  };

  const takeIn = async ({ path, passedOver }: ArticleFile): Promise<Entry[]> => {
    if (passedOver) return [{ name: path, outcome: { state: 'passed-over', reason: passedOver } }];
    try {
      const outcomes = await ingestParcel({ name: path, bytes: await readFile(path) }, held, date, { folder: content });
      return outcomes.map((each) => keep(path, each));
    } catch (error) {
      return [refuse(path, `It could not be read: ${(error as Error).message}.`, 'Check that the file is there and may be read.')];
    }
  };

  const entries: Entry[] = [];
  let looked = 0;
  for (const file of files) {
    // Lets Ctrl-C be heard between two articles.
    await new Promise(setImmediate);
    if (interrupted) break;
    for (const entry of await takeIn(file)) {
      console.log(toLine(entry));
      entries.push(entry);
    }
    looked++;
  }
  console.log(toSummary(entries, dryRun));
  if (interrupted) {
    console.error(`Stopped: ${files.length - looked} of ${files.length} files were not looked at. Run it again for the rest.`);
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
