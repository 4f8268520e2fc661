/** The search page as a reader meets it: groups, filters, order, an address that can be shared. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useSite } from './visit.ts';

const site = useSite();

describe('the search page', () => {
  const hits = (page: Page) => page.locator('search-page [data-hits] .hit');

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
    await page.locator('[data-facet=kind] > summary').click();
    await page.locator('label:not([hidden]) > input[name=kind]').first().check();
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

  it('shows examples before anything is asked', async () => {
    const page = await site.open('/search/');
    expect(await page.locator('search-page [data-examples]').isVisible()).toBe(true);
    await page.locator('search-page .examples a').first().click();
    await hits(page).first().waitFor();
    expect(await page.locator('search-page [data-examples]').isVisible()).toBe(false);
  });

  it('shows the best matches, then the rest by kind with a way to all of a kind', async () => {
    const page = await site.open('/search/?q=thrombectomy');
    await hits(page).first().waitFor();
    const headings = page.locator('search-page .hit-section > h2');
    expect((await headings.allInnerTexts()).slice(0, 3)).toEqual(['Best matches', 'Questions', 'Topics']);
    const all = page.locator('.hit-section', { has: page.getByRole('heading', { name: 'Sources', exact: true }) }).locator('.hit-more a');
    await all.click();
    await page.waitForURL(/page=Source/);
    await hits(page).first().waitFor();
    expect(new Set((await hits(page).locator('.hit-page').allInnerTexts()).map((kind) => kind.split(' · ')[0]))).toEqual(
      new Set(['Source']),
    );
  });

  it('sorts by date, gives more when asked, and has all of it again when the reader comes back', async () => {
    const page = await site.open('/search/?q=thrombectomy&page=Source');
    await hits(page).first().waitFor();
    await expect.poll(() => hits(page).count()).toBe(10);
    await page.locator('#search-page-order').selectOption('date');
    await page.waitForURL(/sort=date/);
    const years = async () =>
      (await hits(page).locator('.hit-page').allInnerTexts()).flatMap((text) => /\b(?:19|20)\d\d\b/.exec(text)?.map(Number) ?? []);
    await expect.poll(async () => (await years()).every((year, at, all) => at === 0 || year <= (all[at - 1] ?? 0))).toBe(true);
    expect((await years()).length).toBeGreaterThan(5);
    await page.locator('[data-more]').click();
    await expect.poll(() => hits(page).count()).toBe(20);
    const address = page.url();
    await hits(page).locator('.hit-title').first().click();
    await page.waitForURL(/\/sources\//);
    await page.goBack();
    expect(page.url()).toBe(address);
    await hits(page).first().waitFor();
    await expect.poll(() => hits(page).count()).toBe(20);
    expect(await page.locator('#search-page-order').inputValue()).toBe('date');
  });

  it('is where the reader left it, when they come back', async () => {
    const page = await site.open('/search/?q=thrombectomy');
    await hits(page).first().waitFor();
    await hits(page).last().scrollIntoViewIfNeeded();
    const before = await page.evaluate(() => scrollY);
    expect(before).toBeGreaterThan(300);
    await hits(page).last().locator('.hit-title').click();
    await page.waitForURL((url) => url.pathname !== '/search/');
    await page.goBack();
    await hits(page).first().waitFor();
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before - 200);
    expect(await page.locator('#search-page-field').inputValue()).toBe('thrombectomy');
  });

  it('filters by who paid, year, position and population', async () => {
    const page = await site.open('/search/?q=thrombectomy&paid=Industry');
    await hits(page).first().waitFor();
    for (const name of ['paid', 'year', 'position', 'population'])
      expect(await page.locator(`[data-facet=${name}] label:not([hidden])`).count(), name).toBeGreaterThan(0);
  });

  it('says when no page has all that was asked', async () => {
    const page = await site.open('/search/?q=Wells+score+fluoroscopy+AngioJet+Cockett');
    await hits(page).first().waitFor();
    await expect.poll(() => page.locator('.found-status').innerText()).toMatch(/^No page has all of it; \d+ pages? with most of it/);
  });
});
