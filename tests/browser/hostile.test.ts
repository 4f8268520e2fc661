/** The worst of what strangers could send, met by a browser on a plain host without headers: no flag, no request, no navigation. The check is passed by, so that the allow-list stands alone. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sirv from 'sirv';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChrome } from '../../scripts/chrome.ts';
import { buildPlanted, plantBodies, type PlantedSite } from '../planted-site.ts';
import { hostile } from '../unit/integrations/hostile.ts';

const starting = (bodies: readonly string[], starts: readonly string[]): string[] =>
  starts.map((start) => {
    const body = bodies.find((one) => one.startsWith(start));
    if (body === undefined) throw new Error(`No hostile body starts with ${JSON.stringify(start)}.`);
    return body;
  });

const markdown = starting(hostile.markdown, [
  'A <img src=x onerror=a=b>',
  'A <img title="\nabc"\nsrc=',
  'A <img src="https://evil.invalid/pixel.gif">',
  'A <svg onload=',
  'A <svg><animate',
  'A <math><mtext>',
  '<script>window',
  'A <script src=',
  'A <iframe srcdoc="<script>',
  'A <object data="data:',
  'A <base title=',
  'A <meta title=',
  'A <link title=',
  'A <input autofocus',
  'A <details open',
  'A <!--><img',
  'A <noscript>',
  '    <img src=x',
  '[a](javascript:window.__hostile=1 "\nabc',
  '[g][] b.\n\n[G]: data:text',
  '![a](https://evil.invalid/pixel.gif "\n',
  '`__ASTRO_IMAGE_=',
  '[a](/topics/ "<wbr data-lead-end><img',
]);
const mdx = starting(hostile.mdx, [
  '<img src="x" onerror',
  '<script>{`',
  '<iframe srcdoc',
  '<meta http-equiv',
  '<div set:html="',
  '<Answer for="public" set:html',
  'export const components',
  '{(() => {',
  '![a](../../package.json?raw)',
  '[a](/topics/ "<wbr data-lead-end><img',
  '[a](/topics/ \'<wbr data-lead-end=""><img',
]);

let site: PlantedSite;
let browser: Browser;
let server: Server;
let origin: string;
let paths: string[];

beforeAll(async () => {
  const planted = await plantBodies(markdown, mdx);
  paths = planted.hostile.map((path) => `/${path.replace(/\.mdx?$/, '/')}`);
  [site, browser] = await Promise.all([buildPlanted(planted, { gate: 'open' }), launchChrome()]);
  await writeFile(
    join(site.folder, 'alive.html'),
    '<!doctype html><p>x <img src=x onerror="window.__hostile=1"><img src="https://evil.invalid/a.gif">',
  );
  await writeFile(join(site.folder, 'leaving.html'), '<!doctype html><meta http-equiv="refresh" content="0;url=/alive.html">');
  server = createServer(sirv(site.folder, { etag: false }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}, 600_000);
afterAll(async () => {
  await browser.close();
  server.close();
  await site.close();
});

/** Points at, focuses and presses everything in the prose of a page. */
const touchAll = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const element of document.querySelectorAll<HTMLElement>('.prose *, .lead *')) {
      for (const type of ['pointerover', 'mouseover', 'focus', 'mousedown']) element.dispatchEvent(new Event(type, { bubbles: true }));
      // Links lead away when they are pressed, as they should; those with another address than a page must not do anything.
      if (!(element instanceof HTMLAnchorElement) || !/^https?:/.test(element.href)) element.click();
    }
  });

/** What happens on a page that is opened, looked over, gone through by keyboard and touched in every place of its prose. */
async function visit(path: string): Promise<string[]> {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const happened: string[] = [];
  try {
    const page = await context.newPage();
    page.on('dialog', (dialog) => {
      happened.push(`dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
    context.on('page', (other) => happened.push(`window ${other.url()}`));
    context.on('request', (request) => {
      const url = new URL(request.url());
      const file = url.pathname.endsWith('/') ? `${url.pathname}index.html` : url.pathname;
      if (url.origin !== origin || !existsSync(join(site.folder, decodeURI(file)))) happened.push(`request ${request.url()}`);
    });
    page.on('framenavigated', (frame) => {
      if (frame.url() !== origin + path) happened.push(`navigation ${frame.url()}`);
    });
    await page.goto(origin + path, { waitUntil: 'load' });
    await page.waitForTimeout(150);
    await touchAll(page);
    for (let step = 0; step < 12; step += 1) await page.keyboard.press('Tab');
    await page.waitForTimeout(150);
    for (const frame of page.frames()) if (await frame.evaluate(() => '__hostile' in window)) happened.push('flag');
  } finally {
    await context.close();
  }
  return happened;
}

test('such a visit sees a flag, a foreign request and a navigation where they happen', async () => {
  const happened = (await visit('/alive.html')).join('\n');
  expect(happened).toContain('flag');
  expect(happened).toContain('request https://evil.invalid/a.gif');
  expect((await visit('/leaving.html')).join('\n')).toContain('navigation');
});

test('of the worst bodies none sets a flag, makes a request or navigates', async () => {
  expect(paths.length).toBeGreaterThan(30);
  const found: Record<string, string[]> = {};
  for (const path of [...paths, '/updates/', '/matrix/', '/references/', '/questions/']) {
    const happened = await visit(path);
    if (happened.length) found[path] = happened;
  }
  expect(found).toEqual({});
}, 300_000);
