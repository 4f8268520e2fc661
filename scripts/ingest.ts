/** `npm run ingest`: raw articles in, drafts and snapshots out. It reads argv, disk, clock and web; what an article is, src/ingest decides. */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { isRefusal, type IngestRefusal } from '../src/ingest/raw-article.ts';
import type { InputDocument } from '../src/ingest/document.ts';
import { fetchDocument } from '../src/ingest/fetch-document.ts';
import { IngestTally, toLine, type IngestEntry, Progress } from '../src/ingest/report.ts';
import { site } from '../src/config.ts';
import { logText } from '../src/words/untrusted-text.ts';
import { sweepParts } from '../src/library/to-files.ts';
import { readArticleFiles, type ArticleFile } from './article-files.ts';
import { CallError, expectDay, runCommand, toFolder } from './command.ts';
import { toSwept, withContentLock } from './content-lock.ts';
import { openIntake, toRefused, type Intake } from './intake.ts';
import { openWeb, type Web } from './web.ts';

const usage = `Usage: npm run ingest -- <what> […] [--content content] [--snapshots .snapshots] [--date 2026-11-20] [--dry-run]
  a file         saved page (.html), paper (.pdf), text or digest (.txt, .md), feed (.xml, .json),
                 reference file (.bib, .ris, .nbib, .enw, .csv, .json, .xml), record of a registry (.json, .xml)
  a folder       of such files, through all its levels, however many
  an address     https://example.org/article, or of a PDF or a feed; feed:https://example.org/feed
  a work         doi:10.1000/xyz  pmid:123456  PMC123456  NCT01234567  isbn:978-…
Makes a draft in content/sources for each article that is not there yet, and keeps the raw article in .snapshots.
Ctrl-C stops after the article at hand, and the next run goes on from there. Two runs on one content folder wait for each other.
Exit code 0: all is taken in or known; 1: something was refused; 2: called wrongly; 130: stopped by Ctrl-C.`;

/** Conventional for a program that Ctrl-C ended. */
const INTERRUPTED = 130;
const CACHE = '.cache/web';

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      content: { type: 'string', default: site.contentFolder },
      snapshots: { type: 'string', default: '.snapshots' },
      date: { type: 'string', default: new Date().toISOString().slice(0, 10) },
      'dry-run': { type: 'boolean', default: false },
      // For tests only: lets addresses of this machine and its network be fetched.
      'allow-private': { type: 'boolean', default: false },
    },
  });
  if (positionals.length === 0) throw new CallError('Nothing was given to take in.');
  expectDay('--date', values.date);
  return { ...values, content: toFolder(values.content), what: positionals };
}

const readDocument = async (path: string): Promise<InputDocument | IngestRefusal> => {
  try {
    return { name: path, bytes: await readFile(path) };
  } catch (error) {
    return { reason: `It could not be read: ${(error as Error).message}.`, hint: 'Check that the file is there and may be read.' };
  }
};

async function takeIn({ path, remote, named = false, passedOver }: ArticleFile, intake: Intake, web: () => Web): Promise<IngestEntry[]> {
  if (passedOver !== undefined) return [{ name: path, outcome: { state: 'passed-over', reason: passedOver } }];
  const document = remote ? await fetchDocument(path, web().client, web().services) : await readDocument(path);
  return isRefusal(document) ? [toRefused(path, document.reason, document.hint)] : intake(document, named);
}

/** Takes in what was given, one after another; gives the exit code. */
async function takeAll(files: readonly ArticleFile[], options: ReturnType<typeof readArguments>, stop: AbortSignal): Promise<number> {
  const { content, snapshots, date, 'dry-run': dryRun, 'allow-private': allowPrivate } = options;
  const interrupted = (): boolean => stop.aborted;
  const intake = await openIntake({ content, snapshots, date, dryRun });
  let web: Web | undefined;
  const openOnce = (): Web => (web ??= openWeb({ cache: CACHE, allowPrivate, signal: stop }));
  const tally = new IngestTally();
  const progress = new Progress(files.length, process.stderr, () => performance.now());
  try {
    for (const file of files) {
      // Lets Ctrl-C be heard between two articles.
      await new Promise(setImmediate);
      if (interrupted()) break;
      const entries = await takeIn(file, intake, openOnce);
      // What Ctrl-C broke off was not looked at.
      if (interrupted() && file.remote && entries.every(({ outcome }) => outcome.state === 'refused')) break;
      progress.clear();
      for (const entry of entries) console.log(logText(toLine(entry)));
      tally.add(entries, file.remote);
      progress.show(tally.given);
    }
  } finally {
    progress.clear();
    await web?.close();
  }
  console.log(tally.toSummary(dryRun));
  const left = files.length - tally.given;
  if (left > 0) {
    console.error(`Stopped: ${left} of ${files.length} were not looked at. Run it again for the rest; what is done is known at sight.`);
    return INTERRUPTED;
  }
  return tally.count('refused') > 0 ? 1 : 0;
}

async function run(): Promise<number> {
  const options = readArguments();
  const files = await readArticleFiles(options.what);
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  // Whoever read the lines has gone, as after `| head`: there is nobody to work for.
  process.stdout.on('error', () => stop.abort());
  const work = (): Promise<number> => takeAll(files, options, stop.signal);
  if (options['dry-run']) return work();
  const say = (sentence: string): void => console.error(sentence);
  return withContentLock(options.content, { command: 'npm run ingest', say, make: true, signal: stop.signal }, () => {
    // Another content folder may share the raw articles.
    const swept = sweepParts(options.snapshots);
    if (swept > 0) say(toSwept(swept));
    return work();
  });
}

await runCommand(
  () =>
    run().catch((error: unknown) => {
      if (error instanceof Error && error.name === 'AbortError') return INTERRUPTED;
      throw error;
    }),
  { usage },
);
