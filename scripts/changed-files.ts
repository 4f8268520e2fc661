/** What git says has changed below a folder: the paths, and how those files were before. Asks git alone, writes nothing. */
import type { RawFile } from '../src/library/content.ts';
import { askGit, readBlobs } from './committed-files.ts';
import { CallError } from './validate-call.ts';

const paths = (out: Buffer | undefined): string[] => out?.toString().split('\0').filter(Boolean) ?? [];

/** Files as they were at a commit; those that were not there are left out. */
async function filesAt(folder: string, commit: string, wanted: readonly string[]): Promise<RawFile[]> {
  const blobs = await readBlobs(
    folder,
    wanted.map((path) => `${commit}:./${path}`),
  );
  return wanted.flatMap((path, index) => {
    const bytes = blobs[index];
    return bytes ? [{ path, bytes }] : [];
  });
}

export interface ChangedFiles {
  /** Relative to the folder; a renamed file is there under both names, a deleted one under its old. */
  readonly paths: ReadonlySet<string>;
  /** Those that were there before, as they were. */
  readonly before: readonly RawFile[];
}

/** A path that was given as a file below the folder, relative to it, or `undefined` for anything else. */
function fileBelow(folder: string, given: string): string | undefined {
  const path = given.replaceAll('\\', '/').replace(/^\.\//, '');
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
}

/** The commit in which a branch and the present work part, e.g. of `origin/main`. */
async function parting(folder: string, ref: string): Promise<string> {
  const known = !ref.startsWith('-') && (await askGit(folder, ['rev-parse', '--verify', '--quiet', `${ref}^{commit}`]));
  if (!known)
    throw new CallError(
      `\`--changed ${ref}\` is neither a file below \`${folder}\` nor a commit, branch or tag here. Fetch it first, or correct the name.`,
    );
  const base = await askGit(folder, ['merge-base', ref, 'HEAD']);
  if (!base)
    throw new CallError(
      `\`${ref}\` and the present work have no commit in common here. Fetch the whole history (\`git fetch --unshallow\`).`,
    );
  return base.toString().trim();
}

/**
 * What has changed below the folder: since it parted from each commit, branch or tag that is given, what is not committed
 * included, and each file that is given. Throws a `CallError` for a name that is neither.
 */
export async function readChangedFiles(folder: string, given: readonly string[]): Promise<ChangedFiles> {
  const changed = new Set<string>();
  const before = new Map<string, RawFile>();
  for (const one of given) {
    const file = fileBelow(folder, one);
    const base = file === undefined ? await parting(folder, one) : 'HEAD';
    const own =
      file !== undefined
        ? [file]
        : [
            ...paths(await askGit(folder, ['diff', '--name-only', '--no-renames', '--relative', '-z', base, '--', '.'])),
            ...paths(await askGit(folder, ['ls-files', '--others', '--exclude-standard', '-z', '--', '.'])),
          ];
    for (const path of own) changed.add(path);
    for (const old of await filesAt(folder, base, own)) before.set(old.path, old);
  }
  return { paths: changed, before: [...before.values()] };
}
