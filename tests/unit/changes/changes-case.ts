/** Pairs of content folders for the tests of the difference: one small valid state, and a case that makes the other of it. */
import { readRawFiles } from '../../../src/library/from-files.ts';
import type { RawFile } from '../../../src/library/content.ts';
import { buildChangeSet } from '../../../src/changes/change-set.ts';
import type { ChangeSet } from '../../../src/changes/change.ts';

export const AS_OF = '2026-11-20';
const FOLDER = 'content';

/** How the second state is made of the first, in the order move, edit, remove, add. */
export interface Edits {
  /** Old path to new path. */
  readonly move?: Readonly<Record<string, string>>;
  /** Path to pairs of what stands there once and what takes its place. */
  readonly edit?: Readonly<Record<string, readonly (readonly [string, string])[]>>;
  readonly remove?: readonly string[];
  readonly add?: Readonly<Record<string, string>>;
  /** True when the made state is the older one. */
  readonly reverse?: boolean;
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

export const readBase = (): Promise<RawFile[]> => readRawFiles('tests/fixtures/differences');

/** The other state. Throws when an edit finds nothing to change, so that no case goes stale unseen. */
export function edited(base: readonly RawFile[], { move = {}, edit = {}, remove = [], add = {} }: Edits): RawFile[] {
  const files = new Map(base.map((file) => [move[file.path] ?? file.path, new TextDecoder().decode(file.bytes)]));
  for (const [path, changes] of Object.entries(edit)) {
    for (const [find, put] of changes) {
      const text = files.get(path);
      if (!text?.includes(find)) throw new Error(`The case looks for \`${find}\` in ${path}, and it is not there.`);
      files.set(
        path,
        text.replaceAll(find, () => put),
      );
    }
  }
  for (const path of remove) if (!files.delete(path)) throw new Error(`The case removes ${path}, which is not there.`);
  for (const [path, text] of Object.entries(add)) files.set(path, text);
  return [...files].map(([path, text]) => ({ path, bytes: bytes(text) }));
}

/** The difference between two lists of files, both below `content`. */
export const changeSetOf = (before: readonly RawFile[], after: readonly RawFile[]): ChangeSet =>
  buildChangeSet({ files: before, folder: FOLDER }, { files: after, folder: FOLDER }, AS_OF);

/** The difference that a case makes. */
export function changeSetBy(base: readonly RawFile[], edits: Edits): ChangeSet {
  const other = edited(base, edits);
  return edits.reverse ? changeSetOf(other, base) : changeSetOf(base, other);
}

/** One line for each change: kind, file, subject, what, and the two sides. */
export const linesOf = ({ groups }: ChangeSet): string[] =>
  groups
    .flatMap(({ changes }) => changes)
    .map(({ kind, file, subject, says, before, after }) => `${kind} | ${file} | ${subject} | ${says} | ${before ?? '–'} → ${after ?? '–'}`);

/** Affected pages, e.g. `question choice`. */
export const affectedIn = ({ affected }: ChangeSet): string[] => affected.map(({ ref }) => `${ref.collection} ${ref.id}`);
