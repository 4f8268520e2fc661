/** Tables of running text get the name and the heads that Markdown cannot write. */
import { DomUtils, parseDocument } from 'htmlparser2';
import { expect, test } from 'vitest';
import { renderSource } from './hostile.ts';

const { getElementsByTagName: all, textContent } = DomUtils;
const table = '| Point | Size |\n| - | - |\n| First | 3 |\n| Second | 4 |';

async function read(body: string) {
  const html = parseDocument(await renderSource(body));
  const [heads, rows, cells, captions] = [all('thead', html), all('tbody', html), all('td', html), all('caption', html)];
  return {
    captions: captions.map(textContent),
    heads: all('th', heads).map((head) => [textContent(head), head.attribs['scope']]),
    rows: all('th', rows).map((head) => [textContent(head), head.attribs['scope']]),
    cells: cells.map((cell) => [textContent(cell), cell.attribs['data-label']]),
  };
}

test('a table is named by the heading above it, and every cell has a head in its row and in its column', async () => {
  expect(await read(`## Before\n\n### How *large* they are\n\n${table}\n\n## After`)).toEqual({
    captions: ['How large they are'],
    heads: [
      ['Point', 'col'],
      ['Size', 'col'],
    ],
    rows: [
      ['First', 'row'],
      ['Second', 'row'],
    ],
    cells: [
      ['3', 'Size'],
      ['4', 'Size'],
    ],
  });
});

test('a table under no heading is named by its columns', async () => {
  expect((await read(table)).captions).toEqual(['Point, Size']);
});
