/** Tables of running text: each cell carries the head of its column, so that a phone sets the rows as cards and breaks no word. */
import type { Element, Root } from 'hast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';

const within = (node: Element | Root, name: string): Element[] =>
  node.children.flatMap((child) => (child.type !== 'element' ? [] : child.tagName === name ? [child] : within(child, name)));

/** Sets `data-label` on the cells of every table, e.g. `<td data-label="Size">` below `<th>Size</th>`, and roles, which a style sheet that sets rows as blocks would else take away. */
export function labelCells(tree: Root): void {
  visit(tree, 'element', (table: Element) => {
    if (table.tagName !== 'table') return;
    const heads = within(table, 'th').map((head) => toString(head).trim());
    table.properties['role'] = 'table';
    for (const group of [...within(table, 'thead'), ...within(table, 'tbody')]) group.properties['role'] = 'rowgroup';
    for (const row of within(table, 'tr')) {
      row.properties['role'] = 'row';
      for (const head of within(row, 'th')) head.properties['role'] = 'columnheader';
      within(row, 'td').forEach((cell, column) => {
        cell.properties['role'] = 'cell';
        if (column > 0 && heads[column]) cell.properties['dataLabel'] = heads[column];
      });
    }
  });
}
