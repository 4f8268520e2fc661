/** Writes a draft and its snapshot, both or neither, and never over a file that is there. */
import { randomUUID } from 'node:crypto';
import { copyFileSync, constants, existsSync, linkSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

/**
 * Puts bytes under a name that is not taken: written beside it first, then linked, so that no reader ever sees half a
 * file. Returns false when the name is taken. Synchronous on purpose: Ctrl-C is heard between files, not within one.
 */
function writeNew(path: string, bytes: Uint8Array | string): boolean {
  mkdirSync(dirname(path), { recursive: true });
  const beside = join(dirname(path), `.${randomUUID()}.part`);
  try {
    writeFileSync(beside, bytes, { flag: 'wx' });
    try {
      linkSync(beside, path);
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return false;
      // Some file systems know no hard links; an exclusive copy is the next safest.
      if (!['EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP'].includes(codeOf(error) ?? '')) throw error;
      try {
        copyFileSync(beside, path, constants.COPYFILE_EXCL);
      } catch (failure) {
        if (codeOf(failure) === 'EEXIST') return false;
        throw failure;
      }
    }
    return true;
  } finally {
    rmSync(beside, { force: true });
  }
}

export interface Delivery {
  readonly draft: { readonly path: string; readonly text: string };
  readonly snapshot: { readonly path: string; readonly bytes: Uint8Array };
}

/** Puts the raw article of a known source back, unless it is there, under whatever ending. Returns whether it was missing. */
export function writeSnapshot({ path, bytes }: Delivery['snapshot']): boolean {
  const hash = basename(path, extname(path));
  const kept = existsSync(dirname(path)) ? readdirSync(dirname(path)) : [];
  return !kept.some((name) => basename(name, extname(name)) === hash) && writeNew(path, bytes);
}

/** Writes the snapshot, unless the same bytes are there already, then the draft. Throws one sentence, and leaves nothing new behind, when either fails. */
export function writeDelivery({ draft, snapshot }: Delivery): void {
  let fresh = false;
  try {
    fresh = writeNew(snapshot.path, snapshot.bytes);
    if (!writeNew(draft.path, draft.text)) throw new Error(`\`${draft.path}\` is there already and is not overwritten`);
  } catch (error) {
    if (fresh) rmSync(snapshot.path, { force: true });
    throw error;
  }
}
