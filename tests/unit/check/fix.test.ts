/** `validate --fix`: what it puts right, what it must leave alone, and that doing it twice changes nothing more. */
import { expect, describe, test } from 'vitest';
import { fixContent } from '../../../src/check/fix/fix-content.ts';
import { inKeyOrder } from '../../../src/check/fix/key-order.ts';
import { isSameBody, isSameFields } from '../../../src/check/fix/same-meaning.ts';
import { toContent } from '../../../src/library/content.ts';
import { contentWith } from './fixture.ts';

const base = await contentWith();

/** What becomes of one file laid over the valid library. */
function fixed(path: string, text: string) {
  const added = toContent([{ path, bytes: new TextEncoder().encode(text) }]);
  const [file] = fixContent({ ...base, files: [...base.files, ...added.files] }, added.files);
  if (!file) throw new Error(`${path} was not read`);
  return file;
}

const page = (body: string): string => `---\nkind: trial\nstatus: draft\n---\n\n${body}`;
const bodyFixed = (body: string): string => {
  const { text } = fixed('sources/made-2026-page.md', page(body));
  return text.slice(page('').length);
};

describe('the order of fields', () => {
  test('is that of the schema, and every comment goes with its field', () => {
    const yaml = [
      '# at the top',
      'title: A # about a',
      '# before the kind',
      'kind: trial',
      'findings:',
      '  - direction: for',
      '    # which question',
      '    question: a # that one',
      '    anchor: { ends: b, starts: a }',
      'mine: kept behind the findings',
      'status: draft',
      '',
    ].join('\n');
    expect(inKeyOrder(yaml, 'source')).toBe(
      [
        '# at the top',
        '# before the kind',
        'kind: trial',
        'title: A # about a',
        'status: draft',
        'findings:',
        '  - # which question',
        '    question: a # that one',
        '    direction: for',
        '    anchor: { starts: a, ends: b }',
        'mine: kept behind the findings',
        '',
      ].join('\n'),
    );
  });

  test('leaves words of free choice as they are, and YAML with a mistake too', () => {
    for (const yaml of ['terms:\n  proximal: x\n  distal: y\n', 'title: "A\nkind: trial\n', 'title: A\ntitle: B\n'])
      expect(inKeyOrder(yaml, 'source')).toBe(yaml);
  });

  test('holds texts of several lines together', () => {
    const yaml = 'results:\n  - at: 2 years\n    note: |\n      One.\n\n      Two.\n    outcome: death\n';
    expect(inKeyOrder(yaml, 'source')).toBe('results:\n  - outcome: death\n    at: 2 years\n    note: |\n      One.\n\n      Two.\n');
  });
});

describe('bodies', () => {
  test.each([
    ['puts one sentence on a line', 'One is. Two\nis. Three.\n', 'One is.\nTwo is.\nThree.\n'],
    ['keeps the shape of lists', '- One. Two.\n  - Three. "Four".\n', '- One.\n  Two.\n  - Three.\n    “Four”.\n'],
    ['keeps what would begin a list or a heading on its line', 'In 2019. 2) So. - Not. # No.\n', 'In 2019. 2) So. - Not. # No.\n'],
    ['keeps hard line breaks', 'One.  \nTwo. Three.\\\nFour.\n', 'One.  \nTwo. Three.\\\nFour.\n'],
    [
      'keeps code',
      'Use `a. B "c"` here. So.\n\n    a. B  \n\n```\n"x". Y.  \n```\n',
      'Use `a. B "c"` here.\nSo.\n\n    a. B  \n\n```\n"x". Y.  \n```\n',
    ],
    ['keeps links and their addresses', 'See [a. B "c"](/x/ "d. E"). So.\n', 'See [a. B "c"](/x/ "d. E").\nSo.\n'],
    [
      'keeps tables and headings',
      '## A. B \'c\'\n\n| a. B | "c" |\n| --- | --- |\n| d. E | f |\n',
      '## A. B \'c\'\n\n| a. B | "c" |\n| --- | --- |\n| d. E | f |\n',
    ],
    ['keeps quotations', '> One. Two.\n', '> One. Two.\n'],
    ['looks through bold and italics', '*One.* **"Two."** Three.\n', '*One.*\n**“Two.”**\nThree.\n'],
    ['takes out trailing space and blank lines at the end', 'One. \t\n\nTwo.   \n\n\n', 'One.\n\nTwo.\n'],
    ['keeps escapes and entities', '\\"One\\" &quot;two&quot;. Three.\n', '\\"One\\" &quot;two&quot;.\nThree.\n'],
    ['ends the last line', 'One.', 'One.\n'],
  ])('%s', (_, body, expected) => {
    expect(bodyFixed(body)).toBe(expected);
    expect(bodyFixed(expected)).toBe(expected);
  });

  test('never splits within a citation, and leaves tags alone', () => {
    const body =
      '<Answer for="public">\n\nSo [@example-2020-trial, p. 3; @Example_2021_ADVICE]. "Next" [@example-2020-trial].\n\n</Answer>\n';
    const { text, changes } = fixed('questions/made-question.mdx', `---\nquestion: Q\n---\n\n${body}`);
    expect(text.split('\n').slice(4)).toEqual([
      '<Answer for="public">',
      '',
      'So [@example-2020-trial, p. 3; @example-2021-advice].',
      '“Next” [@example-2020-trial].',
      '',
      '</Answer>',
      '',
    ]);
    expect(changes).toContain('`[@Example_2021_ADVICE]` → `[@example-2021-advice]`');
  });

  test('MDX that cannot be read is left alone', () => {
    const text = '---\nquestion: Q\n---\n\n<Answer for="public">\n\nOne. Two.\n';
    expect(fixed('questions/made-question.mdx', text)).toMatchObject({ text, changes: [], left: [] });
  });
});

describe('fields', () => {
  test('are respelled in place, in the quotation marks they stand in', () => {
    const source = [
      '---',
      'kind: trial',
      "issued: '13/07/2025' # on the cover",
      'retrieved: 2026-3-7',
      "supersededBy: 'Example 2021 Advice'",
      'title: "A \\"title\\" it\'s"',
      'interests: { note: "It\'s \\"theirs\\".", funding: unknown }',
      'findings:',
      '  - question: Widget_Choice',
      "    says: 'The maker''s \"own\" words.'",
      '---',
      '',
    ].join('\n');
    const { text, changes } = fixed('sources/made-2026-page.md', source);
    expect(text.split('\n').slice(1, -2)).toEqual([
      'kind: trial',
      'title: "A \\"title\\" it\'s"',
      "issued: '2025-07-13' # on the cover",
      'retrieved: 2026-03-07',
      'interests: { funding: unknown, note: "It’s “theirs”." }',
      "supersededBy: 'example-2021-advice'",
      'findings:',
      '  - question: widget-choice',
      "    says: 'The maker’s “own” words.'",
    ]);
    expect(changes).toEqual([
      '`issued`: `13/07/2025` → `2025-07-13`',
      '`retrieved`: `2026-3-7` → `2026-03-07`',
      '`supersededBy`: `Example 2021 Advice` → `example-2021-advice`',
      '`interests.note`: curly quotes',
      '`findings[0].question`: `Widget_Choice` → `widget-choice`',
      '`findings[0].says`: curly quotes',
      'fields in the order of the schema',
    ]);
  });

  test('a text whose trailing space counts keeps it, and the report says so', () => {
    const { text, left } = fixed('sources/made-2026-page.md', '---\nkind: trial\ntitle: |\n  One  \n  two\n---\n');
    expect(text).toContain('  One  \n');
    expect(left).toEqual(['trailing space in the fields, which is part of a text']);
  });

  test('records that programs write are not touched', () => {
    const collections = new Set(base.files.map(({ collection }) => collection));
    expect(collections).toContain('sighting');
    expect(fixContent(base).some(({ path }) => path.endsWith('sightings.yaml'))).toBe(false);
  });
});

describe('the context that nothing was said differently', () => {
  test('sees every difference but white space and the shape of quotation marks', () => {
    expect(isSameBody('One.\nTwo "x".\n', 'One. Two “x”.', 'md')).toBe(true);
    for (const other of [
      'One.',
      'One. Two “y”.',
      'One. Two `"x"`.',
      'One.\n\nTwo "x".',
      '- One. Two "x".',
      'One. *Two* "x".',
      'One.  \nTwo "x".',
    ])
      expect(isSameBody('One.\nTwo "x".\n', other, 'md')).toBe(false);
    expect(isSameBody('[a](/x/)', '[a](/y/)', 'md')).toBe(false);
    expect(isSameBody('<A for="b">\n</A>', '<A for="c">\n</A>', 'mdx')).toBe(false);
  });

  test('holds fields to what was meant to change', () => {
    const meant = [{ field: ['a', 0], to: 'y' }];
    expect(isSameFields('a: [x]\nb: 1', 'b: 1\na: [y]', meant)).toBe(true);
    expect(isSameFields('a: [x]\nb: 1', 'b: 2\na: [y]', meant)).toBe(false);
    expect(isSameFields('a: [x]\nb: 1', 'b: 1\na: [x]', meant)).toBe(false);
    expect(isSameFields('a: [x]', 'a: [', meant)).toBe(false);
  });
});
