/** The two choices of a reader: colours and wording, made once and kept. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useSite } from './visit.ts';

const site = useSite();
const paper = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const shown = (page: Page) =>
  page
    .locator('.lead [data-for]')
    .evaluateAll((parts) => parts.filter((part) => part.checkVisibility()).map((part) => (part as HTMLElement).dataset['for']));

/** Records what the root element said at the moment at which the body began, which is before anything can be painted. */
const watchRoot = (page: Page) =>
  page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.body) return;
      Object.assign(globalThis, { atBody: Object.fromEntries(Object.entries(document.documentElement.dataset)) });
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
const atBody = (page: Page) => page.evaluate(() => (globalThis as unknown as { atBody: Record<string, string> }).atBody);

describe('the theme switch', () => {
  it('follows the system until a reader chooses', async () => {
    const light = await paper(await site.open('/', { colorScheme: 'light' }));
    const dark = await paper(await site.open('/', { colorScheme: 'dark' }));
    expect(light).not.toBe(dark);
  });

  it('keeps the choice over pages, against the system, and sets it before the first paint', async () => {
    const page = await site.open('/', { colorScheme: 'light' }, watchRoot);
    const light = await paper(page);
    await page.locator('theme-switch input[value=dark]').check();
    const dark = await paper(page);
    expect(dark).not.toBe(light);
    await page.goto(`${site.origin()}/questions/`);
    expect(await atBody(page)).toMatchObject({ theme: 'dark' });
    expect(await paper(page)).toBe(dark);
    expect(await page.locator('theme-switch input[value=dark]').isChecked()).toBe(true);
  });

  it('goes back to the system and forgets', async () => {
    const page = await site.open('/', { colorScheme: 'light' });
    const light = await paper(page);
    await page.locator('theme-switch input[value=dark]').check();
    await page.locator('theme-switch input[value=system]').check();
    expect(await paper(page)).toBe(light);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });

  it('is worked by arrow keys like any group of radio buttons', async () => {
    const page = await site.open('/');
    await page.locator('theme-switch input[value=system]').focus();
    await page.keyboard.press('ArrowRight');
    expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('light');
  });

  it('works for the page when the browser refuses to remember', async () => {
    const page = await site.open('/', {}, (fresh) =>
      fresh.addInitScript(() => {
        Object.defineProperty(globalThis, 'localStorage', {
          get: () => {
            throw new Error('refused');
          },
        });
      }),
    );
    await page.locator('theme-switch input[value=dark]').check();
    expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
  });
});

describe('the register switch', () => {
  const topic = '/topics/what-to-ask/';

  it('opens a page with the wording that it leads with', async () => {
    const page = await site.open(topic, {}, watchRoot);
    const leads = await page.evaluate(() => document.documentElement.dataset['leads']);
    expect(await shown(page)).toEqual([leads]);
    expect((await atBody(page))['register']).toBe(leads);
  });

  it('shows one wording at a time and keeps the choice over pages', async () => {
    const page = await site.open(topic, {}, watchRoot);
    for (const register of ['clinician', 'public', 'student']) {
      await page.locator(`register-switch input[value=${register}]`).check();
      expect(await shown(page)).toEqual([register]);
    }
    await page.goto(`${site.origin()}/topics/phlegmasia/`);
    expect((await atBody(page))['register']).toBe('student');
    expect(await shown(page)).toEqual(['student']);
  });

  it('brings a linked place into view that lies in another wording, for this page only', async () => {
    const page = await site.open(topic);
    const place = await page.locator('.lead [data-for=clinician] [id]').first().getAttribute('id');
    await page.goto(`${site.origin()}${topic}#${place}`);
    await expect.poll(() => shown(page)).toEqual(['clinician']);
    expect(await page.locator(`[id="${place}"]`).isVisible()).toBe(true);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });
});
