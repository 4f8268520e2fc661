/** Tables of running text, which Markdown leaves bare: a name from the heading above, heads of rows, and on each cell the head of its column. */
import type { Element, Root } from 'hast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';

const within = (node: Element | Root, name: string): Element[] =>
  node.children.flatMap((child) => (child.type !== 'element' ? [] : child.tagName === name ? [child] : within(child, name)));

/** A caption that is heard and not seen, and that a search does not count as words of the page. */
const captionOf = (name: string): Element => ({
  type: 'element',
  tagName: 'caption',
  properties: { className: ['visually-hidden'], dataPagefindIgnore: '' },
  children: [{ type: 'text', value: name }],
});

/**
 * Names every table by the heading that it stands under, else by its own heads; makes the first cell of each row its head; and sets
 * `data-label` on the others, e.g. `<td data-label="Size">` below `<th scope="col">Size</th>`, so that a phone sets rows as cards.
 */
export function labelTables(tree: Root): void {
  let above = '';
  visit(tree, 'element', (node: Element) => {
    if (/^h[2-6]$/.test(node.tagName)) above = toString(node).trim();
    if (node.tagName !== 'table') return;
    const heads = within(node, 'th');
    const names = heads.map((head) => toString(head).trim());
    for (const head of heads) head.properties['scope'] = 'col';
    for (const row of within(node, 'tr'))
      within(row, 'td').forEach((cell, column) => {
        if (column === 0) Object.assign(cell, { tagName: 'th', properties: { ...cell.properties, scope: 'row' } });
        else if (names[column]) cell.properties['dataLabel'] = names[column];
      });
    node.children.unshift(captionOf(above || names.filter(Boolean).join(', ')));
  });
}
