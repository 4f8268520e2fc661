/** What the rules learn of a body, and that skipping plain prose changes none of it. */
import fc from 'fast-check';
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

const plain = fc.constantFrom('Plain words stand here.', 'And more of them', '  indented words', 'x');
const marked = fc.constantFrom(
  'See [a](/a/).',
  '- [b](c) item',
  '    [code](/x/)',
  '> [q](/q/)',
  '```',
  '![p](/p.png)',
  '<b>h</b>',
  'text [@k-2020-k] on',
  '# Head [h](/h/)',
  '1. one',
  '[two',
  'lines](/l/)',
  '-     [deep](/d/)',
  '\t[tab](/t/)',
  '[r]: /r/',
  'see [r] and ![s](/s.png)',
  'so [n](https://n.example/?a=1) and [o](/o/#p).',
  'a & [b](/b?c&amp;d)',
  '',
  '',
);

test('skipping plain prose finds the same things in the same places', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(plain, marked), { maxLength: 14 }), (lines) => {
      // An escaped full stop changes nothing but keeps its line, and the whole body, from being skipped.
      const whole = lines
        .map((line) => (/^\s*[A-Za-z]/.test(line) && !/[[\]]/.test(line) ? `${line}\\.` : line))
        .concat('', '\\.')
        .join('\n');
      expect(toBodyFacts(lines.join('\n'), 'md')).toEqual(toBodyFacts(whole, 'md'));
    }),
    { numRuns: 2000 },
  );
}, 60_000);
