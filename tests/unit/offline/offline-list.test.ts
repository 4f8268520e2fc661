import { describe, expect, it } from 'vitest';
import { toOfflineList, type BuiltFile } from '../../../src/offline/build.ts';

const file = (url: string, sent = 1000, title?: string): BuiltFile => ({
  url,
  sent,
  revision: `r${sent}`,
  integrity: 'sha256-x',
  ...(title === undefined ? {} : { title }),
});
const site = [
  file('/', 1000, 'Patency'),
  file('/search/', 1000, 'Search'),
  file('/offline/', 1000, 'Without a network'),
  file('/topics/widgets/', 2000, 'Widgets'),
  file('/papers/old/', 100),
  file('/_astro/page.Ab12.css'),
  file('/theme.js'),
  file('/fonts/patency-serif.woff2'),
  file('/fonts/OFL.txt'),
  file('/previews/topics/widgets.json'),
  file('/pagefind/pagefind.js'),
  file('/pagefind/fragment/en_1.pf_fragment'),
  file('/social/topics/widgets.png', 30_000),
  file('/topics/widgets/cite.bib'),
  file('/icons/icon-512.png'),
  file('/robots.txt'),
  file('/topics/phlegmasia/index.json'),
  file('/topics/phlegmasia/index.md'),
  file('/api/results.json'),
  file('/feeds/feed.json'),
];
const urls = (entries: readonly { url: string }[]) => entries.map(({ url }) => url);

describe('what every visit keeps', () => {
  it('is the frame, home, search with its index, and the page for when there is nothing', () => {
    expect(urls(toOfflineList(site).core)).toEqual([
      '/',
      '/search/',
      '/offline/',
      '/_astro/page.Ab12.css',
      '/theme.js',
      '/fonts/patency-serif.woff2',
      '/pagefind/pagefind.js',
      '/pagefind/fragment/en_1.pf_fragment',
    ]);
  });

  it('holds assets to their bytes, pages to their edition, and names that change with their content to nothing', () => {
    const { core } = toOfflineList(site);
    const entry = (url: string) => core.find((one) => one.url === url);
    expect(entry('/theme.js')).toEqual({ url: '/theme.js', revision: 'r1000', integrity: 'sha256-x' });
    expect(entry('/')).toEqual({ url: '/', revision: 'r1000' });
    expect(entry('/_astro/page.Ab12.css')).toEqual({ url: '/_astro/page.Ab12.css', revision: null });
  });

  it('leaves the search index to the reader’s word when it alone would be too much', () => {
    const { core, list } = toOfflineList(site, 7000);
    expect(urls(core).some((url) => url.startsWith('/pagefind/'))).toBe(false);
    expect(urls(list.files)).toContain('/pagefind/pagefind.js');
  });
});

describe('what else can be kept', () => {
  it('is every page and every preview, with titles for those that a reader can open', () => {
    expect(toOfflineList(site).list.files).toEqual([
      { url: '/topics/widgets/', revision: 'r2000', title: 'Widgets' },
      { url: '/papers/old/', revision: 'r100' },
      { url: '/previews/topics/widgets.json', revision: 'r1000' },
    ]);
  });

  it.each([
    [11_100, true],
    [11_099, false],
  ])('with %i bytes allowed is fetched without asking: %s', (limit, auto) => {
    const { list } = toOfflineList(site, limit);
    expect([list.coreBytes, list.restBytes, list.auto]).toEqual([8000, 3100, auto]);
  });
});
