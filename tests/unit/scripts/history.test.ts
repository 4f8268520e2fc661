/** `npm run history` as a person calls it, in a repository of its own: what it writes, when it says that it is behind, when it refuses. */
import { execFile, execFileSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { parse } from 'yaml';

// Each starts Node anew, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const script = resolve('scripts/history.ts');
let root = '';
let folder = '';
const file = (name: string): string => join(folder, 'content', name);

const git = (cwd: string, on: string, ...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=Moss', '-c', 'user.email=moss@example.org', '-c', 'commit.gpgsign=false', ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, GIT_AUTHOR_DATE: `${on}T12:00:00Z`, GIT_COMMITTER_DATE: `${on}T12:00:00Z` },
  });
const commit = (on: string): void => {
  git(folder, on, 'add', '.');
  git(folder, on, 'commit', '--quiet', '--message', 'Go on');
};

const history = (cwd: string, ...args: string[]): Promise<{ code: number; out: string; err: string }> =>
  new Promise((done) => {
    execFile(process.execPath, [script, ...args], { cwd, env: { ...process.env, PATENCY_CONTENT: 'content' } }, (error, out, err) =>
      done({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    );
  });

const edit = async (name: string, words: string, instead: string): Promise<void> =>
  writeFile(file(name), (await readFile(file(name), 'utf8')).replace(words, instead));

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'patency-'));
  folder = join(root, 'here');
  await cp('tests/fixtures/differences', join(folder, 'content'), { recursive: true });
  git(folder, '2026-11-20', 'init', '--quiet', '--initial-branch', 'main');
  commit('2026-11-20');
  await edit('sources/moss-2020-alpha.md', 'events: 40', 'events: 41');
  commit('2026-11-22');
});

afterAll(() => rm(root, { recursive: true, force: true }));

test('writes the past with the days of the commits, the same each time, and says when it is behind', async () => {
  const first = await history(folder);
  expect([first.code, first.err]).toEqual([0, '']);
  expect(first.out).toContain('Wrote content/history.yaml: ');
  const text = await readFile(file('history.yaml'), 'utf8');
  const alpha = (parse(text) as { source: string }[]).find(({ source }) => source === 'moss-2020-alpha');
  expect(alpha).toMatchObject({
    findings: [{ id: 'lasting', since: '2026-11-20' }, { id: 'choice' }],
    results: [{ id: 'patency-12m', changes: [{ on: '2026-11-22', what: 'numbers', was: 'widgets events 40', is: 'widgets events 41' }] }],
  });
  expect(await history(folder, '--check')).toMatchObject({ code: 0 });
  await history(folder, '--anew');
  expect(await readFile(file('history.yaml'), 'utf8')).toBe(text);

  await edit('sources/moss-2020-alpha.md', 'events: 41', 'events: 42');
  const behind = await history(folder, '--check');
  expect([behind.code, behind.out]).toEqual([
    1,
    '`history.yaml` is behind by 1 result: commit what changed in sources, run `npm run history`, and commit that file too.\n',
  ]);
  expect((await history(folder)).out).toContain('is behind by 1 result');
});

test('refuses a shallow clone with the way out, and leaves what the file tells', async () => {
  commit('2026-11-24');
  const clone = join(root, 'shallow');
  git(root, '2026-11-25', 'clone', '--quiet', '--depth', '1', `file://${folder}`, clone);
  const before = await readFile(join(clone, 'content/history.yaml'), 'utf8');
  const { code, err } = await history(clone);
  expect([code, err]).toEqual([2, expect.stringContaining('`git fetch --unshallow`')]);
  expect(await readFile(join(clone, 'content/history.yaml'), 'utf8')).toBe(before);
  expect((await history(clone, '--check')).code).toBe(1);
});

test('says where there is no past at all', async () => {
  const bare = join(root, 'bare');
  await cp('tests/fixtures/differences', join(bare, 'content'), { recursive: true });
  const { code, err } = await history(bare);
  expect([code, err]).toEqual([2, expect.stringContaining('Git knows no past of `content`')]);
});
