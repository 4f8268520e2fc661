/** `npm run diff` as a person calls it, in a repository of its own: what it prints and how it ends. */
import { execFile, execFileSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

// Each starts Node anew, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const script = resolve('scripts/diff.ts');
const AT = ['--as-of', '2026-11-20'];
let folder = '';

const git = (...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=Moss', '-c', 'user.email=moss@example.org', '-c', 'commit.gpgsign=false', ...args], {
    cwd: folder,
    encoding: 'utf8',
  });

const diff = (...args: string[]): Promise<{ code: number; out: string; err: string }> =>
  new Promise((done) => {
    execFile(
      process.execPath,
      [script, ...args],
      { cwd: folder, env: { ...process.env, PATENCY_CONTENT: 'content' } },
      (error, out, err) => {
        done({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
      },
    );
  });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'patency-'));
  await cp('tests/fixtures/differences', join(folder, 'content'), { recursive: true });
  git('init', '--quiet', '--initial-branch', 'main');
  git('add', '.');
  git('commit', '--quiet', '--message', 'Begin');
  const path = join(folder, 'content/sources/sage-2023-advice.md');
  await writeFile(path, (await readFile(path, 'utf8')).replace('direction: for', 'direction: against'));
  await writeFile(join(folder, 'content/sources/ähnlich wie.md'), 'Kein Text.\n');
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const OPENING =
  '1 finding changed direction or strength, 1 count moved and 1 file does not pass the check; 1 question and 1 topic are affected.';

test('compares the working tree with a commit, files of any name included, and checks nothing out', async () => {
  const before = git('status', '--porcelain');
  const { code, out, err } = await diff('main', ...AT);
  expect([code, err]).toEqual([0, '']);
  expect(out.split('\n')[0]).toBe(OPENING);
  expect(out).toContain('content/sources/ähnlich wie.md');
  expect(git('status', '--porcelain')).toBe(before);
});

test('prints Markdown with links to files, and JSON', async () => {
  const markdown = await diff('HEAD', ...AT, '--format', 'markdown', '--files', 'https://forge.example/blob/main');
  expect(markdown.out).toContain(`**${OPENING}**`);
  expect(markdown.out).toContain('](https://forge.example/blob/main/content/sources/sage-2023-advice.md)');
  const json = JSON.parse((await diff('HEAD', ...AT, '--format', 'json')).out) as { opening: string; affected: unknown[] };
  expect([json.opening, json.affected.length]).toEqual([OPENING, 2]);
});

test('compares two commits and leaves the working tree out of it', async () => {
  expect(await diff('HEAD', '--to', 'main', ...AT)).toEqual({ code: 0, out: 'Nothing changed in the evidence.\n', err: '' });
});

test('finds no difference between a state and itself', async () => {
  expect(await diff('content', ...AT)).toEqual({ code: 0, out: 'Nothing changed in the evidence.\n', err: '' });
});

test('takes a content folder that was not there before as empty', async () => {
  await cp(join(folder, 'content'), join(folder, 'other'), { recursive: true });
  const { code, out } = await diff('HEAD', ...AT, '--content', 'other');
  await rm(join(folder, 'other'), { recursive: true });
  expect(code).toBe(0);
  expect(out).toMatch(/^4 sources were added/m);
});

test.each([
  [[], 'Expected one base to compare with, e.g. `npm run diff -- origin/main`.\n'],
  [['nowhere'], '`nowhere` is neither a commit nor a folder here. Name one that `git log` knows, e.g. `HEAD~1`.\n'],
  [['HEAD', '--format', 'markdwn'], '`--format markdwn` is not one of text, markdown, json. Did you mean `markdown`?\n'],
  [['HEAD', '--to', 'nowhere'], '`--to nowhere` is no commit here. Name one that `git log` knows, e.g. `HEAD~1`.\n'],
])('a wrong call %j ends with 2, a sentence and no stack', async (args, says) => {
  const { code, out, err } = await diff(...args);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain(says);
  expect(err).not.toContain('    at ');
});

test('a name that git would take for an option is not one', async () => {
  const { code, err } = await diff('--', '--output=stolen');
  expect([code, err]).toEqual([
    2,
    '`--output=stolen` is neither a commit nor a folder here. Name one that `git log` knows, e.g. `HEAD~1`.\n',
  ]);
});
