/** Same input, same bytes: a second build, from a cold cache, writes the very same files. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, inject, test } from 'vitest';
import { buildEnv } from '../build-env.ts';

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
test('two builds are equal byte for byte, the search index included', async () => {
  const second = await mkdtemp(join(tmpdir(), 'patency-again-'));
  try {
    await promisify(execFile)('npm', ['run', 'build', '--', '--outDir', second, '--force'], { maxBuffer: 1e7, env: buildEnv() });
    const [first, again] = [await hashes(inject('siteFolder')), await hashes(second)];
    expect(Object.keys(first).length).toBeGreaterThan(50);
    expect(again).toEqual(first);
  } finally {
    await rm(second, { recursive: true, force: true });
  }
}, 1_200_000);
