/**
 * `npm run diff -- <base> [--format text|markdown|json] [--content DIR] [--to COMMIT] [--as-of YYYY-MM-DD] [--files URL]`:
 * says what changed in the evidence between a commit, or a folder with another state of the content, and the files as they lie here.
 * Reads git and writes nothing. Exit code 0: compared, whatever was found; 2: called wrongly or broken.
 */
import { parseArgs } from 'node:util';
import { buildChangeSet } from '../src/changes/change-set.ts';
import { toJson, toMarkdown, toTerminalText } from '../src/changes/report.ts';
import { meant } from '../src/check/nearest.ts';
import { readRawFiles } from '../src/library/from-files.ts';
import { site } from '../src/config.ts';
import { askGit, readCommittedFiles } from './committed-files.ts';
import { CallError, expectDay, isFolder, runCommand, toFolder } from './command.ts';

const formats = ['text', 'markdown', 'json'] as const;

const HELP = `npm run diff -- <base> [options]
  <base>                        a commit, branch or tag, e.g. origin/main; or a folder with another state of the content
  --format text|markdown|json   how it is said (text)
  --content DIR                 folder whose state now is compared (${site.contentFolder})
  --to COMMIT                   the newer state (the files as they lie here, committed or not)
  --as-of YYYY-MM-DD            day as of which both are read (today)
  --files URL                   address below which Markdown links files, e.g. https://github.com/owner/name/blob/main
Exit code: 0 compared, 2 called wrongly or broken.
`;

function readCall(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        format: { type: 'string', default: 'text' },
        content: { type: 'string', default: site.contentFolder },
        'as-of': { type: 'string', default: site.asOf },
        to: { type: 'string' },
        files: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    return { ...values, positionals };
  } catch (error) {
    throw new CallError(`${(error as Error).message.split('\n')[0]} See \`npm run diff -- --help\`.`);
  }
}

const commitOf = async (name: string): Promise<string | undefined> =>
  (await askGit('.', ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]))?.toString().trim();

/** What to try when git does not know a commit. */
async function hint(): Promise<string> {
  const shallow = (await askGit('.', ['rev-parse', '--is-shallow-repository']))?.toString().trim() === 'true';
  return shallow
    ? 'This is a shallow clone: fetch it first with `git fetch --unshallow`.'
    : 'Name one that `git log` knows, e.g. `HEAD~1`.';
}

/** The content as it was at a commit; a name that is none may be a folder. Throws a sentence when it is neither. */
async function readBase(base: string, folder: string) {
  const commit = await commitOf(base);
  if (commit) return readCommittedFiles(commit, folder);
  if (await isFolder(base)) return readRawFiles(toFolder(base));
  throw new CallError(`\`${base}\` is neither a commit nor a folder here. ${await hint()}`);
}

/** The newer state: at a commit, or as it lies here. Throws a sentence when there is no such commit or folder. */
async function readNewer(to: string | undefined, folder: string) {
  if (to !== undefined) {
    const commit = await commitOf(to);
    if (!commit) throw new CallError(`\`--to ${to}\` is no commit here. ${await hint()}`);
    return readCommittedFiles(commit, folder);
  }
  if (!(await isFolder(folder)))
    throw new CallError(`There is no folder \`${folder}\` here. Run this in the project, or name the folder with \`--content\`.`);
  return readRawFiles(folder);
}

async function compare(args: string[]): Promise<void> {
  const call = readCall(args);
  if (call.help) {
    process.stdout.write(HELP);
    return;
  }
  const [base, ...more] = call.positionals;
  if (!base || more.length) throw new CallError('Expected one base to compare with, e.g. `npm run diff -- origin/main`.');
  const format = formats.find((one) => one === call.format);
  if (!format)
    throw new CallError(
      `\`--format ${call.format}\` is not one of ${formats.join(', ')}. ${meant(call.format, formats, 'Leave it out for a terminal.')}`,
    );
  expectDay('--as-of', call['as-of']);
  const folder = toFolder(call.content);
  const after = { files: await readNewer(call.to, folder), folder };
  const before = { files: await readBase(base, folder), folder };
  const changeSet = buildChangeSet(before, after, call['as-of']);
  const print = {
    text: () => toTerminalText(changeSet, process.stdout.isTTY),
    markdown: () => toMarkdown(changeSet, { files: call.files }),
    json: () => toJson(changeSet),
  }[format];
  process.stdout.write(print());
}

await runCommand(() => compare(process.argv.slice(2)), { is: 'The comparison' });
