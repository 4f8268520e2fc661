/** `npm run anchor` as an editor calls it: lines to paste, or one sentence. */
import { execFile } from 'node:child_process';
import { expect, test, vi } from 'vitest';
import { parse } from 'yaml';

// Each starts Node anew, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const content = ['--content', 'tests/fixtures/rules/stale-verification'];
const snapshots = ['--snapshots', 'tests/fixtures/snapshots'];

const anchor = (...args: string[]): Promise<{ code: number; out: string; err: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, ['scripts/anchor.ts', ...args], (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
  });

test('the lines can be pasted below a finding, and the passage is shown beside them', async () => {
  const { code, out, err } = await anchor('example-2020-trial', 'Neither of them', 'the same', ...content, ...snapshots);
  expect(code).toBe(0);
  expect(out).toMatch(/^ {4}anchor:\n {6}starts: Neither of them\n {6}ends: the same\n {6}sha256: [0-9a-f]{64}\n$/);
  expect(parse(`- question: q\n  anchor:\n${out.split('\n').slice(1).join('\n')}`)).toMatchObject([{ anchor: { ends: 'the same' } }]);
  expect(err).toContain('The passage: “Neither of them lasted longer than the other, and both cost the same”\n');
});

test('words that are not there end with 1 and one sentence', async () => {
  const ended = await anchor('example-2020-trial', 'neither of them', 'the same', ...content, ...snapshots);
  expect(ended).toEqual({ code: 1, out: '', err: '“neither of them” is not in the raw article. It has “Neither of them”.\n' });
});

test.each([
  [
    ['example-2020-tral', 'a', 'b', ...content],
    'There is no source `example-2020-tral` in tests/fixtures/rules/stale-verification/sources. Did you mean `example-2020-trial`?\n',
  ],
  [
    ['example-2021-advice', 'a', 'b', '--content', 'tests/fixtures/content'],
    '`example-2021-advice` has no `snapshot`, so no raw article is known for it. Take the article in with `npm run ingest` first.\n',
  ],
  [
    ['example-2020-trial', 'a', 'b', ...content, '--snapshots', 'tests/cases'],
    'The raw article of `example-2020-trial` is not in `tests/cases`. Run `npm run ingest` on it again, or name the folder that has it with `--snapshots`.\n',
  ],
])('a call %j that cannot work ends with 2 and one sentence', async (args, err) => {
  expect(await anchor(...args)).toEqual({ code: 2, out: '', err });
});

test('too few words and an unknown option end with 2, and no stack', async () => {
  const few = await anchor('example-2020-trial', 'Neither');
  expect([few.code, few.err.split('\n')[1]]).toEqual([
    2,
    'Usage: npm run anchor -- <source id> "first words" "last words" [--snapshots DIR] [--content DIR]',
  ]);
  const unknown = await anchor('a', 'b', 'c', '--snapshot', 'x');
  expect(unknown.code).toBe(2);
  expect(unknown.err).not.toMatch(/\n\s+at |bug of ours/);
});
