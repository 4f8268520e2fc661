/** Reading: the list that follows, links that copy themselves, citations to take away, and what leads here. */
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { describe, expect, it } from 'vitest';
import { useSite } from './visit.ts';

const site = useSite();
const topic = '/topics/phlegmasia/';
const copying = { permissions: ['clipboard-read', 'clipboard-write'] };

describe('the contents list', () => {
  it('names every part of the page and leads there', async () => {
    const page = await site.open(topic);
    const links = await page.locator('.contents a').evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    expect(links).toEqual(expect.arrayContaining(['#bottom-line', '#in-full', '#references', '#cite']));
    for (const link of links) expect(await page.locator(`[id="${link.slice(1)}"]`).count(), link).toBe(1);
  });

  it('as a bar follows the reader, opens when asked, folds up after a choice and at Esc', async () => {
    const page = await site.open(topic, { viewport: { width: 375, height: 700 } });
    await page.locator('#pitfalls').evaluate((heading) => heading.scrollIntoView());
    await expect.poll(() => page.locator('.contents-here').innerText()).toBe('Pitfalls');
    expect((await page.locator('.contents').boundingBox())?.y).toBe(0);
    await page.locator('.contents summary').click();
    await page.locator('.contents a[href="#first-steps"]').click();
    expect(await page.locator('.contents details[open]').count()).toBe(0);
    await expect.poll(() => page.locator('.contents a[aria-current]').getAttribute('href')).toBe('#first-steps');
    const [bar, heading] = [await page.locator('.contents').boundingBox(), await page.locator('#first-steps').boundingBox()];
    expect(heading?.y).toBeGreaterThanOrEqual((bar?.y ?? 0) + (bar?.height ?? 0));
    await page.locator('.contents summary').click();
    await page.keyboard.press('Escape');
    expect(await page.locator('.contents details[open]').count()).toBe(0);
  });

  it('stands open beside a wide page and leaves the page its width', async () => {
    const page = await site.open(topic, { viewport: { width: 1280, height: 800 } });
    expect(await page.locator('.contents a[href="#references"]').isVisible()).toBe(true);
    const [list, main] = [await page.locator('.contents').boundingBox(), await page.locator('.band').first().boundingBox()];
    expect((list?.x ?? 0) + (list?.width ?? 0)).toBeLessThanOrEqual(main?.x ?? 0);
    expect(main?.width).toBeGreaterThan(600);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });

  it('opens without scripts', async () => {
    const page = await site.open(topic, { javaScriptEnabled: false });
    await page.locator('.contents summary').click();
    await page.locator('.contents a[href="#references"]').click();
    expect(new URL(page.url()).hash).toBe('#references');
  });
});

describe('a link to a place on the page', () => {
  it('copies its address, says so and leads there', async () => {
    const page = await site.open(topic, copying);
    await page.locator('#first-steps a').click();
    await expect.poll(() => page.locator('.copied').innerText()).toBe('Link copied');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${site.origin()}${topic}#first-steps`);
    expect(new URL(page.url()).hash).toBe('#first-steps');
  });

  it('is there for every finding of a source, and works without scripts', async () => {
    const page = await site.open('/sources/vedantham-2017-attract/', { javaScriptEnabled: false });
    expect(await page.locator('.finding-number').count()).toBe(await page.locator('tr[id^="finding-"]').count());
    await page.locator('.finding-number').nth(1).click();
    expect(new URL(page.url()).hash).toBe('#finding-vedantham-2017-attract--pts-severity');
  });
});

describe('a citation to take away', () => {
  it('is copied as it stands', async () => {
    const page = await site.open(topic, copying);
    await page.locator('.cite-ways [data-copies]').click();
    await expect.poll(() => page.locator('.copied').innerText()).toBe('Copied');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe((await page.locator('#cite-text').innerText()).trim());
    expect(copied).toMatch(/ \[Internet\]\. Version [0-9a-f]{8}\. .* \[updated \d{4} [A-Z][a-z]{2} \d+\]/);
  });

  it('is told when copying is refused', async () => {
    const page = await site.open(topic, {}, (fresh) =>
      fresh.addInitScript(() => {
        navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
      }),
    );
    await page.locator('.cite-ways [data-copies]').click();
    await expect.poll(() => page.locator('.copied').innerText()).toContain('by hand');
  });

  it.each([topic, '/questions/calf-removal/', '/sources/vedantham-2017-attract/'])('is offered in files that parse: %s', async (path) => {
    const page = await site.open(path, { javaScriptEnabled: false });
    const links = await page.locator('.cite-ways a[download]').evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
    const read = async (ending: string): Promise<string> => {
      const href = links.find((link) => link.endsWith(`/cite.${ending}`));
      if (!href) throw new Error(`${path} offers no .${ending}`);
      const answer = await page.request.get(href);
      expect(answer.status()).toBe(200);
      return answer.text();
    };
    const title = (await page.locator('h1').innerText()).trim();
    expect((new Cite(await read('bib')).data as { title: string }[])[0]?.title).toBe(title);
    expect((JSON.parse(await read('json')) as { title: string }[])[0]?.title).toBe(title);
    expect(await read('ris')).toContain(`TI  - ${title}\r\n`);
    expect(await read('txt')).toContain(title.replace(/[.?]$/, ''));
  });
});

describe('what leads here', () => {
  it('stands on a source with the sentence, and leads to it', async () => {
    const page = await site.open('/sources/vedantham-2017-attract/');
    const row = page.locator('[aria-labelledby=used] .statements > li').first();
    expect((await row.locator('.quoted').innerText()).length).toBeGreaterThan(15);
    await row.locator('.carriers a').click();
    await page.waitForURL((url) => url.hash.startsWith('#cite-vedantham-2017-attract-'));
    const place = new URL(page.url()).hash.slice(1);
    await expect.poll(() => page.locator(`[id="${place}"]`).isVisible()).toBe(true);
  });

  it('stands on a topic, with related pages and what they share', async () => {
    const page = await site.open(topic);
    expect(await page.locator('[aria-labelledby=linked-from] .statements > li').count()).toBeGreaterThan(0);
    for (const why of await page.locator('[aria-labelledby=related] .meta').allInnerTexts())
      expect(why).toMatch(/\d+ (?:source|term)s?.* in common/);
  });
});

describe('a wrong address', () => {
  it.each([
    ['/topics/flegmasia/', '/topics/phlegmasia/'],
    ['/topic/mechanical-trombectomy', '/topics/mechanical-thrombectomy/'],
  ])('%s suggests the page that was meant', async (wrong, right) => {
    const page = await site.open(wrong);
    await page.locator('lost-page a').first().waitFor();
    expect(await page.locator('lost-page a').evaluateAll((all) => all.map((link) => link.getAttribute('href')))).toContain(right);
  });

  it('that is like none suggests nothing, and without scripts the ways on are there', async () => {
    const page = await site.open('/zzzz/');
    await page.waitForLoadState('networkidle');
    expect(await page.locator('lost-page').isVisible()).toBe(false);
    const plain = await site.open('/topics/flegmasia/', { javaScriptEnabled: false });
    expect(await plain.locator('lost-page').isVisible()).toBe(false);
    expect(await plain.locator('.lost-ways a').count()).toBeGreaterThan(3);
  });
});
