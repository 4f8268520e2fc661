/** The gate in a real build: content that does not hold is refused, all mistakes at once, and nothing is written. */
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyProject, type ProjectCopy } from '../project-copy.ts';

describe('a build of broken content', () => {
  let project: ProjectCopy;
  /** What the build said as it failed; empty where it did not. */
  let output = '';

  /** Replaces the first occurrence in a content file; fails when there is none, so that the test breaks what it means to break. */
  const change = async (file: string, from: string | RegExp, to: string): Promise<void> => {
    const path = join(project.folder, 'content', file);
    const text = await readFile(path, 'utf8');
    const changed = text.replace(from, to);
    expect(changed, `${file} has nothing like ${String(from)}`).not.toBe(text);
    await writeFile(path, changed);
  };

  beforeAll(async () => {
    project = await copyProject();
    await cp('tests/fixtures/content', join(project.folder, 'content'), { recursive: true });
    await change('topics/bent-widget.mdx', /\[@[a-z0-9-]+\]/, '[@example-1999-nowhere]');
    await change('topics/bent-widget.mdx', /$/, '\nSee [a page](/topics/nowhere/) and [a part](/topics/widgets/#nowhere-at-all).\n');
    await change('sources/example-2020-trial.md', /question: [a-z0-9-]+/, 'question: example-nowhere');
    await change('sources/example-2021-advice.md', /^retrieved:/m, 'doi: 11.1000/x\nretrieved:');
    await project.build().catch((error: Error) => {
      output = error.message;
    });
  });

  afterAll(() => project.close());

  test('fails', () => expect(output).not.toBe(''));

  test.each(['unknown-source', 'unknown-question', 'broken-link', 'broken-fragment', 'invalid-identifier'])(
    'names %s with file, line and column, among all the others',
    (rule) => {
      expect(output).toMatch(new RegExp(`content/(topics|sources)/[a-z0-9-]+\\.mdx?:\\d+:\\d+ +${rule}\\n +\\S`));
    },
  );

  test('says that nothing was built, and builds nothing', async () => {
    expect(output).toContain('Nothing was built.');
    await expect(readdir(join(project.folder, 'dist'))).rejects.toThrow();
  });
});
