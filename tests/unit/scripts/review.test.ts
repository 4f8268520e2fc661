/** `npm run review` as a clinician or an editor calls it: lines to paste, or one sentence. */
import { execFile } from 'node:child_process';
import { expect, test, vi } from 'vitest';
import { parse } from 'yaml';

// Each starts Node anew, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const content = ['--content', 'tests/fixtures/content'];

const review = (...args: string[]): Promise<{ code: number; out: string; err: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, ['scripts/review.ts', ...args, ...content], (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
  });

test('the lines are a whole approval by somebody of the list, with the months of the kind until it is due', async () => {
  const { code, out, err } = await review('example-2021-advice', '--by', 'robin-reviewer', '--on', '2026-11-03');
  expect([code, err]).toEqual([0, expect.stringContaining('Paste this into tests/fixtures/content/sources/example-2021-advice.md')]);
  expect(parse(out)).toEqual({
    status: 'approved',
    review: {
      by: 'robin-reviewer',
      role: 'Consultant',
      on: '2026-11-03',
      due: '2027-11-03',
      of: expect.stringMatching(/^sha256-[0-9a-f]{64}$/),
    },
  });
});

test('without a name it prints the hash and the days, and approves nothing', async () => {
  const { code, out } = await review('topics/widgets.mdx', '--on', '2026-11-03', '--due', '2026-12-24');
  expect(code).toBe(0);
  expect(Object.keys(parse(out) as object)).toEqual(['review']);
  expect(parse(out)).toMatchObject({ review: { on: '2026-11-03', due: '2026-12-24' } });
});

test('a name that is not in the list gets no lines', async () => {
  const { code, out, err } = await review('widgets', '--by', 'robin-reviewr');
  expect([code, out]).toEqual([1, '']);
  expect(err).toBe(
    '`robin-reviewr` is not in tests/fixtures/content/people.yaml, so the name cannot stand under an approval. Did you mean `robin-reviewer`?\n',
  );
});

test.each([
  [['example-2021-advce'], 'There is no page `example-2021-advce` in tests/fixtures/content. Did you mean `example-2021-advice`?\n'],
  [['widgets', '--on', '2026-02-30'], '`--on 2026-02-30` is not a day. Write it as 2026-11-20.\n'],
  [['widgets', '--on', '2026-11-03', '--due', '2026-11-03'], '`--due 2026-11-03` is not after the approval on 2026-11-03.\n'],
])('a wrong call ends with 2 and says what to do: %j', async (args, said) => {
  expect(await review(...args)).toEqual({ code: 2, out: '', err: said });
});
