/** The answer in ten seconds: what stands on a phone's first screen of every question, and tables that break no word. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { useSite } from './visit.ts';

const site = useSite();
const phone = { width: 375, height: 812 };
const entries = (folder: string): string[] =>
  readdirSync(join(inject('siteFolder'), folder), { withFileTypes: true }).flatMap((one) =>
    one.isDirectory() ? [`/${folder}/${one.name}/`] : [],
  );
const words = (text: string): number => text.trim().split(/\s+/).length;

describe('a question on a phone', () => {
  it('opens with its answer: one sentence of 25 words and at most six rows of 16, whole on the first screen of nine in ten', async () => {
    const page = await site.open('/', { viewport: phone });
    const late: string[] = [];
    const questions = entries('questions');
    for (const path of questions) {
      await page.goto(site.origin() + path, { waitUntil: 'load' });
      const gist = await page.locator('.answer-gist').innerText();
      const says = await page.locator('.answer-says').allInnerTexts();
      expect(words(gist), path).toBeLessThanOrEqual(25);
      expect(says.length, path).toBeLessThanOrEqual(6);
      for (const text of says) expect(words(text), `${path} ${text}`).toBeLessThanOrEqual(16);
      const box = (await page.locator('.answer').boundingBox()) ?? { y: Infinity, height: Infinity };
      const end = box.y + box.height;
      if (box.y > 300 || end > phone.height) late.push(`${path} from ${Math.round(box.y)} to ${Math.round(end)}`);
    }
    console.log(`${late.length} of ${questions.length} answers are not whole on the first screen:\n${late.join('\n')}`);
    expect(late.length).toBeLessThanOrEqual(questions.length / 10);
  });

  it('has nothing above its answer but the masthead, its title and a notice of danger', async () => {
    const page = await site.open('/questions/iliofemoral-removal/', { viewport: phone });
    const above = await page.evaluate(() => {
      const answer = document.querySelector('.answer');
      const main = document.querySelector('main');
      return [...(main?.children ?? [])]
        .filter((one) => one !== answer && answer && one.compareDocumentPosition(answer) & Node.DOCUMENT_POSITION_FOLLOWING)
        .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height > 0)
        .map((one) => one.className);
    });
    expect(above).toEqual(['opening question-opening', 'emergency']);
  });
});

/** Words of tables that stand on two lines; one with a hyphen, a slash or a long number may. */
const brokenWords = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const broken: string[] = [];
    for (const cell of document.querySelectorAll('main :is(th, td)')) {
      const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (!node.parentElement?.checkVisibility() || node.parentElement.closest('.visually-hidden, svg, thead')) continue;
        for (const match of (node.nodeValue ?? '').matchAll(/[\p{L}\p{N}]+/gu)) {
          const range = document.createRange();
          range.setStart(node, match.index);
          range.setEnd(node, match.index + match[0].length);
          const tops = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
          if (tops.size > 1) broken.push(match[0]);
        }
      }
    }
    return broken;
  });

describe('tables', () => {
  const withTables = (): string[] =>
    ['topics', 'questions', 'sources', 'pathways', 'figures/forest'].flatMap(entries).filter((path) => {
      const file = join(inject('siteFolder'), path, 'index.html');
      return readFileSync(file, 'utf8').includes('<table');
    });

  it.each([320, 375])('break no word at %i pixels', async (width) => {
    const page = await site.open('/', { viewport: { width, height: 812 } });
    const broken: string[] = [];
    // Every topic and figure, and each sixth of the many that are made alike.
    const paths = withTables().filter((path, at) => !/^\/(?:sources|questions)\//.test(path) || at % 6 === 0);
    expect(paths.length).toBeGreaterThan(40);
    for (const path of [...paths, '/matrix/', '/pathways/compare/']) {
      await page.goto(site.origin() + path, { waitUntil: 'load' });
      broken.push(...(await brokenWords(page)).map((word) => `${path} ${word}`));
    }
    expect(broken).toEqual([]);
  });
});
