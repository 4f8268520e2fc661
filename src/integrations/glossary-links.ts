/**
 * Links glossary terms where topics and questions first use them, as the page is built.
 * It never touches headings, links, citations, code, the heads of tables or the wording for clinicians, and leaves a phrase that two terms share alone.
 */
import type { RehypePlugins } from '@astrojs/markdown-remark';
import type { Element, ElementContent, Parents, Root, RootContent } from 'hast';
import { buildPhraseBook, findMentions, type Mention, type PhraseBook } from '../evidence/mentions.ts';
import { readContent } from '../library/from-files.ts';
import type { TermId } from '../schema/id.ts';
import { termUrl } from '../parts/urls.ts';

const untouched = new Set(['a', 'code', 'pre', 'kbd', 'th', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'script', 'style']);
const isCitation = (node: Element): boolean => [node.properties['className']].flat().includes('citation');

/** The mentions to link: of overlapping ones the longest, of equally long ones none, because the words alone do not tell them apart. */
export function toLinkable(mentions: readonly Mention[]): Mention[] {
  const length = ({ from, to }: Mention): number => to - from;
  const taken: Mention[] = [];
  for (const mention of mentions.toSorted((a, b) => length(b) - length(a) || a.from - b.from))
    if (!taken.some(({ from, to }) => mention.from < to && from < mention.to)) taken.push(mention);
  const ambiguous = ({ term, from, to }: Mention): boolean =>
    mentions.some((other) => other.from === from && other.to === to && other.term !== term);
  return taken.filter((mention) => !ambiguous(mention)).sort((a, b) => a.from - b.from);
}

const toLink = (term: TermId, value: string): Element => ({
  type: 'element',
  tagName: 'a',
  properties: { href: termUrl(term), className: ['term'] },
  children: [{ type: 'text', value }],
});

/** One text as text and links; what is linked is added to `seen`. */
function linkText(value: string, book: PhraseBook, seen: Set<string>): ElementContent[] {
  const pieces: ElementContent[] = [];
  let at = 0;
  for (const { term, from, to } of toLinkable(findMentions(value, book))) {
    if (seen.has(termUrl(term))) continue;
    seen.add(termUrl(term));
    if (from > at) pieces.push({ type: 'text', value: value.slice(at, from) });
    pieces.push(toLink(term, value.slice(from, to)));
    at = to;
  }
  if (at < value.length) pieces.push({ type: 'text', value: value.slice(at) });
  return pieces;
}

const isComponent = (node: { type: string }): boolean => node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';

/** The wording for clinicians: they know the words, and links in every line would bury the citations. */
const isForClinicians = (node: object): boolean =>
  'attributes' in node &&
  (node.attributes as readonly { name?: string; value?: unknown }[]).some(({ name, value }) => name === 'for' && value === 'clinician');

/** The addresses that an editor linked by hand below a node: those terms need no second link. */
function linkedByHand(parent: Parents): string[] {
  return parent.children.flatMap((node) => {
    if (node.type === 'element' && node.tagName === 'a') return [String(node.properties['href'])];
    return 'children' in node && !isComponent(node) ? linkedByHand(node) : [];
  });
}

function linkBelow(parent: Parents, book: PhraseBook, seen: Set<string>): void {
  const children: readonly RootContent[] = parent.children;
  parent.children = children.flatMap((node): RootContent[] => {
    if (node.type === 'text') return linkText(node.value.normalize('NFC'), book, seen);
    if (node.type === 'element' && (untouched.has(node.tagName) || isCitation(node))) return [node];
    if (isComponent(node) && isForClinicians(node)) return [node];
    // Of the three wordings of an answer a reader sees one: each starts afresh, and so does the prose below them.
    if ('children' in node) linkBelow(node, book, isComponent(node) ? new Set(linkedByHand(node)) : seen);
    return [node];
  });
}

/** The plugin, with a book of all names. A page with `autolink: false` in its frontmatter is left as it is. */
export const rehypeGlossaryLinks =
  ({ book }: { readonly book: PhraseBook }) =>
  (tree: Root, file: { readonly data: object }): void => {
    const { astro } = file.data as { astro?: { frontmatter?: Record<string, unknown> } };
    if (astro?.frontmatter?.['autolink'] === false) return;
    linkBelow(tree, book, new Set(linkedByHand(tree)));
  };

/** The plugin with the terms of a content folder, as MDX takes it; goes behind the citations, which must be links by then. */
export async function glossaryLinks(folder: string): Promise<RehypePlugins> {
  const { library } = await readContent(folder);
  return [[rehypeGlossaryLinks, { book: buildPhraseBook(library.terms.values()) }]];
}
