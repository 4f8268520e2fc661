/** `npm run feeds`: prints the feeds of content/feeds.yaml as `npm run ingest` takes them, one to a line, for the scheduled job. Exit code 1: the file is wrong. */
import { parseArgs } from 'node:util';
import { readContent } from '../src/library/from-files.ts';
import { feeds } from '../src/schema/feed.ts';
import { site } from '../src/config.ts';
import { toFolder } from './command.ts';

const { values } = parseArgs({ options: { content: { type: 'string', default: site.contentFolder } } });
const { files, unreadable } = await readContent(toFolder(values.content));
const list = feeds.safeParse(files.find(({ collection }) => collection === 'feed')?.value ?? []);
if (list.success && !unreadable.some(({ path }) => path.endsWith('/feeds.yaml')))
  for (const { address } of list.data) console.log(`feed:${address}`);
else {
  console.error(`${values.content}/feeds.yaml cannot be read. \`npm run validate\` says where and why.`);
  process.exitCode = 1;
}
