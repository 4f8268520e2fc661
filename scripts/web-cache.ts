/** Answers of the web kept on disk, for a polite second request. A file that does not hold what it says is taken for none. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Kept, WebCache } from '../src/ingest/client/client.ts';
import { sha256 } from '../src/library/passage.ts';
import { sweepParts, writeWhole } from '../src/library/to-files.ts';
import { UnwrittenError } from '../src/library/unwritten.ts';

const keyOf = (address: string, accept: string): string => sha256(`${accept}\n${address}`);

/** A cache in a folder, which is made when it is first written to, e.g. `openWebCache('.cache/web')`. */
export function openWebCache(folder: string): WebCache {
  sweepParts(folder);
  return {
    read: async (address, accept) => {
      const path = join(folder, keyOf(address, accept));
      try {
        const { hash, ...kept } = JSON.parse(await readFile(`${path}.json`, 'utf8')) as Omit<Kept, 'bytes'> & { hash: string };
        const bytes = await readFile(path);
        return kept.address === address && sha256(bytes) === hash ? { ...kept, bytes } : undefined;
      } catch {
        return undefined;
      }
    },
    write: (accept, { bytes, ...kept }) => {
      const path = join(folder, keyOf(kept.address, accept));
      try {
        // Held against its hash when it is read again.
        writeWhole(path, bytes, { flush: false });
        writeWhole(`${path}.json`, JSON.stringify({ ...kept, hash: sha256(bytes) }), { flush: false });
      } catch (error) {
        // What is not kept is asked for again.
        if (!(error instanceof UnwrittenError)) throw error;
      }
      return Promise.resolve();
    },
  };
}
