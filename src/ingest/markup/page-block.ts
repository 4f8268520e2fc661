/** The blocks of a document tree: headings with their levels, paragraphs and list items, as saved text has them. */
import type { Block } from '../block.ts';
import { toOneLine, toPlainCharacters } from '../plain-text.ts';

const PROSE = new Set(
  'address article aside blockquote body caption dd details div dl dt fieldset figcaption figure footer form header hr html main nav p pre section summary table tbody td tfoot th thead tr ul ol menu'.split(
    ' ',
  ),
);
const ELEMENT = 1;
const TEXT = 3;

interface Collector {
  readonly blocks: Block[];
  words: string;
}

function flush(into: Collector, kind: Block['kind'], level: number): void {
  const text = toOneLine(toPlainCharacters(into.words));
  into.words = '';
  if (text) into.blocks.push({ kind, text, level });
}

function walk(element: Element, into: Collector, depth: number, kind: 'prose' | 'item'): void {
  for (const node of element.childNodes) {
    if (node.nodeType === TEXT) into.words += node.nodeValue ?? '';
    if (node.nodeType !== ELEMENT) continue;
    const child = node as Element;
    const name = child.localName;
    const heading = /^h([1-6])$/.exec(name);
    if (heading) {
      flush(into, kind, depth || 1);
      into.words = child.textContent ?? '';
      flush(into, 'heading', Number(heading[1]));
    } else if (name === 'li') {
      flush(into, kind, depth || 1);
      walk(child, into, depth + 1, 'item');
      flush(into, 'item', depth + 1);
    } else if (name === 'td' || name === 'th') {
      if (into.words.trim()) into.words += ' | ';
      walk(child, into, depth, kind);
    } else if (name === 'br') into.words += ' ';
    else if (PROSE.has(name)) {
      const own = name === 'dd' ? 'item' : kind;
      flush(into, kind, depth || 1);
      walk(child, into, depth, own);
      flush(into, own, depth || 1);
    } else walk(child, into, depth, kind);
  }
}

/** The blocks under an element in order, e.g. of `<h2>How</h2><ul><li>It holds</li></ul>` a heading of level 2 and an item. The tree is shallow: see thin-markup. */
export function toPageBlocks(element: Element): Block[] {
  const into: Collector = { blocks: [], words: '' };
  walk(element, into, 0, 'prose');
  flush(into, 'prose', 1);
  return into.blocks;
}
