/** What the site tells devices and networks about itself: manifest, icons, cards, and what can be kept. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, inject, test } from 'vitest';
import type { OfflineList } from '../../src/schema/offline-list.ts';

const folder = inject('siteFolder');
const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.html') && !name.startsWith('pagefind'))
  .map((name) => ({ name, html: read(name) }))
  .filter(({ html }) => !/http-equiv="?refresh/i.test(html));

describe('the manifest', () => {
  const manifest = JSON.parse(read('manifest.webmanifest')) as {
    start_url: string;
    icons: { src: string; sizes: string; purpose: string }[];
  };

  test('is named by every page, with an icon for phones', () => {
    const bare = pages.filter(({ html }) => !html.includes('rel="manifest"') || !html.includes('rel="apple-touch-icon"'));
    expect(bare.map(({ name }) => name)).toEqual([]);
    expect(existsSync(join(folder, 'icons/apple-touch-icon.png'))).toBe(true);
  });

  test('has icons of the sizes that it states, one of them for any shape', async () => {
    for (const { src, sizes } of manifest.icons) {
      const { width, height } = await sharp(join(folder, src)).metadata();
      expect(`${width}x${height}`, src).toBe(sizes);
    }
    expect(manifest.icons.map(({ purpose }) => purpose)).toContain('maskable');
    expect(manifest.start_url).toBe('/');
  });
});

describe('the card of a page', () => {
  test('is there for every page, and its own for every topic and question', () => {
    const cards = pages.map(({ name, html }) => {
      const [, address = 'http://none/'] = /<meta property="og:image" content="([^"]+)"/.exec(html) ?? [];
      return { name, path: new URL(address, 'http://none/').pathname };
    });
    expect(cards.filter(({ path }) => !existsSync(join(folder, path)))).toEqual([]);
    const own = cards.filter(({ name }) => /^(?:topics|questions)\/[^/]+\/index\.html$/.test(name)).map(({ path }) => path);
    expect(own.length).toBeGreaterThan(10);
    expect(new Set(own).size).toBe(own.length);
  });
});

describe('what can be kept', () => {
  const list = JSON.parse(read('offline/pages.json')) as OfflineList;

  test('is there, and is every page but the one for wrong addresses and those for editors', () => {
    const gone = list.files.filter(({ url }) => !existsSync(join(folder, url.endsWith('/') ? `${url}index.html` : url)));
    expect(gone).toEqual([]);
    const listed = new Set(list.files.map(({ url }) => url).concat('/', '/search/', '/offline/'));
    const missing = pages.map(({ name }) => `/${name.replace(/index\.html$/, '')}`).filter((url) => !listed.has(url));
    const forEditors = /^\/editorial\/(?!people\/)/;
    expect(missing.filter((url) => !forEditors.test(url))).toEqual(['/404.html']);
    expect([...listed].filter((url) => forEditors.test(url))).toEqual([]);
  });

  test('is fetched without asking only below three megabytes, and the core never above', () => {
    expect(list.coreBytes).toBeLessThanOrEqual(3_000_000);
    expect(list.auto).toBe(list.coreBytes + list.restBytes <= 3_000_000);
  });

  test('is known to a service worker that names every style and script of the site', () => {
    const worker = read('service-worker.js');
    const assets = readdirSync(join(folder, '_astro')).filter((name) => !/\.(?:br|gz)$/.test(name));
    expect(assets.filter((name) => !worker.includes(`/_astro/${name}`))).toEqual([]);
  });
});
