/** The small valid library of the tests, and what each rule's fixture lays over it. */
import { generateKeyPairSync } from 'node:crypto';
import { lineOf, signedFile, type Given } from '../../../src/check/examples/signing.ts';
import { checkContent, type CheckOptions } from '../../../src/check/check-content.ts';
import type { Issue } from '../../../src/check/issue.ts';
import { terminalReport } from '../../../src/check/reporters.ts';
import { toContent, type Content, type RawFile } from '../../../src/library/content.ts';
import { tryFiles } from '../../../src/check/trial.ts';
import { buildEvidenceGraph } from '../../../src/evidence/build-evidence.ts';
import { withoutDrafts } from '../../../src/library/library.ts';
import type { PageCollection } from '../../../src/schema/collections.ts';
import { readRawFiles, readSnapshotFiles } from '../../../src/library/from-files.ts';

export const AS_OF = '2026-11-20';
/** Less than is allowed, so that nobody waits. */
const SECONDS = 0.05;
export const RULES_FOLDER = 'tests/fixtures/rules';
const BASE_FOLDER = 'tests/fixtures/content';
export const SNAPSHOT_FOLDER = 'tests/fixtures/snapshots';

const advice = 'sources/example-2021-advice.md';
const digest = (body: string, title = 'Advice on widgets'): string =>
  `---\nkind: guideline\ntitle: ${title}\nissued: 2021\nlanguage: en\nretrieved: 2026-11-02\ncoverage: abstract\nstatus: draft\n---\n\n${body}\n`;

/** Within every limit, and yet MDX is tried again at each of its empty lines. */
export const slowBody = `export const a = [\n${`"${'a'.repeat(50)}",\n\n`.repeat(740)}`;

/** Files of the second list replace those of the first with the same path. */
const over = (base: readonly RawFile[], overlay: readonly RawFile[]): RawFile[] => [
  ...new Map([...base, ...overlay].map((file) => [file.path, file])).values(),
];

const baseFiles = await readRawFiles(BASE_FOLDER);
/** A file of the valid library as it lies there. */
export const baseText = (path: string): string => new TextDecoder().decode(baseFiles.find((file) => file.path === path)?.bytes);

/** The key of the invented reviewer, made anew for each run: none lies in the repository. */
export const { privateKey: reviewerKey } = generateKeyPairSync('ed25519');
/** The people of the valid library, the reviewer with that key. */
export const keyedPeople = baseText('people.yaml').replace(
  '  from: 2026-11-01\n',
  `  from: 2026-11-01\n  keys: [{ key: ${lineOf(reviewerKey)}, from: 2026-11-01 }]\n`,
);
const stated = buildEvidenceGraph(withoutDrafts(toContent(baseFiles).library), AS_OF);
/** The approval of a page of the valid library by its reviewer, with other fields where they are given. */
export const approvalOf = (collection: PageCollection, page: string, fields: Partial<Given> = {}): string =>
  signedFile(stated, [collection, page], { by: 'robin-reviewer', on: '2026-11-03', due: '2028-11-03', key: reviewerKey, ...fields });
const ofAdvice = 'approvals/source-example-2021-advice.yaml';
const signed = { 'people.yaml': keyedPeople, [ofAdvice]: approvalOf('source', 'example-2021-advice') };

/** Fixtures that are too large to lie in a folder, or are signed, by rule: what is laid over the valid library. */
export const largeFixtures: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'file-too-large': { [advice]: digest('word '.repeat(33_000)) },
  'body-too-long': { [advice]: digest('word '.repeat(10_000)) },
  'field-too-long': { [advice]: digest('Short.', 'word '.repeat(1000)) },
  'too-many-signs': { [advice]: digest('*'.repeat(2501)), 'topics/widgets.mdx': digest('[a](/b/) '.repeat(401)) },
  'approval-key-new': signed,
  'approval-changed': { ...signed, [advice]: baseText(advice).replace('direction: permits', 'direction: against\n    strength: strong') },
  'review-overdue': {
    'people.yaml': keyedPeople,
    [ofAdvice]: approvalOf('source', 'example-2021-advice', { due: '2026-11-10' }),
    'topics/widgets.mdx': baseText('topics/widgets.mdx').replace('updated: 2026-11-01', 'updated: 2025-10-31'),
  },
  'too-slow': { 'topics/widgets.mdx': digest(slowBody) },
};

/** The raw articles of the tests that are wanted, hash to text. */
export async function readSnapshots(wanted: ReadonlySet<string>): Promise<Map<string, string>> {
  const files = await readSnapshotFiles(SNAPSHOT_FOLDER, wanted);
  return new Map([...files].map(([hash, { bytes }]) => [hash, new TextDecoder().decode(bytes)]));
}

/** The valid library, with files laid over it: `{ 'terms.yaml': '[]' }`. */
export function contentWith(files: Readonly<Record<string, string | Uint8Array>> = {}): Promise<Content> {
  const overlay = Object.entries(files).map(([path, text]) => ({
    path,
    bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text,
  }));
  return Promise.resolve(toContent(over(baseFiles, overlay)));
}

/** All issues of the valid library with the fixture of a rule over it; the raw articles of the tests are at hand. */
export async function issuesOf(rule: string, options: Partial<CheckOptions> = {}): Promise<Issue[]> {
  const large = Object.entries(largeFixtures[rule] ?? {}).map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) }));
  const raw = over(baseFiles, [...(await readRawFiles(`${RULES_FOLDER}/${rule}`)), ...large]);
  const content = toContent(raw, 'content', await tryFiles(raw, 'content', SECONDS));
  const named = [...content.library.sources.values()].flatMap(({ snapshot }) => snapshot ?? []);
  const snapshots = await readSnapshots(new Set(named));
  // Of an approval with a new key: nobody stood there before.
  const trusted = rule === 'approval-key-new' ? new Map() : undefined;
  return checkContent(content, { asOf: AS_OF, snapshots, trusted, ...options });
}

/** What a person reads of one rule when its fixture is checked. */
export async function messagesOf(rule: string): Promise<string> {
  const own = (await issuesOf(rule)).filter((issue) => issue.rule === rule);
  return terminalReport(own, { checkedFiles: 0 });
}
