import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readContent } from '../../../src/library/from-files.ts';
import { madeDigests } from './made-digests.ts';

const script = join(import.meta.dirname, '../../../scripts/ingest.ts');
/** No glossary lies in these folders, so nothing is judged off topic. */
const digests = madeDigests(150);
const PARTS = ['content/sources', 'content/fingerprints', '.snapshots'];
const SEED = 9;

let root: string;
function open(name: string): string {
  const folder = join(root, name);
  mkdirSync(join(folder, 'raw'), { recursive: true });
  for (const { name: file, text } of digests) writeFileSync(join(folder, 'raw', file), text);
  return folder;
}

/** Runs ingest in a folder and kills it so many milliseconds after it has printed so many lines. Gives how it ended. */
async function run(folder: string, kill?: { readonly after: number; readonly wait: number; readonly by: 'SIGKILL' | 'SIGINT' }) {
  const child = spawn(process.execPath, [script, 'raw', '--date', '2026-11-20'], { cwd: folder });
  const heard = { stdout: '', stderr: '' };
  let killed = false;
  child.stdout.on('data', (piece: Buffer) => {
    heard.stdout += piece.toString();
    // Once: a second Ctrl-C would end it at once, wherever it is.
    if (!kill || killed || heard.stdout.split('\n').length <= kill.after) return;
    killed = true;
    setTimeout(() => child.kill(kill.by), kill.wait);
  });
  child.stderr.on('data', (piece: Buffer) => (heard.stderr += piece.toString()));
  const [code, signal] = await new Promise<[number | null, string | null]>((resolve) => child.on('close', (...end) => resolve(end)));
  return { code, signal, ...heard };
}

const read = (folder: string): Record<string, string> =>
  Object.fromEntries(
    PARTS.filter((part) => existsSync(join(folder, part))).flatMap((part) =>
      readdirSync(join(folder, part)).map((name) => [`${part}/${name}`, readFileSync(join(folder, part, name), 'utf8')]),
    ),
  );
const drafts = (tree: Record<string, string>): string[] => Object.keys(tree).filter((path) => /^content\/sources\/[^.]/.test(path));

let undisturbed: Record<string, string>;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'interrupt-'));
  const calm = open('calm');
  const { code, stderr } = await run(calm);
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  undisturbed = read(calm);
  expect(drafts(undisturbed).length).toBeGreaterThan(100);
}, 60_000);
afterAll(() => rmSync(root, { recursive: true }));

it(
  'ingest that is killed at random moments leaves no half draft, and the last run ends where an undisturbed one does',
  { timeout: 120_000 },
  async () => {
    const folder = open('disturbed');
    const moments = fc.sample(
      fc.record({
        after: fc.integer({ min: 1, max: 18 }),
        wait: fc.integer({ min: 0, max: 12 }),
        by: fc.constantFrom('SIGKILL', 'SIGINT'),
      }),
      {
        seed: SEED,
        numRuns: 4,
      },
    );
    const landed = new Set<string>();
    let before = 0;
    for (const { after, wait, by } of moments) {
      // Lines of files that are known count too: each run gets further than the one before.
      const { code, signal, stderr } = await run(folder, { after: before + after, wait, by });
      // On a busy machine a run may be over before the signal is.
      if (signal === 'SIGKILL' || code === 130) landed.add(by);
      else expect(code).toBe(1);
      if (code === 130) expect(stderr).toMatch(/Stopped: \d+ of 150 were not looked at\./);
      const tree = read(folder);
      for (const path of drafts(tree)) expect({ path, text: tree[path] }).toEqual({ path, text: undisturbed[path] });
      expect(drafts(tree).length).toBeGreaterThanOrEqual(before);
      before = drafts(tree).length;
      const { unreadable, strays, library } = await readContent(join(folder, 'content'));
      expect({ unreadable, strays, drafts: library.sources.size }).toEqual({ unreadable: [], strays: [], drafts: before });
    }
    expect([...landed].sort()).toEqual(['SIGINT', 'SIGKILL']);
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(drafts(undisturbed).length);

    // What a run leaves that dies between the first and the last byte of a draft; no process has a number this high.
    const half = `.${2 ** 22 + 4711}-0b0e7c3e-0000-4000-8000-000000000000.part`;
    writeFileSync(join(folder, 'content/sources', half), '---\nkind: news\ntitle: Ha');
    expect((await readContent(join(folder, 'content'))).unreadable).toEqual([]);

    const { code, stderr } = await run(folder);
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringMatching(/^Cleared away \d+ half-written files? of a run that was killed\.\n$/) as string,
    });
    expect(read(folder)).toEqual(undisturbed);
  },
);
