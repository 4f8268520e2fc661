/** What is held against a digest: sentences, their clauses and cells, with the sources that each is laid to. */
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
    ['is another time', 'After 24 months 4 of 10 lasted [@example-2020-trial].'],
  ])('is found where it %s', async (_, text) => {
    expect(await found(text)).toEqual(['number-not-carried 20']);
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
