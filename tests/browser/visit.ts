/** What every browser test needs: the built site behind the strict server, a browser, and pages that are closed after each test. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, inject } from 'vitest';
import { launchChrome } from '../../scripts/chrome.ts';
import { startServer, type StaticServer } from '../../scripts/static-server.ts';

export interface Visit {
  /** A fresh reader, with nothing remembered; `prepare` runs before the page is opened. */
  readonly open: (path: string, options?: BrowserContextOptions, prepare?: (page: Page) => unknown) => Promise<Page>;
  readonly origin: () => string;
}

/** A browser and a server for all tests of a file; `toServer` starts another server than that of the built site. */
export function useSite(toServer: () => Promise<StaticServer> = () => startServer({ folder: inject('siteFolder'), port: 0 })): Visit {
  let browser: Browser;
  let server: StaticServer;
  const contexts: BrowserContext[] = [];
  beforeAll(async () => {
    [browser, server] = await Promise.all([launchChrome(), toServer()]);
  });
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });
  return {
    origin: () => server.url,
    open: async (path, options = {}, prepare) => {
      // Copies of the site would answer in place of what a test puts in the way; tests/browser/offline.test.ts lets them.
      const context = await browser.newContext({ reducedMotion: 'reduce', serviceWorkers: 'block', ...options });
      contexts.push(context);
      const page = await context.newPage();
      await prepare?.(page);
      await page.goto(server.url + path, { waitUntil: 'load' });
      return page;
    },
  };
}

/** One page of every kind, e.g. the first source; topics three times, because a condition, a procedure and a device have other parts. */
export function pageKinds(): string[] {
  const first = (folder: string): string => {
    const name = readdirSync(join(inject('siteFolder'), folder), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
      .sort()[0];
    if (name === undefined) throw new Error(`The built site has no page below /${folder}/.`);
    return `/${folder}/${name}/`;
  };
  return [
    '/',
    '/topics/',
    '/topics/phlegmasia/',
    '/topics/how-a-venous-thrombectomy-is-done/',
    '/topics/clottriever/',
    '/questions/',
    '/matrix/',
    '/matrix/patient/',
    '/matrix/#a=stevens-2021-chest&b=kakkos-2021-esvs',
    '/updates/',
    first('questions'),
    first('sources'),
    '/pathways/',
    '/pathways/dr-oracle-2026-thrombectomy/',
    '/pathways/compare/',
    '/glossary/',
    first('glossary'),
    '/references/',
    '/figures/',
    '/figures/forest/pts-any/',
    '/figures/timeline/',
    '/figures/vein-map/',
    '/learn/',
    '/learn/daily/',
    '/learn/topics/phlegmasia/',
    first('learn/sections'),
    '/search/',
    '/search/?q=thrombectomy',
    '/offline/',
    '/editorial/',
    '/editorial/people/',
    '/editorial/rules/',
    '/editorial/rules/missing-locator/',
    '/about/',
    first('about'),
    '/404.html',
  ];
}
