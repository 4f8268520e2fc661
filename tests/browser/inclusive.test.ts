/** What people meet who come by keyboard, zoomed in, on a small phone, in forced colours or without motion. axe has a file of its own. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { pageKinds, useSite } from './visit.ts';

const site = useSite();

/** Elements that stick out of the window to the right, unless they lie in something that scrolls by itself. */
const stickingOut = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    return [...document.querySelectorAll('body *')]
      .filter((one) => one.getBoundingClientRect().right > width + 1 && one.checkVisibility())
      .map(
        (one) => `${one.tagName.toLowerCase()}.${one.getAttribute('class') ?? ''} ends at ${Math.round(one.getBoundingClientRect().right)}`,
      )
      .slice(-3);
  });

interface Stop {
  readonly name: string;
  readonly visible: boolean;
  readonly marked: boolean;
  readonly last: boolean;
}

/** Walks with Tab from the top of the page until it comes round, at most about `most` stops. The page itself notes each stop, so that a walk is not a conversation. */
async function walk(page: Page, most: number): Promise<Stop[]> {
  await page.evaluate(() => {
    const note = globalThis as { stops?: Stop[]; round?: boolean };
    note.stops = [];
    const seen = new WeakSet<Element>();
    const styleOf = (one: Element) => getComputedStyle(one);
    const shows = (one: Element | null): boolean =>
      one !== null && styleOf(one).outlineStyle !== 'none' && parseFloat(styleOf(one).outlineWidth) >= 2;
    // Inside a drawing an outline would be a box around nothing; the part itself is framed.
    const framed = (one: Element | null): boolean => one !== null && styleOf(one).stroke !== 'none';
    addEventListener('focusin', ({ target }) => {
      const active = target as Element;
      if (seen.has(active)) note.round = true;
      if (note.round) return;
      seen.add(active);
      const box = active.getBoundingClientRect();
      note.stops?.push({
        name: `${active.tagName.toLowerCase()} “${(active.getAttribute('aria-label') ?? active.textContent ?? '').trim().slice(0, 40)}”`,
        visible: box.width > 0 && box.height > 0,
        // A radio button lies unseen over its label, which wears the ring.
        marked: shows(active) || shows(active.closest('label')) || shows(active.parentElement) || framed(active.querySelector('.touch')),
        last: active.closest('.colophon') !== null,
      });
    });
  });
  const step = 25;
  for (let at = 0; at < most; at += step) {
    const before = await count(page);
    await Promise.all(Array.from({ length: step }, () => page.keyboard.down('Tab')));
    await page.keyboard.up('Tab');
    // Fewer stops than presses: the keyboard has left the page or come round.
    if ((await count(page)) < before + step) break;
  }
  return page.evaluate(() => (globalThis as { stops?: Stop[] }).stops ?? []);
}
const count = (page: Page): Promise<number> => page.evaluate(() => (globalThis as { stops?: Stop[] }).stops?.length ?? 0);

/** What can be touched and is smaller than 24 by 24 pixels, but for links within the words of a line (WCAG 2.5.8). */
const tooSmall = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main, .masthead, .breadcrumbs, .colophon, .skip')]
      .flatMap((part) => [...part.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [role=option]')])
      .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest('.visually-hidden'))
      .flatMap((one) => {
        const boxes = [one, ...((one as HTMLInputElement).labels ?? [])].map((target) => target.getBoundingClientRect());
        if (boxes.some(({ width, height }) => width >= 24 && height >= 24)) return [];
        const line = one.parentElement?.textContent.trim();
        const inLine = one instanceof HTMLAnchorElement && getComputedStyle(one).display === 'inline' && line !== one.textContent.trim();
        return inLine
          ? []
          : [
              `${boxes.map(({ width, height }) => `${Math.round(width)} × ${Math.round(height)}`).join(', ')}: ${one.outerHTML.slice(0, 140)}`,
            ];
      }),
  );

/** What can be used and has no name. */
const nameless = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, summary, [role=option], [tabindex="0"]')]
      .filter((one) => one.checkVisibility())
      .filter((one) => {
        const labels = (one as HTMLInputElement).labels;
        const words = [
          one.getAttribute('aria-label'),
          one.getAttribute('aria-labelledby'),
          one.textContent,
          one.title,
          labels?.[0]?.textContent,
          labels?.[0]?.querySelector('[aria-label]')?.getAttribute('aria-label'),
        ];
        return words.every((word) => (word ?? '').trim() === '') && !one.querySelector('img[alt]:not([alt=""]), svg [id], title');
      })
      .map((one) => one.outerHTML.slice(0, 120)),
  );

/** Drawings of which nothing can be told from the paper. */
const unseen = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<SVGElement>('main svg')]
      .filter((svg) => svg.checkVisibility() && !svg.closest('[hidden]'))
      .filter((svg) => {
        const paper = getComputedStyle(document.body).backgroundColor;
        const parts = [...svg.querySelectorAll('path, circle, rect, line, polygon, polyline, text, ellipse, use')];
        const seen = parts.filter((part) => {
          const { fill, stroke } = getComputedStyle(part);
          return (fill !== 'none' && fill !== paper) || (stroke !== 'none' && stroke !== paper);
        });
        return parts.length > 0 && seen.length === 0;
      })
      .map((svg) => svg.outerHTML.slice(0, 120)),
  );

/** What would move. */
const moving = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const long = (value: string): boolean => value.split(',').some((part) => parseFloat(part) > 0.01);
    return [document.documentElement, ...document.querySelectorAll('body *')]
      .filter((one) => {
        const style = getComputedStyle(one);
        return (
          style.scrollBehavior === 'smooth' ||
          (style.animationName !== 'none' && long(style.animationDuration)) ||
          (style.transitionProperty !== 'none' &&
            long(style.transitionDuration) &&
            /transform|all|top|left|height|width|translate/.test(style.transitionProperty))
        );
      })
      .map((one) => `${one.tagName.toLowerCase()}.${one.getAttribute('class') ?? ''}`);
  });

describe.each(pageKinds())('%s', (path) => {
  it('shows where the keyboard is at every stop, never traps it, and names what it reaches', async () => {
    const page = await site.open(path, { viewport: { width: 1280, height: 900 } });
    const stops = await walk(page, 400);
    expect(stops.length).toBeGreaterThan(8);
    expect(stops[0]?.name).toContain('Skip to the content');
    expect(stops.length >= 400 || stops.at(-1)?.last, 'the walk ends at the foot of the page').toBe(true);
    expect(stops.filter(({ visible, marked }) => !visible || !marked).map(({ name }) => name)).toEqual([]);
    expect(await nameless(page)).toEqual([]);
    const tree = await page.locator('body').ariaSnapshot();
    expect(tree.match(/^\s*- main\b/gm)).toHaveLength(1);
    expect(tree).toContain('- banner');
    expect(tree).toContain('- contentinfo');
    expect(tree).toContain('- navigation "Main"');
    expect(tree.match(/heading ".*" \[level=1\]/g)).toHaveLength(1);
  });

  it('fits 320 pixels and a zoom of 200 %, keeps still, and keeps its marks and focus in forced colours', async () => {
    const page = await site.open(path, { viewport: { width: 320, height: 640 }, reducedMotion: 'reduce' });
    expect(await stickingOut(page), 'at 320 pixels').toEqual([]);
    expect(await moving(page)).toEqual([]);
    // A zoom of 200 % leaves a window of 1280 pixels half as many to lay out in.
    await page.setViewportSize({ width: 640, height: 400 });
    expect(await stickingOut(page), 'at 200 %').toEqual([]);
    await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
    expect(await unseen(page)).toEqual([]);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle)).not.toBe('none');
  });

  it('has targets of 24 pixels on a phone', async () => {
    const page = await site.open(path, { viewport: { width: 375, height: 812 } });
    expect(await tooSmall(page)).toEqual([]);
  });

  it('fits letters of twice the size', async () => {
    const page = await site.open(path, { viewport: { width: 1280, height: 800 } }, async (fresh) => {
      // The size that readers set in their browser, which moves the borders between narrow and wide as well.
      const browser = await fresh.context().newCDPSession(fresh);
      await browser.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
    });
    expect(await page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize))).toBe(32);
    expect(await stickingOut(page)).toEqual([]);
  });
});

describe('the skip link', () => {
  it('puts the keyboard into the main part', async () => {
    const page = await site.open('/topics/phlegmasia/');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.querySelector('main')?.contains(document.activeElement))).toBe(true);
  });
});

describe('a word in another language', () => {
  it('says which language it is', async () => {
    const page = await site.open('/glossary/deep-vein-thrombosis/');
    const spoken = await page.locator('main [lang]').evaluateAll((all) => all.map((one) => one.getAttribute('lang')));
    expect(spoken.length).toBeGreaterThan(0);
    expect(spoken).not.toContain('');
  });
});
