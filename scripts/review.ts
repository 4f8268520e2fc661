/**
 * `npm run review -- <kind>/<id>`: what approving a page covers, in words, and how long it takes. With `--by <person>`: writes the text
 * to sign and says how; once it is signed, the same call puts text and signature into `content/approvals/`. With `--until`: for less
 * than the longest time. Exit code 1: the signature does not hold; 2: called wrongly.
 */
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import { meant } from '../src/check/nearest.ts';
import { differences, differenceWords } from '../src/evidence/approval/differences.ts';
import { signedText, whyNotReviewer, wrongDays, wrongSignature, type Unsigned } from '../src/evidence/approval/judge.ts';
import { minutesFor, statementOf, wordsIn, WORDS_A_MINUTE } from '../src/evidence/approval/statement.ts';
import { buildEvidenceGraph } from '../src/evidence/build-evidence.ts';
import { addMonths } from '../src/evidence/calendar.ts';
import type { EvidenceGraph } from '../src/evidence/evidence-graph.ts';
import { readContent } from '../src/library/from-files.ts';
import { entriesOf, titleOf, withoutDrafts, type EntryOf } from '../src/library/library.ts';
import { writeWhole } from '../src/library/to-files.ts';
import { approval, APPROVAL_FORM, approvalId, LONGEST_APPROVAL_MONTHS, SIGNED_FOR } from '../src/schema/approval.ts';
import { filePath, pageCollections, type PageCollection } from '../src/schema/collections.ts';
import { inThousands } from '../src/schema/limits.ts';
import { dateInWords } from '../src/words/date.ts';
import { site } from '../src/config.ts';
import { CallError, expectDay, runCommand, toFolder } from './command.ts';
import { withContentLock } from './content-lock.ts';

const usage = 'Usage: npm run review -- <kind>/<id> [--by <person> [--until YYYY-MM-DD]] [--content DIR] [--as-of YYYY-MM-DD]';
/** Where texts lie that wait to be signed. */
const WAITING = '.cache/approvals';

function readCall(args: string[]) {
  const options = {
    content: { type: 'string', default: site.contentFolder },
    'as-of': { type: 'string', default: site.asOf },
    by: { type: 'string' },
    until: { type: 'string' },
  } as const;
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options });
  const [wanted, ...more] = positionals;
  if (!wanted || more.length) throw new CallError(`Expected one page, such as \`question/<id>\`.\n${usage}`);
  expectDay('--as-of', values['as-of']);
  if (values.until !== undefined) expectDay('--until', values.until);
  return { wanted, asOf: values['as-of'], by: values.by, until: values.until, content: toFolder(values.content) };
}

interface Page {
  readonly collection: PageCollection;
  readonly id: string;
  readonly title: string;
  readonly covers: string;
}

/** The one page that is meant. Throws a sentence when there is none, or more than one. */
function pageOf(graph: EvidenceGraph, wanted: string, content: string): Page {
  const names = pageCollections.flatMap((collection) =>
    entriesOf(graph.library, collection).map((entry: EntryOf<PageCollection>) => ({
      collection,
      id: entry.id,
      title: titleOf(entry),
    })),
  );
  const found = names.filter(({ collection, id }) => wanted === id || wanted === `${collection}/${id}`);
  const [page, ...others] = found;
  if (page && !others.length) return { ...page, covers: statementOf(graph, page.collection, page.id) ?? '' };
  const called = found.map(({ collection, id }) => `\`${collection}/${id}\``);
  if (page) throw new CallError(`\`${wanted}\` is the id of ${found.length} pages. Name one: ${called.join(' or ')}.`);
  const known = names.flatMap(({ collection, id }) => [id, `${collection}/${id}`]);
  throw new CallError(
    `There is no page \`${wanted}\` in ${content} that readers get. ${meant(wanted, known, 'Give its kind and id, and see that `npm run validate` finds no fault in it.')}`,
  );
}

/** What approving means and takes, and all that it covers. */
function printCovered({ collection, id, title, covers }: Page): number {
  const words = wordsIn(covers);
  process.stdout.write(`${covers}\n`);
  process.stdout.write(
    [
      `Above is all that the page “${title}” states, line by line: what it says itself, and what it prints of other files.`,
      `Whoever approves it says: I have read each line beside the source that carries it, and it says so.`,
      `That is ${inThousands(words)} words, about ${minutesFor(words)} minutes at ${WORDS_A_MINUTE} words a minute. Nothing was written.`,
      `To approve it as somebody of people.yaml: npm run review -- ${collection}/${id} --by <person>`,
      '',
    ].join('\n'),
  );
  return 0;
}

/** An approval as its text has it that waits for a signature; undefined where there is none, or the page states something else by now. */
function waiting(text: string | undefined, draft: Unsigned, name: string): { readonly fits?: Unsigned; readonly changed?: string } {
  if (text === undefined) return {};
  const [, on = '', due = ''] = /\non: (\S+)\ndue: (\S+)\n/.exec(text) ?? [];
  const fits = { ...draft, on, due };
  if (signedText(fits, name) === text) return { fits };
  const changes = differences(text.slice(text.indexOf('\n\n') + 2), draft.covers);
  return { changed: changes.length ? differenceWords(changes) : 'it is by another person or for another time' };
}

const read = (path: string): string | undefined => (existsSync(path) ? readFileSync(path, 'utf8') : undefined);

async function sign({ covers, ...page }: Page, { library }: EvidenceGraph, call: ReturnType<typeof readCall>, by: string): Promise<number> {
  const { content, asOf, until = addMonths(asOf, LONGEST_APPROVAL_MONTHS) } = call;
  const person = [...library.people.values()].find(({ id }) => id === by);
  if (!person)
    throw new CallError(
      `There is no \`${by}\` in ${content}/people.yaml. ${meant(by, library.people.keys(), 'Its head says how to add yourself; that change is merged before anything is signed.')}`,
    );
  const why = whyNotReviewer(person, asOf) ?? (person.keys.length ? undefined : 'who has no key there');
  if (why) throw new CallError(`\`${by}\` is somebody ${why}: see the head of ${content}/people.yaml.`);
  const id = approvalId(page.collection, page.id) as Unsigned['id'];
  const draft: Unsigned = { id, form: APPROVAL_FORM, by: person.id, on: asOf, due: until, covers };
  const days = wrongDays(draft, asOf);
  if (days) throw new CallError(`${days} Give another day after \`--until\`.`);
  const place = `${WAITING}/${id}.txt`;
  const { fits, changed } = waiting(read(place), draft, library.site.name);
  const signature = read(`${place}.sig`);
  if (fits && signature) return attach({ ...fits, signature }, person, library.site.name, content, place);
  if (changed) process.stdout.write(`What waited in ${place} to be signed no longer fits: ${changed}. It is written anew.\n`);
  writeWhole(place, signedText(draft, library.site.name));
  const words = wordsIn(covers);
  process.stdout.write(
    [
      `1. Read ${place} beside its sources: ${inThousands(words)} words, about ${minutesFor(words)} minutes. It holds until ${dateInWords(until)}.`,
      `2. Sign it, if every line holds, with the key that stands in ${content}/people.yaml:`,
      `     ssh-keygen -Y sign -n ${SIGNED_FOR} -f ~/.ssh/id_ed25519 ${place}`,
      `3. Run this command once more: it puts the approval into ${content}/${filePath('approval', id)}.`,
      '',
    ].join('\n'),
  );
  return 0;
}

/** Puts a signed approval into the content, if the signature holds. */
async function attach(
  { id, ...signed }: Unsigned & { readonly signature: string },
  person: EntryOf<'person'>,
  name: string,
  content: string,
  place: string,
): Promise<number> {
  const file = `${content}/${filePath('approval', id)}`;
  const { data } = approval.safeParse(signed);
  const wrong = data ? wrongSignature({ ...data, id, file, body: '' }, person, name) : 'The signature cannot be read.';
  if (wrong || !data) {
    process.stdout.write(`${wrong} Nothing was written. Sign ${place} again, with the key that stands in ${content}/people.yaml.\n`);
    return 1;
  }
  const say = (sentence: string): void => void process.stderr.write(`${sentence}\n`);
  await withContentLock(content, { command: 'npm run review', say }, () => {
    writeWhole(file, stringify(data, { blockQuote: 'literal', lineWidth: 0 }));
    return Promise.resolve();
  });
  process.stdout.write(`Wrote ${file}: \`npm run validate\` checks it, and a pull request of that file alone is enough.\n`);
  return 0;
}

async function run(args: string[]): Promise<number> {
  const call = readCall(args);
  const { library } = await readContent(call.content);
  const graph = buildEvidenceGraph(withoutDrafts(library), call.asOf);
  const page = pageOf(graph, call.wanted, call.content);
  return call.by === undefined ? printCovered(page) : sign(page, graph, call, call.by);
}

await runCommand(() => run(process.argv.slice(2)), { is: 'The script' });
