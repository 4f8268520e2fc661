/** The spellings that `validate --fix` knows: dates, ids, quotation marks, and where sentences end. */
import { describe, expect, test } from 'vitest';
import { curled, respelledDate, respelledId, sentenceStarts } from '../../../src/check/fix/spelling.ts';

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
