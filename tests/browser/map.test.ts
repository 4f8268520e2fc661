/** The vein map by keyboard: every segment a stop with a name and a visible focus, and Enter goes where the name says. */
import { describe, expect, it } from 'vitest';
import { useSite } from './visit.ts';

const site = useSite();
const names = ['Vena cava', 'Iliac', 'Common femoral', 'Femoral', 'Popliteal', 'Calf'];

describe.each([375, 1280])('the vein map at %s px', (width) => {
  const open = () => site.open('/figures/vein-map/', { viewport: { width, height: 900 } });

  it('is walked by Tab from the cava to the calf, each stop with its name, its count and where it leads', async () => {
    const page = await open();
    await page.locator('.map-drawing a').first().focus();
    const walked: string[] = [];
    for (let i = 0; i < names.length; i += 1) {
      walked.push(await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? ''));
      await page.keyboard.press('Tab');
    }
    names.forEach((name, i) => expect(walked[i]).toMatch(new RegExp(`^${name}, \\d+ findings?: (none|few|several|many)\\. Leads to: \\S`)));
    expect(await page.evaluate(() => document.activeElement?.closest('.map-drawing') === null)).toBe(true);
  });

  it('shows which segment has the focus, on the vein and around its label', async () => {
    const page = await open();
    const looks = () =>
      page.locator('.map-drawing a[data-segment=popliteal]').evaluate((link) => {
        const of = (selector: string) => getComputedStyle(link.querySelector(selector) as Element).stroke;
        return [of('.halo'), of('.touch')];
      });
    const before = await looks();
    await page.locator('.map-drawing a[data-segment=femoral]').focus();
    await page.keyboard.press('Tab');
    const after = await looks();
    expect(after[0]).not.toBe(before[0]);
    expect(after[1]).not.toBe(before[1]);
  });

  it('leads by Enter to the question on the segment', async () => {
    const page = await open();
    await page.locator('.map-drawing a[data-segment=femoral]').focus();
    await page.keyboard.press('Tab');
    const said = await page.evaluate(() => document.activeElement?.getAttribute('aria-label')?.split('Leads to: ')[1]);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/questions\//);
    expect(await page.locator('h1').innerText()).toBe(said);
  });

  it('has type of at least twelve pixels, inside its frame', async () => {
    const page = await open();
    const texts = await page.locator('.map-drawing text').evaluateAll((all) =>
      all.map((text) => {
        const svg = text.closest('svg') as SVGSVGElement;
        const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
        const { left, right } = text.getBoundingClientRect();
        return { size: Number.parseFloat(getComputedStyle(text).fontSize) * scale, left, right, words: text.textContent };
      }),
    );
    expect(texts.length).toBeGreaterThan(names.length);
    expect(texts.filter(({ size, left, right }) => size < 12 || left < 0 || right > width)).toEqual([]);
  });

  it('says the same in a table: a row for each segment, in order', async () => {
    const page = await open();
    const counts = await page
      .locator('.map-drawing a')
      .evaluateAll((all) => all.map((link) => /\d+ findings?/.exec(link.getAttribute('aria-label') ?? '')?.[0]));
    const rows = await page.locator('.map-table tbody tr').evaluateAll((all) => all.map((row) => (row as HTMLElement).innerText));
    expect(rows).toHaveLength(names.length);
    names.forEach((name, i) => {
      expect(rows[i]?.startsWith(name)).toBe(true);
      expect(rows[i]).toContain(counts[i]);
    });
  });
});

describe('every other figure on a phone', () => {
  it.each(['/figures/forest/pts-any/', '/figures/forest/recurrent-vte/', '/figures/timeline/'])(
    '%s keeps its type at twelve pixels or more, inside the screen, with nothing to scroll sideways',
    async (path) => {
      const page = await site.open(path, { viewport: { width: 375, height: 812 } });
      const texts = await page.locator('.drawing text, .forest text').evaluateAll((all) =>
        all.map((text) => {
          const { left, right } = text.getBoundingClientRect();
          return { size: Number.parseFloat(getComputedStyle(text).fontSize), left, right, words: text.textContent };
        }),
      );
      expect(texts.length).toBeGreaterThan(5);
      expect(texts.filter(({ size, left, right }) => size < 12 || left < 0 || right > 375)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
    },
  );
});
