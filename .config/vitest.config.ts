/// <reference types="vitest/config" />
import { defineConfig } from 'vitest/config';

// One day for the whole run, which may cross midnight: every build that a test starts, and every check, takes it from here.
process.env['SOURCE_DATE_EPOCH'] ??= String(Math.floor(Date.now() / 1000));

/** Three projects: pure units, the built site, and journeys in a real browser. */
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    environment: 'node',
    // GitHub's own reader of workflows imports JSON in a way that only a bundler takes.
    server: { deps: { inline: [/@actions\//] } },
    projects: [
      // Nothing here is timed: the limit only ends what hangs, also on a busy machine.
      { extends: true, test: { name: 'unit', include: ['tests/*.test.ts', 'tests/unit/**/*.test.ts'], testTimeout: 120_000 } },
      {
        extends: true,
        test: {
          name: 'site',
          globalSetup: ['tests/built-site.ts'],
          include: ['tests/site/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 240_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          globalSetup: ['tests/built-site.ts'],
          include: ['tests/browser/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 240_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
