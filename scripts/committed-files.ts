/** Files as git holds them, and what it says has changed: read into memory, nothing is checked out. */
import { execFile } from 'node:child_process';
import type { RawFile } from '../src/library/content.ts';
import { CallError } from './command.ts';

const MOST_BYTES = 512 * 1024 * 1024;

/** What a git command run in the folder prints, or `undefined` when it fails. */
export const askGit = (folder: string, args: readonly string[], input = ''): Promise<Buffer | undefined> =>
  new Promise((resolve) => {
    const child = execFile('git', ['-C', folder, ...args], { encoding: 'buffer', maxBuffer: MOST_BYTES }, (error, out) =>
      resolve(error ? undefined : out),
    );
    // Git may end before it has read everything; what it says then is in its exit code.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });

/**
 * What git holds under each name, e.g. `HEAD:./terms.yaml` or a hash; undefined where it holds nothing. `cat-file --batch`
 * answers `<hash> blob <size>`, the bytes and a line feed, or one line for what is missing.
 */
export async function readBlobs(folder: string, names: readonly string[]): Promise<(Uint8Array | undefined)[]> {
  const answer = await askGit(folder, ['cat-file', '--batch'], names.map((name) => `${name}\n`).join(''));
  let at = 0;
  return names.map(() => {
    const end = answer?.indexOf(0x0a, at) ?? -1;
    const size = Number(/ blob (\d+)$/.exec(answer?.subarray(at, end).toString() ?? '')?.[1]);
    at = end + 1;
    if (!Number.isInteger(size)) return undefined;
    const bytes = answer?.subarray(at, at + size);
    at += size + 1;
    return bytes;
  });
}

/**
 * All files below a folder at a commit, with paths relative to it; hidden files are passed over, as `readRawFiles` does.
 * A folder that was not there is empty. `folder` is relative to the working directory. Throws when git fails.
 */
export async function readCommittedFiles(commit: string, folder: string): Promise<RawFile[]> {
  // NUL-separated, so that no file name is quoted; paths come relative to the working directory.
  const listed = await askGit('.', ['ls-tree', '-r', '-z', commit, '--', `${folder}/`]);
  if (!listed) throw new Error(`Git does not list the files of ${commit}.`);
  const rows = listed
    .toString()
    .split('\0')
    .filter(Boolean)
    .flatMap((line) => {
      const [meta = '', path = ''] = line.split('\t');
      const [mode, type, hash = ''] = meta.split(' ');
      // 120000 is a symbolic link, which the reader of the working tree does not follow either.
      const isFile = type === 'blob' && mode !== '120000' && !(path.split('/').at(-1) ?? '').startsWith('.');
      return isFile ? [{ path: path.slice(folder.length + 1), hash }] : [];
    });
  const blobs = await readBlobs(
    '.',
    rows.map(({ hash }) => hash),
  );
  return rows.map(({ path }, index) => {
    const bytes = blobs[index];
    if (!bytes) throw new Error(`Git does not give the file ${path} of ${commit}.`);
    return { path, bytes };
  });
}

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
