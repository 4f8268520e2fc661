/** Writes a draft with what belongs to it, all or nothing, and never over a draft that is there. Killed at any moment it leaves no half file. */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { dropPart, placeNewPart, placePart, writePart, type UnplacedFile } from '../src/library/to-files.ts';

/** Raw articles by the hash of their bytes. Looks the folder through once. One that is in its place is never taken out again: others may rely on it. */
export class SnapshotFolder {
  readonly #folder: string;
  #hashes: Set<string> | undefined;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Writes a raw article beside its place, unless one of its hash is there under whatever ending. */
  write(hash: string, ending: string, bytes: Uint8Array): UnplacedFile | undefined {
    this.#hashes ??= new Set((existsSync(this.#folder) ? readdirSync(this.#folder) : []).map((name) => basename(name, extname(name))));
    return this.#hashes.has(hash) ? undefined : writePart(join(this.#folder, `${hash}${ending}`), bytes);
  }

  /** Puts a raw article that was written into its place. Returns false when another run has put it there meanwhile. */
  place(part: UnplacedFile): boolean {
    const fresh = placeNewPart(part);
    this.#hashes?.add(basename(part.path, extname(part.path)));
    return fresh;
  }

  /** Keeps a raw article. Returns true if it was missing. Throws an `UnwrittenError`. */
  keep(hash: string, ending: string, bytes: Uint8Array): boolean {
    const part = this.write(hash, ending, bytes);
    return part !== undefined && this.place(part);
  }
}

export interface Delivery {
  readonly draft: { readonly path: string; readonly text: string };
  readonly snapshot: { readonly hash: string; readonly ending: string; readonly bytes: Uint8Array };
  /** Machine-written, so one that a killed run left behind is replaced. */
  readonly fingerprint?: { readonly path: string; readonly text: string } | undefined;
}

/**
 * Writes all parts, then puts the snapshot into its place, unless it is there already, the fingerprint, and the draft: where
 * the draft stands, all of it stands. Throws one sentence, and leaves no draft, when any of it fails. Synchronous on purpose:
 * Ctrl-C is heard between articles, not within one.
 */
export function writeDelivery({ draft, snapshot, fingerprint }: Delivery, snapshots: SnapshotFolder): void {
  const taken = (): never => {
    throw new Error(`\`${draft.path}\` is there already and is not overwritten`);
  };
  if (existsSync(draft.path)) taken();
  const parts: UnplacedFile[] = [];
  const add = (part: UnplacedFile): UnplacedFile => {
    parts.push(part);
    return part;
  };
  try {
    // Whatever needs room on the disk comes before anything gets its name.
    const print = fingerprint && add(writePart(fingerprint.path, fingerprint.text));
    const text = add(writePart(draft.path, draft.text));
    const raw = snapshots.write(snapshot.hash, snapshot.ending, snapshot.bytes);
    if (raw) snapshots.place(add(raw));
    if (print) placePart(print);
    if (!placeNewPart(text)) taken();
  } catch (error) {
    parts.forEach(dropPart);
    if (fingerprint && !existsSync(draft.path)) rmSync(fingerprint.path, { force: true });
    throw error;
  }
}
