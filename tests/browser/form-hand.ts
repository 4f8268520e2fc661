/** The hand of an editor in the form: finds fields, types, presses and picks, and does so again where the form was not ready. */
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** A field by the path of its key. The form draws only what is near the window, so it is scrolled until the field is there. */
export async function at(page: Page, path: string): Promise<Locator> {
  const field = page.locator(`[data-key-path="${path}"]`);
  for (let step = 0; step < 80 && (await field.count()) === 0; step++) {
    await page
      .locator('[data-key-path]')
      .first()
      .evaluate(async (element, first) => {
        const scrolls = (one: Element) => one.scrollHeight > one.clientHeight + 5 && /auto|scroll/.test(getComputedStyle(one).overflowY);
        let pane: Element | null = element;
        while (pane && !scrolls(pane)) pane = pane.parentElement;
        pane?.scrollBy(0, first ? -pane.scrollTop : 600);
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      }, step === 0);
  }
  return field;
}
export const type = async (page: Page, path: string, text: string): Promise<void> =>
  (await at(page, path)).locator('input, textarea').first().fill(text);
export async function press(page: Page, path: string, role: 'button' | 'radio' | 'checkbox', name: RegExp): Promise<void> {
  const one = (await at(page, path)).getByRole(role, { name }).first();
  if (role !== 'radio') return one.click();
  // A choice that is drawn anew just after it was pressed can be lost: it must still stand a moment later.
  const holds = async (): Promise<boolean> => (await one.getAttribute('aria-checked')) === 'true';
  await expect
    .poll(
      async () => {
        if (!(await holds())) await one.click();
        await page.waitForTimeout(300);
        return holds();
      },
      { timeout: 20_000 },
    )
    .toBe(true);
}
export async function pick(page: Page, path: string, name: RegExp): Promise<void> {
  await (await at(page, path)).getByRole('combobox').first().click();
  await page.getByRole('option', { name }).first().click();
}
export const save = (page: Page): Promise<void> => page.getByRole('button', { name: 'Save', exact: true }).click();
