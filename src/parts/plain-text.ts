/** Bodies as plain text, for cards and quotations: no marks, no citations, no components. */
import type { Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { parseBody } from '../library/body.ts';
import { registerNames, type Register } from '../schema/vocabulary.ts';

/** Text without citations, white space folded, e.g. `It helps [@a-2020; @b-2021].` → `It helps.` */
export const withoutCitations = (text: string): string =>
  text
    .replace(/\[[^[\]]*@[^[\]]+\]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[.,;:!?)])/g, '')
    .trim();

/** One line of Markdown as it reads, e.g. `- **Clot** [@a-2020]` → `Clot`. */
export const plainLine = (markdown: string): string => withoutCitations(toString(parseBody(markdown, 'md').tree));

const blocksOf = (node: Nodes): string => ('children' in node ? node.children.map((child) => toString(child)).join(' ') : '');

/** The wordings of an MDX body by register, e.g. of `<Answer for="public">…</Answer>`; a wording that is not there is empty. */
export function wordingsOf(body: string): Record<Register, string> {
  const wordings: Record<Register, string> = { public: '', student: '', clinician: '' };
  const { tree } = parseBody(body, 'mdx');
  if (!tree) return wordings;
  visit(tree, 'mdxJsxFlowElement', (node) => {
    const named = node.attributes.find((attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === 'for');
    const register = registerNames.find((name) => name === named?.value);
    if (register) wordings[register] = withoutCitations(blocksOf(node));
  });
  return wordings;
}
