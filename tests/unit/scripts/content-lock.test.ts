/** Several commands on one content folder at once: nothing is lost, nothing is refused, and whoever waits is told for whom. */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withContentLock } from '../../../scripts/content-lock.ts';
import { madeDigests } from '../ingest/made-digests.ts';

const ingestScript = join(import.meta.dirname, '../../../scripts/ingest.ts');
const fixScript = join(import.meta.dirname, '../../../scripts/validate.ts');
/** No glossary lies in these folders, so nothing is off topic. */
const digests = madeDigests(450)
  .filter(({ becomes }) => becomes === 'drafted')
  .slice(0, 300);
const SEED = 11;

let root: string;
beforeAll(() => (root = mkdtempSync(join(tmpdir(), 'lock-'))));
afterAll(() => rmSync(root, { recursive: true }));

function open(name: string, some = digests): string {
  const folder = join(root, name);
  mkdirSync(join(folder, 'raw'), { recursive: true });
  for (const { name: file, text } of some) writeFileSync(join(folder, 'raw', file), text);
  return folder;
}

const start = (folder: string, script = ingestScript, args = ['raw', '--date', '2026-11-20']): ChildProcessWithoutNullStreams =>
  spawn(process.execPath, [script, ...args], { cwd: folder });

async function ended(child: ChildProcessWithoutNullStreams) {
  const heard = { stdout: '', stderr: '' };
  child.stdout.on('data', (piece: Buffer) => (heard.stdout += piece.toString()));
  child.stderr.on('data', (piece: Buffer) => (heard.stderr += piece.toString()));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, ...heard };
}

const shown = (folder: string): string[] => readdirSync(folder).filter((name) => !name.startsWith('.'));

/** Every draft with a raw article of its own, and nothing half-written. */
function expectWhole(folder: string, count: number): void {
  const drafts = shown(join(folder, 'content/sources'));
  const named = drafts.map((name) => /^snapshot: sha256-(\w+)$/m.exec(readFileSync(join(folder, 'content/sources', name), 'utf8'))?.[1]);
  expect(readdirSync(join(folder, '.snapshots')).sort()).toEqual(named.map((hash) => `${hash ?? 'none'}.md`).sort());
  expect({ drafts: drafts.length, raw: new Set(named).size }).toEqual({ drafts: count, raw: count });
  const all = readdirSync(folder, { recursive: true }).map(String);
  expect(all.filter((name) => name.endsWith('.part'))).toEqual([]);
}

describe('three ingests at once on one folder', { timeout: 240_000 }, () => {
  it('end with 300 drafts and 300 raw articles, each drafted by one of them and known to the others', async () => {
    const folder = open('calm');
    const runs = await Promise.all([start(folder), start(folder), start(folder)].map(ended));
    expect(runs.map(({ code }) => code)).toEqual([0, 0, 0]);
    expectWhole(folder, 300);
    const states = runs.map(({ stdout }) => [...stdout.matchAll(/^(\w+) +raw\/(\S+\.md)/gm)].map(([, state, name]) => `${name} ${state}`));
    expect(states.flat()).toHaveLength(900);
    const drafted = states.flat().filter((line) => line.endsWith(' drafted'));
    expect(drafted.sort()).toEqual(digests.map(({ name }) => `${name} drafted`).sort());
    expect(states.flat().filter((line) => line.endsWith(' known'))).toHaveLength(600);
    for (const { stderr } of runs) expect(stderr.replace(/^(?:Waiting for .+|progress .+)\n/gm, '')).toBe('');
  });

  it('that are killed at random moments are finished by the next three', async () => {
    const some = digests.slice(0, 120);
    const folder = open('killed', some);
    const moments = fc.sample(fc.record({ after: fc.integer({ min: 1, max: 25 }), wait: fc.integer({ min: 0, max: 12 }) }), {
      seed: SEED,
      numRuns: 3,
    });
    let before = 0;
    for (const { after, wait } of moments) {
      const children = [start(folder), start(folder), start(folder)];
      for (const child of children) {
        let lines = 0;
        child.stdout.on('data', (piece: Buffer) => {
          lines += piece.toString().split('\n').length - 1;
          // Lines of what is known count too: each round gets further than the one before.
          if (lines > before + after) setTimeout(() => children.forEach((each) => each.kill('SIGKILL')), wait);
        });
      }
      await Promise.all(children.map(ended));
      const drafts = shown(join(folder, 'content/sources'));
      const raw = new Set(shown(join(folder, '.snapshots')));
      for (const name of drafts) {
        const text = readFileSync(join(folder, 'content/sources', name), 'utf8');
        expect(raw).toContain(`${/^snapshot: sha256-(\w+)$/m.exec(text)?.[1] ?? 'none'}.md`);
      }
      before = drafts.length;
    }
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(some.length);
    const runs = await Promise.all([start(folder), start(folder), start(folder)].map(ended));
    expect(runs.map(({ code }) => code)).toEqual([0, 0, 0]);
    expectWhole(folder, some.length);
  });
});

describe('a command on a folder that another writes to', { timeout: 60_000 }, () => {
  it('waits, says for whom and how to go on, and goes on when the other is killed', async () => {
    const folder = open('held', digests.slice(0, 2));
    const module = new URL('../../../scripts/content-lock.ts', import.meta.url).href;
    const hold = `import { withContentLock } from '${module}';
      await withContentLock('content', { command: 'npm run lookups', make: true, say: console.error }, () => {
        console.log('held');
        return new Promise((resolve) => setTimeout(resolve, 60_000));
      });`;
    const holder = spawn(process.execPath, ['--input-type=module', '--eval', hold], { cwd: folder });
    await new Promise((resolve) => holder.stdout.once('data', resolve));
    const waiting = start(folder);
    const told = await new Promise<string>((resolve) => waiting.stderr.once('data', (piece: Buffer) => resolve(piece.toString())));
    expect(told.replace(/\d{4}-\d\d-\d\d \d\d:\d\d/, 'DAY TIME').replaceAll(String(holder.pid), 'PID')).toMatchInlineSnapshot(`
      "Waiting for \`npm run lookups\` (process PID, since DAY TIME UTC), which is writing to \`content\`. This goes on by itself as soon as that has ended; if that hangs, end process PID. Ctrl-C gives up, and nothing is changed.
      "
    `);
    expect(readdirSync(join(folder, 'content')).filter((name) => !name.startsWith('.'))).toEqual([]);
    const end = ended(waiting);
    holder.kill('SIGKILL');
    expect((await end).code).toBe(0);
    expectWhole(folder, 2);
  });

  it('leaves on Ctrl-C and has changed nothing', async () => {
    const folder = open('left', digests.slice(0, 1));
    await withContentLock(join(folder, 'content'), { command: 'npm test', make: true, say: () => undefined }, async () => {
      const waiting = start(folder);
      const end = ended(waiting);
      await new Promise((resolve) => waiting.stderr.once('data', resolve));
      waiting.kill('SIGINT');
      expect(await end).toMatchObject({ code: 130, stdout: '', stderr: expect.stringMatching(/^Waiting for [^\n]+\n$/) as string });
    });
    expect(shown(join(folder, 'content'))).toEqual([]);
  });

  it('needs no lock to look: a check and a dry run do not wait', async () => {
    const folder = open('looked', digests.slice(0, 1));
    await withContentLock(join(folder, 'content'), { command: 'npm test', make: true, say: () => undefined }, async () => {
      expect((await ended(start(folder, ingestScript, ['raw', '--dry-run']))).stdout).toContain('This was a dry run');
      expect((await ended(start(folder, fixScript, ['--content', 'content', '--fix', '--dry-run']))).stderr).toContain(
        'Nothing was written.',
      );
    });
  });
});

it('a lock lets one in at a time, whoever asks, and is free after what it guards has failed', async () => {
  const folder = join(root, 'turns');
  const options = { command: 'npm test', make: true, say: () => undefined };
  let inside = 0;
  const turn = (fails: boolean) =>
    withContentLock(folder, options, async () => {
      expect(++inside).toBe(1);
      await sleep(5);
      inside--;
      if (fails) throw new Error('work that fails');
    });
  const turns = await Promise.allSettled([turn(false), turn(true), turn(false), turn(true)]);
  expect(turns.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected']);
});
