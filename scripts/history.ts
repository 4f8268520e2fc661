/**
 * `npm run history [-- --check | --anew] [--content DIR]`: writes `history.yaml` of a content folder from the commits of its
 * sources. The only reader of the past: builds read the file. Days are those of the commits, never that of the clock.
 * Exit code 0: written, or not behind; 1: `--check` found it behind; 2: called wrongly, or the past is not at hand.
 */
import { parseArgs } from 'node:util';
import { Document, visit } from 'yaml';
import type { Entry } from '../src/changes/entries.ts';
import { buildHistories, settled, type HistoryStep } from '../src/changes/history.ts';
import { behindSentence } from '../src/changes/item-state.ts';
import { toVersion } from '../src/changes/versions.ts';
import { site } from '../src/config.ts';
import { readContent } from '../src/library/from-files.ts';
import { idOf, isUnreadable, readFile } from '../src/library/read-file.ts';
import { writeWhole } from '../src/library/to-files.ts';
import { collections } from '../src/schema/collections.ts';
import type { SourceHistory } from '../src/schema/history.ts';
import { formatCount } from '../src/words/phrase.ts';
import { askGit, readBlobs, readCommittedFiles } from './committed-files.ts';
import { withContentLock } from './content-lock.ts';
import { CallError, runCommand, toFolder } from './command.ts';

const HELP = `npm run history -- [options]
  --check         say whether the file is behind, and write nothing; asks no commit
  --anew          trust no day that the file gives already
  --content DIR   folder whose history is written (${site.contentFolder})
Exit code: 0 written or not behind, 1 behind, 2 called wrongly or without the past.
`;

const { path, ending } = collections.source;
const SAYS = '# When each finding and result came, changed and went. Written by `npm run history` from the commits, never by hand.\n';
const NONE = /^0+$/;

/** The fields of a source as they lay in a blob; undefined for what cannot be read, which changed nothing that can be told. */
function fieldsOf(bytes: Uint8Array | undefined, file: string): Entry | undefined {
  const read = bytes && readFile({ path: file, bytes }, 'source', '');
  const value = read && !isUnreadable(read) ? read.value : undefined;
  return typeof value === 'object' && value !== null ? (value as Entry) : undefined;
}

/** What each commit did to the sources, oldest first, along the line that `HEAD` follows through merges. */
async function readSteps(folder: string): Promise<HistoryStep[]> {
  const args = '--first-parent --reverse --diff-merges=first-parent --raw --no-abbrev --no-renames --relative --format=%x00%as --'.split(
    ' ',
  );
  const log = await askGit(folder, ['-c', 'log.showRoot=true', 'log', ...args, path]);
  if (!log) throw new CallError(`Git knows no past of \`${folder}\`. Run this in a clone of the project. Nothing was written.`);
  const commits = log
    .toString()
    .split('\0')
    .filter(Boolean)
    .map((text) => {
      const [on = '', ...lines] = text.split('\n').filter(Boolean);
      const files = lines.flatMap((line) => {
        const [meta = '', file = ''] = line.split('\t');
        return file.endsWith(ending) ? [{ file, hash: meta.split(' ')[3] ?? '' }] : [];
      });
      return { on, files };
    });
  const hashes = [...new Set(commits.flatMap(({ files }) => files.map(({ hash }) => hash)))].filter((hash) => !NONE.test(hash));
  const blobs = await readBlobs(folder, hashes);
  const bytesOf = new Map(hashes.map((hash, index) => [hash, blobs[index]]));
  return commits.map(({ on, files }) => {
    const read = files.map(({ file, hash }) => [idOf(file), fieldsOf(bytesOf.get(hash), file), NONE.test(hash)] as const);
    return { on, sources: new Map(read.flatMap(([id, fields, gone]) => (fields || gone ? [[id, fields] as const] : []))) };
  });
}

const withoutEmpty = (record: object): object =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => !(Array.isArray(value) && value.length === 0)));

/** One line for each item of which nothing else is to be told, so that a change of one is a change of few lines. */
function toYaml(rows: readonly SourceHistory[]): string {
  const slim = rows.map(({ source, findings, results }) =>
    withoutEmpty({ source, findings: findings.map(withoutEmpty), results: results.map(withoutEmpty) }),
  );
  const document = new Document(slim);
  visit(document, {
    Map: (_, node) => {
      node.flow = node.has('since') && !node.has('changes');
    },
  });
  return `${SAYS}${document.toString({ lineWidth: 0 })}`;
}

/** Writes the file. Returns what to tell. */
async function write(folder: string, anew: boolean): Promise<string> {
  const shallow = (await askGit(folder, ['rev-parse', '--is-shallow-repository']))?.toString().trim() === 'true';
  if (shallow)
    throw new CallError(
      'This is a shallow clone, and its past is cut off: run `git fetch --unshallow` first. Nothing was written, and what the file tells is kept.',
    );
  // First of all, because it says where there is no past to read.
  const steps = await readSteps(folder);
  const [committed, lying] = await Promise.all([readCommittedFiles('HEAD', folder), readContent(folder)]);
  const now = toVersion({ files: committed, folder }, steps.at(-1)?.on ?? '');
  const rows = buildHistories(steps, now);
  const told = anew ? rows : settled(rows, lying.library.histories);
  const file = `${folder}/${collections.history.path}`;
  writeWhole(file, toYaml(told));
  const behind = behindSentence((await readContent(folder)).library);
  const count = told.reduce((sum, { findings, results }) => sum + findings.length + results.length, 0);
  return [
    `Wrote ${file}: ${formatCount(count, 'finding or result', 'findings and results')} of ${formatCount(told.length, 'source')}.`,
    behind,
  ]
    .filter(Boolean)
    .join('\n');
}

async function run(args: string[]): Promise<number> {
  const { values } = (() => {
    try {
      return parseArgs({
        args,
        options: {
          content: { type: 'string', default: site.contentFolder },
          check: { type: 'boolean', default: false },
          anew: { type: 'boolean', default: false },
          help: { type: 'boolean', short: 'h', default: false },
        },
      });
    } catch (error) {
      throw new CallError(`${(error as Error).message.split('\n')[0]} See \`npm run history -- --help\`.`);
    }
  })();
  const folder = toFolder(values.content);
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  if (values.check) {
    const behind = behindSentence((await readContent(folder)).library);
    process.stdout.write(`${behind || 'The history tells every finding and result as it stands.'}\n`);
    return behind ? 1 : 0;
  }
  const say = (sentence: string): void => void process.stderr.write(`${sentence}\n`);
  process.stdout.write(`${await withContentLock(folder, { command: 'npm run history', say }, () => write(folder, values.anew))}\n`);
  return 0;
}

await runCommand(() => run(process.argv.slice(2)), { is: 'Writing the history' });
