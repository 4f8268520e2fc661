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
    expect(await seen(page, '.coi-hidden')).toBe(0);
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
    expect(await page.locator('.sources .coi, .sources.coi').count()).toBeGreaterThan(0);
    expect(await seen(page, '.sources .coi')).toBe(0);
    await page.locator('coi-switch input[value=all]').check();
    expect(await seen(page, '.sources .coi')).toBeGreaterThan(0);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });

  it('works without scripts as a link to the same page, and a link back', async () => {
    const page = await site.open(question, { javaScriptEnabled: false });
    expect(await seen(page, '.findings tbody.coi')).toBe(1);
    await page.getByRole('link', { name: 'Hide industry and AI sources' }).click();
    expect(new URL(page.url()).pathname).toBe(question);
    expect(await seen(page, '.findings tbody.coi')).toBe(0);
    expect(await seen(page, '.findings tbody')).toBeGreaterThan(0);
    await page.getByRole('link', { name: 'all sources' }).click();
    expect(await seen(page, '.findings tbody.coi')).toBe(1);
  });
});

describe('the matrix', () => {
  it('narrows to what is asked for, writes it into the address, and opens so for whoever gets the address', async () => {
    const page = await site.open('/matrix/', { viewport: { width: 1280, height: 900 } });
    const all = await seen(page, '.matrix a[data-p]');
    await page.locator('.matrix-filter summary').click();
    await page.getByRole('checkbox', { name: 'Calf', exact: true }).check();
    const some = await seen(page, '.matrix a[data-p]');
    expect(some).toBeGreaterThan(0);
    expect(some).toBeLessThan(all);
    expect(new URL(page.url()).search).toBe('?population=calf');
    expect(await page.locator('[data-count]').innerText()).toContain(String(some));
    await page.getByText('What the marks mean').click();
    expect(await seen(page, '.matrix-legend')).toBe(1);
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
          return [shown('th[scope=colgroup]').reduce((sum, head) => sum + head.colSpan, 0), shown('th[scope=col]').length];
        }),
    );
    expect(widths.length).toBeGreaterThan(0);
    for (const [heads, columns] of widths) expect(heads).toBe(columns);
  });

  it('is not wider than a phone, and names the source of every mark there', async () => {
    const page = await site.open('/matrix/', { viewport: { width: 375, height: 800 } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
    const mark = page.locator('.matrix a[data-p]').filter({ visible: true }).first();
    expect(await mark.getAttribute('aria-label')).toMatch(/: .+; /);
    expect(await page.locator('.matrix td:not([data-name])').filter({ visible: true }).count()).toBe(0);
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
