/** What is left to say of files that differ and of which nothing else was said: so that no changed file goes unnamed. */
import { collectionOf, type RawFile } from '../library/content.ts';
import { fileSchema } from '../schema/schemas.ts';
import type { Change } from './change.ts';
import type { Side, Tree } from './side.ts';

const isEqual = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, index) => byte === other[index]);

const byPath = ({ files, folder }: Tree): Map<string, RawFile> => new Map(files.map((file) => [`${folder}/${file.path}`, file]));

/** Whether a file of this state is one that the schema takes. */
function isRefused({ content }: Side, path: string): boolean {
  if (content.unreadable.some((file) => file.path === path)) return true;
  const file = content.files.find((one) => one.path === path);
  return file !== undefined && !fileSchema(file.collection, content.library.vocabulary).safeParse(file.value).success;
}

interface Compared {
  readonly before: Tree;
  /** The older state under the names of the newer one. */
  readonly renamed: Tree;
  readonly after: Tree;
  readonly side: Side;
  /** What was said already. */
  readonly said: readonly Change[];
}

/** One change for each file that differs, came or went and was not named, or that the schema refuses, which is always said. */
export function fileChanges({ before, renamed, after, side, said }: Compared): Change[] {
  const [olds, sames, news] = [byPath(before), byPath(renamed), byPath(after)];
  const named = new Set(said.flatMap(({ file, before: was, after: is }) => [file, was ?? '', is ?? '']));
  const refused = new Set(said.filter(({ kind }) => kind === 'entry-refused').map(({ file }) => file));
  const says = (path: string): Pick<Change, 'kind' | 'says' | 'before'> | undefined => {
    const old = olds.get(path)?.bytes;
    const now = news.get(path)?.bytes;
    const same = sames.get(path)?.bytes;
    if (!now) return { kind: 'file-changed', says: 'removed', before: path };
    if (old && isEqual(old, now)) return undefined;
    if (isRefused(side, path)) return { kind: 'entry-refused', says: 'cannot be read as it stands: run `npm run validate`' };
    if (!old && !same) return { kind: 'file-changed', says: 'new' };
    if (same && isEqual(same, now)) return { kind: 'file-changed', says: 'follows a new name' };
    const collection = collectionOf(path.slice(after.folder.length + 1));
    return collection === 'fingerprint' || !collection
      ? { kind: 'file-changed', says: 'changed' }
      : { kind: 'file-formatted', says: 'formatting only' };
  };
  return [...new Set([...olds.keys(), ...news.keys()])]
    .filter((path) => !named.has(path) || (!refused.has(path) && isRefused(side, path)))
    .sort()
    .flatMap((path): Change[] => {
      const found = says(path);
      return found ? [{ ...found, file: path, subject: path.slice(after.folder.length + 1), reaches: [] }] : [];
    });
}
