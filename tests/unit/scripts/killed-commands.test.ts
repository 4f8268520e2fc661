/** `validate --fix` and `lookups` killed at random moments: no file is ever half of anything, and the next run ends as an undisturbed one. */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const SEED = 4;
let folder: string;
let server: Server;
let asked = 0;
let whenAsked: () => void = () => undefined;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'killed-'));
  server = createServer((_, response) => {
    asked += 1;
    whenAsked();
    response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

const start = (script: string, args: readonly string[]) =>
  spawn(process.execPath, [join(root, 'scripts', `${script}.ts`), ...args], {
    cwd: folder,
    env: { ...process.env, REGISTRY_MIRROR: `http://127.0.0.1:${(server.address() as AddressInfo).port}` },
    stdio: ['ignore', 'ignore', 'pipe'],
  });

async function ended(child: ReturnType<typeof start>): Promise<{ code: number | null; signal: string | null; err: string }> {
  let err = '';
  child.stderr.on('data', (piece: Buffer) => (err += piece.toString()));
  const [code, signal] = await new Promise<[number | null, string | null]>((resolve) => child.on('close', (...end) => resolve(end)));
  return { code, signal, err };
}

/** What readers of the folder see: all files that are not hidden. */
const tree = (name: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(join(folder, name), { recursive: true })
      .map(String)
      .filter((path) => !/(?:^|\/)\./.test(path) && statSync(join(folder, name, path)).isFile())
      .map((path) => [path, readFileSync(join(folder, name, path), 'utf8')]),
  );
const parts = (name: string): string[] =>
  readdirSync(join(folder, name), { recursive: true })
    .map(String)
    .filter((path) => path.endsWith('.part'));

/** Content with many sources, each of which has its fields in the wrong order. */
function open(name: string, count: number): void {
  cpSync(join(root, 'tests/fixtures/content'), join(folder, name), { recursive: true });
  const text = readFileSync(join(folder, name, 'sources/example-2020-trial.md'), 'utf8');
  const wrong = text.replace(/^kind: .*\n/m, '').replace(/\n---\n/, '\nkind: trial\n---\n');
  const { port } = server.address() as AddressInfo;
  for (let i = 1; i <= count; i++)
    writeFileSync(
      join(folder, name, 'sources', `example-2020-copy${i}.md`),
      wrong
        .replace('https://journal.example/widgets', `http://127.0.0.1:${port}/${i}`)
        .replace(/\/papers\/widgets\//, `/papers/widgets-${i}/`),
    );
}

it('--fix', { timeout: 240_000 }, async () => {
  const args = (name: string): string[] => ['--content', name, '--fix', '--as-of', '2026-11-20'];
  open('calm', 150);
  open('fixed', 150);
  const before = tree('fixed');
  expect((await ended(start('validate', args('calm')))).err).toMatch(/Changed 15\d files\.\n$/);
  const undisturbed = tree('calm');
  const toChange = Object.keys(undisturbed)
    .filter((path) => before[path] !== undisturbed[path])
    .sort();
  let landed = 0;
  const changed = (): string[] => Object.entries(tree('fixed')).flatMap(([path, text]) => (text === before[path] ? [] : [path]));
  for (const many of fc.sample(fc.integer({ min: 1, max: 40 }), { seed: SEED, numRuns: 3 })) {
    const child = start('validate', args('fixed'));
    const end = ended(child);
    let over = false;
    void end.then(() => (over = true));
    // Files are changed in the order of their names: when this one has changed, the next are about to.
    const next = toChange[Math.min(changed().length + many, toChange.length - 1)] ?? '';
    while (!over && readFileSync(join(folder, 'fixed', next), 'utf8') === before[next]) await new Promise(setImmediate);
    child.kill('SIGKILL');
    if ((await end).signal === 'SIGKILL') landed += 1;
    for (const [path, text] of Object.entries(tree('fixed'))) expect([before[path], undisturbed[path]]).toContain(text);
  }
  expect(landed).toBeGreaterThan(0);
  const half = join(folder, 'fixed/sources/.example-2020-copy1.md.0b0e7c3e-0000-4000-8000-000000000000.part');
  writeFileSync(half, '---\nkind: tri');
  const { err } = await ended(start('validate', args('fixed')));
  expect(err).toMatch(/^Cleared away \d+ half-written files? of a run that was killed\.\n/);
  expect(tree('fixed')).toEqual(undisturbed);
  expect(parts('fixed')).toEqual([]);
});

it('lookups', { timeout: 240_000 }, async () => {
  const args = (name: string): string[] => ['link', '--content', name, '--allow-private', '--date', '2026-11-20'];
  open('heard', 3);
  open('asked', 3);
  const before = tree('asked');
  expect((await ended(start('lookups', args('heard')))).err).toBe('');
  const undisturbed = tree('heard');
  expect(undisturbed['lookups.yaml']).toContain('example-2020-copy3');
  let landed = 0;
  const moments = fc.sample(fc.record({ many: fc.integer({ min: 1, max: 3 }), wait: fc.integer({ min: 0, max: 40 }) }), {
    seed: SEED,
    numRuns: 2,
  });
  // The last answer is followed by the writing.
  for (const { many, wait } of [...moments, { many: 4, wait: 3 }]) {
    asked = 0;
    const child = start('lookups', args('asked'));
    whenAsked = () => {
      if (asked === many) setTimeout(() => child.kill('SIGKILL'), wait);
    };
    if ((await ended(child)).signal === 'SIGKILL') landed += 1;
    const { 'lookups.yaml': said, ...rest } = tree('asked');
    expect([undefined, undisturbed['lookups.yaml']]).toContain(said);
    expect(rest).toEqual(before);
  }
  whenAsked = () => undefined;
  expect(landed).toBeGreaterThan(0);
  writeFileSync(join(folder, 'asked/lookups.yaml.part'), '- job: li');
  expect((await ended(start('lookups', args('asked')))).err).toMatch(/^Cleared away \d+ half-written files? of a run that was killed\.\n$/);
  expect(tree('asked')).toEqual(undisturbed);
  expect(parts('asked')).toEqual([]);
});
