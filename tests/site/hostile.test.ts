/** A site of everything hostile that passes the check, read page by page as a browser reads it: nothing of it is more than text. */
import { rules } from '../../src/check/rules.ts';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildPlanted, plantPassing, type Planted, type PlantedSite } from '../planted-site.ts';

let planted: Planted;
let site: PlantedSite;
let pages: Map<string, Tree.Document>;

beforeAll(async () => {
  planted = await plantPassing();
  site = await buildPlanted(planted, { gate: 'shut' });
  const names = (await readdir(site.folder, { recursive: true })).filter((name) => name.endsWith('.html'));
  pages = new Map(await Promise.all(names.map(async (name) => [name, parse(await readFile(join(site.folder, name), 'utf8'))] as const)));
}, 600_000);
afterAll(() => site.close());

function* elementsIn(root: Tree.Node): Iterable<Tree.Element> {
  const open = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    if ('tagName' in node) yield node;
    if ('childNodes' in node) open.push(...node.childNodes);
    if ('content' in node) open.push(node.content);
  }
}

const textOf = (node: Tree.Node): string =>
  'childNodes' in node ? node.childNodes.map(textOf).join('') : 'value' in node && typeof node.value === 'string' ? node.value : '';

const banned = new Set(
  'iframe frame frameset object embed applet base style math foreignObject animate set image video audio source track textarea template marquee'.split(
    ' ',
  ),
);

function* aliveIn(element: Tree.Element): Iterable<string> {
  const { tagName, attrs } = element;
  const own = Object.fromEntries(attrs.map(({ name, value }) => [name, value]));
  // Ours hold what is true only at times; what lies in them is read like everything else.
  if (banned.has(tagName) && !(tagName === 'template' && own['data-while'])) yield `<${tagName}>`;
  if (
    tagName === 'script' &&
    !(own['type'] === 'application/ld+json' && JSON.parse(textOf(element))) &&
    !(/^\/(?:_astro\/|theme\.js$|admin\/)/.test(own['src'] ?? '') && !textOf(element))
  )
    yield `a script: ${textOf(element)}`;
  if (tagName === 'meta' && own['http-equiv'] && !/^(?:0;url=\/[a-z]|[^0])/.test(own['content'] ?? ''))
    yield `http-equiv=${own['http-equiv']}`;
  for (const { name, prefix, value } of attrs) {
    if (/^(?:on.*|style|srcdoc|srcset|formaction|ping|background|poster|data|lowsrc)$/.test(name) || prefix) yield `${name}=${value}`;
    if (!['href', 'src', 'action', 'cite'].includes(name)) continue;
    const url = URL.parse(value, 'https://patency.example/a/b/');
    const leads = tagName === 'a' || own['rel'] === 'canonical';
    if (!url || !/^https?:$/.test(url.protocol) || url.username || (!leads && url.origin !== 'https://patency.example'))
      yield `${name}=${value}`;
  }
}

test('there is enough of it, in bodies and in fields, and it is there to be read', () => {
  expect(planted.hostile.length).toBeGreaterThan(180);
  const shown = [...pages.values()].filter((page) => textOf(page).includes('__hostile=1'));
  expect(shown.length).toBeGreaterThan(120);
});

test('no page has a handler, a script, a frame, a style, a refresh or an address that is not ours', () => {
  const alive = [...pages].flatMap(([name, page]) =>
    [...elementsIn(page)].flatMap((element) => [...aliveIn(element)].map((found) => `${name}: ${found}`)),
  );
  expect(alive).toEqual([]);
});

test('no text closes the part of a page that it stands in', () => {
  const forwarding = new Set(rules.flatMap(({ formerly = [] }) => formerly.map((name) => `editorial/rules/${name}/index.html`)));
  const broken = [...pages].filter(([name, page]) => {
    const all = [...elementsIn(page)];
    const named = (tag: string): number => all.filter(({ tagName }) => tagName === tag).length;
    return (
      !name.startsWith('papers/') &&
      !forwarding.has(name) &&
      !name.startsWith('admin/') &&
      (named('main') !== 1 || named('h1') !== 1 || named('title') < 1)
    );
  });
  expect(broken.map(([name]) => name)).toEqual([]);
});
