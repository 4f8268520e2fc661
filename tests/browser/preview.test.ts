/** Cards: by pointer and by keyboard, dismissible and out of the way; and nothing lost without scripts. By touch: see preview-touch.test.ts. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useSite } from './visit.ts';

const site = useSite();
const topic = '/topics/phlegmasia/';

const cited = (page: Page) => page.locator('.lead a[data-source]').filter({ visible: true }).first();
const card = (page: Page) => page.locator('.preview');
const path = (page: Page): string => new URL(page.url()).pathname;

/** Tabs until the focus is on a link that matches. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let press = 0; press < 60; press++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  throw new Error(`Sixty presses of Tab did not reach ${selector}.`);
}

describe('a card under the pointer', () => {
  it('says of a citation what the work is, who paid and how far it was reviewed', async () => {
    const page = await site.open(topic);
    await cited(page).hover();
    await card(page).waitFor();
    const name = (await cited(page).getAttribute('href'))?.replace('#ref-', '') ?? '';
    const source = JSON.parse(await (await page.request.get(`${site.origin()}/previews/sources/${name}.json`)).text()) as { title: string };
    expect(await page.locator('.preview-title').innerText()).toBe(source.title);
    expect(await page.locator('.preview-facts').innerText()).toMatch(/Funding: .*\n.*Under review/);
    expect(await cited(page).getAttribute('aria-describedby')).toBe(await card(page).getAttribute('id'));
  });

  it('says of a term what it means, and of a question how it is answered in the wording chosen', async () => {
    const page = await site.open(topic);
    await page.locator('.prose a.term').first().hover();
    await expect.poll(() => page.locator('.preview-kind').innerText()).toMatch(/^Term/);
    expect((await page.locator('.preview-text').innerText()).length).toBeGreaterThan(20);
    await page.locator('register-switch input[value=public]').check();
    await page.locator('.question-list a').first().hover();
    await expect.poll(() => page.locator('.preview-kind').innerText()).toBe('Question');
    const first = await page.locator('.preview-text').innerText();
    await page.mouse.move(0, 0);
    await card(page).waitFor({ state: 'detached' });
    await page.locator('register-switch input[value=clinician]').check();
    await page.locator('.question-list a').first().hover();
    await card(page).waitFor();
    expect(await page.locator('.preview-text').innerText()).not.toBe(first);
  });

  it('on a question says where the source answers it', async () => {
    const page = await site.open('/questions/calf-removal/');
    await page.locator('.lead a[data-source]').filter({ visible: true }).first().hover();
    await card(page).waitFor();
    expect(await page.locator('.preview-facts li').first().innerText()).toMatch(/^Here: ./);
  });

  it('stays while the pointer is on it, goes when the pointer goes, and goes at Esc while the pointer stays', async () => {
    const page = await site.open(topic);
    await cited(page).hover();
    await card(page).waitFor();
    await card(page).hover();
    await page.waitForTimeout(600);
    expect(await card(page).count()).toBe(1);
    await page.mouse.move(0, 0);
    await card(page).waitFor({ state: 'detached' });
    expect(await page.locator('[aria-describedby=preview]').count()).toBe(0);
    await cited(page).hover();
    await card(page).waitFor();
    await page.keyboard.press('Escape');
    await card(page).waitFor({ state: 'detached' });
  });

  it('lies within the window, beside its link and not on it', async () => {
    for (const viewport of [
      { width: 1280, height: 800 },
      { width: 400, height: 700 },
    ]) {
      const page = await site.open(topic, { viewport });
      await cited(page).scrollIntoViewIfNeeded();
      await cited(page).hover();
      await card(page).waitFor();
      const [box, link] = [await card(page).boundingBox(), await cited(page).boundingBox()];
      if (!box || !link) throw new Error('A card or its link has no box.');
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.y).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(viewport.width);
      expect(box.y + box.height).toBeLessThanOrEqual(viewport.height);
      expect(box.y >= link.y + link.height || box.y + box.height <= link.y).toBe(true);
    }
  });

  it('is placed as well where style sheets cannot anchor it', async () => {
    const page = await site.open(topic, {}, (fresh) =>
      fresh.addInitScript(() => {
        CSS.supports = () => false;
      }),
    );
    await cited(page).hover();
    await card(page).waitFor();
    const [box, link] = [await card(page).boundingBox(), await cited(page).boundingBox()];
    const [below, above] = [(box?.y ?? 0) - (link?.y ?? 0) - (link?.height ?? 0), (link?.y ?? 0) - (box?.y ?? 0) - (box?.height ?? 0)];
    expect(Math.min(Math.abs(below), Math.abs(above))).toBeLessThan(20);
  });

  it('is asked for once, and not at all by links that have none', async () => {
    const asked: string[] = [];
    const page = await site.open(topic, {}, (fresh) => {
      fresh.on('request', (request) => {
        if (request.url().includes('/previews/')) asked.push(request.url());
      });
    });
    await page.locator('.breadcrumbs a').first().hover();
    await page.locator('.band h2 a').first().hover();
    await page.waitForTimeout(400);
    expect(asked).toEqual([]);
    for (let time = 0; time < 2; time++) {
      await cited(page).hover();
      await card(page).waitFor();
      await page.mouse.move(0, 0);
      await card(page).waitFor({ state: 'detached' });
    }
    expect(asked).toHaveLength(1);
  });
});

describe('a card at the focus', () => {
  it('describes the link that Tab reached, and goes at Esc with the focus where it was', async () => {
    const page = await site.open(topic);
    await tabTo(page, '.lead a[data-source]');
    await card(page).waitFor();
    const link = await page.evaluate(() => document.activeElement?.id);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-describedby'))).toBe('preview');
    expect(await card(page).getAttribute('role')).toBe('tooltip');
    await page.keyboard.press('Escape');
    await card(page).waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.id)).toBe(link);
  });

  it('goes when the focus goes on, and Enter follows the link as ever', async () => {
    const page = await site.open(topic);
    await tabTo(page, '.lead a[data-source]');
    await card(page).waitFor();
    const href = await page.evaluate(() => document.activeElement?.getAttribute('href'));
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toBe(href);
    await page.locator('.wordmark').focus();
    await card(page).waitFor({ state: 'detached' });
  });
});

describe('links without scripts', () => {
  it('lead where they say', async () => {
    const page = await site.open(topic, { javaScriptEnabled: false });
    await cited(page).click();
    expect(new URL(page.url()).hash).toMatch(/^#ref-/);
    await page.locator('.prose a.term').first().click();
    expect(path(page)).toMatch(/^\/glossary\//);
  });
});
