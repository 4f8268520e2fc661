/** What the rules want to know of a body, taken from its tree in one walk, so that no tree is kept. */
import type { Nodes, Root } from 'mdast';
import type { MdxJsxAttribute, MdxJsxExpressionAttribute, MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import { toString } from 'mdast-util-to-string';
import Slugger from 'github-slugger';
import { visit } from 'unist-util-visit';
import { definitionsOf, literalOf, parseBody, startOf, type BodyFormat, type BodyProblem } from '../library/body.ts';
import { citationsInTree, type Citation } from '../library/citations.ts';
import { isValueName } from '../evidence/prose-values.ts';
import type { Place } from '../library/content-file.ts';
import { readSource } from '../library/source-markdown.ts';
import { blocksIn, type TextBlock } from './reading/blocks.ts';

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
  /** Its running text, of MDX alone: digests cite nothing. */
  readonly blocks: readonly TextBlock[];
  /** True where its words depend on other files: values that prose takes from digests. */
  readonly filled?: true;
}

/** What there is to say of a body with nothing but plain prose. */
export const noFacts: BodyFacts = { citations: [], links: [], images: [], html: [], code: [], components: [], slugs: [], blocks: [] };
type Jsx = MdxJsxFlowElement | MdxJsxTextElement;
const isJsx = (node: Nodes): node is Jsx => node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';

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

/** Fragments of the headings of a source, e.g. `['what-it-says']`. Asked of few bodies, so it is no part of the facts. */
export const markdownSlugs = (body: string): string[] => slugsOf(readSource(body).tree);

interface Read {
  readonly tree: Root;
  readonly text: string;
  readonly toBody: (place: Place) => Place;
}

const asIs = (place: Place): Place => place;

function readBody(body: string, format: BodyFormat): Read | BodyProblem {
  if (format === 'md') return readSource(body);
  const { tree, problem } = parseBody(body, format);
  return tree ? { tree, text: body, toBody: asIs } : problem;
}

/** Components with the words that readers get inside: those of the body in which values have their words, which are the same otherwise. */
function withWords(components: readonly UsedComponent[], filled: BodyFacts): UsedComponent[] {
  const written = filled.components.values();
  return components.map((one) => {
    if (isValueName(one.name)) return one;
    const { words, prose } = written.next().value ?? one;
    return { ...one, words, prose };
  });
}

/**
 * The facts of a body; `fill` puts words in the places of its values (see evidence/prose-values.ts), so that the words of its
 * components are those that readers get.
 */
export function toFilledFacts(body: string, format: BodyFormat, fill: (body: string) => string): BodyFacts {
  const facts = toBodyFacts(body, format);
  const filled = format === 'mdx' ? fill(body) : body;
  if (filled === body) return facts;
  const written = toBodyFacts(filled, format);
  return { ...facts, components: withWords(facts.components, written), blocks: written.blocks, filled: true };
}

/**
 * The facts of a body, e.g. `toBodyFacts('[x](/a/)', 'md').links[0].address === '/a/'`, read from the tree that the page is printed from.
 * MDX that does not parse has a `problem` and nothing else.
 */
export function toBodyFacts(body: string, format: BodyFormat): BodyFacts {
  const read = readBody(body, format);
  if ('message' in read) return { ...noFacts, problem: read };
  const { tree, text, toBody } = read;
  const links: Linked[] = [];
  const images: Linked[] = [];
  const html: Written[] = [];
  const code: (Written & { what: 'import' | 'export' | 'expression' })[] = [];
  const components: UsedComponent[] = [];
  const slugs = format === 'md' ? [] : slugsOf(tree);
  const definitions = definitionsOf(tree);
  visit(tree, (node: Nodes) => {
    const place = toBody(startOf(node));
    if (node.type === 'link' || node.type === 'definition') links.push({ address: node.url, place });
    else if (node.type === 'image') images.push({ address: node.url, place });
    else if (node.type === 'imageReference') images.push({ address: definitions.get(node.identifier) ?? '', place });
    else if (node.type === 'html') {
      // The end of a tag says nothing that its start has not said.
      const opened = /^<\/([a-z]+)/i.exec(node.value)?.[1];
      if (!opened || !html.some(({ text: start }) => start.startsWith(`<${opened}`))) html.push({ text: node.value, place });
    } else if (node.type === 'mdxjsEsm')
      code.push({ what: node.value.startsWith('import') ? 'import' : 'export', text: node.value, place });
    else if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') {
      if (literalOf(node) === undefined) code.push({ what: 'expression', text: `{${node.value}}`, place });
    } else if (isJsx(node)) {
      if (node.name && /^[a-z]/.test(node.name)) html.push({ text: `<${node.name}>`, place });
      else components.push(toComponent(node, text));
    }
  });
  const citations = text.includes('@') ? citationsInTree(tree, text).map((one) => ({ ...one, ...toBody(one) })) : [];
  const blocks = format === 'mdx' && citations.length ? blocksIn(tree) : [];
  return { citations, links, images, html, code, components, slugs, blocks };
}
