/** The only reader of `content/` on disk. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toContent, type Content, type RawFile } from './content.ts';

/** All files below a folder, as `toContent` takes them; hidden files are passed over. A folder that is not there is empty. */
export async function readRawFiles(folder: string): Promise<RawFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const paths = entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const files: RawFile[] = [];
  for (let i = 0; i < paths.length; i += 64) {
    const batch = paths.slice(i, i + 64);
    files.push(
      ...(await Promise.all(
        batch.map(async (path) => ({ path: path.slice(folder.length + 1).replaceAll('\\', '/'), bytes: await readFile(path) })),
      )),
    );
  }
  return files;
}

/** Reads a content folder, e.g. `await readContent('content')`. Throws only where the disk does. */
export async function readContent(folder: string): Promise<Content> {
  return toContent(await readRawFiles(folder), folder.replaceAll('\\', '/'));
}
