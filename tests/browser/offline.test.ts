/** The site without a network, with the server really gone: what was visited, what was not, search, and the change to the next edition. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { launchChrome } from '../../scripts/chrome.ts';
import { startServer, type StaticServer } from '../../scripts/static-server.ts';
import { writeOffline } from '../../src/offline/build.ts';

const topic = '/topics/phlegmasia/';
const patient = { timeout: 30_000 };
const unvisited = '/topics/what-to-ask/';
let browser: Browser;
let folder: string;
let server: StaticServer;
let context: BrowserContext;

beforeAll(async () => {
  browser = await launchChrome();
});
afterAll(() => browser.close());
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'patency-offline-'));
  cpSync(inject('siteFolder'), folder, { recursive: true });
  server = await startServer({ folder, port: 0 });
  context = await browser.newContext({ reducedMotion: 'reduce' });
});
afterEach(async () => {
  await context.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Opens a page and waits until the worker has taken it over and put it into the cache. */
async function visit(path: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(server.url + path);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  const isKept = () =>
    page.evaluate(async (wanted) => {
      const keys = await (await caches.open('patency-shelf')).keys();
      return keys.some(({ url }) => new URL(url).pathname === wanted);
    }, path);
  await expect.poll(isKept, patient).toBe(true);
  return page;
}

async function keepEverything(): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${server.url}/offline/`);
  await page.locator('[data-keep]').click();
  await expect.poll(() => page.locator('offline-pages [role=status]').innerText(), patient).toMatch(/^All \d+ pages/);
  return page;
}

/** Changes a page and the name of the style sheet, as the next build would, and writes the worker of that edition. */
async function publishNextEdition(): Promise<void> {
  const styles = readdirSync(join(folder, '_astro')).filter((name) => name.endsWith('.css'));
  for (const name of styles) renameSync(join(folder, '_astro', name), join(folder, '_astro', name.replace('.css', 'next.css')));
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));
  for (const name of pages) {
    const html = readFileSync(join(folder, name), 'utf8');
    writeFileSync(join(folder, name), html.replaceAll(/(\/_astro\/[^"]+)\.css/g, '$1next.css').replace(/<h1>/, '<h1>Next: '));
  }
  await writeOffline(folder);
}

const heading = (page: Page) => page.locator('h1').innerText();
const styled = (page: Page) => page.evaluate(() => getComputedStyle(document.body).margin === '0px');
const bar = (page: Page, notice: string) => page.locator(`#offline-bar [data-notice=${notice}]`);

describe('after the first visit, with the server gone', () => {
  it('the visited page opens whole and says that it is a copy', async () => {
    const page = await visit(topic);
    await server.close();
    await page.reload();
    expect(await heading(page)).toMatch(/phlegmasia/i);
    expect(await styled(page)).toBe(true);
    await expect.poll(() => bar(page, 'copy').isVisible(), patient).toBe(true);
  });

  it('search finds pages on the search page and in the palette', async () => {
    const page = await visit(topic);
    await server.close();
    await page.goto(`${server.url}/search/?q=phlegmasia`);
    await page.locator('search-page [data-hits] a').first().waitFor();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('PCD');
    await page.locator('#search-palette [role=option][aria-selected=true]').first().waitFor();
  });

  it('a page that was never opened says that it is not here, and lists what is', async () => {
    const page = await visit(topic);
    await server.close();
    await page.goto(server.url + unvisited);
    await page.locator('[data-missing]').waitFor();
    const kept = page.locator(`offline-pages [data-pages] a[href="${topic}"]`);
    await kept.waitFor();
    await kept.click();
    await page.waitForURL(server.url + topic);
    expect(await heading(page)).toMatch(/phlegmasia/i);
  });

  it('a copy past its review date says so in the way of the text, and cannot be closed', async () => {
    await context.addInitScript(() => {
      addEventListener('DOMContentLoaded', () => {
        for (const time of document.querySelectorAll<HTMLTimeElement>('time[data-review-due]')) time.dateTime = '2020-01-01';
      });
    });
    const page = await visit(topic);
    expect(await bar(page, 'overdue').isVisible()).toBe(false);
    await server.close();
    await page.reload();
    await expect.poll(() => bar(page, 'overdue').isVisible(), patient).toBe(true);
    expect(await bar(page, 'overdue').innerText()).toContain('past its review date');
    await page.mouse.wheel(0, 2000);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(300);
    const box = await bar(page, 'overdue').boundingBox();
    expect(box?.y).toBe(0);
    expect(await bar(page, 'overdue').locator('button').count()).toBe(0);
  });
});

describe('the whole site', () => {
  it('is kept on the reader’s word, opens without the server, and can be removed again', async () => {
    const page = await keepEverything();
    await server.close();
    await page.goto(server.url + unvisited);
    expect(await page.locator('[data-missing]').count()).toBe(0);
    expect(await styled(page)).toBe(true);
    expect(await heading(page)).toMatch(/ask/i);
    await page.goto(`${server.url}/offline/`);
    await page.locator('[data-drop]').click();
    await expect.poll(() => page.locator('offline-pages [role=status]').innerText(), patient).toMatch(/^0 of/);
    await page.goto(server.url + unvisited);
    await page.locator('[data-missing]').waitFor();
  });
});

describe('one tap in the menu', () => {
  /** Opens the menu by keyboard and gives what it says on keeping. */
  async function choice(page: Page) {
    await page.locator('.menu-opener').focus();
    await page.keyboard.press('Enter');
    const keep = page.locator('#site-menu offline-keep');
    await keep.locator('button').waitFor();
    return keep;
  }

  it('says how much it is, keeps the whole site, marks that it is kept on every page, and lets go of it', async () => {
    const page = await visit(topic);
    const keep = await choice(page);
    const { restBytes } = JSON.parse(readFileSync(join(folder, 'offline/pages.json'), 'utf8')) as { restBytes: number };
    const size = `${(restBytes / 1e6).toFixed(1)} MB`;
    expect(await keep.locator('button').innerText()).toBe(`Keep on this device (${size})`);
    await keep.locator('button').click();
    await expect.poll(() => keep.innerText(), patient).toContain(`Kept on this device (${size})`);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Remove from this device');
    await server.close();
    await page.goto(server.url + unvisited);
    expect(await heading(page)).toMatch(/ask/i);
    const again = await choice(page);
    expect(await again.innerText()).toContain('Kept on this device');
    await again.locator('button').click();
    await expect.poll(() => again.innerText(), patient).toContain('Removed from this device');
    expect(await page.evaluate(async () => (await (await caches.open('patency-shelf')).keys()).length)).toBe(0);
  });

  it('is offered once, as a second visit begins, takes no focus, and can be sent off', async () => {
    const page = await visit(topic);
    const offer = page.locator('.offline-offer');
    await page.locator('.menu a').first().click();
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    expect(await offer.count()).toBe(0);
    await page.goto(server.url + topic);
    await offer.getByRole('button', { name: /^Keep on this device \(\d+\.\d MB\)$/ }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
    await offer.getByRole('button', { name: 'No, thanks' }).click();
    expect(await offer.count()).toBe(0);
    await page.goto(server.url + topic);
    await page.waitForLoadState('networkidle');
    expect(await offer.count()).toBe(0);
  });
});

describe('the next edition', () => {
  it('is shown at once with a network, waits with its copies until the reader agrees, and then nothing of the old one is left', async () => {
    const page = await visit(topic);
    await publishNextEdition();
    await page.reload();
    expect(await heading(page)).toMatch(/^Next:/);
    expect(await styled(page)).toBe(true);
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    await bar(page, 'edition').waitFor();
    await Promise.all([page.waitForEvent('load'), bar(page, 'edition').locator('button').click()]);
    await expect
      .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting === null), patient)
      .toBe(true);
    const held = await page.evaluate(async () => {
      const names = await caches.keys();
      return (await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)))).flat();
    });
    expect(held.filter((url) => url.includes('.css')).length).toBeGreaterThan(0);
    expect(held.filter((url) => url.includes('.css') && !url.includes('next.css'))).toEqual([]);
    await server.close();
    await page.reload();
    expect(await heading(page)).toMatch(/^Next:/);
    expect(await styled(page)).toBe(true);
  });

  it('never stands beside the old one: until it takes over, the old copies open with the old styles', async () => {
    const page = await visit(topic);
    await publishNextEdition();
    await page.goto(server.url + unvisited);
    expect(await heading(page)).toMatch(/^Next:/);
    await server.close();
    await page.goto(server.url + topic);
    expect(await heading(page)).not.toMatch(/^Next:/);
    expect(await styled(page)).toBe(true);
    await page.goto(server.url + unvisited);
    await page.locator('[data-missing]').waitFor();
  });
});
