/**
 * `npm run github-text -- block|list [FILE]`: text that strangers may have written, as Markdown for the body of a pull request, a
 * release or the summary of a job. Reads the file, or standard input; prints what GitHub shows as it stands. Exit code 2: called wrongly.
 */
import { readFileSync } from 'node:fs';
import { markdownBlock, markdownText } from '../src/words/untrusted-text.ts';

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

const [name = '', file, ...more] = process.argv.slice(2);
const shape = shapes[name];
if (!shape || more.length > 0) {
  console.error('Usage: npm run --silent github-text -- block|list [FILE]');
  process.exitCode = 2;
} else {
  const text = readFileSync(file ?? 0, 'utf8');
  const kept = text.length > LIMIT ? text.slice(0, text.lastIndexOf('\n', LIMIT)) : text;
  console.log(shape(kept));
  if (kept !== text) console.log('\nThe rest did not fit; the job’s files have it.');
}
