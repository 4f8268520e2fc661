/** Names through the real citation engine: whatever an author or a work is called, every citation is linked and reads as it should. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Element, Root } from 'hast';
import { toString } from 'mdast-util-to-string';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { visit } from 'unist-util-visit';
import { citationName } from '../../../src/evidence/source-name.ts';
import { citationPlugins, toBibliography } from '../../../src/integrations/citations.ts';
import type { SourceEntry } from '../../../src/library/library.ts';
import { madeSource } from '../made.ts';

let folder = '';
beforeAll(() => {
  // The engine reads relative paths alone.
  mkdirSync('.cache', { recursive: true });
  folder = mkdtempSync('.cache/citations-');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** One paragraph after all plugins. */
async function rendered(sources: readonly SourceEntry[], text: string): Promise<Root> {
  const file = `${folder}/bibliography.json`;
  writeFileSync(file, toBibliography(sources));
  const tree: Root = {
    type: 'root',
    children: [{ type: 'element', tagName: 'p', properties: {}, children: [{ type: 'text', value: text }] }],
  };
  for (const plugin of citationPlugins(file)) {
    const [make, options] = plugin as [(options: unknown) => (tree: Root, file: { data: object; cwd: string }) => Promise<void>, unknown];
    await make(options)(tree, { data: {}, cwd: process.cwd() });
  }
  return tree;
}

/** Every link as source id and text. */
function linksIn(tree: Root): [string, string][] {
  const links: [string, string][] = [];
  visit(tree, 'element', (node: Element) => {
    if (node.tagName === 'a') links.push([String(node.properties['dataSource']), toString(node)]);
  });
  return links;
}

/** Strings that break out of something somewhere. */
const breakouts = [
  '"', "'", '“”', '</script>', '<b>x</b>', '<i>', '&', '&amp;', '&#38;', '{', '}', '{x}', ']]>', '-->', '\\input', '\\', '\u202e', '\u2028', '\n', ' ',
  ',', ';', '@a', '[@a]', '[', ']', '(', ')', ' and ', ' & ', 'et al.', 'n.d.', '2020', '$', '$&', '$1', '%', '#', '`', '*', '_', '|', '~', '^', ':', '/',
  '’', '‘', '«', '»', '–', '—', '…', 'é', 'é', 'ß', 'İ', 'ﬁ', '中', 'ع', '😀', '\u200b', '\ufeff', '\u00ad', '<span class="nocase">', '<sc>', 'no', '1', 'CITATION-1',
]; // prettier-ignore
const name = fc
  .array(fc.oneof(fc.constantFrom(...breakouts), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 })), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts) => parts.join(''));
const author = fc.oneof(fc.record({ organisation: name }), fc.record({ family: name, given: name }), fc.record({ family: name }));
const work = fc.record(
  {
    title: name,
    shortTitle: name,
    authors: fc.array(author, { minLength: 1, maxLength: 3 }),
    issued: fc.constantFrom('2020', '2020-05', 'undated'),
  },
  { requiredKeys: ['title', 'issued'] },
);
const ids = ['moon-2020-cheese', 'sun-2021-bread', 'star-2020-dust'];

it('links every work of a citation by its own name, whatever it is called', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(work, { minLength: 3, maxLength: 3 }), fc.integer({ min: 1, max: 3 }), async (works, count) => {
      // The engine is given longer names than a schema lets through.
      const sources = works.map(({ shortTitle, authors, ...one }, index) => ({
        ...madeSource(ids[index] ?? '', one),
        shortTitle,
        authors,
      }));
      const cited = sources.slice(0, count);
      const tree = await rendered(sources, `So [${cited.map(({ id }) => `@${id}`).join('; ')}].`);
      expect(linksIn(tree).sort()).toEqual(cited.map((source): [string, string] => [source.id, citationName(source)]).sort());
      const tags = new Set<string>();
      visit(tree, 'element', ({ tagName }) => void tags.add(tagName));
      expect([...tags].sort()).toEqual(['a', 'p', 'span']);
      expect(toString(tree)).not.toMatch(/[\ue000\ue001]/);
    }),
    { numRuns: 150 },
  );
}, 120_000);

it('keeps prefixes, locators and the year alone, and reads as it did', async () => {
  const sources = [
    madeSource('moon-2020-cheese', { authors: [{ organisation: 'O’Moon & Sons' }], issued: '2020' }),
    madeSource('sun-2021-bread', {
      authors: [{ family: 'Sun', given: 'S' }, { family: 'Star' }],
      shortTitle: 'BREAD',
      issued: '2020-05-01',
    }),
    madeSource('star-2020-dust', { issued: 'undated', authors: [{ organisation: 'Star' }] }),
  ];
  const read = async (text: string) => toString(await rendered(sources, text)).replaceAll(/\u202f(?:Ttrial)/g, '');
  expect(await read('So [@moon-2020-cheese, p. 3].')).toBe('So (O’Moon & Sons, 2020, p. 3).');
  expect(await read('So [see @moon-2020-cheese; @sun-2021-bread, pp. 4-5].')).toBe(
    'So (see O’Moon & Sons, 2020; Sun & Star, BREAD, 2020, pp. 4–5).',
  );
  expect(await read('So [-@star-2020-dust] and [@star-2020-dust; @moon-2020-cheese].')).toBe(
    'So (n.d.) and (O’Moon & Sons, 2020; Star, n.d.).',
  );
});

describe('the mark beside a citation', () => {
  const works = [
    madeSource('trial-2020-a', { authors: [{ family: 'Moss' }] }),
    madeSource('trial-2021-b', { authors: [{ family: 'Reed' }] }),
    madeSource('guide-2022-c', {
      kind: 'guideline',
      jurisdiction: 'US',
      authors: [{ organisation: 'SAGE' }],
      supersededBy: 'trial-2020-a',
    }),
    madeSource('sold-2023-d', { kind: 'vendor', url: 'https://example.org/', authors: [{ organisation: 'Maker' }] }),
  ];
  const text = async (body: string): Promise<string> => toString(await rendered(works, body)).replaceAll('\u202f', ' ');

  it('says what kind of work it is and what became of it', async () => {
    expect(await text('So [@guide-2022-c].')).toMatch(/^So \(SAGE, \d+ Gguideline superseded\)\.$/);
    expect(await text('So [@sold-2023-d; @trial-2020-a].')).toMatch(
      /Maker, \d+ manufacturer; Moss, \d+ Ttrial\)|Moss, \d+ Ttrial; Maker, \d+ manufacturer\)/,
    );
  });

  it('stands once in a bracket of works of one kind', async () => {
    expect(await text('So [@trial-2020-a; @trial-2021-b].')).toMatch(/^So \(Moss, \d+; Reed, \d+ Ttrial\)\.$/);
  });

  it('has a word for those who hear the page, and is not searched', async () => {
    const found: Element[] = [];
    visit(await rendered(works, 'So [@trial-2020-a].'), 'element', (node: Element) => {
      if (node.tagName === 'span') found.push(node);
    });
    expect(found.slice(1).map(({ properties }) => properties)).toEqual([
      { className: ['cited'], dataPagefindIgnore: '' },
      { ariaHidden: 'true' },
      { className: ['visually-hidden'] },
    ]);
  });
});
