/** What the rules learn of a body. That it is what readers get, tests/unit/integrations/body-agreement.test.ts shows. */
import { expect, test } from 'vitest';
import { markdownSlugs, toBodyFacts } from '../../../src/check/body-facts.ts';

test('links, pictures, HTML and headings are found with their places', () => {
  const facts = toBodyFacts('# One & two\n\nSee [a](/a/) and\n![b](/b.png) <i>c</i>\n\n[d]: javascript:x\n', 'md');
  expect(facts.links).toEqual([
    { address: '/a/', place: { line: 3, column: 5 } },
    { address: 'javascript:x', place: { line: 6, column: 1 } },
  ]);
  expect(facts.images).toEqual([{ address: '/b.png', place: { line: 4, column: 1 } }]);
  expect(facts.html).toEqual([{ text: '<i>', place: { line: 4, column: 14 } }]);
  expect(markdownSlugs('# One & two\n\n## One & two\n\n## `Code` and *this*')).toEqual(['one--two', 'one--two-1', 'code-and-this']);
});

test('a picture by reference leads to the address of its definition', () => {
  expect(toBodyFacts('![b][x]\n\n[x]: https://other.example/b.png', 'md').images).toMatchObject([
    { address: 'https://other.example/b.png' },
  ]);
});

test('literals and comments in braces are no code, everything else is', () => {
  const body = "a {'text'} {12} {/* note */} {x} {`t`} {/x/} {f()}";
  expect(toBodyFacts(body, 'mdx').code.map(({ what, text }) => [what, text])).toEqual([
    ['expression', '{x}'],
    ['expression', '{`t`}'],
    ['expression', '{/x/}'],
    ['expression', '{f()}'],
  ]);
  expect(toBodyFacts("import a from 'a'\n\nexport const b = 1\n", 'mdx').code.map(({ what }) => what)).toEqual(['import', 'export']);
});

test('words of a component are counted without its citations', () => {
  const [answer] = toBodyFacts('<Answer for="public">\n\nTwo words [see @a-2020-b, p. 3].\n\n</Answer>', 'mdx').components;
  expect(answer).toMatchObject({ name: 'Answer', words: 2, cited: true, attributes: [{ name: 'for', value: 'public' }] });
  expect(toBodyFacts('<Answer for="public">{/* later */}</Answer>', 'mdx').components[0]).toMatchObject({ words: 0, cited: false });
});

test('a body is read as it is printed: trimmed, its first definition of a name, and HTML as Sätteri has it', () => {
  expect(toBodyFacts('\n\n    <b>\n\n    <i>\n', 'md').html).toEqual([{ text: '<b>', place: { line: 3, column: 5 } }]);
  expect(toBodyFacts('![a][g]\n\n[g]: https://other.example/a.png\n[g]: /a.png', 'md').images).toMatchObject([
    { address: 'https://other.example/a.png' },
  ]);
  expect(toBodyFacts('A <img src=x onerror=a=b>', 'md').html).toEqual([{ text: '<img src=x onerror=a=b>', place: { line: 1, column: 3 } }]);
  expect(toBodyFacts('\n  A [@a-2020-b]', 'md').citations).toMatchObject([{ id: 'a-2020-b', line: 2, column: 6 }]);
  expect(markdownSlugs('## A "b" -- c')).toEqual(['a-b--c']);
});
