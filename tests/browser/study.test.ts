/** Learning on a phone with nothing but keys: a deck from its first card to its last, what stays, and what a file takes along. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, inject, it } from 'vitest';
import type { CardView } from '../../src/parts/card.ts';
import { useSite } from './visit.ts';

const site = useSite();
const phone = { viewport: { width: 375, height: 812 } };
const deck = '/learn/topics/bleeding/';
const cards = JSON.parse(readFileSync(`${inject('siteFolder')}${deck}cards.json`, 'utf8')) as CardView[];
const status = (page: Page): Promise<string> => page.locator('.study-count').innerText();

/** Answers every card of the page by keys; returns the ids of what was asked, in order. */
async function learn(page: Page): Promise<string[]> {
  const asked: string[] = [];
  await expect.poll(() => status(page)).toContain('answered');
  while (await page.locator('[data-card]').isVisible()) {
    const heading = await page.locator('[data-asks]').innerText();
    const card = cards.find(({ asks }) => asks.map((piece, index) => (index % 2 ? '…' : piece)).join('') === heading);
    expect(card, heading).toBeDefined();
    asked.push(card?.id ?? '');
    expect(await page.locator('[data-answer]').isVisible()).toBe(false);
    if (card?.options.length) await page.keyboard.press(String(card.options.findIndex(({ right }) => right) + 1));
    await page.keyboard.press(asked.length % 2 ? 'ArrowRight' : 'ArrowLeft');
    expect(await page.locator('[data-answer]').isVisible()).toBe(true);
    expect(await page.locator('.card-sources a').count()).toBeGreaterThan(0);
    expect(await page.evaluate(() => document.activeElement?.matches('[data-answer], [data-asks]'))).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
    await page.keyboard.press('4');
  }
  return asked;
}

it('a deck is learned by keys alone, and remembered', async () => {
  const page = await site.open(deck, phone);
  const asked = await learn(page);
  expect(asked).toEqual(cards.map(({ id }) => id));
  expect(await page.locator('[data-end-says]').innerText()).toBe('Done for now.');
  expect(await page.evaluate(() => document.activeElement?.matches('[data-end-says]'))).toBe(true);
  await page.reload();
  await expect.poll(() => status(page)).toContain('0 due · 0 new');
  expect(await page.locator('[data-end-says]').innerText()).toBe('Nothing is due here.');
});

it('what was learned is told, saved, forgotten when that was confirmed, and read again; a broken file changes nothing', async () => {
  const page = await site.open(deck, phone);
  await learn(page);
  await page.goto(`${site.origin()}/learn/`);
  const said = page.locator('study-overview [data-said]');
  await expect.poll(() => page.locator('[data-days]').textContent()).toContain(`${cards.length} answers on 1 day`);
  expect(await page.locator('[data-fit]').textContent()).toContain('Sure: ');
  expect(await page.locator('[data-deck=bleeding]').textContent()).toContain(`${cards.length} of ${cards.length} cards begun`);
  const download = page.waitForEvent('download');
  await page.locator('[data-save]').press('Enter');
  const file = await (await download).path();
  const asked = page.locator('.study-ask[open]');
  await page.locator('[data-reset]').press('Enter');
  await asked.waitFor();
  await page.keyboard.press('Escape');
  await asked.waitFor({ state: 'detached' });
  expect(await page.locator('[data-history]').isVisible()).toBe(true);
  await page.locator('[data-reset]').press('Enter');
  await asked.waitFor();
  await page.locator('.study-ask button[value=forget]').press('Enter');
  await expect.poll(() => said.innerText()).toBe('All that you learned here is forgotten.');
  expect(await page.locator('[data-history]').isVisible()).toBe(false);
  const text = readFileSync(file, 'utf8');
  const broken = { name: 'broken.json', mimeType: 'application/json', buffer: Buffer.from(text.slice(0, -30)) };
  const open = async (chosen: string | typeof broken): Promise<void> => {
    const chooser = page.waitForEvent('filechooser');
    await page.locator('[data-open]').press('Enter');
    await (await chooser).setFiles(chosen);
  };
  await open(broken);
  await expect.poll(() => said.innerText()).toContain('Nothing was changed.');
  await open(file);
  await expect.poll(() => said.innerText()).toBe(`${cards.length} answers read, ${cards.length} of them new here.`);
  await open({ ...broken, name: 'again.json', buffer: Buffer.from(text) });
  await expect.poll(() => said.innerText()).toContain('0 of them new here.');
  await expect.poll(() => page.locator('[data-days]').textContent()).toContain(`${cards.length} answers`);
});

it('today’s cards bring ten new ones from different decks', async () => {
  const page = await site.open('/learn/daily/', phone);
  await expect.poll(() => status(page)).toContain('10 new');
  const topics = new Set<string>();
  for (let count = 0; count < 5; count += 1) {
    topics.add(await page.locator('[data-topic]').innerText());
    await page.keyboard.press('Space');
    await page.keyboard.press('4');
  }
  expect(topics.size).toBe(5);
  expect(await status(page)).toContain('5 answered · 0 due · 5 new');
});

it('without scripts a deck is a list of questions whose answers open', async () => {
  const page = await site.open(deck, { ...phone, javaScriptEnabled: false });
  expect(await page.locator('study-session').isVisible()).toBe(false);
  expect(await page.locator('.cards > .card').count()).toBeGreaterThanOrEqual(cards.length);
  const first = page.locator('.cards > .card').first();
  await first.locator('summary').click();
  expect(await first.locator('.card-sources').isVisible()).toBe(true);
});
