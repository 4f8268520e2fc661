/** Writes a draft with what belongs to it, all or nothing, and never over a draft that is there. Killed at any moment it leaves no half file. */
import { randomUUID } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

/** Some file systems know no hard links. */
const NO_LINKS = new Set(['EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP']);

/** What is being written: hidden, and named for the process that writes it. */
const PART = /^\.(\d+)-[0-9a-f-]{36}\.part$/;

function writeBeside(path: string, bytes: Uint8Array | string): string {
  mkdirSync(dirname(path), { recursive: true });
  const beside = join(dirname(path), `.${process.pid}-${randomUUID()}.part`);
  try {
    writeFileSync(beside, bytes, { flag: 'wx' });
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
  return beside;
}

/**
 * Puts bytes under a name that is not taken: written beside it first, then linked, so that no reader ever sees half a
 * file. Returns false when the name is taken. Synchronous on purpose: Ctrl-C is heard between files, not within one.
 */
function writeNew(path: string, bytes: Uint8Array | string): boolean {
  const beside = writeBeside(path, bytes);
  try {
    linkSync(beside, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    if (!NO_LINKS.has(codeOf(error) ?? '') || existsSync(path)) {
      if (existsSync(path)) return false;
      throw error;
    }
    renameSync(beside, path);
    return true;
  } finally {
    rmSync(beside, { force: true });
  }
}

function replace(path: string, text: string): void {
  const beside = writeBeside(path, text);
  try {
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
};

/** Removes what runs that were killed left half written in a folder; what another run is writing now stays. Returns how many. */
export function sweepParts(folder: string): number {
  const names = statSync(folder, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(folder) : [];
  const left = names.filter((name) => {
    const pid = PART.exec(name)?.[1];
    return pid !== undefined && (Number(pid) === process.pid || !isAlive(Number(pid)));
  });
  for (const name of left) rmSync(join(folder, name), { force: true });
  return left.length;
}

/** Raw articles by the hash of their bytes. Looks the folder through once. */
export class SnapshotFolder {
  readonly #folder: string;
  #hashes: Set<string> | undefined;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Keeps a raw article, unless one of its hash is there under whatever ending. Returns its path if it was missing. */
  keep(hash: string, ending: string, bytes: Uint8Array): string | undefined {
    this.#hashes ??= new Set((existsSync(this.#folder) ? readdirSync(this.#folder) : []).map((name) => basename(name, extname(name))));
    if (this.#hashes.has(hash)) return undefined;
    const path = join(this.#folder, `${hash}${ending}`);
    const fresh = writeNew(path, bytes);
    this.#hashes.add(hash);
    return fresh ? path : undefined;
  }

  /** Takes a raw article out again that was just put in. */
  drop(path: string): void {
    rmSync(path, { force: true });
    this.#hashes?.delete(basename(path, extname(path)));
  }
}

export interface Delivery {
  readonly draft: { readonly path: string; readonly text: string };
  readonly snapshot: { readonly hash: string; readonly ending: string; readonly bytes: Uint8Array };
  /** Machine-written, so one that a killed run left behind is replaced. */
  readonly fingerprint?: { readonly path: string; readonly text: string } | undefined;
}

/**
 * Writes the snapshot, unless it is there already, then the fingerprint, then the draft: where the draft stands, all of it
 * stands. Throws one sentence, and leaves nothing new behind, when any of it fails.
 */
export function writeDelivery({ draft, snapshot, fingerprint }: Delivery, snapshots: SnapshotFolder): void {
  const taken = (): never => {
    throw new Error(`\`${draft.path}\` is there already and is not overwritten`);
  };
  if (existsSync(draft.path)) taken();
  let fresh: string | undefined;
  try {
    fresh = snapshots.keep(snapshot.hash, snapshot.ending, snapshot.bytes);
    if (fingerprint) replace(fingerprint.path, fingerprint.text);
    if (!writeNew(draft.path, draft.text)) taken();
  } catch (error) {
    if (fresh) snapshots.drop(fresh);
    if (fingerprint && !existsSync(draft.path)) rmSync(fingerprint.path, { force: true });
    throw error;
  }
}
