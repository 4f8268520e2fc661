/** The gate in a real build: content that does not hold is refused, all mistakes at once, and nothing is written. */
import { execFile } from 'node:child_process';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { buildEnv } from '../build-env.ts';
const folder = '.cache/broken-content';
const out = '.cache/broken-dist';

/** Replaces the first occurrence in a content file; fails when there is none, so that the test breaks what it means to break. */
async function change(file: string, from: string | RegExp, to: string): Promise<void> {
  const path = join(folder, file);
  const text = await readFile(path, 'utf8');
  const changed = text.replace(from, to);
  expect(changed, `${file} has nothing like ${String(from)}`).not.toBe(text);
  await writeFile(path, changed);
}

async function build(): Promise<{ code: number; output: string }> {
  const run = promisify(execFile)('npm', ['run', 'build', '--', '--outDir', out], {
    env: buildEnv({ PATENCY_CONTENT: folder }),
    maxBuffer: 1e7,
  });
  const done = await run.then(
    ({ stdout, stderr }) => ({ code: 0, output: stdout + stderr }),
    (error: { code: number; stdout: string; stderr: string }) => ({ code: error.code, output: error.stdout + error.stderr }),
  );
  return done;
}

describe('a build of broken content', () => {
  let result: { code: number; output: string };

  beforeAll(async () => {
    await rm(folder, { recursive: true, force: true });
    await rm(out, { recursive: true, force: true });
    await mkdir('.cache', { recursive: true });
    await cp('tests/fixtures/content', folder, { recursive: true });
    await change('topics/bent-widget.mdx', /\[@[a-z0-9-]+\]/, '[@example-1999-nowhere]');
    await change('topics/bent-widget.mdx', /$/, '\nSee [a page](/topics/nowhere/) and [a part](/topics/widgets/#nowhere-at-all).\n');
    await change('sources/example-2020-trial.md', /question: [a-z0-9-]+/, 'question: example-nowhere');
    await change('sources/example-2021-advice.md', /^retrieved:/m, 'doi: 11.1000/x\nretrieved:');
    result = await build();
  });

  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  test('fails', () => expect(result.code).not.toBe(0));

  test.each(['unknown-source', 'unknown-question', 'broken-link', 'broken-fragment', 'invalid-identifier'])(
    'names %s with file, line and column, among all the others',
    (rule) => {
      expect(result.output).toMatch(new RegExp(`broken-content/(topics|sources)/[a-z0-9-]+\\.mdx?:\\d+:\\d+ +${rule}\\n +\\S`));
    },
  );

  test('says that nothing was built, and builds nothing', async () => {
    expect(result.output).toContain('Nothing was built.');
    await expect(readdir(out)).rejects.toThrow();
  });
});
