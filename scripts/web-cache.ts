/** Answers of the web kept on disk, for a polite second request. A file that does not hold what it says is taken for none. */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Kept, WebCache } from '../src/ingest/client/client.ts';
import { sha256 } from '../src/library/passage.ts';

const keyOf = (address: string, accept: string): string => sha256(`${accept}\n${address}`);

/** Written beside and moved into place, so that nobody reads half of it. */
async function writeWhole(path: string, data: string | Uint8Array): Promise<void> {
  await writeFile(`${path}.part`, data);
  await rename(`${path}.part`, path);
}

/** A cache in a folder, which is made when it is first written to, e.g. `openWebCache('.cache/web')`. */
export function openWebCache(folder: string): WebCache {
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
    write: async (accept, { bytes, ...kept }) => {
      const path = join(folder, keyOf(kept.address, accept));
      await mkdir(folder, { recursive: true });
      await writeWhole(path, bytes);
      await writeWhole(`${path}.json`, JSON.stringify({ ...kept, hash: sha256(bytes) }));
    },
  };
}
