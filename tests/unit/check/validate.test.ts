/** `npm run validate` as a person calls it: what it prints and how it ends. */
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { AS_OF, RULES_FOLDER, SNAPSHOT_FOLDER } from './fixture.ts';

// Each starts Node anew, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

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
  expect(await validate('--content', 'tests/fixtures/content', ...at)).toEqual({ code: 0, out: 'No issues in 15 files.\n', err: '' });
});

test('warnings alone end with 0', async () => {
  const ended = await validate('--content', 'tests/fixtures/content/', '--as-of', '2028-01-01');
  expect(ended.code).toBe(0);
  expect(ended.out).toMatch(/tests\/fixtures\/content\/sources\/[\s\S]*review-overdue \(warning\)[\s\S]*\d+ warnings in \d+ files\.\n$/);
});

test('errors end with 1, in any format', async () => {
  const folder = ['--content', 'tests/fixtures/rules/unreadable-file'];
  const json = await validate(...folder, ...at, '--format', 'json');
  expect([json.code, (JSON.parse(json.out) as { errors: number }).errors]).toEqual([1, 7]);
  expect((await validate(...folder, ...at, '--format', 'github')).out).toMatch(/^::error file=tests/);
});

test('a folder with nothing in it is no error', async () => {
  const empty = await mkdtemp(join(tmpdir(), 'patency-'));
  expect(await validate('--content', empty)).toEqual({ code: 0, out: 'No issues in 0 files.\n', err: '' });
});

test.each([
  [['--format', 'githib'], '`--format githib` is not one of terminal, github, sarif, json. Did you mean `github`?\n'],
  [['--as-of', '2026-02-30'], '`--as-of 2026-02-30` is not a day. Write it as 2026-11-20.\n'],
  [['--record'], '`--record` needs `--snapshots DIR`: only what was looked for can be recorded.\n'],
  [['--snapshots', 'no/such'], 'There is no folder `no/such` here. Name the one with the raw articles after `--snapshots`.\n'],
  [['--content', 'no/such'], 'There is no folder `no/such` here. Run this in the project, or name the folder with `--content`.\n'],
])('a wrong call %s ends with 2, a sentence and no stack', async (args, err) => {
  expect(await validate(...args)).toEqual({ code: 2, out: '', err });
});

test('an option that does not exist ends with 2 and names the help', async () => {
  const { code, err } = await validate('--fromat', 'json');
  expect([code, err.split('\n').length]).toEqual([2, 2]);
  expect(err).toContain('npm run validate -- --help');
});

/** The valid library with the anchored source of a rule's fixture over it, in a folder that may be written to. */
async function anchoredFolder(rule: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'patency-'));
  await cp('tests/fixtures/content', folder, { recursive: true });
  await cp(`${RULES_FOLDER}/${rule}/sources`, join(folder, 'sources'), { recursive: true });
  return folder;
}

test('anchors are unchecked without raw articles, checked with them, and recorded when asked', async () => {
  const folder = await anchoredFolder('stale-verification');
  const call = ['--content', folder, ...at];
  expect((await validate(...call)).out).toBe('No issues in 15 files. 1 anchor unchecked: give the raw articles with `--snapshots DIR`.\n');
  const snapshots = ['--snapshots', SNAPSHOT_FOLDER];
  const recorded = await validate(...call, ...snapshots, '--record');
  expect(recorded).toMatchObject({ code: 0, out: 'No issues in 15 files. 1 anchor checked.\n' });
  expect(recorded.err).toBe(`Recorded 1 anchor of 1 source in ${folder}/verifications.yaml.\n`);
  const record = await readFile(join(folder, 'verifications.yaml'), 'utf8');
  expect(record).toMatch(
    /^# .+\n- source: example-2020-trial\n {2}snapshot: sha256-[0-9a-f]{64}\n {2}on: 2026-11-20\n {2}anchors:\n {4}- [0-9a-f]{64}\n$/,
  );

  const again = await validate(...call, ...snapshots, '--record', '--format', 'json');
  expect(JSON.parse(again.out)).toMatchObject({ errors: 0, warnings: 0, anchors: { checked: 1, unchecked: 0 } });
  expect(await readFile(join(folder, 'verifications.yaml'), 'utf8')).toBe(record);
});

test('an anchor that does not hold ends with 1 and is not recorded', async () => {
  const folder = await anchoredFolder('anchor-changed');
  await writeFile(join(folder, 'verifications.yaml'), '[]\n');
  const { code, out, err } = await validate('--content', folder, ...at, '--snapshots', SNAPSHOT_FOLDER, '--record');
  expect([code, err]).toEqual([1, `Recorded 0 anchors of 0 sources in ${folder}/verifications.yaml.\n`]);
  expect(out).toMatch(/:32:65 {2}anchor-changed\n[\s\S]*1 error in 1 file\. 1 anchor checked\.\n$/);
});
