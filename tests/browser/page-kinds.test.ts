/** Every kind of page: quiet, light, self-contained, and whole without scripts. */
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { pageKinds, useSite } from './visit.ts';

const site = useSite();

describe.each(pageKinds())('%s', (path) => {
  it('loads without an error and asks nobody else for anything', async () => {
    const complaints: string[] = [];
    const strangers: string[] = [];
    const page = await site.open(path, {}, (fresh) => {
      fresh.on('console', (message) => {
        const refusal = message.text().startsWith('Service Worker registration blocked');
        if (['error', 'warning'].includes(message.type()) && !refusal) complaints.push(message.text());
      });
      fresh.on('pageerror', (error) => complaints.push(error.message));
      fresh.on('requestfailed', (request) => complaints.push(`failed: ${request.url()}`));
      fresh.on('request', (request) => {
        if (!/^(data:|about:)/.test(request.url()) && !request.url().startsWith(site.origin())) strangers.push(request.url());
      });
    });
    await page.waitForLoadState('networkidle');
    expect({ complaints, strangers }).toEqual({ complaints: [], strangers: [] });
  });

  it('is whole without scripts', async () => {
    const page = await site.open(path, { javaScriptEnabled: false });
    expect(await page.locator('h1').count()).toBe(1);
    expect(await page.locator('.menu a').count()).toBeGreaterThan(3);
    for (const part of await page.locator('main [data-for]').all()) expect(await part.isVisible()).toBe(true);
    for (const hidden of ['theme-switch', 'register-switch', '.search-opener'])
      expect(await page.locator(hidden).filter({ visible: true }).count()).toBe(0);
    expect(await page.locator('form[role=search]').first().getAttribute('action')).toBe('/search/');
  });
});

describe('a topic before anyone touches it', () => {
  it('needs at most eight requests and six kilobytes of script', async () => {
    const arrivals: Promise<{ script: boolean; size: number }>[] = [];
    const page = await site.open('/topics/phlegmasia/', {}, (fresh) => {
      fresh.on('requestfinished', (request) => {
        const size = async () => gzipSync((await (await request.response())?.body()) ?? '').length;
        arrivals.push(size().then((bytes) => ({ script: request.resourceType() === 'script', size: bytes })));
      });
    });
    await page.waitForLoadState('networkidle');
    const sizes = await Promise.all(arrivals);
    const scripts = sizes.filter(({ script }) => script);
    expect(scripts.length).toBeGreaterThan(0);
    expect(scripts.reduce((sum, { size }) => sum + size, 0)).toBeLessThanOrEqual(6 * 1024);
    expect(sizes.length).toBeLessThanOrEqual(8);
  });
});

describe('the search page without scripts', () => {
  it('says what it needs and what works without', async () => {
    const page = await site.open('/search/', { javaScriptEnabled: false });
    const text = await page.locator('search-page .without-js').innerText();
    expect(text).toContain('needs JavaScript');
    const links = await page.locator('search-page .without-js a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    expect(links).toEqual(['/topics/', '/questions/', '/glossary/', '/references/', '/matrix/patient/']);
    expect(await page.locator('search-page [data-examples]').isVisible()).toBe(false);
  });
});
