/** `npm run validate` as a person calls it: what it prints and how it ends. */
import { execFile } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { AS_OF } from './fixture.ts';

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const validate = (...args: string[]): Promise<Ended> =>
  new Promise((resolve) => {
    execFile(process.execPath, ['scripts/validate.ts', ...args], (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
  });

const at = ['--as-of', AS_OF];

test('clean content ends with 0 and a count', async () => {
  expect(await validate('--content', 'tests/fixtures/content', ...at)).toEqual({ code: 0, out: 'No issues in 12 files.\n', err: '' });
});

test('warnings alone end with 0', async () => {
  const ended = await validate('--content', 'tests/fixtures/content/', '--as-of', '2028-01-01');
  expect(ended.code).toBe(0);
  expect(ended.out).toMatch(/tests\/fixtures\/content\/sources\/[\s\S]*review-overdue \(warning\)[\s\S]*\d+ warnings in \d+ files\.\n$/);
});

test('errors end with 1, in any format', async () => {
  const folder = ['--content', 'tests/fixtures/rules/unreadable-file'];
  const json = await validate(...folder, ...at, '--format', 'json');
  expect([json.code, (JSON.parse(json.out) as { errors: number }).errors]).toEqual([1, 3]);
  expect((await validate(...folder, ...at, '--format', 'github')).out).toMatch(/^::error file=tests/);
});

test('a folder with nothing in it is no error', async () => {
  const empty = await mkdtemp(join(tmpdir(), 'patency-'));
  expect(await validate('--content', empty)).toEqual({ code: 0, out: 'No issues in 0 files.\n', err: '' });
});

test.each([
  [['--format', 'githib'], '`--format githib` is not one of terminal, github, sarif, json. Did you mean `github`?\n'],
  [['--as-of', '2026-02-30'], '`--as-of 2026-02-30` is not a day. Write it as 2026-11-20.\n'],
  [['--content', 'no/such'], 'There is no folder `no/such` here. Run this in the project, or name the folder with `--content`.\n'],
])('a wrong call %s ends with 2, a sentence and no stack', async (args, err) => {
  expect(await validate(...args)).toEqual({ code: 2, out: '', err });
});

test('an option that does not exist ends with 2 and names the help', async () => {
  const { code, err } = await validate('--fromat', 'json');
  expect([code, err.split('\n').length]).toEqual([2, 2]);
  expect(err).toContain('npm run validate -- --help');
});
