/** `npm run fingerprint` as an editor meets it: what it writes, and what it says when it cannot. */
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'patency-fingerprint-'));
  await cp('tests/fixtures/content', folder, { recursive: true });
  await cp('tests/fixtures/rules/parallel-wording/sources', join(folder, 'sources'), { recursive: true });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const all = ['scripts/fingerprint.ts', '--content', folder, '--snapshots', 'tests/fixtures/ingest', ...args];
  return new Promise((resolve) => {
    execFile(process.execPath, all, (error, out, err) => resolve({ code: error ? Number(error.code) : 0, out, err }));
  });
}

test('a source that is not there, one without a raw article and one whose raw article is elsewhere are told apart', async () => {
  const unknown = await run('example-2020-trail');
  expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining('Did you mean `example-2020-trial`?')]);
  const bare = await run('example-2021-advice');
  expect([bare.code, bare.err]).toEqual([1, '`example-2021-advice` has no `snapshot`: no raw article is known for it.\n']);
  const lost = await run('example-2020-trial');
  expect([lost.code, lost.err]).toEqual([
    1,
    'The raw article of `example-2020-trial` is not at hand: name the folder that has it with `--snapshots`.\n',
  ]);
  const none = await run();
  expect([none.code, none.err]).toEqual([
    1,
    'No raw article of any source is at hand: name the folder that has them with `--snapshots`.\n',
  ]);
});

test('the raw article of a source becomes its fingerprint, and the same one again', async () => {
  const { snapshot } = /snapshot: (?<snapshot>\S+)/.exec(await readFile('tests/fixtures/ingest/leaflet/draft.md', 'utf8'))?.groups ?? {};
  const trial = join(folder, 'sources/example-2020-trial.md');
  const text = await readFile(trial, 'utf8');
  await writeFile(trial, text.replace(/snapshot: \S+/, `snapshot: ${snapshot ?? ''}`));
  const path = join(folder, 'fingerprints/example-2020-trial.yaml');
  expect(await run()).toEqual({ code: 0, out: `${path}\n`, err: '' });
  const made = await readFile(path, 'utf8');
  expect(made).toContain(`snapshot: ${snapshot ?? ''}`);
  expect(await run('example-2020-trial')).toMatchObject({ code: 0 });
  expect(await readFile(path, 'utf8')).toBe(made);
}, 30_000);
