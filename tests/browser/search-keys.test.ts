/** The keys that open search anywhere on the site, and how a reader is rid of those of a single key. */
import { describe, expect, it } from 'vitest';
import { useSite } from './visit.ts';

const site = useSite();
const start = '/topics/mechanical-thrombectomy/';

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
    await expect.poll(() => page.locator('#search-palette').isVisible()).toBe(true);
    await page.locator('#search-palette [data-opens=keyboard-help]').click();
    await expect.poll(() => box.isChecked()).toBe(false);
  });
});
