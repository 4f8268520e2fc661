/**
 * `npm run review -- <id or file> [--by <person id>] [--on YYYY-MM-DD] [--due YYYY-MM-DD] [--content DIR]`: prints the lines by
 * which a clinician approves a page as it stands, to be pasted into its file. Writes nothing, names nobody who was not
 * given. Exit code 1: this person cannot approve it; 2: called wrongly.
 */
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import { meant } from '../src/check/nearest.ts';
import { addMonths } from '../src/graph/calendar.ts';
import { PAGE_REVIEW_MONTHS } from '../src/graph/freshness.ts';
import { reviewedNouns, reviewHash, type ReviewedNoun } from '../src/graph/review-hash.ts';
import type { Content } from '../src/library/content.ts';
import { readContent } from '../src/library/from-files.ts';
import { day } from '../src/schema/date.ts';
import { kindRow, type SourceKind } from '../src/schema/kinds.ts';
import { nouns } from '../src/schema/nouns.ts';
import { site } from '../src/site.ts';

const usage = 'Usage: npm run review -- <id or file> [--by <person id>] [--on YYYY-MM-DD] [--due YYYY-MM-DD] [--content DIR]';

/** A mistake in the call: a sentence and a hint. */
class CallError extends Error {}

interface Page {
  readonly noun: ReviewedNoun;
  readonly id: string;
  readonly file: string;
  readonly entry: object;
}

function readCall(args: string[]) {
  const options = {
    by: { type: 'string' },
    on: { type: 'string', default: site.asOf },
    due: { type: 'string' },
    content: { type: 'string', default: site.contentFolder },
  } as const;
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options });
  const [wanted, ...more] = positionals;
  if (!wanted || more.length) throw new CallError(`Expected one page: its id, or its file.\n${usage}`);
  for (const name of ['on', 'due'] as const) {
    if (values[name] !== undefined && !day.safeParse(values[name]).success)
      throw new CallError(`\`--${name} ${values[name]}\` is not a day. Write it as 2026-11-20.`);
  }
  if (values.due !== undefined && values.due <= values.on)
    throw new CallError(`\`--due ${values.due}\` is not after the approval on ${values.on}.`);
  return { ...values, content: values.content.replace(/[\\/]+$/, ''), wanted };
}

/** The one page that is meant. Throws a sentence when there is none, or more than one. */
function pageOf({ library, files }: Content, wanted: string, content: string): Page {
  const pages = (Object.keys(reviewedNouns) as ReviewedNoun[]).flatMap((noun) =>
    [...library[reviewedNouns[noun]].values()].map((entry): Page => ({ noun, id: entry.id, file: entry.file, entry })),
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

/** When somebody must look again, if the reviewer names no day: the months of its kind later. */
function dueOf({ noun, entry }: Page, on: string): string {
  const months = noun === 'source' ? kindRow((entry as { kind: SourceKind }).kind).reviewMonths : PAGE_REVIEW_MONTHS;
  return addMonths(on, months);
}

const indented = (fields: object): string => stringify({ review: fields }, { lineWidth: 0 });

async function run(args: string[]): Promise<number> {
  const { wanted, content, by, on, due } = readCall(args);
  const read = await readContent(content);
  const page = pageOf(read, wanted, content);
  const of = reviewHash(page.noun, page.entry);
  const days = { on, due: due ?? dueOf(page, on), of };
  if (by === undefined) {
    const who = `Put \`by:\` and \`role:\` before them, or call this with \`--by\` and an id of ${content}/${nouns.person.path}.`;
    process.stderr.write(`What stands in ${page.file} now. ${who}\n`);
    process.stdout.write(indented(days));
    return 0;
  }
  const { people } = read.library;
  const person = [...people.values()].find(({ id }) => id === by);
  if (!person) {
    const fix = meant(by, people.keys(), 'The head of that file says how somebody is added.');
    process.stderr.write(`\`${by}\` is not in ${content}/${nouns.person.path}, so the name cannot stand under an approval. ${fix}\n`);
    return 1;
  }
  process.stderr.write(`Paste this into ${page.file} in place of its \`status\` and \`review\`; then run \`npm run validate\`:\n`);
  process.stdout.write(`status: approved\n${indented({ by, role: person.profession, ...days })}`);
  return 0;
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  const called = error instanceof CallError || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
  const said = (error as Error).message;
  process.stderr.write(called ? `${said}\n` : `The script itself broke: ${said} This is a bug of ours, please report it.\n`);
  process.exitCode = 2;
}
