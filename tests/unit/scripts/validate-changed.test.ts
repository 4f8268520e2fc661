/** `npm run validate -- --changed` as a pull request calls it, in a repository of its own. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { memoryOf } from '../../../scripts/content-memory.ts';
import { readChangedFiles } from '../../../scripts/committed-files.ts';
import { approvalOf, keyedPeople } from '../check/fixture.ts';

// Each starts Node and git anew, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const root = mkdtempSync(join(tmpdir(), 'patency-'));
const folder = join(root, 'content');
cpSync('tests/fixtures/content', folder, { recursive: true });
const git = (...args: string[]): string =>
  execFileSync('git', ['-C', root, '-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', '-c', 'commit.gpgsign=false', ...args], {
    encoding: 'utf8',
  });
git('init', '-q', '-b', 'main');
git('add', '-A');
git('commit', '-qm', 'first');
afterAll(() => {
  rmSync(memoryOf(folder), { force: true });
  rmSync(root, { recursive: true, force: true });
});

const source = join(folder, 'sources/example-2020-trial.md');
const text = readFileSync(source, 'utf8');
const validate = (...args: string[]) => {
  // Late enough for every review to be overdue: one warning a page.
  const call = ['scripts/validate.ts', '--content', folder, '--as-of', '2029-01-01', '--format', 'json', ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, call, { encoding: 'utf8' });
  const issues = stdout ? (JSON.parse(stdout) as { issues: { rule: string; file: string }[] }).issues : [];
  return { status, stderr, files: [...new Set(issues.map(({ file }) => file.slice(folder.length + 1)))], issues };
};

test('without a change there is nothing to warn of, and a second look remembers the first', () => {
  expect(validate('--changed', 'main')).toMatchObject({ status: 0, stderr: '', files: [] });
  expect(validate('--changed', 'main').files).toEqual([]);
});

test('it warns of what changed since the branch left, committed or not, and of what depends on it', () => {
  git('checkout', '-qb', 'work');
  const topic = join(folder, 'topics/bent-widget.mdx');
  writeFileSync(topic, `${readFileSync(topic, 'utf8')}\nOne more sentence.\n`);
  const open = validate('--changed', 'main');
  expect(open.files).toContain('topics/bent-widget.mdx');
  const all = validate().files;
  expect(all).toEqual(expect.arrayContaining(open.files));
  expect(open.files.length).toBeLessThan(all.length);
  git('commit', '-qam', 'second');
  expect(validate('--changed', 'main').files).toEqual(open.files);
  expect(validate('--changed', 'HEAD').files).toEqual([]);
  expect(validate('--changed', topic).files).toEqual(open.files);
});

test('errors stand wherever they are, remembered files included', () => {
  renameSync(source, join(folder, 'sources/renamed-2020-trial.md'));
  const { status, issues } = validate('--changed', 'main');
  expect(status).toBe(1);
  expect(new Set(issues.map(({ rule }) => rule))).toContain('unknown-source');
  renameSync(join(folder, 'sources/renamed-2020-trial.md'), source);
  expect(validate('--changed', 'main').status).toBe(0);
});

test('a word that the vocabulary loses is missed in files that were remembered', () => {
  const vocabulary = join(folder, 'vocabulary.yaml');
  const words = readFileSync(vocabulary, 'utf8');
  writeFileSync(vocabulary, words.replaceAll('pmt:', 'pump:'));
  const { status, issues } = validate('--changed', 'main');
  expect([status, issues.find(({ file }) => file === source)?.rule]).toEqual([1, 'invalid-field']);
  writeFileSync(vocabulary, words);
  expect(validate('--changed', 'main').status).toBe(0);
});

test('a renamed file is changed under both its names, and both are read as they were', async () => {
  renameSync(source, join(folder, 'sources/renamed-2020-trial.md'));
  const { paths, before } = await readChangedFiles(folder, ['HEAD']);
  expect([...paths].sort()).toEqual(['sources/example-2020-trial.md', 'sources/renamed-2020-trial.md']);
  expect(before.map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)])).toEqual([['sources/example-2020-trial.md', text]]);
  renameSync(join(folder, 'sources/renamed-2020-trial.md'), source);
});

test('a person or key counts only once it stands on the branch that a change is made for', () => {
  const [people, approval] = [join(folder, 'people.yaml'), join(folder, 'approvals/term-widget.yaml')];
  const checked = (base: string): string[] =>
    validate('--changed', base, '--as-of', '2026-11-20')
      .issues.filter(({ file }) => file === approval)
      .map(({ rule }) => rule);
  git('checkout', '-qB', 'approving', 'main');
  git('reset', '-q', '--hard');
  writeFileSync(people, keyedPeople);
  mkdirSync(join(folder, 'approvals'));
  writeFileSync(approval, approvalOf('term', 'widget'));
  expect(checked('main')).toEqual(['approval-key-new']);
  git('add', '-A');
  git('commit', '-qm', 'both at once');
  expect(checked('main')).toEqual(['approval-key-new']);
  // The same in two steps.
  git('checkout', '-qB', 'keys', 'main');
  writeFileSync(people, keyedPeople);
  git('commit', '-qam', 'the key');
  git('checkout', '-qB', 'approval', 'keys');
  git('checkout', '-q', 'approving', '--', '.');
  git('commit', '-qm', 'the approval');
  expect(checked('keys')).toEqual([]);
  expect(checked('main')).toEqual(['approval-key-new']);
  git('checkout', '-q', 'work');
});

test('a name that is neither a file nor a commit is said, with the way out', () => {
  const { status, stderr } = validate('--changed', 'no-such-branch');
  expect(status).toBe(2);
  expect(stderr).toBe(
    `\`--changed no-such-branch\` is neither a file below \`${folder}\` nor a commit, branch or tag here. Fetch it first, or correct the name.\n`,
  );
});
