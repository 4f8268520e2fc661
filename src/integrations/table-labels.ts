/** Tables of running text: each cell carries the head of its column, so that a phone sets the rows as cards and breaks no word. */
import type { Element, Root } from 'hast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';

const within = (node: Element | Root, name: string): Element[] =>
  node.children.flatMap((child) => (child.type !== 'element' ? [] : child.tagName === name ? [child] : within(child, name)));

/** Sets `data-label` on the cells of every table but those of the first column, e.g. `<td data-label="Size">` below `<th>Size</th>`. */
export function labelCells(tree: Root): void {
  visit(tree, 'element', (table: Element) => {
    if (table.tagName !== 'table') return;
    const heads = within(table, 'th').map((head) => toString(head).trim());
    for (const row of within(table, 'tr'))
      within(row, 'td').forEach((cell, column) => {
        if (column > 0 && heads[column]) cell.properties['dataLabel'] = heads[column];
      });
  });
}
