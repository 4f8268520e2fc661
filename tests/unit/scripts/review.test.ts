/** `npm run review` as a clinician or an editor calls it: what was read, or one sentence. */
import { execFile } from 'node:child_process';
import { expect, test, vi } from 'vitest';
import { approvalClosed } from '../../../src/schema/review.ts';

// Each starts Node anew, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const content = ['--content', 'tests/fixtures/content'];

const review = (...args: string[]): Promise<{ code: number; out: string; err: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, ['scripts/review.ts', ...args, ...content], (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
  });

test('it says that approval is closed and how a clinician helps, and prints what was read; nothing to paste', async () => {
  const { code, out, err } = await review('example-2021-advice');
  expect(code).toBe(0);
  expect(err).toBe(`${approvalClosed.why}\n${approvalClosed.meanwhile} Say in it what you read:\n`);
  expect(out).toMatch(/^tests\/fixtures\/content\/sources\/example-2021-advice\.md as it stands with sha256-[0-9a-f]{64}\n$/);
});

test.each([
  [['example-2021-advce'], 'There is no page `example-2021-advce` in tests/fixtures/content. Did you mean `example-2021-advice`?\n'],
  [['widgets', 'gadgets'], 'Expected one page: its id, or its file.\nUsage: npm run review -- <id or file> [--content DIR]\n'],
])('a wrong call ends with 2 and says what to do: %j', async (args, said) => {
  expect(await review(...args)).toEqual({ code: 2, out: '', err: said });
});
