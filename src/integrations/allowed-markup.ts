/**
 * The last step of every body before it becomes a page: what the sanitiser has on its list stays, and nothing else. It holds
 * by itself, whatever the check has let through; nothing here tells anybody, because that is for the check.
 */
import type { Element, ElementContent, Root, RootContent } from 'hast';
import { sanitize, type Schema } from 'hast-util-sanitize';
import { visit, SKIP } from 'unist-util-visit';
import { literalOf } from '../library/body.ts';
import { linkAddress, pictureAddress } from '../schema/address.ts';
import { bodyComponents } from '../schema/components.ts';

type Attribute = NonNullable<Schema['attributes']>[string][number];

const componentAttributes = Object.entries(bodyComponents).map(([name, { attributes, optional }]): [string, Attribute[]] => [
  name,
  Object.entries({ ...attributes, ...optional }).map(([attribute, values]): Attribute =>
    values.length ? [attribute, ...values] : attribute,
  ),
]);

/** What Markdown and its footnotes, the citation engine and the glossary make, and the components that a page hands in. */
export const allowedMarkup = {
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
    span: [['className', 'citation']],
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
export function toAllowed(tree: Root): Root {
  const safe = sanitize({ type: 'root', children: tree.children.flatMap(toElements) }, allowedMarkup) as Root;
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
  return safe;
}

/** The same as a plugin of unified, which comes last. */
export const rehypeAllowedMarkup = () => toAllowed;
