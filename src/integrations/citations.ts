/** The one seam to the citation engine: rehype-citation, author–date, in topics and questions only. */
import type { RehypePlugins } from '@astrojs/markdown-remark';
import type { Element, Root } from 'hast';
import rehypeCitation from 'rehype-citation';
import { visit } from 'unist-util-visit';
import type { SourceId } from '../schema/id.ts';
import { citationFragment, referenceFragment } from '../views/urls.ts';

/** Where the gate puts the works that pages cite; relative, because the engine cannot read an absolute path. */
export const bibliographyFile = '.astro/bibliography.json';

/**
 * Gives each citation link the address of its entry in our reference list, an id for the way back and a role.
 * The engine writes `<a href="#bib-nice-2019-ipg651">`; readers get `<a href="#ref-nice-2019-ipg651" id="cite-nice-2019-ipg651-1">`.
 */
export function rehypeCitationLinks() {
  return (tree: Root): void => {
    const seen = new Map<string, number>();
    visit(tree, 'element', (node: Element) => {
      if (node.tagName === 'span' && typeof node.properties['id'] === 'string' && node.properties['id'].startsWith('citation--')) {
        delete node.properties['id'];
        node.properties['className'] = ['citation'];
      }
      const href = node.properties['href'];
      if (node.tagName !== 'a' || typeof href !== 'string' || !href.startsWith('#bib-')) return;
      const id = href.slice('#bib-'.length) as SourceId;
      const number = (seen.get(id) ?? 0) + 1;
      seen.set(id, number);
      node.properties = { href: `#${referenceFragment(id)}`, id: citationFragment(id, number), role: 'doc-biblioref', dataSource: id };
    });
  };
}

/** The plugins for MDX, in order. */
export const citationPlugins = (): RehypePlugins => [
  [
    rehypeCitation,
    {
      bibliography: bibliographyFile,
      csl: 'apa',
      lang: 'en-US',
      linkCitations: true,
      suppressBibliography: true,
      inlineClass: ['citation'],
    },
  ],
  rehypeCitationLinks,
];
