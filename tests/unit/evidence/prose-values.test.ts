/** What prose takes from digests: the same numbers as printed, in words for everybody and in short, or why there are none. */
import { describe, expect, it } from 'vitest';
import { filledBody, proseValue } from '../../../src/evidence/prose-values.ts';
import { resultWords } from '../../../src/evidence/result-words.ts';
import type { Result } from '../../../src/schema/result.ts';
import { madeFinding, madeLibrary, madeQuestion, madeSource, vocabulary } from '../made.ts';

const made = (parts: Partial<Result>): Result => ({
  id: 'one',
  aliases: [],
  outcome: 'other',
  at: '24 months',
  arms: [{ name: 'a' }, { name: 'b' }],
  ...parts,
});
const counts = made({
  arms: [
    { name: 'a', events: 37, total: 1090, percent: 41.1 },
    { name: 'b', events: 55, total: 99, percent: 56 },
  ],
  effect: { measure: 'OR', value: 0.4, low: 0.19, high: 0.84, p: '<0.001' },
});
const words = (result: Result, as: string, style?: 'short', arm?: string) =>
  resultWords(result, { as, arm, short: style === 'short' }, vocabulary);

describe('a result in words', () => {
  it.each([
    ['percentages', '41.1% against 56%', '41.1% v 56%'],
    ['of-100', '41.1 in 100 against 56 in 100', '41.1 in 100 v 56 in 100'],
    ['counts', '37 of 1,090 against 55 of 99', '37/1,090 v 55/99'],
    ['events', '37 against 55', '37 v 55'],
    ['effect', 'odds ratio 0.40 (0.19 to 0.84)', 'OR 0.40 (0.19–0.84)'],
    ['estimate', '0.40 (0.19 to 0.84)', '0.40 (0.19–0.84)'],
    ['p', 'P<0.001', 'P<0.001'],
    ['means', undefined, undefined],
    ['nothing', undefined, undefined],
  ])('as %s', (as, long, short) => {
    expect([words(counts, as), words(counts, as, 'short')]).toEqual([long, short]);
  });

  it('names one arm alone, and no more than was printed', () => {
    expect(words(counts, 'percentages', undefined, 'second')).toBe('56%');
    expect(words(made({ arms: [{ name: 'a', events: 3 }] }), 'counts')).toBeUndefined();
    expect(words(made({ arms: [{ name: 'a', percent: 3 }] }), 'percentages', undefined, 'second')).toBeUndefined();
  });

  it.each([
    [{ measure: 'RD', value: -139, low: -268, high: 76, per: 1000 }, '139 fewer per 1,000 (268 fewer to 76 more)'],
    [{ measure: 'RD', value: 33, low: 13, high: 64, per: 1000 }, '33 more per 1,000 (13 to 64)'],
    [{ measure: 'RD', value: -116, low: -180, high: -37, per: 1000 }, '116 fewer per 1,000 (37 to 180)'],
    [{ measure: 'RD', value: 14.4, low: 0.2, high: 27.9, per: 100, reduction: true }, '14.4 fewer of 100 (0.2 to 27.9)'],
    [{ measure: 'RD', value: 5, low: -2, high: 12, per: 100, reduction: true }, '5 fewer of 100 (12 fewer to 2 more)'],
    [{ measure: 'RR', value: 2, low: 0.51, high: 7.89 }, 'risk ratio 2.00 (0.51 to 7.89)'],
    [{ measure: 'OR', value: 8.2, low: 1.98, high: 34.17 }, 'odds ratio 8.2 (1.98 to 34.17)'],
    [{ measure: 'MD', value: 0.2, low: -2.8, high: 3 }, 'difference 0.2 (−2.8 to 3.0)'],
    [{ measure: 'RD', p: 0.049 }, undefined],
  ] as const)('says an effect as fewer or more, with its interval: %j', (effect, said) => {
    expect(words(made({ effect }), 'effect')).toBe(said);
  });

  it('makes a sentence of outcome, time, groups, effect and chance', () => {
    expect(words({ ...counts, label: 'the syndrome' }, 'sentence')).toBe(
      'The syndrome, 24 months: 41.1% against 56%; odds ratio 0.40 (0.19 to 0.84); P<0.001',
    );
  });
});

const library = madeLibrary({
  sources: [
    madeSource('trial-a', { results: [counts], absent: [{ item: 'cost', checked: 'no', dismissed: [] }], coverage: 'abstract' }),
    madeSource('nice-b', {
      kind: 'guideline',
      findings: [madeFinding('far', 'against', { strength: 'strong', grade: { scheme: 'G', value: '1B' } })],
    }),
  ],
  questions: [madeQuestion('far')],
});
const finding = library.sources.get('nice-b' as never)?.findings[0]?.id ?? '';

describe('values in prose', () => {
  it('are what a source recommends, with its grade', () => {
    expect(proseValue(library, 'Recommendation', { of: 'nice-b', id: finding })).toEqual({ words: 'recommends against (1B)' });
  });

  it('say of an absence how it was read and whether it was checked', () => {
    expect(proseValue(library, 'Absent', { of: 'trial-a', item: 'cost' })).toEqual({ words: 'not checked' });
  });

  it('say what is wrong, and what there is to choose from', () => {
    expect(proseValue(library, 'Result', { of: 'trial-a', id: 'two', as: 'p' })).toEqual({
      attribute: 'id',
      problem: 'is no result of this source',
      known: ['one'],
    });
    expect(proseValue(library, 'Absent', { of: 'nobody', item: 'cost' })).toMatchObject({ attribute: 'of', known: ['nice-b', 'trial-a'] });
  });

  it('stand in a body where it is read as text, line for line', () => {
    const body =
      'So it was <Result of="trial-a" id="one" as="percentages" style="short" />\n[@trial-a], cost <Absent of="trial-a"\nitem="cost" />.\n';
    expect(filledBody(library, body)).toBe('So it was 41.1% v 56%\n[@trial-a], cost not checked\n.\n');
    expect(filledBody(library, '<Result of="x" id="y" as="p" /> a')).toBe(' a');
    expect(filledBody(library, 'plain')).toBe('plain');
  });
});
