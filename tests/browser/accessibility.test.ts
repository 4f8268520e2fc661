/** Two engines, axe and IBM Equal Access, on every kind of page, in both themes and both widths, and on the two dialogs. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { pageKinds, useSite } from './visit.ts';

const site = useSite();
const programOf = (path: string): string => readFileSync(createRequire(import.meta.url).resolve(path), 'utf8');
const axe = programOf('axe-core/axe.min.js');
const ace = programOf('accessibility-checker-engine/ace.js');
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

interface AceReport {
  readonly results: readonly {
    readonly ruleId: string;
    readonly value: readonly [string, string];
    readonly message: string;
    readonly snippet: string;
  }[];
}

/**
 * What IBM Equal Access calls a violation; what it only asks a person to look at is left out, and so is advice. What is folded is opened,
 * and of long lists the first dozen entries stay, of the comparison the first two tables: the engine compares elements by pairs, and the
 * rest is built alike.
 */
async function equalAccessViolations(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
    for (const rest of document.querySelectorAll(
      '.matrix-bands > .band:nth-of-type(n + 3), main :is(ul, ol, dl, tbody) > :nth-child(n + 13)',
    ))
      rest.remove();
  });
  await page.evaluate(`${ace}\nglobalThis.ace = ace;`);
  const results = await page.evaluate(async () => {
    const { Checker } = (
      globalThis as unknown as { ace: { Checker: new () => { check: (on: Document, rules: string[]) => Promise<AceReport> } } }
    ).ace;
    const report = await new Checker().check(document, ['IBM_Accessibility', 'WCAG_2_2']);
    return report.results.map(({ ruleId, value, message, snippet }) => ({ ruleId, value, message, snippet }));
  });
  const violating = results.filter(({ value: [level, found] }) => level === 'VIOLATION' && found === 'FAIL');
  return violating.map(({ ruleId, message, snippet }) => `${ruleId}: ${message}\n${snippet.slice(0, 200)}`);
}

const screens = (['light', 'dark'] as const).flatMap((colorScheme) =>
  [375, 1280].map((width) => ({ name: `${colorScheme} at ${width}`, colorScheme, viewport: { width, height: 900 } })),
);

describe.each(pageKinds())('%s', (path) => {
  // One visit, looked at four ways: theme and width follow the system without a reload.
  it('has nothing that shuts anyone out, in both themes and both widths, and nothing that a second engine finds', async () => {
    const page = await site.open(path);
    for (const { name, colorScheme, viewport } of screens) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize(viewport);
      expect({ name, found: await violations(page) }).toEqual({ name, found: [] });
    }
    expect([...new Set(await equalAccessViolations(page))]).toEqual([]);
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
