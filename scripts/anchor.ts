/**
 * `npm run anchor -- <source id> "first words" "last words" [--snapshots DIR]… [--content DIR]`: prints the lines of an anchor
 * for a passage of a raw article, to be pasted below a finding. Writes nothing. Exit code 1: no such passage; 2: called wrongly.
 */
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import { toAnchor } from '../src/library/anchor.ts';
import { readContent } from '../src/library/from-files.ts';
import { site } from '../src/config.ts';
import { CallError, runCommand, sourceOf, toFolder } from './command.ts';
import { readSnapshotTexts } from './snapshot-texts.ts';

const usage = 'Usage: npm run anchor -- <source id> "first words" "last words" [--snapshots DIR] [--content DIR]';

function readCall(args: string[]) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      content: { type: 'string', default: site.contentFolder },
      snapshots: { type: 'string', multiple: true, default: ['.snapshots'] },
    },
  });
  const [id, starts, ends, ...more] = positionals;
  if (!id || !starts || !ends || more.length)
    throw new CallError(`Expected a source id and the two ends of the passage, each in quotation marks.\n${usage}`);
  return { ...values, id, starts, ends };
}

/** The raw article of a source. Throws a sentence that says what to do when there is none. */
async function readArticle(id: string, content: string, folders: readonly string[]): Promise<string> {
  const { library } = await readContent(toFolder(content));
  const { snapshot } = sourceOf(library, id, content);
  if (!snapshot)
    throw new CallError(
      `\`${id}\` has no \`snapshot\`, so no raw article is known for it. Take the article in with \`npm run ingest\` first.`,
    );
  for (const folder of folders) {
    const text = (await readSnapshotTexts(folder, new Set([snapshot]))).get(snapshot);
    if (text !== undefined) return text;
  }
  const where = folders.map((folder) => `\`${folder}\``).join(' or ');
  throw new CallError(
    `The raw article of \`${id}\` is not in ${where}. Run \`npm run ingest\` on it again, or name the folder that has it with \`--snapshots\`.`,
  );
}

async function run(args: string[]): Promise<number> {
  const { id, starts, ends, content, snapshots } = readCall(args);
  const made = toAnchor(await readArticle(id, content, snapshots), { starts, ends });
  if (made.problem !== undefined) {
    process.stderr.write(`${made.problem}\n`);
    return 1;
  }
  process.stderr.write(`The passage: “${made.passage}”\nPaste this below its finding:\n`);
  process.stdout.write(stringify({ anchor: made.anchor }, { lineWidth: 0 }).replace(/^(?=.)/gm, '    '));
  return 0;
}

await runCommand(() => run(process.argv.slice(2)), { is: 'The script' });
