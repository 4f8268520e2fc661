/** How bodies become pages: sources with Sätteri, topics and questions as MDX with unified. In both the allow-list of markup is the last step. */
import { unified } from '@astrojs/markdown-remark';
import { satteri } from '@astrojs/markdown-satteri';
import type { Root as HastRoot } from 'hast';
import type { Nodes, Parents, Root } from 'mdast';
import { defineHastPlugin, defineMdastPlugin } from 'satteri';
import { visit } from 'unist-util-visit';
import { definitionsOf } from '../library/body.ts';
import { sourceFeatures } from '../library/source-markdown.ts';
import { pictureAddress } from '../schema/address.ts';
import { allowedMarkup, rehypeAllowedMarkup, toAllowed } from './allowed-markup.ts';
import { citationPlugins } from './citations.ts';
import { glossaryLinks } from './glossary-links.ts';
import { valuesInProse } from './values-in-prose.ts';

/** Prints HTML as it was typed. A picture from elsewhere becomes its description before Astro collects pictures, because it would fetch it or read it from disk. */
const plainText = defineMdastPlugin({
  name: 'plain-text',
  html: (node) => ({ type: 'text', value: node.value }),
  image: (node) => (pictureAddress.test(node.url) ? undefined : { type: 'text', value: node.alt ?? '' }),
});

const allowed = defineHastPlugin({
  // The list stands in the name, so that Astro prints anew what it keeps from earlier builds when the list changes.
  name: `allowed-markup ${JSON.stringify(allowedMarkup, (_, value: unknown) => (value instanceof RegExp ? value.source : value))}`,
  after: (root, context) => context.replaceNode(root, toAllowed(root as HastRoot) as never),
});

/** What prints the bodies of sources. */
export const sourceProcessor = () => satteri({ features: sourceFeatures, mdastPlugins: [plainText], hastPlugins: [allowed] });

/** The same care for pictures in MDX, where one from elsewhere would become an import. */
const remarkOwnPictures = () => (tree: Root) => {
  const definitions = definitionsOf(tree);
  visit(tree, (node: Nodes, index, parent: Parents | undefined) => {
    if ((node.type !== 'image' && node.type !== 'imageReference') || !parent || index === undefined) return;
    const address = node.type === 'image' ? node.url : definitions.get(node.identifier);
    if (!pictureAddress.test(address ?? '')) parent.children[index] = { type: 'text', value: node.alt ?? '' };
  });
};

/** What prints the bodies of topics and questions, with citations and the terms of a content folder. */
export const pageProcessor = async (folder: string) =>
  unified({
    remarkPlugins: [remarkOwnPictures, ...(await valuesInProse(folder))],
    rehypePlugins: [...citationPlugins(), ...(await glossaryLinks(folder)), rehypeAllowedMarkup],
  });
