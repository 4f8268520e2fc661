/**
 * `npm run validate [-- --format terminal|github|json|sarif] [--content DIR] [--as-of YYYY-MM-DD] [--fix [--dry-run]]
 * [--watch] [--changed REF|FILE]… [--snapshots DIR]… [--record]`
 * Checks content and prints every issue. Exit code 0: clean, or warnings only; 1: errors; 2: called wrongly or broken.
 */
import { stat, writeFile } from 'node:fs/promises';
import { stringify } from 'yaml';
import { rulesPath } from '../src/check/addresses.ts';
import { anchorLine, buildSightings, seeAnchors, tallyAnchors, type SeenAnchor } from '../src/check/anchors.ts';
import { checkContent } from '../src/check/check-content.ts';
import { buildProof } from '../src/check/proof.ts';
import { counted } from '../src/check/field-name.ts';
import { checkedFiles } from '../src/check/gate.ts';
import { reporters } from '../src/check/reporters.ts';
import type { Content } from '../src/library/content.ts';
import { readContent, readSnapshots } from '../src/library/from-files.ts';
import { anchorHash } from '../src/library/sighting.ts';
import { nouns } from '../src/schema/nouns.ts';
import { site } from '../src/site.ts';
import { CallError, HELP, INGESTED, readCall } from './validate-call.ts';
import { runFix } from './validate-fix.ts';

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
  const { folder, asOf } = call;
  if (!(await isFolder(folder)))
    throw new CallError(`There is no folder \`${folder}\` here. Run this in the project, or name the folder with \`--content\`.`);
  let content = await readContent(folder);
  if (call.fix) {
    const { report, written } = await runFix(content, call.dryRun);
    process.stderr.write(report);
    if (written) content = await readContent(folder);
  }
  const snapshots = call.snapshots && (await readGiven(content, call.snapshots));
  const given = { asOf, snapshots };
  const issues = checkContent(content, { ...given, ...(call.changed ? { changed: new Set(call.changed) } : {}) });
  const seen = seeAnchors(buildProof(content, given));
  const closing = anchorLine(seen, snapshots !== undefined);
  process.stdout.write(
    reporters[call.format](issues, {
      checkedFiles: checkedFiles(content),
      colour: process.stdout.isTTY,
      closing,
      anchors: tallyAnchors(seen),
      rulesAt: new URL(rulesPath, site.url).href,
    }),
  );
  if (call.record) process.stderr.write(`${await record(content, seen, asOf)}\n`);
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
