/** The check and the renderer see the same links, pictures and HTML in a body, whatever is in it. Each is asked by itself: facts here, a browser's parser there. */
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { markdownToHtml } from 'satteri';
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { visit } from 'unist-util-visit';
import { afterAll, expect, test } from 'vitest';
import { toBodyFacts } from '../../../src/check/body-facts.ts';
import { readSource, sourceFeatures } from '../../../src/library/source-markdown.ts';
import { linkAddress, pictureAddress } from '../../../src/schema/address.ts';
import { aliveIn, dropCompiled, hostile, renderPage, renderSource } from './hostile.ts';

afterAll(dropCompiled);

/** Addresses alike, however the renderer encodes them. */
const plain = (address: string): string =>
  address.replace(/(?:%[\da-f]{2})+/gi, (escaped) => {
    try {
      return decodeURIComponent(escaped);
    } catch {
      return escaped;
    }
  });

/** What a browser makes of HTML: addresses of links and pictures, those of footnotes left out. */
function seenIn(html: string): { links: Set<string>; images: Set<string> } {
  const seen = { links: new Set<string>(), images: new Set<string>() };
  const open: Tree.Node[] = [parse(html)];
  for (let node = open.pop(); node; node = open.pop()) {
    if ('tagName' in node)
      for (const { name, value } of node.attrs) {
        if (node.tagName === 'a' && name === 'href' && !value.startsWith('#user-content-fn')) seen.links.add(plain(value));
        if (node.tagName === 'img' && name === 'src') seen.images.add(plain(value));
      }
    if ('childNodes' in node) open.push(...node.childNodes);
  }
  return seen;
}

function definitionsIn(text: string): Set<string> {
  const found = new Set<string>();
  visit(readSource(text).tree, 'definition', ({ url }) => void found.add(plain(url)));
  return found;
}

const body = fc.array(fc.constantFrom(...hostile.pieces), { maxLength: 24 }).map((pieces) => pieces.join(''));

test('sources: the same links, pictures and HTML', () => {
  fc.assert(
    fc.property(fc.oneof(body, fc.constantFrom(...hostile.markdown)), (text) => {
      const facts = toBodyFacts(text, 'md');
      const { html } = markdownToHtml(text.trim(), { features: sourceFeatures });
      const definitions = definitionsIn(text);
      const [links, images] = [facts.links, facts.images].map((all) => new Set(all.map(({ address }) => plain(address))));
      const rawAlive = aliveIn(html).filter((found) => found.startsWith('<') || found === 'a comment');
      // A definition of a footnote that nothing refers to is not printed; neither is one of a link, nor a cell beyond the head of its table.
      const whole = !text.includes('[^') && !/\|\s*:?-/.test(text);
      if (facts.html.length === 0) {
        expect(rawAlive).toEqual([]);
        const seen = seenIn(html);
        expect(seen.links.difference(links ?? new Set())).toEqual(new Set());
        expect(seen.images.difference(images ?? new Set())).toEqual(new Set());
        if (whole) {
          expect((links ?? new Set<string>()).difference(seen.links).difference(definitions)).toEqual(new Set());
          expect((images ?? new Set<string>()).difference(seen.images)).toEqual(new Set());
        }
      } else if (whole) for (const { text: written } of facts.html) expect(html).toContain(written.split('\n')[0]);
    }),
    { numRuns: 20_000 },
  );
}, 120_000);

test('sources: what is printed keeps every link and picture that the check lets through, and has no others, with either end of line', async () => {
  await fc.assert(
    fc.asyncProperty(body, fc.boolean(), async (text, windows) => {
      const facts = toBodyFacts(text, 'md');
      const seen = seenIn(await renderSource(windows ? text.replaceAll('\n', '\r\n') : text));
      const definitions = definitionsIn(text);
      for (const [printed, found, allowed] of [
        [seen.links, facts.links, linkAddress],
        [seen.images, facts.images, pictureAddress],
      ] as const) {
        expect(printed.difference(new Set(found.map(({ address }) => plain(address))))).toEqual(new Set());
        expect([...printed].filter((address) => !allowed.test(address.replace(/[\u0000-\u001f]/g, '')))).toEqual([]);
        const through = found.filter(({ address }) => allowed.test(address)).map(({ address }) => plain(address));
        if (!text.includes('[^') && !/\|\s*:?-/.test(text))
          expect(new Set(through).difference(printed).difference(definitions)).toEqual(new Set());
      }
    }),
    { numRuns: 4000 },
  );
}, 120_000);

test('topics and questions: the same links and pictures, and HTML never', async () => {
  await fc.assert(
    fc.asyncProperty(body, async (text) => {
      const facts = toBodyFacts(text, 'mdx');
      if (facts.problem) return;
      const html = await renderPage(text);
      expect(aliveIn(html)).toEqual([]);
      const seen = seenIn(html);
      expect(seen.links.difference(new Set(facts.links.map(({ address }) => plain(address))))).toEqual(new Set());
      expect(seen.images.difference(new Set(facts.images.map(({ address }) => plain(address))))).toEqual(new Set());
    }),
    { numRuns: 300 },
  );
}, 120_000);

test('one Sätteri is installed, so that the check and Astro have the same', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, unknown> };
  expect(Object.keys(packages).filter((name) => name.endsWith('node_modules/satteri'))).toEqual(['node_modules/satteri']);
});
