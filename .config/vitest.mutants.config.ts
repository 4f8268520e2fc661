import { defineConfig } from 'vitest/config';

/** The unit tests beside the code that a mutation run changes (`npm run bench -- mutants`), without those that start commands, wait for a limit or read all content. */
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  cacheDir: '.cache/vite',
  test: {
    environment: 'node',
    include: ['**/*.test.ts'],
    exclude: ['**/{*-shipped,*-spread,command*,fix-twice,interrupt,killed-*,limits,progress,trial,validate}.test.ts'],
    testTimeout: 120_000,
  },
});
