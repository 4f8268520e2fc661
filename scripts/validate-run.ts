/** What `npm run validate` does with its arguments: reads, fixes when asked, checks, prints, and says how it ended. */
import { stringify } from 'yaml';
import { sitePaths } from '../src/schema/addresses.ts';
import { anchorLine, seeAnchors, tallyAnchors } from '../src/check/anchors.ts';
import { checkContext } from '../src/check/check-content.ts';
import { affectedFiles } from '../src/check/dependents.ts';
import type { Issue } from '../src/check/issue.ts';
import { buildLintContext, type LintContext } from '../src/check/lint-context.ts';
import { absenceLine, buildVerifications } from '../src/check/verifications.ts';
import { checkedFiles, readTriedContent } from '../src/check/gate.ts';
import { reporters } from '../src/check/reporters.ts';
import { toContent, type Content } from '../src/library/content.ts';
import { writeWhole } from '../src/library/to-files.ts';
import { collections } from '../src/schema/collections.ts';
import { site } from '../src/config.ts';
import { readChangedFiles } from './committed-files.ts';
import { withContentLock } from './content-lock.ts';
import { readRememberedContent } from './content-memory.ts';
import { readSnapshotTexts } from './snapshot-texts.ts';
import { CallError, isFolder } from './command.ts';
import { HELP, INGESTED, readCall, type Call } from './validate-call.ts';
import { runFix } from './validate-fix.ts';
import { watchContent } from './validate-watch.ts';
import { behindSentence } from '../src/changes/item-state.ts';
import { formatCount, formatList } from '../src/words/phrase.ts';

/** The raw articles that sources name, as far as the folders hold them. */
async function readGiven(content: Content, folders: readonly string[]): Promise<ReadonlyMap<string, string>> {
  for (const folder of folders) {
    if (!(await isFolder(folder)))
      throw new CallError(`There is no folder \`${folder}\` here. Name the one with the raw articles after \`--snapshots\`.`);
  }
  const wanted = new Set([...content.library.sources.values()].flatMap(({ snapshot }) => snapshot ?? []));
  const texts = await Promise.all([...folders, INGESTED].map((folder) => readSnapshotTexts(folder, wanted)));
  return new Map(texts.flatMap((found) => [...found]));
}

/** Writes the record of what was looked for in raw articles. Returns what to tell. */
function record(context: LintContext, on: string): string {
  const { content } = context;
  const rows = buildVerifications(context, content.library.verifications.values(), on);
  const path = `${content.folder}/${collections.verification.path}`;
  const says =
    '# What a machine found in the raw articles, and did not find, and when. Written by `npm run validate -- --snapshots DIR --record`.\n';
  const filled = rows.map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value.length > 0)));
  writeWhole(path, `${says}${stringify(filled)}`);
  const count = (kind: 'anchors' | 'absent' | 'silent'): number => rows.reduce((sum, row) => sum + row[kind].length, 0);
  const besides = (
    [
      [count('absent'), 'absence'],
      [count('silent'), 'silence'],
    ] as const
  ).flatMap(([number, noun]) => (number ? [formatCount(number, noun)] : []));
  const seen = [formatCount(count('anchors'), 'anchor'), ...besides];
  return `Recorded ${formatList(seen)} of ${formatCount(rows.length, 'source')} in ${path}.`;
}

interface Checked {
  readonly context: LintContext;
  readonly issues: readonly Issue[];
  /** A sentence on how much was looked at; empty for everything. */
  readonly note: string;
}

/** Checks everything, or what has changed and what depends on it. */
async function check({ folder, asOf, changed, snapshots: folders }: Call): Promise<Checked> {
  if (!changed) {
    const content = await readTriedContent(folder);
    const context = buildLintContext(content, { asOf, snapshots: folders && (await readGiven(content, folders)) });
    return { context, issues: checkContext(context, {}), note: '' };
  }
  const { paths, before } = await readChangedFiles(folder, changed);
  const { content, bodies, settled, unread, remember } = await readRememberedContent(folder);
  const old = toContent(before, folder);
  // Who approves must have stood there before: where the list itself changed, it counts as it was.
  const trusted = paths.has(collections.person.path) ? old.library.people : undefined;
  const context = buildLintContext(content, { asOf, snapshots: folders && (await readGiven(content, folders)), bodies, settled, trusted });
  const touched = new Set([...paths].map((path) => `${folder}/${path}`));
  const affected = affectedFiles(context, touched, buildLintContext(old, { asOf }));
  const issues = checkContext(context, { changed: affected, settled });
  remember(context, issues);
  const more = affected.size - touched.size;
  const note = `${formatCount(touched.size, 'file')} changed and ${more} more ${more === 1 ? 'depends' : 'depend'} on ${touched.size === 1 ? 'it' : 'them'}.`;
  const wording = unread
    ? ` Their wording was held against the articles that they name, not against ${formatCount(unread, 'other')}: a whole check does that.`
    : '';
  return { context, issues, note: note + wording };
}

/** Runs the check as called, e.g. `await run(['--format', 'json'])`. Returns the exit code; throws a `CallError` for a call that makes no sense. */
export async function run(args: string[]): Promise<number> {
  const call = readCall(args);
  if (call.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const { folder } = call;
  if (!(await isFolder(folder)))
    throw new CallError(`There is no folder \`${folder}\` here. Run this in the project, or name the folder with \`--content\`.`);
  if (call.watch) {
    const stop = new AbortController();
    process.once('SIGINT', () => stop.abort());
    process.once('SIGTERM', () => stop.abort());
    const show = (text: string): void => void process.stdout.write(text);
    await watchContent(folder, { asOf: call.asOf, colour: process.stdout.isTTY, show, signal: stop.signal });
    return 0;
  }
  if ((!call.fix || call.dryRun) && !call.record) return report(call);
  const say = (sentence: string): void => void process.stderr.write(`${sentence}\n`);
  return withContentLock(folder, { command: `npm run validate -- ${call.fix ? '--fix' : '--record'}`, say }, () => report(call));
}

/** Fixes where that was asked for, checks, prints, and records where that was asked for. Returns the exit code. */
async function report(call: Call): Promise<number> {
  const { folder, asOf } = call;
  if (call.fix) {
    const { report: done, refused } = await runFix(await readTriedContent(folder), call.dryRun);
    process.stderr.write(done);
    if (refused) throw refused;
  }
  const { context, issues, note } = await check(call);
  const seen = seeAnchors(context);
  const closing = [note, anchorLine(seen, context.snapshots !== undefined), absenceLine(context), behindSentence(context.content.library)]
    .filter(Boolean)
    .join(' ');
  process.stdout.write(
    reporters[call.format](issues, {
      checkedFiles: checkedFiles(context.content),
      colour: process.stdout.isTTY,
      closing,
      anchors: tallyAnchors(seen),
      rulesAt: new URL(sitePaths.rules, site.url).href,
    }),
  );
  if (call.record) process.stderr.write(`${record(context, asOf)}\n`);
  return issues.some((issue) => issue.level === 'error') ? 1 : 0;
}
