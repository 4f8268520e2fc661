/** What the rules want to know of a body, taken from its tree in one walk, so that no tree is kept. */
import type { Nodes } from 'mdast';
import type { MdxJsxAttribute, MdxJsxExpressionAttribute, MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import { toString } from 'mdast-util-to-string';
import Slugger from 'github-slugger';
import { visit } from 'unist-util-visit';
import { parseBody, startOf, type BodyFormat, type BodyProblem } from '../library/body.ts';
import { citationsInTree, type Citation } from '../library/citations.ts';
import type { Place } from '../library/content-file.ts';

export interface Linked {
  readonly address: string;
  readonly place: Place;
}

export interface Written {
  readonly text: string;
  readonly place: Place;
}

export interface UsedComponent extends Written {
  /** `undefined` for a fragment `<>`. */
  readonly name: string | undefined;
  /** A value that is not plain text is `null`. */
  readonly attributes: readonly { readonly name: string; readonly value: string | null }[];
  /** Words inside, citations left out. */
  readonly words: number;
  /** The same as running text without markup: one line for each paragraph, heading or row. */
  readonly prose: string;
  readonly cited: boolean;
}

/** Places are relative to the body, from 1. */
export interface BodyFacts {
  readonly problem?: BodyProblem;
  readonly citations: readonly Citation[];
  readonly links: readonly Linked[];
  readonly images: readonly Linked[];
  readonly html: readonly Written[];
  readonly code: readonly (Written & { readonly what: 'import' | 'export' | 'expression' })[];
  readonly components: readonly UsedComponent[];
  /** Fragments of the headings of MDX, as Astro makes them; for Markdown see `markdownSlugs`. */
  readonly slugs: readonly string[];
}

/** Signs of anything besides prose, headings, lists and simple links. */
const INTRICATE = /[<@`\\]|!\[|~~~| {4}|\t/;
const SIMPLE_LINK = /\[[^[\]\n]*\]\(([^\s()<>&]+)\)/g;

/** The links of Markdown that has no other intricate parts, or `undefined` where only a parser can tell: most digests need none. */
function simpleLinks(body: string): Linked[] | undefined {
  if (!body.includes('[')) return /[<@]/.test(body) ? undefined : [];
  if (INTRICATE.test(body) || body.replace(SIMPLE_LINK, '').includes('[')) return undefined;
  return body
    .split('\n')
    .flatMap((line, index) =>
      [...line.matchAll(SIMPLE_LINK)].map((match) => ({ address: match[1] ?? '', place: { line: index + 1, column: match.index + 1 } })),
    );
}

/** Lines of prose without a sign that Markdown reads: a letter keeps their place, and the parser need not look at their words. */
const PLAIN_LINE = /^([ \t]*\p{L})[^[\]<>@!`\\()|*_~#&:=\n]*$/gmu;

/** What there is to say of a body with nothing but plain prose. */
export const noFacts: BodyFacts = { citations: [], links: [], images: [], html: [], code: [], components: [], slugs: [] };
type Jsx = MdxJsxFlowElement | MdxJsxTextElement;
const isJsx = (node: Nodes): node is Jsx => node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';

/** True for `{'text'}`, `{12}` and `{/* a comment *\/}`: nothing is computed. */
function isLiteral(node: Nodes): boolean {
  const program = (
    node.data as { estree?: { body: readonly { type: string; expression?: { type: string; value?: unknown } }[] } } | undefined
  )?.estree;
  const [first, second] = program?.body ?? [];
  if (!program || second) return false;
  return !first || (first.expression?.type === 'Literal' && ['string', 'number'].includes(typeof first.expression.value));
}

const toAttribute = (attribute: MdxJsxAttribute | MdxJsxExpressionAttribute): UsedComponent['attributes'][number] =>
  attribute.type === 'mdxJsxAttribute'
    ? { name: attribute.name, value: typeof attribute.value === 'string' ? attribute.value : null }
    : { name: '{…}', value: null };

const CITATION = /\[[^[\]]*@[^[\]]*\]/g;

/** The words of each block inside a node, a block a line, citations left out. */
function proseOf(node: Nodes): string {
  const lines: string[] = [];
  visit(node, ['paragraph', 'heading', 'tableCell'], (block) => void lines.push(toString(block, { includeImageAlt: false })));
  if (!lines.length) lines.push(toString(node, { includeImageAlt: false }));
  return lines
    .map((line) =>
      line
        .replace(CITATION, '')
        .replace(/\s+/g, ' ')
        .replace(/ (?=[.,;:!?])/g, '')
        .trim(),
    )
    .join('\n');
}

function toComponent(node: Jsx, body: string): UsedComponent {
  let text = '';
  visit(node, (child: Nodes) => {
    if (child.type === 'text' || child.type === 'inlineCode') text += `${child.value} `;
  });
  return {
    name: node.name ?? undefined,
    attributes: node.attributes.map(toAttribute),
    words: text.replace(CITATION, ' ').match(/[\p{L}\p{N}][\p{L}\p{N}'’.,/%-]*/gu)?.length ?? 0,
    prose: proseOf(node),
    cited: citationsInTree(node, body).length > 0,
    text: `<${node.name ?? ''}>`,
    place: startOf(node),
  };
}

function slugsOf(tree: Nodes): string[] {
  const slugger = new Slugger();
  const slugs: string[] = [];
  visit(tree, 'heading', (node) => void slugs.push(slugger.slug(toString(node, { includeImageAlt: false }))));
  return slugs;
}

/** Fragments of the headings of a Markdown body, e.g. `['what-it-says']`. Asked of few bodies, so it is no part of the facts. */
export const markdownSlugs = (body: string): string[] => slugsOf(parseBody(body, 'md').tree ?? { type: 'root', children: [] });

/**
 * The facts of a body, e.g. `toBodyFacts('[x](/a/)', 'md').links[0].address === '/a/'`.
 * MDX that does not parse has a `problem` and nothing else.
 */
export function toBodyFacts(body: string, format: BodyFormat): BodyFacts {
  const simple = format === 'md' ? simpleLinks(body) : undefined;
  if (simple) return { ...noFacts, links: simple };
  const text = format === 'md' ? body.replace(PLAIN_LINE, '$1') : body;
  const { tree, problem } = parseBody(text, format);
  if (!tree) return { ...noFacts, problem };
  const links: Linked[] = [];
  const images: Linked[] = [];
  const html: Written[] = [];
  const code: (Written & { what: 'import' | 'export' | 'expression' })[] = [];
  const components: UsedComponent[] = [];
  const slugs = format === 'md' ? [] : slugsOf(tree);
  const definitions = new Map<string, string>();
  visit(tree, 'definition', (node) => void definitions.set(node.identifier, node.url));
  visit(tree, (node: Nodes) => {
    const place = startOf(node);
    if (node.type === 'link' || node.type === 'definition') links.push({ address: node.url, place });
    else if (node.type === 'image') images.push({ address: node.url, place });
    else if (node.type === 'imageReference') images.push({ address: definitions.get(node.identifier) ?? '', place });
    else if (node.type === 'html') {
      // The end of a tag says nothing that its start has not said.
      const opened = /^<\/([a-z]+)/i.exec(node.value)?.[1];
      if (!opened || !html.some(({ text }) => text.startsWith(`<${opened}`))) html.push({ text: node.value, place });
    } else if (node.type === 'mdxjsEsm')
      code.push({ what: node.value.startsWith('import') ? 'import' : 'export', text: node.value, place });
    else if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') {
      if (!isLiteral(node)) code.push({ what: 'expression', text: `{${node.value}}`, place });
    } else if (isJsx(node)) {
      if (node.name && /^[a-z]/.test(node.name)) html.push({ text: `<${node.name}>`, place });
      else components.push(toComponent(node, text));
    }
  });
  const citations = text.includes('@') ? citationsInTree(tree, text) : [];
  return { citations, links, images, html, code, components, slugs };
}
