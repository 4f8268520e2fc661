/**
 * How bodies become pages: sources with Sätteri, topics and questions as MDX with unified. In both the allow-list of markup is the last
 * step. It holds by itself, whatever the check has let through; nothing here tells anybody, because that is for the check.
 */
import { unified } from '@astrojs/markdown-remark';
import { satteri } from '@astrojs/markdown-satteri';
import type { Element, ElementContent, Root as HastRoot, RootContent } from 'hast';
import type { Nodes, Parents, Root } from 'mdast';
import { defineHastPlugin, defineMdastPlugin } from 'satteri';
import { visit, SKIP } from 'unist-util-visit';
import { definitionsOf, literalOf } from '../library/body.ts';
import { sourceFeatures } from '../library/source-markdown.ts';
import { pictureAddress, linkAddress } from '../schema/address.ts';
import { citationPlugins } from './citations.ts';
import { glossaryLinks } from './glossary-links.ts';
import { labelTables } from './table-labels.ts';
import { valuesInProse } from './values-in-prose.ts';
import { sanitize, type Schema } from 'hast-util-sanitize';
import { bodyComponents } from '../schema/components.ts';

type Attribute = NonNullable<Schema['attributes']>[string][number];

const componentAttributes = Object.entries(bodyComponents).map(([name, { attributes, optional }]): [string, Attribute[]] => [
  name,
  Object.entries({ ...attributes, ...optional }).map(([attribute, values]): Attribute =>
    values.length ? [attribute, ...values] : attribute,
  ),
]);

/** What Markdown and its footnotes, the citation engine and the glossary make, and the components that a page hands in. */
const allowedMarkup = {
  tagNames: [
    ...['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'hr', 'br', 'pre', 'code', 'em', 'strong', 'del', 'sup', 'span', 'a', 'img'],
    ...['ul', 'ol', 'li', 'input', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'section'],
    ...Object.keys(bodyComponents),
  ],
  attributes: {
    ...Object.fromEntries(componentAttributes),
    a: [
      ['href', linkAddress],
      ...['title', 'ariaLabel', 'dataFootnoteRef', 'dataFootnoteBackref'],
      ['ariaDescribedBy', 'footnote-label'],
      ['className', 'data-footnote-backref', 'term'],
      ['id', /^(?:user-content-fnref|cite)-[\w%.-]+$/],
      ['role', 'doc-biblioref'],
      ['dataSource', /^[a-z0-9-]+$/],
    ],
    code: [['className', /^language-[\w-]+$/]],
    h2: [
      ['className', 'sr-only'],
      ['id', 'footnote-label'],
    ],
    img: [['src', pictureAddress], 'alt', 'title'],
    input: [['type', 'checkbox'], ['disabled', true], 'checked'],
    li: [
      ['className', 'task-list-item'],
      ['id', /^user-content-fn-[\w%.-]+$/],
    ],
    ol: ['start', ['className', 'contains-task-list']],
    section: ['dataFootnotes', ['className', 'footnotes']],
    span: [['className', 'citation', 'cited', 'aside', 'fate', 'visually-hidden'], ['ariaHidden', 'true'], 'dataPagefindIgnore'],
    td: [['align', 'left', 'center', 'right']],
    th: [['align', 'left', 'center', 'right']],
    ul: [['className', 'contains-task-list']],
  },
  required: { input: { type: 'checkbox', disabled: true } },
  ancestors: Object.fromEntries(['thead', 'tbody', 'tr', 'th', 'td'].map((name) => [name, ['table']])),
  // Ids are on the list one by one; the prefix that keeps them apart from ours is there already.
  clobber: [],
  strip: ['script', 'style'],
} satisfies Schema;

/** JSX as elements, so that the sanitiser sees it: a component with its attributes, anything else without any. Code goes. */
function toElements(node: RootContent): ElementContent[] {
  if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') return [{ type: 'text', value: literalOf(node) ?? '' }];
  if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
    const properties = Object.fromEntries(
      node.attributes.flatMap((one) => (one.type === 'mdxJsxAttribute' && typeof one.value === 'string' ? [[one.name, one.value]] : [])),
    );
    const tagName = node.name ?? '';
    return [
      {
        type: 'element',
        tagName,
        properties: Object.hasOwn(bodyComponents, tagName) ? properties : {},
        children: node.children.flatMap(toElements),
      },
    ];
  }
  if (node.type !== 'element') return node.type === 'text' ? [node] : [];
  const { style } = node.properties;
  // What the renderer of sources says of a column in a style, for which no page has a policy.
  const align = typeof style === 'string' ? /^text-align: (\w+)$/.exec(style)?.[1] : undefined;
  return [{ ...node, properties: align ? { ...node.properties, align } : node.properties, children: node.children.flatMap(toElements) }];
}

/** A body with nothing in it that is not on the list, e.g. without `onerror`, `<iframe>` or `{f()}`. What they held as text stays. */
function toAllowed(tree: HastRoot): HastRoot {
  const safe = sanitize({ type: 'root', children: tree.children.flatMap(toElements) }, allowedMarkup) as HastRoot;
  visit(safe, 'element', (node: Element, index, parent) => {
    if (node.tagName === 'img' && node.properties['src'] === undefined && parent && index !== undefined) {
      parent.children.splice(index, 1, { type: 'text', value: node.properties['alt'] ?? '' });
      return SKIP;
    }
    if (!Object.hasOwn(bodyComponents, node.tagName) || !parent || index === undefined) return undefined;
    const attributes = Object.entries(node.properties).map(([name, value]) => ({
      type: 'mdxJsxAttribute' as const,
      name,
      value: String(value),
    }));
    parent.children.splice(index, 1, { type: 'mdxJsxFlowElement', name: node.tagName, attributes, children: node.children });
    return index;
  });
  labelTables(safe);
  return safe;
}

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
    rehypePlugins: [...citationPlugins(), ...(await glossaryLinks(folder)), () => toAllowed],
  });
