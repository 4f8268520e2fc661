/** What comes out of the printer: the page as it would lie on paper, and the sheets themselves. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useSite } from './visit.ts';

const site = useSite();
const pages = ['/topics/phlegmasia/', '/questions/removal-versus-dissolving/', '/sources/vedantham-2017-attract/'];

async function onPaper(path: string): Promise<Page> {
  const page = await site.open(path, { colorScheme: 'dark' });
  await page.emulateMedia({ media: 'print' });
  return page;
}

/** Number of sheets and size of the first, in millimetres, from the points that the file says. */
async function sheetsOf(page: Page, format: 'A4' | 'Letter'): Promise<{ count: number; size: readonly number[] }> {
  const pdf = (await page.pdf({ format })).toString('latin1');
  const [, width = '', height = ''] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
  return {
    count: [...pdf.matchAll(/\/Type \/Page\b/g)].length,
    size: [width, height].map((points) => Math.round((Number(points) * 25.4) / 72)),
  };
}

describe.each(pages)('%s on paper', (path) => {
  it('has bottom line, status, findings or sources, and references, in black on white even in the dark theme', async () => {
    const page = await onPaper(path);
    const labels = await page.locator('.band > h2').filter({ visible: true }).allInnerTexts();
    expect(labels.length).toBeGreaterThan(3);
    expect(labels).toContain('Status');
    expect(await page.locator('main table, main .source-list, main .references').filter({ visible: true }).count()).toBeGreaterThan(0);
    const ink = await page.evaluate(() => [getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]);
    expect(ink).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
  });

  it('has nothing that can only be pressed', async () => {
    const page = await onPaper(path);
    for (const gone of ['.menu', '.tools', '.breadcrumbs', 'main button', 'dialog', '.registers', '.contents'])
      expect(await page.locator(gone).filter({ visible: true }).count(), gone).toBe(0);
  });

  it('has everything open: all wordings, all that is folded', async () => {
    const page = await onPaper(path);
    for (const wording of await page.locator('main [data-for]').all()) expect(await wording.isVisible()).toBe(true);
    const folded = await page
      .locator('main details:not(.cite):not(.contents details)')
      .evaluateAll(
        (all) =>
          all.filter((one) =>
            [...one.children].some((child) => child.tagName !== 'SUMMARY' && !child.checkVisibility({ contentVisibilityAuto: true })),
          ).length,
      );
    expect(folded).toBe(0);
  });

  it('says where it comes from, of which day it is and when to look at the live page', async () => {
    const page = await onPaper(path);
    const foot = page.locator('.print-foot');
    expect(await foot.isVisible()).toBe(true);
    const due = (await page.locator('time[data-review-due]').first().innerText()).trim();
    const words = await foot.innerText();
    // The shipped site has no address; see tests/site/another-condition.test.ts for one that has.
    expect(words).toContain(path);
    expect(words).toMatch(/As of \d+ \w+ \d{4}\./);
    expect(words).toContain(`Check the live page after ${due}`);
    await page.emulateMedia({ media: 'screen' });
    expect(await foot.isVisible()).toBe(false);
  });

  it('fits the sheets of A4 and of Letter', async () => {
    const page = await onPaper(path);
    const [a4, letter] = [await sheetsOf(page, 'A4'), await sheetsOf(page, 'Letter')];
    expect([a4.size, letter.size]).toEqual([
      [210, 297],
      [216, 279],
    ]);
    for (const { count } of [a4, letter]) {
      expect(count).toBeGreaterThan(1);
      expect(count).toBeLessThan(20);
    }
  });

  it('is not wider than the sheet', async () => {
    const page = await onPaper(path);
    // 178 mm, what A4 leaves between the margins.
    await page.setViewportSize({ width: 673, height: 952 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(673);
  });
});

describe('an address into another site', () => {
  it('is printed after its link, unless it leads into a passage', async () => {
    const page = await onPaper('/questions/removal-versus-dissolving/');
    const after = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((link) => getComputedStyle(link, '::after').content);
    expect(await after('.references a[href^=http]')).toContain('http');
    expect(await after('main a[href*=":~:"]')).not.toContain('http');
  });
});
