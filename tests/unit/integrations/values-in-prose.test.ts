/** Values of digests in the bodies of pages: words in their places, before anything else reads the tree. */
import { toString } from 'mdast-util-to-string';
import { expect, it } from 'vitest';
import { redirectsFor } from '../../../src/integrations/redirects.ts';
import { fillValues } from '../../../src/integrations/values-in-prose.ts';
import { parseBody } from '../../../src/library/body.ts';
import { madeLibrary, madeSource } from '../made.ts';

const arms = [
  { name: 'a', percent: 47 },
  { name: 'b', percent: 48 },
];
const library = madeLibrary({
  sources: [madeSource('trial-a', { results: [{ id: 'one', aliases: ['first'], outcome: 'other', at: '24 months', arms }] })],
});

const printed = (body: string): string[] => {
  const { tree } = parseBody(body, 'mdx');
  if (!tree) throw new Error('The body does not parse.');
  fillValues(tree, library);
  return tree.children.map((node) => `${node.type}: ${toString(node)}`);
};

it('stand as text within a sentence, by their old names too, and as a paragraph by themselves', () => {
  expect(printed('It was <Result of="trial-a" id="first" as="percentages" /> [@trial-a].')).toEqual([
    'paragraph: It was 47% against 48% [@trial-a].',
  ]);
  expect(printed('<Answer for="public">\n\n<Result of="trial-a" id="one" as="percentages" arm="second" />\n\n</Answer>')).toEqual([
    'mdxJsxFlowElement: 48%',
  ]);
});

it('leave nothing where there is nothing to be taken', () => {
  expect(printed('So <Result of="trial-a" id="two" as="p" /> it is.')).toEqual(['paragraph: So  it is.']);
});

it('a rule that was renamed is still found under its old name', async () => {
  expect(await redirectsFor('tests/fixtures/content')).toMatchObject({
    '/editorial/rules/outcome-without-better/': '/editorial/rules/outcome-without-direction/',
  });
});
