/** The small valid library of the tests, and what each rule's fixture lays over it. */
import { checkContent, type CheckOptions } from '../../../src/check/check-content.ts';
import type { Issue } from '../../../src/check/issue.ts';
import { terminalReport } from '../../../src/check/reporters/terminal.ts';
import { toContent, type Content, type RawFile } from '../../../src/library/content.ts';
import { readRawFiles, readSnapshots } from '../../../src/library/from-files.ts';

export const AS_OF = '2026-11-20';
export const RULES_FOLDER = 'tests/fixtures/rules';
const BASE_FOLDER = 'tests/fixtures/content';
export const SNAPSHOT_FOLDER = 'tests/fixtures/snapshots';

/** Files of the second list replace those of the first with the same path. */
const over = (base: readonly RawFile[], overlay: readonly RawFile[]): RawFile[] => [
  ...new Map([...base, ...overlay].map((file) => [file.path, file])).values(),
];

/** The valid library, with files laid over it: `{ 'terms.yaml': '[]' }`. */
export async function contentWith(files: Readonly<Record<string, string | Uint8Array>> = {}): Promise<Content> {
  const overlay = Object.entries(files).map(([path, text]) => ({
    path,
    bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text,
  }));
  return toContent(over(await readRawFiles(BASE_FOLDER), overlay));
}

/** All issues of the valid library with the fixture of a rule over it; the raw articles of the tests are at hand. */
export async function issuesOf(rule: string, options: Partial<CheckOptions> = {}): Promise<Issue[]> {
  const raw = over(await readRawFiles(BASE_FOLDER), await readRawFiles(`${RULES_FOLDER}/${rule}`));
  const content = toContent(raw);
  const named = [...content.library.sources.values()].flatMap(({ snapshot }) => snapshot ?? []);
  const snapshots = await readSnapshots(SNAPSHOT_FOLDER, new Set(named));
  return checkContent(content, { asOf: AS_OF, snapshots, ...options });
}

/** What a person reads of one rule when its fixture is checked. */
export async function messagesOf(rule: string): Promise<string> {
  const own = (await issuesOf(rule)).filter((issue) => issue.rule === rule);
  return terminalReport(own, { checkedFiles: 0 });
}
