/** `npm run validate -- --watch` as a person sees it: what is new, what is gone, and a clean end. */
import { spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { differenceReport } from '../../../scripts/validate-watch.ts';
import type { Issue } from '../../../src/check/issue.ts';
import { AS_OF } from '../check/fixture.ts';

// It starts Node anew and waits for the file system, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const issue = (message: string, line = 1): Issue => ({
  rule: 'invalid-field',
  level: 'error',
  file: 'content/terms.yaml',
  line,
  column: 1,
  message,
  fix: 'Correct it.',
});

test('an issue that only moved to another line is neither new nor gone', () => {
  expect(differenceReport([issue('A.', 3), issue('B.')], [issue('A.', 9), issue('C.')], 2, false)).toBe(
    [
      'Gone: content/terms.yaml  invalid-field',
      '  B.',
      'New, 1 issue:',
      'content/terms.yaml:1:1  invalid-field',
      '  C.',
      '  Correct it.',
      '2 errors in 1 file.',
      '',
    ].join('\n'),
  );
  expect(differenceReport([issue('A.')], [issue('A.', 2)], 2, false)).toBe('Nothing new.\n1 error in 1 file.\n');
});

test('it follows a file through a mistake, a half-saved state and a mend, and ends with Ctrl-C', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'patency-'));
  await cp('tests/fixtures/content', folder, { recursive: true });
  const child = spawn(process.execPath, ['scripts/validate.ts', '--content', folder, '--as-of', AS_OF, '--watch']);
  let said = '';
  child.stdout.on('data', (data: Buffer) => (said += data.toString()));
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const until = (words: string): Promise<void> => vi.waitFor(() => expect(said).toContain(words), { timeout: 30_000, interval: 50 });
  try {
    await until('Ctrl-C ends it.');
    expect(said).toMatch(/^No issues in \d+ files\.\n/);
    const file = join(folder, 'sources/example-2020-trial.md');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('kind: trial', 'kind: trials'));
    await until('New, 1 issue:');
    expect(said).toContain('Did you mean `trial`?');
    await writeFile(file, text.slice(0, 9));
    await until('unreadable-file');
    await writeFile(file, text);
    await vi.waitFor(() => expect(said).toMatch(/unreadable-file[\s\S]*No issues in \d+ files\.\n$/), { timeout: 30_000, interval: 50 });
    expect(said).toContain(`Gone: ${folder}/sources/example-2020-trial.md  unreadable-file`);
    child.kill('SIGINT');
    expect(await ended).toBe(0);
  } finally {
    child.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  }
});
