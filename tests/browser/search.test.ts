/** Search as a reader with a keyboard meets it: the palette on any page, and the keys that open it. */
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
  await expect.poll(() => status(page).innerText(), { timeout: 10_000 }).toMatch(new RegExp(`“${words}”|^Showing results`));
}

describe('the palette', () => {
  it.each([
    ['phlegmasia', '/glossary/phlegmasia/'],
    ['PCD', '/glossary/phlegmasia-cerulea-dolens/'],
    ['pcd', '/glossary/phlegmasia-cerulea-dolens/'],
    ['clot-busting', '/glossary/thrombolytic-drug/'],
    ['ATTRACT', '/glossary/attract-trial/'],
    ['ctract', '/glossary/c-tract-trial/'],
    ['thrombectomie', '/glossary/thrombectomy/'],
    ['hemolysis', '/glossary/haemolysis/'],
    ['NCT05701917', '/sources/abramowitz-2025-defiance/'],
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

  it('leads to a heading of the best page with one arrow key', async () => {
    const page = await site.open('/');
    await page.keyboard.press('/');
    await ask(page, 'Mechanical thrombectomy');
    await page.keyboard.press('ArrowDown');
    const part = page.locator('#search-palette .hit-part[aria-selected=true]');
    const href = (await part.getAttribute('href')) ?? '';
    expect(href).toMatch(/^\/topics\/mechanical-thrombectomy\/#./);
    await page.keyboard.press('Enter');
    await page.waitForURL(site.origin() + href);
  });

  it('puts the hits into groups that assistive technology knows by name', async () => {
    const page = await site.open(start);
    await page.keyboard.press('/');
    await ask(page, 'compression stockings');
    const groups = page.locator('#search-palette [role=listbox] > [role=group]');
    expect(await groups.first().getAttribute('aria-label')).toBe('Best matches');
    expect(await groups.count()).toBeGreaterThan(1);
    const loose = page.locator('#search-palette [role=listbox] > :not([role=group], [role=option])');
    expect(await loose.count()).toBe(0);
  });

  it('forgives a typing mistake, says so, and offers what was typed', async () => {
    const page = await site.open(start);
    await page.keyboard.press('/');
    await ask(page, 'flegmasia');
    expect(await status(page).innerText()).toMatch(/^Showing results for “phlegmasia”: \d+ pages$/);
    const instead = page.locator('#search-palette [data-instead] a');
    expect(await instead.innerText()).toBe('Search for “flegmasia” as typed');
    await instead.click();
    await page.waitForURL(`${site.origin()}/search/?q=flegmasia&exact=1`);
    await expect.poll(() => page.locator('.found-status').innerText(), { timeout: 10_000 }).toMatch(/^Nothing found for “flegmasia”/);
  });

  it('shows the verdict and the bottom line of a question', async () => {
    const page = await site.open(start);
    await page.keyboard.press('/');
    await ask(page, 'should a filter be placed in somebody with DVT');
    const hit = page.locator('#search-palette .hit', { has: page.locator('.hit-page', { hasText: 'Question' }) }).first();
    expect(await hit.locator('.hit-note').innerText()).toBe('Recommendations for each situation');
    expect((await hit.locator('.hit-excerpt').innerText()).length).toBeGreaterThan(60);
  });

  it('keeps what was searched on this device until the reader has it forgotten', async () => {
    const page = await site.open(start);
    await page.keyboard.press('/');
    await ask(page, 'PCD');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${site.origin()}/glossary/phlegmasia-cerulea-dolens/`);
    await page.keyboard.press('/');
    const recent = page.locator('#search-palette [data-recent]');
    await recent.getByRole('button', { name: 'PCD' }).click();
    await page.locator('#search-palette [role=option]').first().waitFor();
    await page.locator('#search-palette input').fill('');
    await recent.getByRole('button', { name: 'Forget these' }).click();
    expect(await recent.isVisible()).toBe(false);
    await page.reload();
    await page.keyboard.press('/');
    await expect.poll(() => dialog(page).isVisible()).toBe(true);
    expect(await recent.isVisible()).toBe(false);
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
    expect(await status(page).innerText()).toMatch(/^\d+ pages for “thrombectomy”$/);
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
    // Named in no title and in no answer: the hits show the passage.
    await ask(page, 'needle');
    expect(await page.locator('#search-palette mark').count()).toBeGreaterThan(0);
    const kinds = await page.locator('#search-palette .hit-page').allInnerTexts();
    expect(kinds.every((kind) => ['Topic', 'Question', 'Source', 'Term', 'Pathway', 'Figure', 'About'].includes(kind))).toBe(true);
  });

  it('opens nothing while letters are being composed', async () => {
    const page = await site.open(start);
    await page.keyboard.press('/');
    await ask(page, 'PCD');
    const press = (init: { readonly isComposing?: boolean; readonly keyCode?: number }): Promise<boolean> =>
      page.locator('#search-palette [role=combobox]').evaluate((field, given) => {
        const event = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...given });
        field.dispatchEvent(event);
        return event.defaultPrevented;
      }, init);
    expect(await press({ isComposing: true })).toBe(false);
    expect(await press({ keyCode: 229 })).toBe(false);
    expect(new URL(page.url()).pathname).toBe(start);
    await press({});
    await page.waitForURL(`${site.origin()}/glossary/phlegmasia-cerulea-dolens/`);
  });

  it('has the words again for a reader who comes back from a hit', async () => {
    const page = await site.open(start);
    await page.keyboard.press('/');
    await ask(page, 'PCD');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${site.origin()}/glossary/phlegmasia-cerulea-dolens/`);
    await page.goBack();
    await page.waitForURL(site.origin() + start);
    await page.keyboard.press('/');
    await page.locator('#search-palette [role=option]').first().waitFor();
    expect(await page.locator('#search-palette [role=combobox]').inputValue()).toBe('PCD');
  });

  it('says how a patient was read, and leads to the algorithms with these answers', async () => {
    const page = await site.open(start);
    await page.keyboard.press('/');
    await ask(page, 'femoropopliteal, ten days, cannot have lysis');
    const notes = page.locator('#search-palette [data-instead]');
    expect(await notes.innerText()).toMatch(/^Understood as: 10 days, femoropopliteal only\./);
    await notes.getByText('Compare what algorithms say').click();
    await page.waitForURL(/\/pathways\/compare\/#.*days=10/);
    await expect.poll(() => page.locator('pathway-compare input[name=days]').inputValue()).toBe('10');
  });

  it('says what is not covered, and where that stands', async () => {
    const page = await site.open(start);
    await page.keyboard.press('/');
    await ask(page, 'varicose veins');
    expect(await page.locator('#search-palette [data-instead]').innerText()).toMatch(/^Not covered here: Varicose veins.*Look here: /);
  });

  it.each([
    ['1.7%', /^\d+ pages for “1\.7%”$/],
    ['9.9871', /^Nothing found for “9\.9871”\. No page has “9\.9871”\.$/],
    ['😀', /^Nothing found/],
    ["' OR 1=1 --", /^Nothing found/],
    ['van Rijn', /^\d+ pages for “van Rijn”$/],
  ])('answers `%s` with its figure whole, or with nothing', async (words, says) => {
    const page = await site.open(start);
    await page.keyboard.press('/');
    await page.keyboard.insertText(words);
    await expect.poll(() => status(page).innerText(), { timeout: 10_000 }).toMatch(says);
  });

  it('says so when nothing is found, and then Enter opens the search page', async () => {
    const page = await site.open(start);
    await page.keyboard.press('/');
    await page.keyboard.type('zzzqqq');
    await expect.poll(() => status(page).innerText(), { timeout: 10_000 }).toMatch(/^Nothing found/);
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
