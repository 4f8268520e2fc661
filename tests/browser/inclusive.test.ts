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

/** Walks with Tab from the top of the page until it comes round, at most `most` stops. */
async function walk(page: Page, most: number): Promise<Stop[]> {
  const stops: Stop[] = [];
  for (let step = 0; step < most; step++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const active = document.activeElement;
      const seen = ((globalThis as { seen?: WeakSet<Element> }).seen ??= new WeakSet());
      if (!active || active === document.body || seen.has(active)) return null;
      seen.add(active);
      const styleOf = (one: Element) => getComputedStyle(one);
      const shows = (one: Element | null): boolean =>
        one !== null && styleOf(one).outlineStyle !== 'none' && parseFloat(styleOf(one).outlineWidth) >= 2;
      // Inside a drawing an outline would be a box around nothing; the part itself is framed.
      const framed = (one: Element | null): boolean => one !== null && styleOf(one).stroke !== 'none';
      const box = active.getBoundingClientRect();
      return {
        name: `${active.tagName.toLowerCase()} “${(active.getAttribute('aria-label') ?? active.textContent ?? '').trim().slice(0, 40)}”`,
        visible: box.width > 0 && box.height > 0,
        // A radio button lies unseen over its label, which wears the ring.
        marked: shows(active) || shows(active.closest('label')) || shows(active.parentElement) || framed(active.querySelector('.touch')),
        last: active.closest('.colophon') !== null,
      };
    });
    if (!stop) break;
    stops.push(stop);
  }
  return stops;
}

describe.each(pageKinds())('%s', (path) => {
  it('fits a window of 320 pixels without scrolling sideways', async () => {
    expect(await stickingOut(await site.open(path, { viewport: { width: 320, height: 640 } }))).toEqual([]);
  });

  it('fits at 200 %, by zoom and by the letters alone', async () => {
    const page = await site.open(path, { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 });
    expect(await stickingOut(page)).toEqual([]);
    const large = await site.open('/404.html', { viewport: { width: 1280, height: 800 } });
    // The size that readers set in their browser, which moves the borders between narrow and wide as well.
    const browser = await large.context().newCDPSession(large);
    await browser.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
    await large.goto(site.origin() + path);
    expect(await large.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize))).toBe(32);
    expect(await stickingOut(large)).toEqual([]);
  });

  it('shows where the keyboard is at every stop, and never traps it', async () => {
    const page = await site.open(path, { viewport: { width: 1280, height: 900 } });
    const stops = await walk(page, 400);
    expect(stops.length).toBeGreaterThan(8);
    expect(stops[0]?.name).toContain('Skip to the content');
    expect(stops.length === 400 || stops.at(-1)?.last, 'the walk ends at the foot of the page').toBe(true);
    expect(stops.filter(({ visible, marked }) => !visible || !marked).map(({ name }) => name)).toEqual([]);
  });

  it('names everything that can be used', async () => {
    const page = await site.open(path);
    const nameless = await page.evaluate(() =>
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
          ];
          return words.every((word) => (word ?? '').trim() === '') && !one.querySelector('img[alt]:not([alt=""]), svg [id], title');
        })
        .map((one) => one.outerHTML.slice(0, 120)),
    );
    expect(nameless).toEqual([]);
  });

  it('has one main part and its landmarks in the tree that screen readers read', async () => {
    const tree = await (await site.open(path)).locator('body').ariaSnapshot();
    expect(tree.match(/^\s*- main\b/gm)).toHaveLength(1);
    expect(tree).toContain('- banner');
    expect(tree).toContain('- contentinfo');
    expect(tree).toContain('- navigation "Main"');
    expect(tree.match(/heading ".*" \[level=1\]/g)).toHaveLength(1);
  });

  it('keeps its marks, frames and focus in forced colours', async () => {
    const page = await site.open(path, { forcedColors: 'active' });
    const lost = await page.evaluate(() =>
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
    expect(lost).toEqual([]);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle)).not.toBe('none');
  });

  it('moves nothing for those who asked for stillness', async () => {
    const page = await site.open(path, { reducedMotion: 'reduce' });
    const moving = await page.evaluate(() => {
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
    expect(moving).toEqual([]);
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
