/** Search as a reader with a keyboard meets it: the palette on any page, the search page with its filters. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useSite } from './visit.ts';

const site = useSite();
const start = '/topics/mechanical-thrombectomy/';
const dialog = (page: Page) => page.locator('#search-palette');
const status = (page: Page) => page.locator('#search-palette [role=status]');

/** Types into the open palette and waits until the answer to these words is there. */
async function ask(page: Page, words: string): Promise<void> {
  await page.keyboard.type(words);
  await page.locator('#search-palette [role=option][aria-selected=true]').waitFor();
}

describe('the palette', () => {
  it.each([
    ['phlegmasia', '/glossary/phlegmasia-cerulea-dolens/'],
    ['PCD', '/glossary/phlegmasia-cerulea-dolens/'],
    ['pcd', '/glossary/phlegmasia-cerulea-dolens/'],
    ['clot-busting', '/glossary/thrombolytic-drug/'],
    ['DVT', '/glossary/deep-vein-thrombosis/'],
    ['deep vein thrombosis', '/glossary/deep-vein-thrombosis/'],
    ['Mechanical thrombectomy', '/topics/mechanical-thrombectomy/'],
  ])('leads from “%s” to %s by keyboard alone', async (words, path) => {
    const page = await site.open('/');
    await page.keyboard.press('/');
    await ask(page, words);
    await page.keyboard.press('Enter');
    await page.waitForURL(site.origin() + path);
    expect(await page.locator('h1').count()).toBe(1);
  });

  it('leads from “phlegmasia” to the topic with one arrow key', async () => {
    const page = await site.open('/');
    await page.keyboard.press('/');
    await ask(page, 'phlegmasia');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${site.origin()}/topics/phlegmasia/`);
  });

  it.each(['/', 'Control+k', 'Meta+k'])('opens with %s, and Esc gives the focus back', async (keys) => {
    const page = await site.open(start);
    const menu = page.locator('.menu a').first();
    await menu.focus();
    await page.keyboard.press(keys);
    await expect.poll(() => dialog(page).isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(() => dialog(page).isVisible()).toBe(false);
    expect(await menu.evaluate((link) => link === document.activeElement)).toBe(true);
  });

  it('opens from its button and gives the focus back to it', async () => {
    const page = await site.open(start);
    const opener = page.locator('[data-opens=search-palette]');
    await opener.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => dialog(page).isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(() => opener.evaluate((button) => button === document.activeElement)).toBe(true);
  });

  it('tells assistive technology which option is active and how many pages were found', async () => {
    const page = await site.open(start);
    await page.keyboard.press('/');
    await ask(page, 'thrombectomy');
    const field = page.locator('#search-palette [role=combobox]');
    expect(await field.getAttribute('aria-expanded')).toBe('true');
    expect(await status(page).innerText()).toMatch(/^\d+ pages found$/);
    const before = await field.getAttribute('aria-activedescendant');
    await page.keyboard.press('ArrowUp');
    expect(await field.getAttribute('aria-activedescendant')).toBe('hit-all');
    await page.keyboard.press('ArrowDown');
    expect(await field.getAttribute('aria-activedescendant')).toBe(before);
    expect(await page.locator(`#${before}`).getAttribute('aria-selected')).toBe('true');
  });

  it('marks the words that were found and says what kind of page each hit is', async () => {
    const page = await site.open(start);
    await page.keyboard.press('/');
    await ask(page, 'anticoagulants');
    expect(await page.locator('#search-palette mark').count()).toBeGreaterThan(0);
    const kinds = await page.locator('#search-palette .hit-page').allInnerTexts();
    expect(kinds.every((kind) => ['Topic', 'Question', 'Source', 'Term', 'About'].includes(kind))).toBe(true);
  });

  it('says so when nothing is found, and then Enter opens the search page', async () => {
    const page = await site.open(start);
    await page.keyboard.press('/');
    await page.keyboard.type('zzzqqq');
    await expect.poll(() => status(page).innerText()).toMatch(/^Nothing found/);
    await page.keyboard.press('Enter');
    await page.waitForURL(`${site.origin()}/search/?q=zzzqqq`);
  });

  it('says so when the index cannot be loaded', async () => {
    const page = await site.open(start, {}, (fresh) => fresh.route('**/pagefind/**', (route) => route.abort()));
    await page.keyboard.press('/');
    await page.keyboard.type('clot');
    await expect.poll(() => status(page).innerText()).toMatch(/^Search could not be loaded/);
  });
});

describe('the search page', () => {
  const hits = (page: Page) => page.locator('search-page [data-hits] > li');

  it('takes words and filters from the address, ticks them and keeps to them', async () => {
    const page = await site.open('/search/?q=thrombectomy&page=Topic&page=Question');
    await hits(page).first().waitFor();
    const kinds = await hits(page).locator('.hit-page').allInnerTexts();
    expect(new Set(kinds.map((kind) => kind.split(' · ')[0]))).toEqual(new Set(['Topic', 'Question']));
    expect(
      await page
        .locator('search-page input[type=checkbox]:checked')
        .evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).value)),
    ).toEqual(['Question', 'Topic']);
  });

  it('adds hits with a second value of a group, takes some away with another group, and puts both into the address', async () => {
    const page = await site.open('/search/?q=clot');
    await hits(page).first().waitFor();
    const total = async () => Number.parseInt(await page.locator('.found-status').innerText(), 10);
    const all = await total();
    const topic = page.locator('input[name=page][value=Topic]');
    await topic.check();
    await expect.poll(total).toBeLessThan(all);
    const topics = await total();
    expect(await topic.evaluate((box) => box === document.activeElement)).toBe(true);
    await page.locator('input[name=page][value=Source]').check();
    await expect.poll(total).toBeGreaterThan(topics);
    const both = await total();
    await page.locator('input[name=kind]').first().check();
    await expect.poll(total).toBeLessThan(both);
    expect(new URL(page.url()).searchParams.getAll('page')).toEqual(['Source', 'Topic']);
  });

  it('promises with each value the number of hits that it then gives', async () => {
    const page = await site.open('/search/?q=clot');
    await hits(page).first().waitFor();
    const label = page.locator('[data-facet=page] label', { has: page.locator('[value=Question]') });
    const promised = Number(await label.locator('.facet-count').innerText());
    await label.locator('input').check();
    await expect.poll(() => page.locator('.found-status').innerText()).toMatch(new RegExp(`^${promised} pages? `));
  });

  it('shows examples before anything is asked, and more hits when they are asked for', async () => {
    const page = await site.open('/search/');
    expect(await page.locator('search-page [data-examples]').isVisible()).toBe(true);
    await page.locator('#search-page-field').fill('thrombectomy');
    await expect.poll(() => hits(page).count()).toBe(10);
    await page.locator('[data-more]').click();
    await expect.poll(() => hits(page).count()).toBe(20);
  });
});

describe('shortcuts', () => {
  it('leave a reader alone who is writing', async () => {
    const page = await site.open('/search/');
    await page.locator('#search-page-field').focus();
    await page.keyboard.type('a/b?');
    await page.keyboard.press('Control+k');
    expect(await page.locator('#search-page-field').inputValue()).toBe('a/b?');
    expect(await page.locator('dialog[open]').count()).toBe(0);
  });

  it('are listed by ?, and those of a single key can be switched off for good', async () => {
    const page = await site.open(start);
    await page.keyboard.press('?');
    const box = page.locator('#keyboard-help input[type=checkbox]');
    await box.uncheck();
    await page.keyboard.press('Escape');
    await page.reload();
    await page.keyboard.press('/');
    await page.keyboard.press('?');
    expect(await page.locator('dialog[open]').count()).toBe(0);
    await page.keyboard.press('Control+k');
    await expect.poll(() => dialog(page).isVisible()).toBe(true);
    await page.locator('#search-palette [data-opens=keyboard-help]').click();
    await expect.poll(() => box.isChecked()).toBe(false);
  });
});
