/**
 * The one seam to the citation engine: rehype-citation, author–date, in topics and questions only. The engine finds its links
 * again by the text that it printed, which fails for names that it prints otherwise than they are written (`&`, quotation
 * marks, braces): so it never sees a name. It gets a token for each work, and the name is put in its place as plain text.
 */
import { readFile } from 'node:fs/promises';
import type { RehypePlugins } from '@astrojs/markdown-remark';
import type { Element, ElementContent, Root } from 'hast';
import rehypeCitation from 'rehype-citation';
import { visit } from 'unist-util-visit';
import { toCslDate } from '../exports/csl.ts';
import { citedMark, type CitedMark } from '../evidence/cited-mark.ts';
import { citationAuthor } from '../evidence/source-name.ts';
import type { SourceEntry } from '../library/library.ts';
import type { SourceId } from '../schema/id.ts';
import { citationFragment, referenceFragment } from '../schema/addresses.ts';

/** Where the gate puts the works that pages cite; relative, because the engine cannot read an absolute path. */
export const bibliographyFile = '.astro/bibliography.json';

/** Between two signs that no content may hold, e.g. `nice-2019-ipg651`: nothing else on a page can be taken for it. */
const tokenOf = (id: string): string => `\ue000${id}\ue001`;
const TOKEN = /\ue000([^\ue000\ue001]*)\ue001/g;

interface BibliographyItem {
  readonly id: string;
  /** How a citation names the work, before the year. */
  readonly title: string;
  /** What stands beside its citations. */
  readonly custom: CitedMark;
}

/** The works as the engine reads them, each with the name that readers get, e.g. `NICE`. */
export const toBibliography = (sources: Iterable<SourceEntry>): string =>
  `${JSON.stringify(
    [...sources].map((source) => ({
      id: source.id,
      type: 'document',
      title: citationAuthor(source),
      custom: citedMark(source),
      author: [{ literal: tokenOf(source.id) }],
      issued: toCslDate(source.issued),
    })),
    undefined,
    2,
  )}\n`;

const element = (className: string[], children: ElementContent[], more: Element['properties'] = {}): Element => ({
  type: 'element',
  tagName: 'span',
  properties: { ...(className.length && { className }), ...more },
  children,
});
const text = (value: string): ElementContent => ({ type: 'text', value });
/** Keeps a mark on the line of its citation. */
const NARROW = text('\u202f');
const unsearched = { dataPagefindIgnore: '' };

/** The kind of a work as a mark: a letter with its word for those who hear the page, or the word. */
const kindElement = ({ letter, word, aside }: CitedMark): Element =>
  element(
    aside ? ['cited', 'aside'] : ['cited'],
    letter ? [element([], [text(letter)], { ariaHidden: 'true' }), element(['visually-hidden'], [text(word)])] : [text(word)],
    unsearched,
  );

/** What stands after a citation, e.g. the kind of its work, and what became of it. */
const markElements = (mark: CitedMark, kind: boolean): ElementContent[] => [
  ...(kind ? [NARROW, kindElement(mark)] : []),
  ...(mark.fates.length ? [NARROW, element(['cited', 'fate'], [text(mark.fates.join(', '))], unsearched)] : []),
];

/** Puts its mark after each work in a bracket; works of one kind have it once, at the end, so that three trials do not say so three times. */
function markCitations(bracket: Element, marks: ReadonlyMap<string, CitedMark>): void {
  const markOf = (node: ElementContent): CitedMark | undefined =>
    node.type === 'element' && node.tagName === 'a' ? marks.get(String(node.properties['dataSource'])) : undefined;
  const cited = bracket.children.flatMap((node) => markOf(node) ?? []);
  const alike = new Set(cited.map(({ letter, word }) => letter || word)).size === 1;
  let left = cited.length;
  bracket.children = bracket.children.flatMap((node) => {
    const mark = markOf(node);
    if (!mark) return [node];
    left -= 1;
    return [node, ...markElements(mark, !alike || left === 0)];
  });
}

/**
 * Gives each citation link the name of its work, the address of its entry in our reference list, an id for the way back and
 * a role, and marks beside it. The engine writes `<a href="#bib-nice-2019-ipg651">`; readers get `<a href="#ref-nice-2019-ipg651" id="cite-nice-2019-ipg651-1">`.
 */
export function rehypeCitationLinks({ bibliography = bibliographyFile }: { readonly bibliography?: string } = {}) {
  return async (tree: Root): Promise<void> => {
    const items = JSON.parse(await readFile(bibliography, 'utf8')) as readonly BibliographyItem[];
    const names = new Map(items.map(({ id, title }) => [id, title]));
    const marks = new Map(items.map(({ id, custom }) => [id, custom]));
    const seen = new Map<string, number>();
    const brackets = new Set<Element>();
    visit(tree, (node) => {
      if (node.type === 'text') node.value = node.value.replace(TOKEN, (_, id: string) => names.get(id) ?? id);
    });
    visit(tree, 'element', (node: Element) => {
      if (node.tagName === 'span' && typeof node.properties['id'] === 'string' && node.properties['id'].startsWith('citation--')) {
        delete node.properties['id'];
        node.properties['className'] = ['citation'];
        brackets.add(node);
      }
      const href = node.properties['href'];
      if (node.tagName !== 'a' || typeof href !== 'string' || !href.startsWith('#bib-')) return;
      const id = href.slice('#bib-'.length) as SourceId;
      const number = (seen.get(id) ?? 0) + 1;
      seen.set(id, number);
      node.properties = { href: `#${referenceFragment(id)}`, id: citationFragment(id, number), role: 'doc-biblioref', dataSource: id };
    });
    for (const bracket of brackets) markCitations(bracket, marks);
  };
}

/** The plugins for MDX, in order. `bibliography` is a path relative to the working directory. */
export const citationPlugins = (bibliography = bibliographyFile): RehypePlugins => [
  [rehypeCitation, { bibliography, csl: 'apa', lang: 'en-US', linkCitations: true, suppressBibliography: true, inlineClass: ['citation'] }],
  [rehypeCitationLinks, { bibliography }],
];
