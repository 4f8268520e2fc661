/** The running text of a body, block by block, with its citations where they stand: what is read for what it claims. */
import type { Nodes, Parents } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import { literalOf, startOf } from '../../library/body.ts';
import type { Place } from '../../library/content-file.ts';

/** What stands for a component in the text: no letter and no digit, so that nothing is read across it. */
export const COMPONENT = '\ufffc';
/** Between the cells of a row, which are read as one. */
export const CELL = ' | ';

export interface TextBlock {
  readonly kind: 'text' | 'row' | 'heading';
  /** Without markup; citations as they were typed, line ends kept. */
  readonly text: string;
  /** Where parts of the text start in the body: offset in the text, line and column. */
  readonly marks: readonly (readonly [at: number, line: number, column: number])[];
  /** Of a row: the heading of its table, cell by cell. */
  readonly head?: readonly string[];
  /** The component around it with its `for`, e.g. `Answer` and `public`. */
  readonly within?: { readonly name: string; readonly register: string | null };
}

type Jsx = MdxJsxFlowElement | MdxJsxTextElement;
const isJsx = (node: Nodes): node is Jsx => node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
const isParent = (node: Nodes): node is Parents & Nodes => 'children' in node;

const withinOf = (node: Jsx): NonNullable<TextBlock['within']> | undefined => {
  const register = node.attributes.find((one) => one.type === 'mdxJsxAttribute' && one.name === 'for')?.value;
  return node.name ? { name: node.name, register: typeof register === 'string' ? register : null } : undefined;
};

/** Writes the text of a node down, with marks where the source goes on elsewhere. */
function write(node: Nodes, out: { text: string; marks: [number, number, number][] }): void {
  const mark = ({ line, column }: Place): void => void out.marks.push([out.text.length, line, column]);
  if (node.type === 'text' || node.type === 'inlineCode') {
    const start = startOf(node);
    for (const [index, line] of node.value.split('\n').entries()) {
      if (index) out.text += '\n';
      mark({ line: start.line + index, column: index ? 1 : start.column });
      out.text += line;
    }
  } else if (node.type === 'break') out.text += '\n';
  else if (node.type === 'mdxTextExpression' || node.type === 'mdxFlowExpression') out.text += literalOf(node) ?? COMPONENT;
  else if (isJsx(node) && !node.children.length) out.text += COMPONENT;
  else if (isParent(node))
    for (const [index, child] of node.children.entries()) {
      if (node.type === 'tableRow' && index) out.text += CELL;
      write(child, out);
    }
}

const kinds: Readonly<Record<string, TextBlock['kind']>> = { paragraph: 'text', heading: 'heading', tableRow: 'row' };

/** Every block of a tree in order, e.g. one `text` for `So it is [@a-2020-b].`; code blocks are none. */
export function blocksIn(node: Nodes, within?: TextBlock['within']): TextBlock[] {
  const kind = kinds[node.type] ?? (node.type === 'mdxJsxTextElement' ? 'text' : undefined);
  if (kind) {
    const out: { text: string; marks: [number, number, number][] } = { text: '', marks: [] };
    write(node, out);
    // A component on one line lies within a paragraph of its own.
    const alone = isParent(node) && node.children.length === 1 ? node.children[0] : undefined;
    const around = isJsx(node) ? node : alone && isJsx(alone) ? alone : undefined;
    const own = within ?? (around && withinOf(around));
    return /[\p{L}\p{N}]/u.test(out.text) ? [{ kind, ...out, ...(own ? { within: own } : {}) }] : [];
  }
  if (!isParent(node)) return [];
  const inner = isJsx(node) ? (withinOf(node) ?? within) : within;
  // A component on one line holds its words without a paragraph.
  const bare = isJsx(node) && node.children.some(({ type }) => type === 'text');
  if (bare) return blocksIn({ type: 'paragraph', children: node.children, position: node.position } as Nodes, inner);
  if (node.type === 'table') {
    const [first, ...rows] = node.children.map((row) => blocksIn(row, inner));
    const cells = first?.[0]?.text.split(CELL) ?? [];
    return [...(first ?? []).map((one) => ({ ...one, kind: 'heading' as const })), ...rows.flat().map((row) => ({ ...row, head: cells }))];
  }
  return node.children.flatMap((child) => blocksIn(child, inner));
}

/** Where a character of a block stands in the body. */
export function placeIn({ marks }: Pick<TextBlock, 'marks'>, at: number): Place {
  const [from, line, column] = marks.findLast(([start]) => start <= at) ?? marks[0] ?? [0, 1, 1];
  return { line, column: column + Math.max(0, at - from) };
}
