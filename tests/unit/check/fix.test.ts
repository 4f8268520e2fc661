/** `validate --fix`: what it puts right, what it must leave alone, and that doing it twice changes nothing more. */
import { expect, describe, test } from 'vitest';
import { fixContent } from '../../../src/check/fix/fix-content.ts';
import { curled } from '../../../src/check/fix/curly-quotes.ts';
import { respelledDate } from '../../../src/check/fix/date-spelling.ts';
import { respelledId } from '../../../src/check/fix/id-spelling.ts';
import { inKeyOrder } from '../../../src/check/fix/key-order.ts';
import { sentenceStarts } from '../../../src/check/fix/sentences.ts';
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

describe('dates', () => {
  test.each([
    ['2026-3-7', '2026-03-07'],
    ['2026/03/07', '2026-03-07'],
    ['13/07/2026', '2026-07-13'],
    ['07.13.2026', '2026-07-13'],
    ['5/5/2026', '2026-05-05'],
    ['7 March 2026', '2026-03-07'],
    ['Sept. 1st, 2026', '2026-09-01'],
    ['2026-03-07T00:00:00.000Z', '2026-03-07'],
  ])('%s can only be %s', (text, day) => expect(respelledDate(text, 'date')).toBe(day));

  test.each(['03/07/2026', '7-3-26', '2026-02-30', '30/02/2026', 'soon', 'March 2026', '2026-03-07', '2026-03-07T21:30:00Z', ''])(
    '%j is left alone where a day is wanted',
    (text) => expect(respelledDate(text, 'date')).toBeUndefined(),
  );

  test('where less than a day is enough, a month will do and so will “Undated”', () => {
    expect(['March 2026', '2026-3', '2026/13', 'Undated'].map((text) => respelledDate(text, 'partial-date'))).toEqual([
      '2026-03',
      '2026-03',
      undefined,
      'undated',
    ]);
  });
});

describe('ids', () => {
  const ids = ['nice-2019-ipg651', 'nice-2019-ipg6-51', 'élan-2020-x', 'wells-2003-ddimer'];
  test.each([
    ['Wells 2003 D-dimer', 'wells-2003-ddimer'],
    ['content/sources/WELLS_2003_ddimer.md', 'wells-2003-ddimer'],
    ['@wells-2003-Ddimer', 'wells-2003-ddimer'],
    ['NICE_2019_IPG651', undefined],
    ['nice-2019-ipg651', undefined],
    ['wells-2003', undefined],
    ['—', undefined],
  ])('%s names %s', (name, id) => expect(respelledId(name, ids)).toBe(id));
});

describe('quotation marks', () => {
  test.each([
    [`"It's", they said`, '“It’s”, they said'],
    [`"'Yes', he said"`, '“‘Yes’, he said”'],
    [`the patients' legs`, 'the patients’ legs'],
    [`('so')`, '(‘so’)'],
    [`a 5" tube`, `a 5" tube`],
    [`"one" and "two`, `"one" and "two`],
    [`the '90s and 6' tall`, `the '90s and 6' tall`],
  ])('%s becomes %s', (text, curly) => {
    expect(curled(text)).toBe(curly);
    expect(curled(curly)).toBe(curly);
  });
});

describe('sentences', () => {
  const sentencesOf = (text: string): string[] => {
    const starts = [0, ...sentenceStarts(text), text.length];
    return starts.slice(0, -1).map((start, index) => text.slice(start, starts[index + 1]).trim());
  };
  test.each([
    ['It is. It was.', ['It is.', 'It was.']],
    ['Drugs, e.g. Heparin, and i.e. That. Next.', ['Drugs, e.g. Heparin, and i.e. That.', 'Next.']],
    ['See Fig. 3, No. 5 and p. 7. No. It is not.', ['See Fig. 3, No. 5 and p. 7.', 'No.', 'It is not.']],
    ['By Smith et al. In 2019 it was 4.8 mg vs. 5 mg. So.', ['By Smith et al. In 2019 it was 4.8 mg vs. 5 mg.', 'So.']],
    ['Dr. J. Who came. Is it? “Yes.” So!', ['Dr. J. Who came.', 'Is it?', '“Yes.”', 'So!']],
    ['The end etc.\nAnother line\nthat goes on.', ['The end etc.', 'Another line\nthat goes on.']],
  ])('%j', (text, sentences) => expect(sentencesOf(text)).toEqual(sentences));
});

describe('the order of fields', () => {
  test('is that of the schema, and every comment goes with its field', () => {
    const yaml = [
      '# at the top',
      'title: A # about a',
      '# before the kind',
      'kind: trial',
      'findings:',
      '  - stance: for',
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
        '    stance: for',
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
    const nouns = new Set(base.files.map(({ noun }) => noun));
    expect(nouns).toContain('sighting');
    expect(fixContent(base).some(({ path }) => path.endsWith('sightings.yaml'))).toBe(false);
  });
});

describe('the proof that nothing was said differently', () => {
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
