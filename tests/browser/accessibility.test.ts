/** axe on every kind of page, in both themes and both widths, and on the two dialogs. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { pageKinds, useSite } from './visit.ts';

const site = useSite();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe has to say, one sentence for each element, e.g. `color-contrast: <p class="note"> …`. */
async function violations(page: Page): Promise<string[]> {
  if (/\/search\/|#a=/.test(page.url())) await page.waitForLoadState('networkidle');
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe);
  const results = await page.evaluate(
    (values) =>
      (globalThis as unknown as { axe: { run: (options: object) => Promise<AxeResults> } }).axe.run({
        runOnly: { type: 'tag', values },
        resultTypes: ['violations'],
      }),
    tags,
  );
  return results.violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`));
}

const screens = (['light', 'dark'] as const).flatMap((colorScheme) =>
  [375, 1280].map((width) => ({ name: `${colorScheme} at ${width}`, colorScheme, viewport: { width, height: 900 } })),
);

describe.each(pageKinds())('%s', (path) => {
  // One visit, looked at four ways: theme and width follow the system without a reload.
  it('has nothing that shuts anyone out, in both themes and both widths', async () => {
    const page = await site.open(path);
    for (const { name, colorScheme, viewport } of screens) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize(viewport);
      expect({ name, found: await violations(page) }).toEqual({ name, found: [] });
    }
  });
});

describe.each(screens)('$name', ({ colorScheme, viewport }) => {
  const options = { colorScheme, viewport };

  it('the palette with hits has nothing that shuts anyone out', async () => {
    const page = await site.open('/', options);
    await page.keyboard.press('/');
    await page.keyboard.type('phlegmasia');
    await page.locator('#search-palette [role=option]').first().waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('a card and an open contents list have nothing that shuts anyone out', async () => {
    const page = await site.open('/topics/phlegmasia/', options);
    if (await page.locator('.contents summary').isVisible()) await page.locator('.contents summary').click();
    await page.locator('.prose a.term').first().hover();
    await page.locator('.preview').waitFor();
    // A card under the pointer covers a part of what lies behind it, and leaves with the pointer or at Esc.
    const behind = (complaint: string): boolean => /^target-size: [\s\S]*because it is partially obscured/.test(complaint);
    expect((await violations(page)).filter((complaint) => !behind(complaint))).toEqual([]);
  });

  it('the keyboard help has nothing that shuts anyone out', async () => {
    const page = await site.open('/', options);
    await page.keyboard.press('?');
    expect(await violations(page)).toEqual([]);
  });
});

describe('the conditions of sources, put to a patient', () => {
  it('have nothing that shuts anyone out, answered and in danger', async () => {
    const page = await site.open('/matrix/patient/');
    await page.locator('patient-conditions:defined').waitFor();
    await page.locator('input[name=limb-threat][value=no]').check();
    await page.locator('input[name=clot-site][value=iliofemoral]').check();
    for (const { name, colorScheme, viewport } of screens) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize(viewport);
      expect({ name, found: await violations(page) }).toEqual({ name, found: [] });
    }
    await page.locator('input[name=limb-threat][value=yes]').check();
    expect(await violations(page)).toEqual([]);
  });
});
