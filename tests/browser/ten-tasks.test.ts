/** Ten tasks of a clinician on a ward phone: each is typed into search, and the page that search puts first holds the answer near its top. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { table } from '../../scripts/bench/report-table.ts';
import { useSite } from './visit.ts';

const words = z.string().min(1);
const tasks = z
  .array(z.strictObject({ task: words, asks: words, page: words.startsWith('/'), answer: z.array(words).min(1) }))
  .length(10)
  .parse(parse(readFileSync('tests/cases/ten-tasks.yaml', 'utf8')));

const site = useSite();
const phone = { width: 375, height: 812 };
const measured: { readonly task: string; readonly before: number; readonly screens: number }[] = [];

/** What a reader sees of the page in order: the words before the answer begins, and the screens until all of it has been seen; undefined while any of it is missing. */
const measure = (page: Page, answer: readonly string[]): Promise<{ before: number; screens: number } | undefined> =>
  page.evaluate((sought) => {
    const blockOf = (node: Node): Element | null => {
      let block = node.parentElement;
      while (block && getComputedStyle(block).display.startsWith('inline')) block = block.parentElement;
      return block;
    };
    const places: (readonly [Node, number])[] = [];
    let text = '';
    let last: Element | null = null;
    const main = document.querySelector('main');
    if (!main) return undefined;
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!parent?.checkVisibility() || parent.closest('.visually-hidden, script, style, select')) continue;
      const block = blockOf(node);
      const value = (block === last ? '' : ' ') + (node.nodeValue ?? '');
      const shift = block === last ? 0 : 1;
      last = block;
      for (let at = 0; at < value.length; at++) {
        const letter = (value[at] ?? '').trim() || ' ';
        if (letter === ' ' && (text === '' || text.endsWith(' '))) continue;
        text += letter;
        places.push([node, Math.max(0, at - shift)]);
      }
    }
    const starts = sought.map((one) => text.indexOf(one));
    if (starts.includes(-1)) return undefined;
    const bottoms = starts.map((start, i) => {
      const range = document.createRange();
      const [first, end] = [places[start], places[start + (sought[i] ?? '').length - 1]];
      if (!first || !end) return Infinity;
      range.setStart(...first);
      range.setEnd(end[0], end[1] + 1);
      return range.getBoundingClientRect().bottom + scrollY;
    });
    const before = text.slice(0, Math.min(...starts)).trim();
    return { before: before === '' ? 0 : before.split(' ').length, screens: Math.max(...bottoms) / innerHeight };
  }, answer);

const median = (numbers: readonly number[]): number => {
  const sorted = [...numbers].sort((a, b) => a - b);
  return ((sorted[Math.floor((sorted.length - 1) / 2)] ?? NaN) + (sorted[Math.ceil((sorted.length - 1) / 2)] ?? NaN)) / 2;
};

describe('a clinician with a phone', () => {
  it.each(tasks)('finds with “$asks”: $task', async ({ task, asks, page: wanted, answer }) => {
    const page = await site.open('/', { viewport: phone });
    await page.locator('[data-opens=search-palette]').click();
    await page.locator('#search-palette [role=combobox]').fill(asks);
    const first = page.locator('#search-palette [role=option]').first();
    await first.waitFor();
    expect(await first.getAttribute('href')).toBe(wanted);
    await page.keyboard.press('Enter');
    await page.waitForURL(site.origin() + wanted);
    await expect.poll(() => measure(page, answer), { timeout: 10_000 }).toBeDefined();
    const { before, screens } = (await measure(page, answer)) ?? { before: NaN, screens: NaN };
    measured.push({ task, before, screens });
  });

  it('has read at most 40 words and seen one screen before half of the answers', () => {
    expect(measured).toHaveLength(tasks.length);
    expect(median(measured.map(({ before }) => before))).toBeLessThanOrEqual(40);
    expect(median(measured.map(({ screens }) => screens))).toBeLessThanOrEqual(1);
  });

  afterAll(() => {
    const rows = measured.map(({ task, before, screens }) => [task, String(before), screens.toFixed(2)]);
    console.log(table([['task', 'words before', 'screens'], ...rows]));
  });
});
