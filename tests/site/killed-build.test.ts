/** A build that is killed at any moment: nobody can serve what it leaves, and the next build writes the very bytes of an undisturbed one. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer } from '../../scripts/static-server.ts';
import { buildEnv } from '../build-env.ts';

/** A project of its own, because two builds at once in one project meet in `.astro`. */
let project: string;
const SEED = 3;
/** What a build says as it goes, one line for each of its steps. */
const steps = ['Building static entrypoints', 'generating static routes', 'pages indexed', 'social cards', 'kept by every visit'];

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'killed-build-'));
  for (const name of ['src', 'public', 'astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'])
    cpSync(name, join(project, name), { recursive: true });
  cpSync('tests/fixtures/content', join(project, 'content'), { recursive: true });
  // A picture that the fixture shows: the last reading of a build misses none.
  cpSync('public/icons/apple-touch-icon.png', join(project, 'public/pictures/widget.png'));
  symlinkSync(resolve('node_modules'), join(project, 'node_modules'));
});
afterAll(() => rmSync(project, { recursive: true }));

/** Builds; kills the build so many milliseconds after it has said something. Gives what ended it. */
async function build(kill?: { readonly after: string; readonly wait: number }): Promise<number | string | null> {
  const child = spawn(process.execPath, [resolve('node_modules/astro/bin/astro.mjs'), 'build'], { cwd: project, env: buildEnv() });
  let said = '';
  child.stdout.on('data', (piece: Buffer) => {
    const before = said;
    said += piece.toString();
    if (kill && said.includes(kill.after) && !before.includes(kill.after)) setTimeout(() => child.kill('SIGKILL'), kill.wait);
  });
  child.stderr.resume();
  return new Promise((resolve) => child.on('close', (code, signal) => resolve(signal ?? code)));
}

const out = (...path: string[]): string => join(project, 'dist', ...path);
const hashes = (): Record<string, string> =>
  Object.fromEntries(
    readdirSync(out(), { recursive: true })
      .map(String)
      .filter((path) => statSync(out(path)).isFile())
      .sort()
      .map((path) => [
        path,
        createHash('sha256')
          .update(readFileSync(out(path)))
          .digest('hex'),
      ]),
  );
const serve = () => startServer({ folder: out(), port: 0 });

test('a killed build is not served, and the next ends as if nothing had been', { timeout: 600_000 }, async () => {
  expect(await build()).toBe(0);
  const undisturbed = hashes();
  expect(Object.keys(undisturbed).length).toBeGreaterThan(50);
  const moments = fc.sample(fc.record({ after: fc.constantFrom(...steps), wait: fc.integer({ min: 0, max: 60 }) }), {
    seed: SEED,
    numRuns: 2,
  });
  for (const moment of moments) {
    expect(await build(moment)).toBe('SIGKILL');
    await expect(serve()).rejects.toThrow(/Run `npm run build` (?:first|again)\./);
  }
  expect(await build()).toBe(0);
  expect(hashes()).toEqual(undisturbed);
  await (await serve()).close();
});
