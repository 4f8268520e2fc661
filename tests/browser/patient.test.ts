/** The way in for who has a patient in mind: the danger first, then what each source asks, met or not; nothing of it is kept. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useSite } from './visit.ts';

const site = useSite();
const question = '/questions/iliofemoral-removal/';
const choose = (page: Page, key: string, value: string) => page.locator(`patient-conditions input[name=${key}][value=${value}]`).check();
const shown = (page: Page) => page.locator('patient-conditions [data-input]').filter({ visible: true });
const rowOf = (page: Page, name: string) =>
  page.locator('patient-conditions tbody tr', { has: page.getByRole('link', { name, exact: true }) });
const says = (page: Page) => page.locator('patient-conditions [role=status]');

/** Opens the fold of a question by keyboard and waits for what it needs. */
async function open(path: string, options = {}): Promise<Page> {
  const page = await site.open(path, options);
  await page.locator('#patient > summary').focus();
  await page.keyboard.press('Enter');
  await page.locator('patient-conditions:defined').waitFor();
  return page;
}

describe('the conditions of a question', () => {
  it('ask for the danger first and answer it with the emergency, and with those alone that speak of it', async () => {
    const page = await open(question);
    expect(await shown(page).count()).toBe(1);
    await choose(page, 'limb-threat', 'yes');
    expect(await page.locator('patient-conditions .emergency').first().innerText()).toContain('This can be an emergency.');
    expect(await says(page).innerText()).toMatch(/^This can be an emergency\. (\d+) of \1 here do not speak of it\.$/);
    expect(await shown(page).count()).toBe(1);
    expect(await page.locator('patient-conditions tbody tr').filter({ visible: true }).count()).toBe(0);
  });

  it('say who is met, who is not and why, what is open and what a source does not ask', async () => {
    const page = await open(question);
    await choose(page, 'limb-threat', 'no');
    await choose(page, 'clot-site', 'iliofemoral');
    await page.locator('input[name=symptom-days]').fill('9');
    await page.keyboard.press('Tab');
    const nice = rowOf(page, 'NICE, NG158, 2020');
    expect(await nice.locator('[data-state]').innerText()).toBe('Open: needs risk of bleeding, life expectancy and functional status');
    await page.locator('input[name=symptom-days]').fill('20');
    await page.keyboard.press('Tab');
    expect(await nice.locator('[data-state]').innerText()).toBe('Conditions not met');
    expect(await nice.locator('[data-holds=fails]').innerText()).toMatch(/less than 14 days\s*Not met: 20 days/);
    const chest = rowOf(page, 'CHEST, 2021');
    expect(await chest.first().locator('[data-state]').innerText()).toBe('For all: states no condition');
    expect(await chest.first().locator('[data-unasked]').innerText()).toContain('Does not ask: ');
    expect(await says(page).innerText()).toMatch(/^Of \d+ findings: .*not met \d+/);
  });

  it('keep nothing: no address, no history, no storage', async () => {
    const page = await open(question);
    const before = await page.evaluate(() => history.length);
    await choose(page, 'limb-threat', 'no');
    await choose(page, 'clot-site', 'calf');
    expect(new URL(page.url()).hash).toBe('');
    expect(await page.evaluate(() => [history.length, localStorage.length, sessionStorage.length, document.cookie])).toEqual([
      before,
      0,
      0,
      '',
    ]);
    await page.getByRole('button', { name: 'Start again' }).click();
    expect(await shown(page).count()).toBe(1);
    expect(await page.locator('patient-conditions input:checked').count()).toBe(0);
  });

  it('stand as a table without scripts', async () => {
    const page = await site.open(question, { javaScriptEnabled: false });
    await page.locator('#patient > summary').click();
    expect(await page.locator('patient-conditions form').isVisible()).toBe(false);
    expect(await rowOf(page, 'NICE, NG158, 2020').innerText()).toContain('Days of symptoms: less than 14 days');
  });

  it('fit a phone', async () => {
    const page = await open(question, { viewport: { width: 375, height: 812 } });
    await choose(page, 'limb-threat', 'no');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
    await page.locator('patient-conditions button[type=submit]').click();
    await expect.poll(() => says(page).evaluate((place) => Math.round(place.getBoundingClientRect().top))).toBeLessThan(200);
  });
});

describe('the conditions of all questions', () => {
  it('take their answers from a search, which never says that there is no danger', async () => {
    const page = await site.open('/search/?q=iliofemoral%209%20days%2058%20years%20removal');
    await page.locator('#patient > summary').click();
    await page.locator('patient-conditions:defined').waitFor();
    expect(await shown(page).count()).toBe(1);
    await choose(page, 'limb-threat', 'no');
    expect(await page.locator('input[name=symptom-days]').inputValue()).toBe('9');
    expect(await page.locator('input[name=age]').inputValue()).toBe('58');
    expect(await page.locator('input[name=clot-site]:checked').inputValue()).toBe('iliofemoral');
    const table = page.locator('[data-group=studies]');
    expect(await table.locator('[data-match=met]').count()).toBeGreaterThan(0);
  });

  it('are fetched into the comparison when their fold is opened, and are a page of their own without scripts', async () => {
    const page = await open('/matrix/');
    await choose(page, 'limb-threat', 'no');
    expect(await page.locator('patient-conditions table').count()).toBeGreaterThan(3);
    const plain = await site.open('/matrix/patient/', { javaScriptEnabled: false });
    expect(await plain.locator('patient-conditions table').filter({ visible: true }).count()).toBeGreaterThan(3);
  });
});
