/**
 * `npm run review -- <id or file> [--content DIR]`: says that approval is closed in this edition, and prints what a clinician
 * who has read a page beside its sources can put into a report: the file, and the hash of what stands in it. Writes nothing.
 * Exit code 2: called wrongly.
 */
import { parseArgs } from 'node:util';
import { meant } from '../src/check/nearest.ts';
import { reviewHash } from '../src/evidence/review-hash.ts';
import { approvedCollections, type ApprovedCollection } from '../src/schema/collections.ts';
import type { Content } from '../src/library/content.ts';
import { readContent } from '../src/library/from-files.ts';
import { entriesOf } from '../src/library/library.ts';
import { approvalClosed } from '../src/schema/review.ts';
import { site } from '../src/config.ts';
import { CallError, runCommand, toFolder } from './command.ts';

const usage = 'Usage: npm run review -- <id or file> [--content DIR]';

interface Page {
  readonly collection: ApprovedCollection;
  readonly id: string;
  readonly file: string;
  readonly entry: object;
}

function readCall(args: string[]): { readonly wanted: string; readonly content: string } {
  const options = { content: { type: 'string', default: site.contentFolder } } as const;
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options });
  const [wanted, ...more] = positionals;
  if (!wanted || more.length) throw new CallError(`Expected one page: its id, or its file.\n${usage}`);
  return { content: toFolder(values.content), wanted };
}

/** The one page that is meant. Throws a sentence when there is none, or more than one. */
function pageOf({ library, files }: Content, wanted: string, content: string): Page {
  const pages = approvedCollections.flatMap((collection) =>
    entriesOf(library, collection).map((entry): Page => ({ collection, id: entry.id, file: entry.file, entry })),
  );
  const found = pages.filter(({ id, file }) => id === wanted || file === wanted || file === `${content}/${wanted}`);
  const [page, ...others] = found;
  if (page && !others.length) return page;
  if (page)
    throw new CallError(`\`${wanted}\` is the id of ${found.length} pages. Name the file: ${found.map(({ file }) => file).join(' or ')}.`);
  const faulty = files.find(({ id, path }) => id === wanted || path === wanted || path === `${content}/${wanted}`);
  if (faulty) throw new CallError(`${faulty.path} has a field that cannot be read. Run \`npm run validate\` and mend it first.`);
  const fix = meant(
    wanted,
    pages.map(({ id }) => id),
    'Give the name of its file without ending.',
  );
  throw new CallError(`There is no page \`${wanted}\` in ${content}. ${fix}`);
}

async function run(args: string[]): Promise<void> {
  const { wanted, content } = readCall(args);
  const page = pageOf(await readContent(content), wanted, content);
  process.stderr.write(`${approvalClosed.why}\n${approvalClosed.meanwhile} Say in it what you read:\n`);
  process.stdout.write(`${page.file} as it stands with ${reviewHash(page.collection, page.entry)}\n`);
}

await runCommand(() => run(process.argv.slice(2)), { is: 'The script' });
