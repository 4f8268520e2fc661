/** Bodies as trees: what cannot be read is data with a place. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseBody } from '../../../src/library/body.ts';

test.each([
  ['fine\n\n<Answer>\n\nx', 3, 1],
  ['a {b', 1, 5],
  ['<!-- note -->', 1, 2],
])('MDX that cannot be read says where: %s', (body, line, column) => {
  const { problem } = parseBody(body, 'mdx');
  expect(problem?.place).toEqual({ line, column });
  expect(problem?.message).not.toMatch(/\d+:\d+/);
});

test('Markdown reads every text, and MDX either reads it or says why', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...Array.from('ab [](){}<>@!*_`|\\#-\n:"=/')), maxLength: 40 }), (body) => {
      expect(parseBody(body, 'md').tree?.type).toBe('root');
      const { tree, problem } = parseBody(body, 'mdx');
      expect(tree ? tree.type : problem?.message).toBeTruthy();
    }),
  );
});
