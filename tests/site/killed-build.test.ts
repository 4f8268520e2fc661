/** A build that is killed at any moment: nobody can serve what it leaves, and the next build writes the very bytes of an undisturbed one. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer } from '../../scripts/static-server.ts';

// Of its own, so that neither content nor caches meet those of another test.
const content = '.cache/killed-content';
const out = join(import.meta.dirname, '../../.cache/killed-dist');
const store = `.cache/astro-${encodeURIComponent(content)}`;
const SEED = 3;
/** What a build says as it goes, one line for each of its steps. */
const steps = ['Building static entrypoints', 'generating static routes', 'pages indexed', 'social cards', 'kept by every visit'];

const clear = (): void => [content, out, store].forEach((folder) => rmSync(folder, { recursive: true, force: true }));
beforeAll(() => {
  clear();
  cpSync('tests/fixtures/content', content, { recursive: true });
});
afterAll(clear);

/** Builds; kills the build so many milliseconds after it has said something. Gives what ended it. */
async function build(kill?: { readonly after: string; readonly wait: number }): Promise<number | string | null> {
  const astro = join('node_modules', 'astro', 'bin', 'astro.mjs');
  const env = { ...process.env, PATENCY_CONTENT: content, ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production', NO_COLOR: '1' };
  const child = spawn(process.execPath, [astro, 'build', '--outDir', out], { env });
  let said = '';
  child.stdout.on('data', (piece: Buffer) => {
    const before = said;
    said += piece.toString();
    if (kill && said.includes(kill.after) && !before.includes(kill.after)) setTimeout(() => child.kill('SIGKILL'), kill.wait);
  });
  child.stderr.resume();
  return new Promise((resolve) => child.on('close', (code, signal) => resolve(signal ?? code)));
}

const hashes = (): Record<string, string> =>
  Object.fromEntries(
    readdirSync(out, { recursive: true })
      .map(String)
      .filter((path) => statSync(join(out, path)).isFile())
      .sort()
      .map((path) => [
        path,
        createHash('sha256')
          .update(readFileSync(join(out, path)))
          .digest('hex'),
      ]),
  );
const serve = () => startServer({ folder: out, port: 0 });

test('a killed build is not served, and the next ends as if nothing had been', { timeout: 240_000 }, async () => {
  expect(await build()).toBe(0);
  const undisturbed = hashes();
  expect(Object.keys(undisturbed).length).toBeGreaterThan(50);
  const moments = fc.sample(fc.record({ after: fc.constantFrom(...steps), wait: fc.integer({ min: 0, max: 60 }) }), {
    seed: SEED,
    numRuns: 3,
  });
  for (const moment of moments) {
    expect(await build(moment)).toBe('SIGKILL');
    await expect(serve()).rejects.toThrow(/Run `npm run build` (?:first|again)\./);
  }
  expect(await build()).toBe(0);
  expect(hashes()).toEqual(undisturbed);
  await (await serve()).close();
});
