/**
 * The only writer of files that somebody trusts later: content, raw articles, what is kept between two runs. A file is written
 * under a hidden name beside its own, flushed to the disk and moved into place, so that a kill or a full disk leaves no half of it.
 */
import { randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fchmodSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { codeOf, writing } from './unwritten.ts';

/** Stands in the folder of a built site until the build has ended well. */
export const UNFINISHED = '.unfinished';

/** Puts a file, or the names in a folder, on the disk. Not every system opens folders or flushes them; there it is left to the system. */
function flush(path: string): void {
  try {
    const handle = openSync(path, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    if (!['EISDIR', 'EPERM', 'EACCES', 'EINVAL', 'ENOTSUP'].includes(codeOf(error))) throw error;
  }
}

/** Makes a folder with all above it, their names on the disk. */
function makeFolder(folder: string): void {
  const first = mkdirSync(folder, { recursive: true });
  if (first === undefined) return;
  const end = dirname(resolve(first));
  for (let at = dirname(resolve(folder)); at.length >= end.length; at = dirname(at)) {
    flush(at);
    if (at === dirname(at)) break;
  }
}

/** Hidden, and named for the process that writes it. */
const PART = /^\.(\d+)-[0-9a-f-]{36}\.part$/;
/** How parts were called before; nothing writes these any more. */
const FORMER =
  /^(?:\..+\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.part|lookups\.yaml\.part|[0-9a-f]{64}(?:\.json)?\.part|bibliography\.json\.tmp|[0-9a-f]{20}\.(?:png\.tmp|\d+)|[0-9a-f]{16}\.bin\.\d+)$/;

/** A name beside a path, for what is being written: hidden, swept away by `sweepParts` when its process has died. */
export const partName = (path: string): string => join(dirname(path), `.${process.pid}-${randomUUID()}.part`);

/** A file that is written and not yet in its place. */
export interface UnplacedFile {
  readonly path: string;
  readonly beside: string;
  readonly flushed: boolean;
}

export interface WriteOptions {
  /** False for what is checked when it is read again, or made again by whoever reads it. */
  readonly flush?: boolean;
}

/** Writes all of a file beside its place. Throws an `UnwrittenError`, and leaves nothing, when the disk does not take it. */
export function writePart(path: string, bytes: Uint8Array | string, { flush: flushed = true }: WriteOptions = {}): UnplacedFile {
  const beside = partName(path);
  return writing(path, () => {
    makeFolder(dirname(path));
    const before = statSync(path, { throwIfNoEntry: false });
    const handle = openSync(beside, 'wx');
    try {
      if (before?.isFile()) fchmodSync(handle, before.mode & 0o7777);
      writeFileSync(handle, bytes);
      if (flushed) fsyncSync(handle);
    } catch (error) {
      rmSync(beside, { force: true });
      throw error;
    } finally {
      closeSync(handle);
    }
    return { path, beside, flushed };
  });
}

/** Takes a part away that is not to be placed; one that is placed already is left alone. */
export const dropPart = ({ beside }: UnplacedFile): void => rmSync(beside, { force: true });

/** Moves a part into its place, over what stands there. */
export function placePart(part: UnplacedFile): void {
  writing(part.path, () => {
    try {
      renameSync(part.beside, part.path);
    } catch (error) {
      dropPart(part);
      throw error;
    }
    if (part.flushed) flush(dirname(part.path));
  });
}

/** Some file systems know no hard links. */
const NO_LINKS = new Set(['EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP']);

/** Moves a part into its place unless that is taken. Returns false, and leaves what stands there, when it is. */
export function placeNewPart(part: UnplacedFile): boolean {
  const { path, beside } = part;
  return writing(path, () => {
    try {
      linkSync(beside, path);
    } catch (error) {
      if (codeOf(error) === 'EEXIST' || existsSync(path)) return false;
      if (!NO_LINKS.has(codeOf(error))) throw error;
      renameSync(beside, path);
    } finally {
      dropPart(part);
    }
    flush(dirname(path));
    return true;
  });
}

/** Writes a file, in place of one that may be there, e.g. `writeWhole('content/lookups.yaml', text)`. Throws an `UnwrittenError`. */
export const writeWhole = (path: string, bytes: Uint8Array | string, options?: WriteOptions): void =>
  placePart(writePart(path, bytes, options));

/** Moves a folder that was written under its `partName` into its place, unless another run has put one there. Throws an `UnwrittenError`. */
export function placeFolder(beside: string, path: string): void {
  writing(path, () => {
    for (const entry of readdirSync(beside, { recursive: true, withFileTypes: true })) flush(join(entry.parentPath, entry.name));
    flush(beside);
    try {
      renameSync(beside, path);
    } catch (error) {
      rmSync(beside, { recursive: true, force: true });
      if (!existsSync(path)) throw error;
    }
    flush(dirname(path));
  });
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
};

/**
 * Removes what runs that were killed left half-written in a folder, under all names that were ever used. Returns how many.
 * What another run may be writing now stays; `alone` says that nobody else can be writing there, so that nothing stays.
 */
export function sweepParts(folder: string, { alone = false }: { readonly alone?: boolean } = {}): number {
  const names = statSync(folder, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(folder) : [];
  const left = names.filter((name) => {
    const pid = PART.exec(name)?.[1];
    return pid === undefined ? FORMER.test(name) : alone || Number(pid) === process.pid || !isAlive(Number(pid));
  });
  for (const name of left) rmSync(join(folder, name), { recursive: true, force: true });
  return left.length;
}
