/** What is held against a digest: sentences, their clauses and cells, with the sources that each is laid to. */
import { readFile } from 'node:fs/promises';
import { describe, expect, it, test } from 'vitest';
import { checkContent } from '../../../../src/check/check-content.ts';
import { buildLintContext } from '../../../../src/check/lint-context.ts';
import { absencePatterns } from '../../../../src/check/reading/absence-words.ts';
import { claimsOf } from '../../../../src/check/reading/claims.ts';
import { sentencesIn } from '../../../../src/check/reading/sentences.ts';
import { strengthWords } from '../../../../src/check/reading/strength-words.ts';
import { AS_OF, contentWith } from '../fixture.ts';

const question = (text: string): Record<string, string> => ({
  'questions/widget-choice.mdx': `---
question: Which widget should be chosen?
short: Choice of widget
asks: recommendation
pico: { population: calf, intervention: pmt, comparator: another widget, outcome: lasting }
topics: [widgets]
terms: [widget]
updated: 2026-11-01
status: under-review
---

${['public', 'student', 'clinician'].map((name) => `<Answer for="${name}">Either may be used [@example-2021-advice; @example-2020-trial].</Answer>`).join('\n\n')}

## Why they differ

${text}
`,
});

const laidTo = async (text: string): Promise<string[]> => {
  const claims = claimsOf(buildLintContext(await contentWith(question(text)), { asOf: AS_OF }));
  return claims
    .filter(({ file, sentence }) => file.id === 'widget-choice' && !sentence.within && sentence.kind !== 'heading')
    .map((claim) => `${claim.text.slice(claim.from, claim.to).trim()} → ${claim.sources.join(' ') || 'none'}`);
};

const found = async (text: string): Promise<string[]> =>
  checkContent(await contentWith(question(text)), { asOf: AS_OF }).map(({ rule, line }) => `${rule} ${line}`);

describe('a clause', () => {
  it('is laid to the citation that it leads up to, and the rest of its sentence to all of them', async () => {
    expect(await laidTo('One is 1% [@example-2020-trial]; two is 2% [@example-2021-advice], or more.')).toEqual([
      'One is 1% → example-2020-trial',
      '; two is 2% → example-2021-advice',
      ', or more. → example-2020-trial example-2021-advice',
    ]);
  });

  it('is laid to nothing in a sentence without a citation', async () => {
    expect(await laidTo('Both are good.\nOne is old [@example-2020-trial].')).toEqual([
      'Both are good. → none',
      'One is old → example-2020-trial',
    ]);
  });

  it('is a cell of a table, laid to its own citation or that of its column', async () => {
    expect(
      await laidTo('| What | Trial [@example-2020-trial] |\n| --- | --- |\n| Lasted | 4 |\n| Used | 5 [@example-2021-advice] |'),
    ).toEqual(['Lasted → none', '4 → example-2020-trial', 'Used | 5 [@example-2021-advice] → example-2021-advice']);
  });
});

test('sentences end at full stops that end one', () => {
  expect(sentencesIn('It is so, e.g. here. It is P. Smith. “So.” Then').map(({ from, to }) => to - from)).toEqual([20, 16, 6, 5]);
});

describe('a number in prose', () => {
  it.each([
    ['stands in a result', 'After 12 months 4 of 10 lasted against 5 of 10 [@example-2020-trial].'],
    ['is the share of a part', 'After 12 months 40% lasted [@example-2020-trial].'],
    ['is said of a year', 'After 1 year 4 of 10 lasted [@example-2020-trial].'],
    ['is worked out by us', 'That is 10 percentage points less, by our arithmetic [@example-2020-trial].'],
    ['counts nothing', 'There are two reasons, and one of them is known [@example-2020-trial].'],
  ])('is taken where it %s', async (_, text) => {
    expect(await found(text)).toEqual([]);
  });

  it.each([
    ['stands nowhere', 'After 12 months 6 of 10 lasted [@example-2020-trial].'],
    ['has changed sides', 'After 12 months 5 of 10 lasted against 4 of 10 [@example-2020-trial].'],
    ['is said twice', 'After 12 months 4 of 10 lasted against 4 of 10 [@example-2020-trial].'],
    ['is worked out from nothing there', 'By our arithmetic 21 of 33 is 64% [@example-2020-trial].'],
    ['is a part above its whole', 'After 12 months 10 of 4 lasted [@example-2020-trial].'],
    ['is another time', 'After 24 months 4 of 10 lasted [@example-2020-trial].'],
  ])('is found where it %s', async (_, text) => {
    expect(await found(text)).toEqual(['number-not-carried 20']);
  });
});

describe('a word of strength', () => {
  it.each([
    ['Advice 2021: strong for a widget [@example-2021-advice].', ['strength-not-carried 20']],
    ['Advice 2021: offer widgets to everybody [@example-2021-advice].', ['strength-not-carried 20']],
    ['Advice 2021 forbids a second widget [@example-2021-advice].', ['strength-not-carried 20']],
    ['Widgets may be offered [@example-2021-advice].', []],
  ])('is held against the advice that is meant: %s', async (text, rules) => {
    expect(await found(text)).toEqual(rules);
  });
});

it.each([
  ['suggested, strong, and kept', ['The grade “strong” is not the strength of this in `example-2021-advice`, which has “2C”.']],
  ['suggested, conditional, and kept', []],
])('a grade behind its word is held against the advice that is meant: %s', async (words, messages) => {
  const advice = 'sources/example-2021-advice.md';
  const source = (await base(advice)).replace(
    'direction: permits',
    'direction: for\n    strength: conditional\n    grade: { scheme: GRADE, value: 2C }',
  );
  const content = await contentWith({ [advice]: source, ...question(`Widgets are ${words} [@example-2021-advice].`) });
  const found = checkContent(content, { asOf: AS_OF }).filter(({ rule }) => rule === 'strength-not-carried');
  expect(found.map(({ message }) => message)).toEqual(messages);
});

const base = (path: string): Promise<string> => readFile(`tests/fixtures/content/${path}`, 'utf8');

describe('what a digest holds', () => {
  const trial = 'sources/example-2020-trial.md';
  const heldBy = async (prose: string, digest = ''): Promise<string[]> => {
    const words = (await base('vocabulary.yaml'))
      .replace(/outcomes:\n/, 'outcomes:\n  worn: { label: Worn out, better: fewer, kind: event }\n')
      .concat('absences:\n  worn: { label: Worn out, words: [worn, wear*] }\n');
    const source = (await base(trial)).replace('outcome: other\n    label: Widgets that lasted', 'outcome: worn');
    const content = await contentWith({ 'vocabulary.yaml': words, [trial]: `${source}${digest}`, ...question(prose) });
    return checkContent(content, { asOf: AS_OF })
      .filter(({ rule }) => rule === 'claim-of-absence')
      .map(({ file, message }) => `${file.split('/').at(-1) ?? ''}: ${message}`);
  };

  it.each(['was not reported', 'has not been measured', 'remains unknown'])('is not told as missing: %s', async (denial) => {
    expect(await heldBy(`Wear ${denial} [@example-2020-trial].`)).toContain(
      `widget-choice.mdx: The words “${denial}” say what is not there, and \`example-2020-trial\` reports it in \`results[0]\`.`,
    );
  });

  it('is not told as missing in its own words', async () => {
    expect(await heldBy('Both lasted [@example-2020-trial].', '\n\nThere is more. Wear was not recorded.\n')).toEqual([
      'example-2020-trial.md: The words “was not recorded” say what is not there, and `example-2020-trial` reports it in `results[0]`.',
    ]);
  });

  it('is free where something else of it is missing', async () => {
    const told = 'Why they wear is not told, and how deep, in four of ten.';
    expect(await heldBy('Both lasted [@example-2020-trial].', `\n\n${told}\n`)).toEqual([]);
  });
});

describe('what everybody is given', () => {
  const trial = 'sources/example-2020-trial.md';
  const named = async (prose: string, told = ''): Promise<string[]> => {
    const source = (await base(trial))
      .replace('name: one,', 'name: one, intervention: pmt,')
      .replace('name: two,', 'name: two, intervention: rest,');
    const words = (await base('vocabulary.yaml'))
      .replace(/interventions:\n/, 'interventions:\n  rest: { label: Rest, terms: [bed-rest] }\n')
      .concat('comparison: { given: [pmt], whole: pmt, against: rest, label: Widget against rest, with: a widget }\n');
    const terms = `${await base('terms.yaml')}\n- id: bed-rest\n  name: bed rest\n  definition: Lying still.\n`;
    const content = await contentWith({
      'vocabulary.yaml': words,
      'terms.yaml': terms,
      [trial]: told ? `${source}\n\n${told}\n` : await base(trial),
      ...question(prose),
    });
    return checkContent(content, { asOf: AS_OF }).flatMap(({ rule, message }) => (rule === 'intervention-mismatch' ? [message] : []));
  };

  it('does not take the place of the treatment where the digest has it nowhere', async () => {
    expect(await named('After bed rest 4 of 10 lasted [@example-2020-trial].')).toEqual([
      'The name “bed rest” stands beside `example-2020-trial`, which has no finding and no result on it.',
    ]);
  });

  it.each(['against bed rest', 'on top of bed rest', 'without bed rest'])(
    'may stand beside it where the digest has it: %s',
    async (words) => {
      const prose = `Of the widgets ${words} 4 of 10 lasted [@example-2020-trial].`;
      expect(await named(prose, 'There was bed rest too.')).toEqual([]);
      expect(await named(prose)).toHaveLength(1);
    },
  );

  it.each([
    ['4 lasted with bed rest and 5 without', ['The number “4” is said of “bed rest”, and the digest holds it of another arm.']],
    ['5 lasted with bed rest', []],
    ['4 v 5 with bed rest', ['The number “4” is said of “bed rest”, and the digest holds it of another arm.']],
  ])('is counted by its own arm: %s', async (words, messages) => {
    expect(await named(`After 12 months ${words} [@example-2020-trial].`, 'After 12 months some had lasted with bed rest.')).toEqual(
      messages,
    );
  });
});

describe('the tables of English words', () => {
  it('hold whole words that make patterns', () => {
    for (const { words, carriedBy } of strengthWords)
      for (const pattern of [words, carriedBy]) expect(() => new RegExp(pattern, 'u')).not.toThrow();
    for (const pattern of absencePatterns) expect(() => new RegExp(pattern, 'u')).not.toThrow();
  });

  it.each([
    'The paper does not report deaths',
    'No study has looked',
    'nobody knows',
    'it is silent on cost',
    'names no drug',
    'not in the abstract',
    'was not measured',
    'has yet to be seen',
    'it failed to mention deaths',
    'remains unclear',
  ])('know a claim of absence: %s', (text) => {
    expect(absencePatterns.some((pattern) => new RegExp(pattern, 'iu').test(text))).toBe(true);
  });

  it.each(['It was not shown to differ', 'a machine without a drug', 'no difference was shown', 'should not be used'])(
    'leave results and advice alone: %s',
    (text) => {
      expect(absencePatterns.some((pattern) => new RegExp(pattern, 'iu').test(text))).toBe(false);
    },
  );
});
