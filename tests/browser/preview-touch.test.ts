/** Cards by touch: a tap on a citation opens one, and every other tap does what it always did. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useSite } from './visit.ts';

const site = useSite();
const topic = '/topics/phlegmasia/';
const touch = { hasTouch: true, isMobile: true, viewport: { width: 375, height: 812 } };

const cited = (page: Page) => page.locator('.lead a[data-source]').filter({ visible: true }).first();
const card = (page: Page) => page.locator('.preview');
const path = (page: Page): string => new URL(page.url()).pathname;

describe('a card by touch', () => {
  it('opens at a tap on a citation, takes the focus, and gives it back at Esc', async () => {
    const page = await site.open(topic, touch);
    const link = await cited(page).getAttribute('id');
    await cited(page).tap();
    await card(page).waitFor();
    expect(path(page)).toBe(topic);
    expect(new URL(page.url()).hash).toBe('');
    expect(await card(page).getAttribute('role')).toBe('dialog');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('preview');
    await page.keyboard.press('Escape');
    await card(page).waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.id)).toBe(link);
  });

  it('leads on to the source, or to the entry in the reference list', async () => {
    const page = await site.open(topic, touch);
    const href = await cited(page).getAttribute('href');
    await cited(page).tap();
    await page.locator('.preview-ways a').last().tap();
    await expect.poll(() => new URL(page.url()).hash).toBe(href);
    await card(page).waitFor({ state: 'detached' });
    expect(await page.locator(`[id="${href?.slice(1)}"]`).isVisible()).toBe(true);
    await cited(page).tap();
    await page.locator('.preview-ways a').first().tap();
    await page.waitForURL((url) => url.pathname === `/sources/${href?.slice('#ref-'.length)}/`);
  });

  it('closes at a tap elsewhere, and a tap on any other link follows it', async () => {
    const page = await site.open(topic, touch);
    await cited(page).tap();
    await card(page).waitFor();
    await page.locator('h1').tap();
    await card(page).waitFor({ state: 'detached' });
    await page.locator('.prose a.term').first().tap();
    await page.waitForURL((url) => url.pathname.startsWith('/glossary/'));
  });

  it('is not in the way when it cannot be fetched: the tap then follows the link', async () => {
    const page = await site.open(topic, touch, (fresh) => fresh.route('**/previews/**', (route) => route.abort()));
    const href = await cited(page).getAttribute('href');
    await cited(page).tap();
    await expect.poll(() => new URL(page.url()).hash).toBe(href);
    expect(await card(page).count()).toBe(0);
  });
});
