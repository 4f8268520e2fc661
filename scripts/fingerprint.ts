/**
 * `npm run fingerprint [-- <source id>…] [--snapshots DIR]… [--content DIR]`: makes the fingerprints of raw articles again,
 * of all sources whose raw article is at hand or of those named. `npm run ingest` makes them for new sources by itself.
 * Exit code 1: one that was named could not be made; 2: called wrongly.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { toFingerprintFile } from '../src/ingest/fingerprint.ts';
import { isRefusal } from '../src/ingest/raw-article.ts';
import { parseInWorker } from '../src/ingest/parse-in-worker.ts';
import { readContent, readSnapshotFiles, type SnapshotFile } from '../src/library/from-files.ts';
import type { SourceEntry } from '../src/library/library.ts';
import { sha256 } from '../src/library/passage.ts';
import { writeWhole } from '../src/library/to-files.ts';
import { site } from '../src/config.ts';
import { runCommand, sourceOf, toFolder } from './command.ts';
import { withContentLock } from './content-lock.ts';

function readCall(args: string[]) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      content: { type: 'string', default: site.contentFolder },
      snapshots: { type: 'string', multiple: true, default: ['.snapshots'] },
    },
  });
  return { ...values, ids: positionals };
}

/** The sources that are meant. Throws a sentence for a name that no source has. */
async function readSources(content: string, ids: readonly string[]): Promise<SourceEntry[]> {
  const { library } = await readContent(toFolder(content));
  return ids.length ? [...new Set(ids)].map((id) => sourceOf(library, id, content)) : [...library.sources.values()];
}

/** Makes the fingerprint of one source. Returns why not, where it could not be made. */
async function make(source: SourceEntry, file: SnapshotFile | undefined, content: string): Promise<string | undefined> {
  const { id, snapshot } = source;
  if (!snapshot) return `\`${id}\` has no \`snapshot\`: no raw article is known for it.`;
  if (!file) return `The raw article of \`${id}\` is not at hand: name the folder that has it with \`--snapshots\`.`;
  const read = await parseInWorker({ name: file.path, bytes: file.bytes });
  if (isRefusal(read)) return `The raw article of \`${id}\` could not be read: ${read.reason}`;
  const hash = snapshot.slice('sha256-'.length);
  const taken = read.taken.find(({ bytes }) => sha256(bytes) === hash) ?? read.taken[0];
  if (!taken) return `The raw article of \`${id}\` could not be read: it holds no article.`;
  if (isRefusal(taken.article)) return `The raw article of \`${id}\` could not be read: ${taken.article.reason}`;
  const made = toFingerprintFile(id, taken.article, hash);
  if (!made) return `The raw article of \`${id}\` has no nine words to compare.`;
  const path = join(content, made.path);
  writeWhole(path, made.text);
  console.log(path);
  return undefined;
}

async function makeAll({ ids, content, snapshots }: ReturnType<typeof readCall>): Promise<number> {
  const sources = await readSources(content, ids);
  const wanted = new Set(sources.flatMap(({ snapshot }) => snapshot ?? []));
  const found = await Promise.all(snapshots.map((folder) => readSnapshotFiles(folder, wanted)));
  const files = new Map(found.flatMap((each) => [...each]));
  let failed = 0;
  for (const source of sources) {
    const file = files.get(source.snapshot ?? '');
    // Without names only what is at hand is meant.
    if (!ids.length && !file) continue;
    const why = await make(source, file, content);
    if (why) console.error(why);
    if (why) failed += 1;
  }
  if (!files.size && !ids.length)
    console.error('No raw article of any source is at hand: name the folder that has them with `--snapshots`.');
  return failed || !files.size ? 1 : 0;
}

await runCommand(
  () => {
    const call = readCall(process.argv.slice(2));
    return withContentLock(call.content, { command: 'npm run fingerprint', say: console.error }, () => makeAll(call));
  },
  { is: 'The script' },
);
