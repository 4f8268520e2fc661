/**
 * What GitHub’s jobs and editors of its settings ask. `npm run github-text -- block|list [FILE]`: text that strangers may have written, from
 * the file or standard input, as Markdown that GitHub shows as it stands. `npm run feeds`: the feeds of content/feeds.yaml as `npm run ingest`
 * takes them, one to a line; exit code 1: the file is wrong. `npm run repository`: what its files show of the repository’s settings, held
 * against .github/SETTINGS.md; exit code 1: some places ask nobody.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { site } from '../src/config.ts';
import { readContent } from '../src/library/from-files.ts';
import { feeds } from '../src/schema/feed.ts';
import { markdownBlock, markdownText } from '../src/words/untrusted-text.ts';
import { CallError, runCommand, toFolder } from './command.ts';

/** GitHub refuses a body of more than 65,536 characters; what else stands there needs some of them. */
const LIMIT = 50_000;

const shapes: Readonly<Record<string, (text: string) => string>> = {
  block: markdownBlock,
  list: (text) =>
    text
      .split('\n')
      .filter((line) => line.trim())
      .map((line) => `- ${markdownText(line.trim())}`)
      .join('\n'),
};

function printText([name = '', file, ...more]: string[]): number {
  const shape = shapes[name];
  if (!shape || more.length > 0) throw new CallError('Usage: npm run --silent github-text -- block|list [FILE]');
  const text = readFileSync(file ?? 0, 'utf8');
  const kept = text.length > LIMIT ? text.slice(0, text.lastIndexOf('\n', LIMIT)) : text;
  console.log(shape(kept));
  if (kept !== text) console.log('\nThe rest did not fit; the job’s files have it.');
  return 0;
}

async function printFeeds(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { content: { type: 'string', default: site.contentFolder } } });
  const { files, unreadable } = await readContent(toFolder(values.content));
  const list = feeds.safeParse(files.find(({ collection }) => collection === 'feed')?.value ?? []);
  if (list.success && !unreadable.some(({ path }) => path.endsWith('/feeds.yaml'))) {
    for (const { address } of list.data) console.log(`feed:${address}`);
    return 0;
  }
  console.error(`${values.content}/feeds.yaml cannot be read. \`npm run validate\` says where and why.`);
  return 1;
}

function printOwners(): number {
  const lines = readFileSync('.github/CODEOWNERS', 'utf8')
    .split('\n')
    .filter((line) => line.trim() && !line.startsWith('#'))
    .map((line) => line.trim().split(/\s+/));
  const unowned = lines.filter((fields) => fields.length === 1).map(([place = '']) => place);
  if (unowned.length === 0) {
    console.log(`CODEOWNERS names somebody for each of its ${lines.length} places.`);
    return 0;
  }
  console.log(`CODEOWNERS names nobody for ${unowned.length} of its ${lines.length} places, so a change there asks nobody:`);
  for (const place of unowned) console.log(`  ${place}`);
  console.log('Write a name behind each, see .github/SETTINGS.md, point 1.');
  return 1;
}

const asked = { text: printText, feeds: printFeeds, owners: printOwners };

await runCommand(() => {
  const [name = '', ...args] = process.argv.slice(2);
  if (!Object.hasOwn(asked, name)) throw new CallError(`Expected one of ${Object.keys(asked).join(', ')}.`);
  return asked[name as keyof typeof asked](args);
});
