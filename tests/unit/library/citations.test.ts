/** The keys that the check finds in prose, held against what the citation engine really does with the same text. */
import { createMarkdownProcessor } from '@astrojs/markdown-remark';
import rehypeCitation from 'rehype-citation';
import { expect, test } from 'vitest';
import { citationsIn } from '../../../src/library/citations.ts';

const engine = createMarkdownProcessor({
  syntaxHighlight: false,
  rehypePlugins: [
    [
      rehypeCitation,
      { bibliography: 'tests/fixtures/citations/bibliography.json', csl: 'apa', linkCitations: true, suppressBibliography: true },
    ],
  ],
});
const printed = async (body: string): Promise<string> => (await (await engine).render(body)).code.replace(/<[^>]*>/g, '');

test.each([
  'So it is [@aa-2020-one].',
  'So it is [@aa-2020-one, p. 3; @bb-2021-two, sec. 4].',
  'So it is [see @aa-2020-one] and [-@bb-2021-two].',
  'So it is [@aa-2020-one, 12] and [@bb-2021-two, p. 3, in short].',
  'So it is [@aa-2020-one, pp. 3–4; @bb-2021-two, paragraph 2].',
  'So it is [@aa-2020-one,\np. 3].',
  '- in a list [@aa-2020-one]',
  '> in a quotation [@aa-2020-one]',
  '| a |\n| - |\n| [@aa-2020-one] |',
  'Mail me@place.example [@aa-2020-one].',
  'Escaped \\[@aa-2020-one].',
  'Noted.[^1]\n\n[^1]: Here [@aa-2020-one].',
])('a citation that is said to render is printed by the engine: %s', async (body) => {
  const citations = citationsIn(body, 'md');
  expect(citations.length).toBeGreaterThan(0);
  expect(citations.filter((citation) => !citation.renders)).toEqual([]);
  const text = await printed(body);
  expect(text).not.toMatch(/\[[^\]]*@|@(?:aa|bb)-/);
  for (const { locator } of citations) expect(text).toContain(/\d+/.exec(locator ?? '')?.[0] ?? '');
});

test.each([
  ['**Bold [@aa-2020-one]**', 'it stands in bold'],
  ['*Italic [@aa-2020-one]*', 'it stands in italics'],
  ['~~Struck [@aa-2020-one]~~', 'it stands in struck-out text'],
  ['## Heading [@aa-2020-one]', 'it stands in a heading'],
  ['[@aa-2020-one](/a/)', 'it stands in the text of a link'],
  ['So [@aa-2020-one,p. 3]', 'there is no space after the comma'],
  ['So [@aa-2020-one and @bb-2021-two]', 'a second key follows it without a semicolon'],
  ['So [@aa-2020-one, *p. 3*]', 'its brackets do not close within the same plain text'],
  ['So (@aa-2020-one)', 'it stands without brackets'],
])('a citation that is said not to render stays as typed: %s', async (body, reason) => {
  expect(citationsIn(body, 'md')[0]).toMatchObject({ id: 'aa-2020-one', renders: false, reason });
  expect(await printed(body)).toContain('@aa-2020-one');
});

test.each(['Step Two', 'Table 2', 'conclusion', 'pages 3'])(
  'a locator that the engine drops or mangles is refused: %s',
  async (locator) => {
    const body = `So [@aa-2020-one, ${locator}].`;
    expect(citationsIn(body, 'md')).toMatchObject([{ id: 'aa-2020-one', locator, renders: false }]);
    expect(await printed(body)).not.toContain(locator);
  },
);

test('narrative keys are found, because they read as part of the sentence and are no citation style of ours', () => {
  expect(citationsIn('As @aa-2020-one says.', 'mdx')).toMatchObject([
    { id: 'aa-2020-one', renders: false, reason: 'it stands without brackets' },
  ]);
});

test('a key says where it stands, also behind prefixes, escapes and in components', () => {
  const body = '> q \\@ x\n> [see @aa-2020-one]\n\n<BottomLine for="public">So [@bb-2021-two]</BottomLine>';
  expect(citationsIn(body, 'mdx')).toEqual([
    { id: 'aa-2020-one', line: 2, column: 8, renders: true },
    { id: 'bb-2021-two', line: 4, column: 30, renders: true },
  ]);
});

test('code, addresses and mail are no citations, and MDX that does not parse has none', () => {
  expect(citationsIn('`[@aa-2020-one]` and me@place.example\n\n    [@aa-2020-one]\n', 'md')).toEqual([]);
  expect(citationsIn('<Answer> [@aa-2020-one]', 'mdx')).toEqual([]);
});

test('a key that Markdown takes for the address of a link is found', () => {
  expect(citationsIn('[@aa-2020-one]: yes', 'md')).toMatchObject([{ id: 'aa-2020-one', renders: false }]);
});
