/** What git leaves out, the linter and the formatter leave out: a build must not make the next test fail. */
import { readFileSync } from 'node:fs';
import { ESLint } from 'eslint';
import { getFileInfo } from 'prettier';
import { expect, test } from 'vitest';

/** A path that a pattern of .gitignore covers, e.g. `.cache/` → `.cache/deep/made.ts`. */
const pathFor = (pattern: string): string => (pattern.endsWith('/') ? `${pattern}deep/made.ts` : pattern.replace('*', 'made'));
const patterns = readFileSync('.gitignore', 'utf8')
  .split('\n')
  .filter((line) => line && !line.startsWith('#'));
const eslint = new ESLint({ overrideConfigFile: '.config/eslint.config.js' });

test.each(patterns)('%s is nothing to the linter and the formatter', async (pattern) => {
  const path = pathFor(pattern);
  expect(await eslint.isPathIgnored(path)).toBe(true);
  // What `prettier --check .` reads by itself.
  expect((await getFileInfo(path, { ignorePath: ['.gitignore', '.prettierignore'] })).ignored).toBe(true);
});

test('what is written by hand is read by both', async () => {
  for (const path of ['src/config.ts', 'scripts/serve.ts', 'tests/unit/ignored.test.ts']) {
    expect(await eslint.isPathIgnored(path)).toBe(false);
    expect((await getFileInfo(path, { ignorePath: ['.gitignore', '.prettierignore'] })).ignored).toBe(false);
  }
});
