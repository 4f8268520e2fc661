/**
 * `npm run validate [-- --format terminal|github|json|sarif] [--content DIR] [--as-of YYYY-MM-DD] [--changed FILE]…
 * [--snapshots DIR]… [--record]`
 * Checks content and prints every issue. Exit code 0: clean, or warnings only; 1: errors; 2: called wrongly or broken.
 */
import { stat, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import { anchorLine, buildSightings, seeAnchors, tallyAnchors, type SeenAnchor } from '../src/check/anchors.ts';
import { checkContent } from '../src/check/check-content.ts';
import { meant } from '../src/check/nearest.ts';
import { buildProof } from '../src/check/proof.ts';
import { counted } from '../src/check/field-name.ts';
import { checkedFiles } from '../src/check/gate.ts';
import { reporters, reportFormats, type ReportFormat } from '../src/check/reporters.ts';
import type { Content } from '../src/library/content.ts';
import { readContent, readSnapshots } from '../src/library/from-files.ts';
import { anchorHash } from '../src/library/sighting.ts';
import { day } from '../src/schema/date.ts';
import { nouns } from '../src/schema/nouns.ts';
import { site } from '../src/site.ts';

/** A mistake in the call: a sentence and a hint. */
class CallError extends Error {}

const options = {
  format: { type: 'string', default: 'terminal' },
  content: { type: 'string', default: site.contentFolder },
  'as-of': { type: 'string', default: site.asOf },
  changed: { type: 'string', multiple: true },
  snapshots: { type: 'string', multiple: true },
  record: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** Where `npm run ingest` keeps raw articles. */
const INGESTED = '.snapshots';

const HELP = `npm run validate -- [options]
  --format terminal|github|json|sarif   how issues are printed (terminal)
  --content DIR                         folder to check (${site.contentFolder})
  --as-of YYYY-MM-DD                    day as of which reviews fall due (today)
  --changed FILE                        leave out warnings of other files; may be given again
  --snapshots DIR                       folder of raw articles in which anchors are looked for; may be given again,
                                        and ${INGESTED} is looked into as well
  --record                              write which anchors were found into ${nouns.sighting.path}
Exit code: 0 clean or warnings only, 1 errors, 2 called wrongly or broken.
`;

function readCall(args: string[]) {
  try {
    return parseArgs({ args, options, allowPositionals: false }).values;
  } catch (error) {
    throw new CallError(`${(error as Error).message.split('\n')[0]} See \`npm run validate -- --help\`.`);
  }
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

/** The raw articles that sources name, as far as the folders hold them. */
async function readGiven(content: Content, folders: readonly string[]): Promise<ReadonlyMap<string, string>> {
  for (const folder of folders) {
    if (!(await isFolder(folder)))
      throw new CallError(`There is no folder \`${folder}\` here. Name the one with the raw articles after \`--snapshots\`.`);
  }
  const wanted = new Set([...content.library.sources.values()].flatMap(({ snapshot }) => snapshot ?? []));
  const texts = await Promise.all([...folders, INGESTED].map((folder) => readSnapshots(folder, wanted)));
  return new Map(texts.flatMap((found) => [...found]));
}

/** Writes the record of the anchors that were found. Returns what to tell. */
async function record(content: Content, seen: readonly SeenAnchor[], on: string): Promise<string> {
  const rows = buildSightings(seen, content.library.sightings.values(), on);
  const path = `${content.folder}/${nouns.sighting.path}`;
  const says =
    '# Which anchors a machine found in the raw articles, and when. Written by `npm run validate -- --snapshots DIR --record`.\n';
  await writeFile(path, `${says}${stringify(rows)}`);
  const held = new Map(rows.map((row) => [row.source as string, row.anchors]));
  const count = seen.filter(({ entry, anchor }) => held.get(entry.id)?.includes(anchorHash(anchor))).length;
  return `Recorded ${counted(count, 'anchor')} of ${counted(rows.length, 'source')} in ${path}.`;
}

async function run(args: string[]): Promise<number> {
  const call = readCall(args);
  if (call.help) {
    process.stdout.write(HELP);
    return 0;
  }
  if (!reportFormats.includes(call.format as ReportFormat)) {
    throw new CallError(
      `\`--format ${call.format}\` is not one of ${reportFormats.join(', ')}. ${meant(call.format, reportFormats, 'Leave it out for a terminal.')}`,
    );
  }
  if (!day.safeParse(call['as-of']).success) throw new CallError(`\`--as-of ${call['as-of']}\` is not a day. Write it as 2026-11-20.`);
  const folder = call.content.replace(/[\\/]+$/, '');
  if (call.record && !call.snapshots) throw new CallError('`--record` needs `--snapshots DIR`: only what was looked for can be recorded.');
  if (!(await isFolder(folder)))
    throw new CallError(`There is no folder \`${folder}\` here. Run this in the project, or name the folder with \`--content\`.`);
  const content = await readContent(folder);
  const snapshots = call.snapshots && (await readGiven(content, call.snapshots));
  const given = { asOf: call['as-of'], snapshots };
  const issues = checkContent(content, { ...given, ...(call.changed ? { changed: new Set(call.changed) } : {}) });
  const seen = seeAnchors(buildProof(content, given));
  const report = reporters[call.format as ReportFormat];
  const closing = anchorLine(seen, snapshots !== undefined);
  process.stdout.write(
    report(issues, { checkedFiles: checkedFiles(content), colour: process.stdout.isTTY, closing, anchors: tallyAnchors(seen) }),
  );
  if (call.record) process.stderr.write(`${await record(content, seen, call['as-of'])}\n`);
  return issues.some((issue) => issue.level === 'error') ? 1 : 0;
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  const said =
    error instanceof CallError
      ? error.message
      : `The check itself broke: ${(error as Error).message} This is a bug of ours, please report it.`;
  process.stderr.write(`${said}\n`);
  process.exitCode = 2;
}
