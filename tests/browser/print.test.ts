/** What comes out of the printer: the page as it would lie on paper, and the sheets themselves. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, inject, it } from 'vitest';
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

  it('has the wording that was read, and what is folded open', async () => {
    const page = await onPaper(path);
    const wordings = await page
      .locator('main .lead-part')
      .evaluateAll((all) => all.filter((one) => one.checkVisibility()).map((one) => (one as HTMLElement).dataset['for']));
    const read = await page.evaluate(() => document.documentElement.dataset['register']);
    expect(wordings).toEqual(path.startsWith('/sources/') ? [] : [read]);
    const folded = await page
      .locator('main details:not(.cite, .silent, .figure-data, .contents details)')
      .evaluateAll(
        (all) =>
          all.filter(
            (one) =>
              one.checkVisibility() &&
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
  it('is printed after its link, unless it leads into a passage or is what the link says', async () => {
    const page = await onPaper('/questions/removal-versus-dissolving/');
    const after = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((link) => getComputedStyle(link, '::after').content);
    expect(await after('.references a[href^="https://doi.org/"]')).toBe('none');
    expect(await after('.references a[href^=http]:not([href*="doi.org"], [href*="pubmed"], [href*="clinicaltrials"])')).toContain('http');
    expect(await after('main a[href*=":~:"]')).not.toContain('http');
  });
});

/** Questions of the built site, those with the most on them first; old addresses of some only forward. */
const questions = readdirSync(join(inject('siteFolder'), 'questions'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => ({
    path: `/questions/${name}/`,
    html: readFileSync(join(inject('siteFolder'), 'questions', name, 'index.html'), 'utf8'),
  }))
  .filter(({ html }) => html.includes('class="answer"'))
  .sort((a, b) => b.html.length - a.html.length)
  .map(({ path }) => path);

/** The words of each sheet of a page of A4, without the foot that stands on every one. */
async function wordsOfSheets(page: Page): Promise<string[]> {
  const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ format: 'A4' })));
  const { text } = await extractText(pdf);
  return text.map((words) => words.replace(/\s+/g, ' ').trim());
}

describe.each(questions.slice(0, 12))('%s on A4', (path) => {
  it('takes four sheets at most, parts no heading from its text, and has its title as text', async () => {
    const page = await onPaper(path);
    const sheets = await wordsOfSheets(page);
    expect(sheets.length).toBeLessThanOrEqual(4);
    const shown = (await page.locator('h1, h2, h3').filter({ visible: true }).allInnerTexts()).map((words) =>
      words.replace(/\s+/g, ' ').trim(),
    );
    expect(sheets[0]?.replaceAll(' ', '')).toContain(shown[0]?.replaceAll(' ', ''));
    const bodies = sheets.map((words) => words.split(' Patency · /')[0]?.trim() ?? '');
    for (const heading of shown) for (const body of bodies) expect(body.endsWith(heading), `“${heading}” ends a sheet`).toBe(false);
  });
});

describe('the one-page sheet', () => {
  it.each(questions)('of %s is one sheet of A4 in every wording, with answer, questions, version and day', async (path) => {
    const page = await site.open(`${path}?print=sheet`);
    await page.emulateMedia({ media: 'print' });
    const gist = (await page.locator('.answer-gist').innerText()).replace(/\s+/g, ' ').trim();
    const asks = await page.locator('.sheet li').count();
    expect(asks).toBeGreaterThanOrEqual(3);
    expect(asks).toBeLessThanOrEqual(5);
    // A camera needs an address with a host, which the shipped site has not; see tests/site/another-condition.test.ts.
    expect(await page.locator('.sheet .qr-code').count()).toBe(0);
    for (const register of ['public', 'student', 'clinician']) {
      await page.evaluate((chosen) => (document.documentElement.dataset['register'] = chosen), register);
      const sheets = await wordsOfSheets(page);
      expect({ register, count: sheets.length }).toEqual({ register, count: 1 });
      expect(sheets[0]).toContain(gist);
      expect(sheets[0]).toContain('No clinician has approved this page yet.');
      expect(sheets[0]).toMatch(/As of \d+ \w+ \d{4}\. Version [\da-f]{8}\. Check the live page after \d+ \w+ \d{4}/);
    }
  });

  it('is reached from the page, is printed by a button, and leads back', async () => {
    const page = await site.open('/questions/removal-versus-dissolving/');
    await page.getByRole('link', { name: 'One-page sheet', exact: true }).click();
    await page.waitForURL(/\?print=sheet#sheet$/);
    expect(await page.locator('main > *').filter({ visible: true }).count()).toBe(5);
    await page.evaluate(() => Object.assign(globalThis, { print: () => Object.assign(globalThis, { printed: true }) }));
    await page.getByRole('button', { name: 'Print this sheet' }).click();
    expect(await page.evaluate(() => (globalThis as unknown as { printed?: boolean }).printed)).toBe(true);
    await page.getByRole('link', { name: 'The whole page' }).click();
    await page.waitForURL(/removal-versus-dissolving\/$/);
    expect(await page.locator('.findings').isVisible()).toBe(true);
    expect(await page.locator('.sheet').isVisible()).toBe(false);
  });

  it('works without scripts, in the wording that the page leads with', async () => {
    const page = await site.open('/questions/removal-versus-dissolving/', { javaScriptEnabled: false });
    await page.getByRole('link', { name: 'One-page sheet', exact: true }).click();
    expect(await page.locator('.findings').isVisible()).toBe(false);
    const wordings = page.locator('.lead-part').filter({ visible: true });
    expect(await wordings.evaluateAll((all) => all.map((one) => one.getAttribute('data-for')))).toEqual(['clinician']);
    await page.emulateMedia({ media: 'print' });
    expect(await wordsOfSheets(page)).toHaveLength(1);
  });
});
