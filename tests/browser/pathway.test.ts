/** The walk through a pathway as a reader does it: by keyboard, with an address that keeps it, and without scripts. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useSite } from './visit.ts';

const site = useSite();
const path = '/pathways/dr-oracle-2026-thrombectomy/';
const outcome = (page: Page) => page.locator('[data-outcome]').innerText();
const asked = (page: Page) =>
  page
    .locator('[data-input]')
    .evaluateAll((all) => all.filter((field) => field.checkVisibility()).map((field) => (field as HTMLElement).dataset['input']));
const answer = (page: Page, key: string, value: string) => page.locator(`input[name=${key}][value=${value}]`).check();

describe('the walk through a pathway', () => {
  it('goes from the first question to an outcome by keyboard alone, one question at a time', async () => {
    const page = await site.open(path);
    expect(await asked(page)).toEqual(['limbThreat']);
    await page.locator('input[name=limbThreat][value=yes]').focus();
    // It is fetched when a reader comes near.
    await page.locator('pathway-stepper:defined').waitFor();
    await page.keyboard.press('ArrowRight');
    expect(await asked(page)).toEqual(['limbThreat', 'location']);
    expect(await page.locator('pathway-stepper [role=status]').innerText()).toContain('Next question: Where does the clot lie?');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.type('10');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('70');
    await page.keyboard.press('Enter');
    await page.locator('pathway-stepper[data-decided]').waitFor();
    expect(await outcome(page)).toBe('Consider a caval filter and other strategies');
    expect(await asked(page)).toEqual(['limbThreat', 'location', 'days', 'age']);
    expect(new URL(page.url()).hash).toBe('#limbThreat=no&location=iliofemoral&days=10&age=70');
  });

  it('says why, rule by rule, and names the silence of the source on day 14', async () => {
    const page = await site.open(`${path}#limbThreat=no&location=iliofemoral&days=14`);
    await expect.poll(() => outcome(page)).toBe('The source does not say');
    const trace = await page.locator('[data-rule]').allInnerTexts();
    expect(trace).toHaveLength(5);
    for (const row of trace) expect(row).toMatch(/^Does not hold:/);
    expect(trace[2]).toContain('Duration of symptoms: 14 days; the rule needs: more than 14 days.');
  });

  it('keeps answers in the address alone: a reload keeps them, Back takes the last one away, Start again takes all', async () => {
    const page = await site.open(path);
    await answer(page, 'limbThreat', 'no');
    await answer(page, 'location', 'femoropopliteal');
    expect(await outcome(page)).toBe('Thrombectomy not indicated');
    await page.reload();
    expect(await outcome(page)).toBe('Thrombectomy not indicated');
    expect(await page.locator('input[name=location][value=femoropopliteal]').isChecked()).toBe(true);
    await page.goBack();
    expect(await asked(page)).toEqual(['limbThreat', 'location']);
    expect(await page.locator('input[name=location]:checked').count()).toBe(0);
    expect(await outcome(page)).toBe('Not decided yet');
    await page.getByRole('button', { name: 'Start again' }).click();
    expect(new URL(page.url()).hash).toBe('');
    expect(await asked(page)).toEqual(['limbThreat']);
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([0, 0, '']);
  });

  it('goes on past what is not known and says what the source would need', async () => {
    const page = await site.open(`${path}#limbThreat=unknown`);
    expect(await asked(page)).toEqual(['limbThreat', 'location']);
    await answer(page, 'location', 'calf');
    expect(await outcome(page)).toBe('This cannot be decided from the source');
    expect(await page.locator('[data-says]').innerText()).toContain('Its rules need what is not known: limb in danger.');
  });

  it('takes either a number or that it is not known', async () => {
    const page = await site.open(`${path}#limbThreat=no&location=iliofemoral&days=10`);
    await page.locator('[data-input=days] input[type=checkbox]').check();
    expect(await page.locator('[data-input=days] input[type=number]').inputValue()).toBe('');
    expect(new URL(page.url()).hash).toBe('#limbThreat=no&location=iliofemoral&days=unknown');
    await page.locator('[data-input=days] input[type=number]').fill('20');
    await page.keyboard.press('Tab');
    expect(await page.locator('[data-input=days] input[type=checkbox]').isChecked()).toBe(false);
    expect(await outcome(page)).toBe('Thrombectomy unlikely to help');
  });

  it('leaves an impossible number out', async () => {
    const page = await site.open(`${path}#limbThreat=no&location=iliofemoral`);
    await page.locator('input[name=days][type=number]').fill('900');
    await page.keyboard.press('Tab');
    expect(new URL(page.url()).hash).toBe('#limbThreat=no&location=iliofemoral');
    expect(await outcome(page)).toBe('Not decided yet');
  });

  it('is there as chart and rules without scripts, and hides what would not work', async () => {
    const page = await site.open(path, { javaScriptEnabled: false });
    expect(await page.locator('svg.flowchart').filter({ visible: true }).count()).toBe(1);
    expect(await page.locator('.pathway-rules tbody tr').filter({ visible: true }).count()).toBe(5);
    expect(await page.locator('pathway-stepper').isVisible()).toBe(false);
    expect(await page.getByText('needs JavaScript').isVisible()).toBe(true);
    expect(await page.locator('.pathway-caution').innerText()).toContain('Unreviewed AI-generated summary');
  });

  it.each([375, 1280])('shows one chart at %i pixels, and nothing sticks out of the page', async (width) => {
    const page = await site.open(path, { viewport: { width, height: 800 } });
    expect(await page.locator('svg.flowchart').filter({ visible: true }).count()).toBe(1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });
});

describe('pathways side by side', () => {
  it('put the same answers to all and say what each reads', async () => {
    const page = await site.open('/pathways/compare/#location=iliofemoral&acute=yes');
    await page.locator('pathway-compare:defined').waitFor();
    await answer(page, 'limbThreat', 'yes');
    const answers = await page.locator('.pathway-answer [data-outcome]').allInnerTexts();
    const silent = 'The source does not speak of a limb in danger: this is an emergency';
    expect(answers).toEqual(['Thrombectomy at once', silent, silent]);
    expect(await page.locator('pathway-compare [data-summary]').textContent()).toMatch(/^This can be an emergency\. /);
    expect(await page.locator('pathway-compare .pathway-result > *').filter({ visible: true }).first().innerText()).toContain(
      'This can be an emergency.',
    );
    await answer(page, 'limbThreat', 'no');
    expect(await page.locator('.pathway-answer [data-outcome]').allInnerTexts()).toEqual([
      'Not decided',
      'Special arrangements only',
      'Not decided',
    ]);
    expect(await page.locator('pathway-compare [data-limb-in-danger]').isVisible()).toBe(false);
  });

  it('say without scripts where two of them part', async () => {
    const page = await site.open('/pathways/compare/', { javaScriptEnabled: false });
    expect(await page.locator('.pathway-pair').count()).toBe(3);
    expect(await page.locator('pathway-compare').isVisible()).toBe(false);
    expect(await page.locator('.pathway-pair').nth(1).innerText()).toContain('Age: at least 65 years');
  });
});
