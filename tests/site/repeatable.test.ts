/** Same input, same bytes: a second build, from a cold cache, writes the very same files. */
import { createHash } from 'node:crypto';
import { cp, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { copyProject } from '../project-copy.ts';

async function hashes(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const pairs: [string, string][] = [];
  // One at a time: a site has more files than a process may hold open.
  for (const file of files)
    pairs.push([
      file.slice(folder.length),
      createHash('sha256')
        .update(await readFile(file))
        .digest('hex'),
    ]);
  return Object.fromEntries(pairs.sort(([a], [b]) => (a < b ? -1 : 1)));
}

// A build beside the other tests of a busy machine may take minutes; the limit only ends what hangs.
test('a second build elsewhere on earth and on the disk, without a past, is equal byte for byte, the search index included', async () => {
  const project = await copyProject();
  try {
    await cp('content', join(project.folder, 'content'), { recursive: true });
    await project.build(undefined, { TZ: 'Pacific/Kiritimati' });
    const [first, again] = [await hashes(inject('siteFolder')), await hashes(join(project.folder, 'dist'))];
    expect(Object.keys(first).length).toBeGreaterThan(50);
    expect(again).toEqual(first);
  } finally {
    await project.close();
  }
}, 1_200_000);
