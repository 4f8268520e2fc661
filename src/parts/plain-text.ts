/** Bodies as plain text, for cards and quotations: no marks, no citations, no components. */
import type { Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { parseBody } from '../library/body.ts';
import { registerNames, type Register } from '../schema/vocabulary.ts';

/** Text without citations, white space folded, e.g. `It helps [@a-2020; @b-2021].` → `It helps.` */
const withoutCitations = (text: string): string =>
  text
    .replace(/\[[^[\]]*@[^[\]]+\]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[.,;:!?)])/g, '')
    .trim();

/** One line of Markdown as it reads, e.g. `- **Clot** [@a-2020]` → `Clot`. */
const plainLine = (markdown: string): string => withoutCitations(toString(parseBody(markdown, 'md').tree));

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

/** What ends a sentence at the end of a line, marks of quotation behind it included. */
const ENDS = /(?:[.!?:]["”’)\]]*|\|)\s*$/;
/** What a sentence never runs across: an empty line, a tag, a heading, an item of a list, a row of a table. */
const BREAKS = /^\s*(?:$|<|#{1,6}\s|[-*+]\s|\d+\.\s|\|)/;
const longest = 320;
const ends = (line = ''): boolean => ENDS.test(line.replace(/\s*\[[^[\]]*@[^[\]]+\]\s*$/, ''));
const breaks = (line = ''): boolean => BREAKS.test(line);

/**
 * The sentence around a line of a body, counted from 1. Bodies have one sentence a line; one that runs over lines is put together.
 * Example: `sentenceAt('# Head\n\nIt helps\na little [@a-2020].', 4)` → `It helps a little.`
 */
export function sentenceAt(body: string, line: number): string {
  const lines = body.split('\n');
  let [from, to] = [line - 1, line - 1];
  while (from > 0 && !breaks(lines[from]) && !breaks(lines[from - 1]) && !ends(lines[from - 1])) from -= 1;
  // An item of a list starts a sentence that plain lines may go on with.
  if (from > 0 && /^\s*(?:[-*+]|\d+\.)\s/.test(lines[from - 1] ?? '') && !breaks(lines[from]) && !ends(lines[from - 1])) from -= 1;
  while (to + 1 < lines.length && !ends(lines[to]) && !breaks(lines[to + 1])) to += 1;
  const text = lines
    .slice(from, to + 1)
    .join(' ')
    .trim();
  const row = text.startsWith('|')
    ? text
        .split('|')
        .map((cell) => cell.trim())
        .filter(Boolean)
        .join(' · ')
    : text;
  const plain = plainLine(row);
  return plain.length <= longest ? plain : `${plain.slice(0, plain.lastIndexOf(' ', longest))} …`;
}
