/** What a reader sets aside, the matrix that narrows, and the banner of a page that was read too late. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useSite } from './visit.ts';

const site = useSite();
const question = '/questions/clottriever-evidence/';
const seen = (page: Page, selector: string) => page.locator(selector).filter({ visible: true }).count();

describe('the filter for conflicts of interest', () => {
  it('takes away what has a conflict of interest, says so, and keeps the choice over pages, before the first paint', async () => {
    const page = await site.open(question);
    const before = await seen(page, '.findings tbody.coi tr');
    expect(before).toBeGreaterThan(1);
    expect(await page.locator('.coi-filter').textContent()).not.toContain('hidden now');
    await page.locator('coi-switch input[value=hidden]').check();
    expect(await seen(page, '.findings tbody.coi tr')).toBe(0);
    expect(await seen(page, '.findings tbody tr')).toBeGreaterThan(1);
    expect(await page.locator('.coi-filter').innerText()).toMatch(/\d+ of \d+ findings here are .* They are hidden now\./s);
    await page.addInitScript(() => {
      new MutationObserver((_, observer) => {
        if (!document.body) return;
        Object.assign(globalThis, { coiAtBody: document.documentElement.dataset['coi'] });
        observer.disconnect();
      }).observe(document, { childList: true, subtree: true });
    });
    await page.goto(`${site.origin()}/topics/clottriever/`);
    expect(await page.evaluate(() => (globalThis as unknown as { coiAtBody: string }).coiAtBody)).toBe('hidden');
    expect(await page.locator('.references .coi').count()).toBeGreaterThan(0);
    expect(await seen(page, '.references .coi')).toBe(0);
    await page.locator('coi-switch input[value=all]').check();
    expect(await seen(page, '.references .coi')).toBeGreaterThan(0);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });

  it('works without scripts as a link to the same page, and a link back', async () => {
    const page = await site.open(question, { javaScriptEnabled: false });
    expect(await seen(page, '.findings tbody.coi')).toBe(1);
    await page.getByRole('link', { name: 'Hide industry and AI sources' }).click();
    expect(new URL(page.url()).pathname).toBe(question);
    expect(await seen(page, '.findings tbody.coi')).toBe(0);
    expect(await seen(page, '.findings tbody')).toBeGreaterThan(0);
    await page.getByRole('link', { name: 'all sources', exact: true }).click();
    expect(await seen(page, '.findings tbody.coi')).toBe(1);
  });
});

describe('the matrix', () => {
  it('narrows to what is asked for, writes it into the address, and opens so for whoever gets the address', async () => {
    const page = await site.open('/matrix/', { viewport: { width: 1280, height: 900 } });
    const all = await seen(page, '.matrix a[data-p]');
    await page.locator('.matrix-filter summary', { hasText: 'Filter' }).click();
    await page.getByRole('checkbox', { name: 'Calf', exact: true }).check();
    const some = await seen(page, '.matrix a[data-p]');
    expect(some).toBeGreaterThan(0);
    expect(some).toBeLessThan(all);
    expect(new URL(page.url()).search).toBe('?population=calf');
    expect(await page.locator('[data-count]').innerText()).toContain(String(some));
    await page.getByRole('checkbox', { name: 'Suggests against', exact: true }).check();
    expect(await seen(page, '.matrix a[data-p]')).toBe(await seen(page, '.matrix a[data-position=suggests-against]'));
    expect(new URL(page.url()).search).toBe('?population=calf&strength=suggests-against');
    const again = await site.open('/matrix/?population=calf', { viewport: { width: 1280, height: 900 } });
    expect(await seen(again, '.matrix a[data-p]')).toBe(some);
    expect(await again.getByRole('checkbox', { name: 'Calf', exact: true }).isChecked()).toBe(true);
    await again.getByRole('button', { name: 'Show all again' }).click();
    await expect.poll(() => seen(again, '.matrix a[data-p]')).toBe(all);
    expect(new URL(again.url()).search).toBe('');
  });

  it('keeps each head over its columns when columns go', async () => {
    const page = await site.open('/matrix/?intervention=pmt', { viewport: { width: 1280, height: 900 } });
    const widths = await page.locator('.matrix').evaluateAll((tables) =>
      tables
        .filter((table) => table.checkVisibility())
        .map((table) => {
          const shown = (selector: string) => [...table.querySelectorAll<HTMLTableCellElement>(selector)].filter((cell) => !cell.hidden);
          return [shown('th[colspan]').reduce((sum, head) => sum + head.colSpan, 0), shown('.sources-row th').length];
        }),
    );
    expect(widths.length).toBeGreaterThan(0);
    for (const [heads, columns] of widths) expect(heads).toBe(columns);
  });

  it('is not wider than a phone, shows its first marks on the first screen, and names the source of every mark there', async () => {
    const page = await site.open('/matrix/', { viewport: { width: 375, height: 800 } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
    const mark = page.locator('.matrix a[data-p]').filter({ visible: true }).first();
    expect(await mark.getAttribute('title')).toMatch(/: .+; /);
    const { y, height } = (await mark.boundingBox()) ?? { y: Infinity, height: 0 };
    expect(y + height).toBeLessThan(800);
    expect(await page.locator('.matrix a[data-position=suggests] b').first().innerText()).toBe('Suggests');
    expect(await page.locator('.matrix td:not([data-name])').filter({ visible: true }).count()).toBe(0);
  });
});

describe('two sources side by side', () => {
  const pair = '/matrix/#a=stevens-2021-chest&b=kakkos-2021-esvs';

  it('open from an address with badge, words, grade and a way to each finding, and change with the choice', async () => {
    const page = await site.open(pair, { viewport: { width: 1280, height: 900 } });
    const row = page.locator('.pair tbody tr').first();
    await row.waitFor();
    expect(await page.locator('.pair thead th').allInnerTexts()).toEqual([
      expect.stringContaining('CHEST'),
      expect.stringContaining('ESVS'),
    ]);
    expect(
      await row
        .locator('td')
        .filter({ has: page.locator('.badge') })
        .count(),
    ).toBe(2);
    expect(await row.locator('.badge').first().innerText()).toMatch(/^(?:Recommends|Suggests)/);
    expect(await row.locator('.pair-grade').first().innerText()).toMatch(/strong|weak/);
    const href = (await row.locator('.pair-place').last().getAttribute('href')) ?? '';
    await page.goto(site.origin() + href);
    expect(await page.locator(':target').count()).toBe(1);
    await page.goBack();
    await page.getByLabel('Source B').selectOption('nice-2020-ng158');
    await expect.poll(() => page.locator('.pair thead th').last().innerText()).toContain('NICE');
    expect(new URL(page.url()).hash).toBe('#a=stevens-2021-chest&b=nice-2020-ng158');
    await page.getByLabel('Source B').selectOption('');
    expect(await page.locator('.pair').filter({ visible: true }).count()).toBe(0);
    expect(await page.locator('[data-says]').innerText()).toBe('Choose another source to see two side by side.');
  });

  it('are a card a question on a phone, no wider than it, with the name of the source at its words', async () => {
    const page = await site.open(pair, { viewport: { width: 375, height: 812 } });
    await page.locator('.pair tbody tr').first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
    expect(await page.locator('.pair-who').filter({ visible: true }).count()).toBe(2 * (await page.locator('.pair tbody tr').count()));
  });

  it('say what they need without scripts, with a way to what each source says', async () => {
    const page = await site.open('/matrix/', { javaScriptEnabled: false });
    expect(await page.locator('source-pair .without-js').innerText()).toContain('need JavaScript');
    expect(await page.locator('source-pair .without-js a').count()).toBeGreaterThan(5);
    expect(await seen(page, 'source-pair select')).toBe(0);
  });
});

describe('a page that is read after its review fell due', () => {
  it('says so first, and a page in time does not', async () => {
    const on = (day: string) => (page: Page) => page.clock.setFixedTime(new Date(`${day}T12:00:00Z`));
    const due = await (await site.open(question)).locator('time[data-review-due]').getAttribute('datetime');
    const intime = await site.open(question, {}, on(due ?? ''));
    expect(await intime.locator('.stale-banner').count()).toBe(0);
    const late = await site.open(question, {}, on('2099-01-01'));
    expect(await late.locator('main > :first-child').innerText()).toMatch(/^Out of date\. This page was due for review on \d+ \w+ \d{4}\./);
  });
});
