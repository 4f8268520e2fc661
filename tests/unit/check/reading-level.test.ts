/** The reading level of what is written for the public: the formula on known counts, and what must not change it. */
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { toBodyFacts } from '../../../src/check/body-facts.ts';
import { readingLevel } from '../../../src/check/reading-level.ts';
import { messagesOf } from './fixture.ts';

vi.setConfig({ testTimeout: 60_000 });

test('hard-to-read says the age, the limit and the hardest sentence', async () => {
  expect(await messagesOf('hard-to-read')).toMatchInlineSnapshot(`
    "content/questions/widget-choice.mdx:12:1  hard-to-read (warning)
      \`<Answer for="public">\` needs a reading age of 30.9 (Flesch–Kincaid grade 25.9), expected at most 14.
      Split the hardest sentence or use shorter words: “Notwithstanding considerable heterogeneity, longitudinal observations demonstrate approximately equivalent durability”.
    content/topics/bent-widget.mdx:14:1  hard-to-read (warning)
      \`<BottomLine for="public">\` needs a reading age of 29.2 (Flesch–Kincaid grade 24.2), expected at most 14.
      Split the hardest sentence or use shorter words: “A widget constitutes an indispensable multifunctional apparatus”.
    2 warnings in 2 files.
    "
  `);
});

test('the grade is the formula of 1975 on words, sentences and syllables', () => {
  const level = readingLevel('The cat sat on the mat. A doctor looks.');
  expect(level).toMatchObject({ sentences: 2, words: 9, hardest: 'A doctor looks.' });
  expect(level?.grade).toBeCloseTo(0.39 * (9 / 2) + 11.8 * (10 / 9) - 15.59, 10);
  expect(level?.age).toBeCloseTo((level?.grade ?? 0) + 5, 10);
});

test('a decimal number ends no sentence and counts as one syllable; an abbreviation counts one a letter', () => {
  expect(readingLevel('It was 0.96 in all.')).toMatchObject({ sentences: 1, words: 5 });
  const grade = (text: string): number => readingLevel(text)?.grade ?? Number.NaN;
  expect(grade('We saw 28 legs.')).toBeCloseTo(grade('We saw ten legs.'), 10);
  expect(grade('A DVT is here.')).toBeCloseTo(grade('A family is here.'), 10);
});

test('a text without words has no level', () => {
  expect([readingLevel(''), readingLevel(' … — !')]).toEqual([undefined, undefined]);
});

const sentence = fc
  .array(fc.constantFrom('clot', 'leg', 'doctor', 'anticoagulant', 'vein', 'treatment', 'was', 'thrombolysis'), {
    minLength: 1,
    maxLength: 25,
  })
  .map((words) => `The ${words.join(' ')}.`);

test('the order of sentences does not matter, nor do citations, line breaks and marks of emphasis', () => {
  const grade = (text: string): number => readingLevel(text)?.grade ?? Number.NaN;
  const inPage = (text: string): string => toBodyFacts(`<Answer for="public">\n\n${text}\n\n</Answer>`, 'mdx').components[0]?.prose ?? '';
  fc.assert(
    fc.property(fc.array(sentence, { minLength: 1, maxLength: 6 }), (sentences) => {
      const plain = grade(sentences.join(' '));
      expect(grade(sentences.toReversed().join(' '))).toBeCloseTo(plain, 9);
      const marked = sentences.map((one) => one.replace(/^The (\w+)/, 'The *$1*').replace(/\.$/, ' [see @a-2020-b, p. 3; @c-2021-d].'));
      expect(inPage(marked.join('\n'))).toBe(sentences.join(' '));
      expect(grade(inPage(marked.join('\n')))).toBeCloseTo(plain, 9);
    }),
  );
});

test('joining two sentences never makes a text easier', () => {
  fc.assert(
    fc.property(sentence, sentence, (one, other) => {
      const joined = `${one.replace(/\.$/, '')} and ${other.replace(/^The/, 'the')}`;
      expect(readingLevel(joined)?.grade).toBeGreaterThan((readingLevel(`${one} And ${other}`)?.grade ?? Number.NaN) - 1e-9);
    }),
  );
});

test('the hardest sentence is one of the text, and none is harder', () => {
  fc.assert(
    fc.property(fc.array(sentence, { minLength: 1, maxLength: 6 }), (sentences) => {
      const level = readingLevel(sentences.join(' '));
      expect(sentences).toContain(level?.hardest);
      const worst = Math.max(...sentences.map((one) => readingLevel(one)?.grade ?? Number.NaN));
      expect(readingLevel(level?.hardest ?? '')?.grade).toBeCloseTo(worst, 9);
    }),
  );
});

test('paragraphs are sentences of their own, and a register written on one line is read too', () => {
  const [two, one] = toBodyFacts(
    '<Answer for="public">\n\n- One\n- Two\n\n</Answer>\n\n<Answer for="student">Three</Answer>',
    'mdx',
  ).components;
  expect([two?.prose, one?.prose]).toEqual(['One\nTwo', 'Three']);
  expect(readingLevel('One\nTwo')?.sentences).toBe(2);
});
