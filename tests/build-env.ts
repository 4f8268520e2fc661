/** The environment of a build that a test starts: that of the test, but for what makes Astro build for development. */

/** What a test runs in (`DEV=1`, `MODE=test`): with it a build reads all content anew for each page, seven times slower. */
const OF_THE_TEST = /^(?:DEV|PROD|MODE|SSR|BASE_URL|TEST|VITEST.*)$/;

/** e.g. `buildEnv({ PATENCY_CONTENT: folder })`: a production build, without telemetry and colours, with what is given on top. */
export const buildEnv = (own: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !OF_THE_TEST.test(name))),
  ASTRO_TELEMETRY_DISABLED: '1',
  NODE_ENV: 'production',
  NO_COLOR: '1',
  ...own,
});
