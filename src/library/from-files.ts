/** The only reader of `content/` and of raw articles on disk. */
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toContent, type Content, type RawFile } from './content.ts';
import { sha256 } from './passage.ts';
import { MOST_BYTES } from './within-limits.ts';

/** Paths of all files below a folder, in order; hidden files are passed over. A folder that is not there is empty. */
async function readPaths(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** The bytes of a file; of one that is larger than anything in content may be, one byte more than that, so that nothing large is held. */
export function readBounded(path: string): Uint8Array {
  if (statSync(path).size <= MOST_BYTES) return readFileSync(path);
  const bytes = new Uint8Array(MOST_BYTES + 1);
  const file = openSync(path, 'r');
  try {
    return bytes.subarray(0, readSync(file, bytes));
  } finally {
    closeSync(file);
  }
}

/** All files below a folder, as `toContent` takes them; hidden files are passed over. A folder that is not there is empty. */
export async function readRawFiles(folder: string): Promise<RawFile[]> {
  const paths = await readPaths(folder);
  // Ten thousand small files are read in half the time when each is not waited for.
  return paths.map((path) => ({ path: path.slice(folder.length + 1).replaceAll('\\', '/'), bytes: readBounded(path) }));
}

/** Reads a content folder, e.g. `await readContent('content')`. Throws only where the disk does. */
export async function readContent(folder: string): Promise<Content> {
  return toContent(await readRawFiles(folder), folder.replaceAll('\\', '/'));
}

/** A raw article as it was kept. */
export interface SnapshotFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * Raw articles below a folder, whatever they are called: each file whose bytes have one of the wanted hashes
 * (`sha256-…`), by that hash. Reads one file at a time and keeps only those.
 */
export async function readSnapshotFiles(folder: string, wanted: ReadonlySet<string>): Promise<Map<string, SnapshotFile>> {
  const files = new Map<string, SnapshotFile>();
  for (const path of await readPaths(folder)) {
    const bytes = await readFile(path);
    const hash = `sha256-${sha256(bytes)}`;
    if (wanted.has(hash)) files.set(hash, { path, bytes });
  }
  return files;
}
