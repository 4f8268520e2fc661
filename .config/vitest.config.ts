/// <reference types="vitest/config" />
import { defineConfig } from 'vitest/config';

// One day for the whole run, which may cross midnight: every build that a test starts, and every check, takes it from here.
process.env['SOURCE_DATE_EPOCH'] ??= String(Math.floor(Date.now() / 1000));

/** Where code decides something, and tests must reach nine lines of ten in each. */
const covered = ['src/evidence/', 'src/check/', 'src/changes/', 'src/ingest/'];

/** Three projects: pure units, the built site, and journeys in a real browser. */
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    environment: 'node',
    // Unless told, a run leaves one core idle, which of two is half the machine.
    maxWorkers: '100%',
    // What a page does next may take seconds on a busy machine; the limit only ends what never comes.
    expect: { poll: { timeout: 20_000 } },
    // GitHub's own reader of workflows imports JSON in a way that only a bundler takes.
    server: { deps: { inline: [/@actions\//] } },
    // Asked for by `npm test` alone (`--coverage`): a run of a few files covers little and is no worse for it.
    coverage: {
      provider: 'v8',
      include: covered.map((room) => `${room}**/*.ts`),
      reporter: ['text-summary'],
      reportsDirectory: '.cache/coverage',
      thresholds: Object.fromEntries(covered.map((room) => [`${room}**`, { lines: 90 }])),
    },
    projects: [
      // Nothing here is timed: the limit only ends what hangs, also on a busy machine.
      {
        extends: true,
        test: { name: 'unit', include: ['tests/*.test.ts', 'tests/unit/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000 },
      },
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
        },
      },
    ],
  },
});
