/** Anchors as editors make them: words of the raw article in, the three lines out, or one sentence that says what to do. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toAnchor } from '../../../src/library/anchor.ts';
import { findPassage, sha256 } from '../../../src/library/passage.ts';

const text = 'Two widgets were worn.\nNeither of them lasted — the\nmakers’ own words — longer. Two of them broke at the end. The end.';

test('the passage between the ends is hashed with its white space folded, as the check does it', () => {
  const made = toAnchor(text, { starts: '  Neither of\nthem', ends: 'the makers’ own' });
  expect(made).toEqual({
    anchor: { starts: 'Neither of them', ends: 'the makers’ own', sha256: sha256('Neither of them lasted — the makers’ own') },
    passage: 'Neither of them lasted — the makers’ own',
  });
});

test.each([
  [{ starts: 'Nobody', ends: 'longer' }, '“Nobody” is not in the raw article.'],
  [{ starts: 'neither OF', ends: 'longer' }, '“neither OF” is not in the raw article. It has “Neither of”.'],
  [{ starts: "the makers' own", ends: 'longer' }, "“the makers' own” is not in the raw article. It has “the makers’ own”."],
  [{ starts: 'Two', ends: 'end' }, '“Two” stands in the raw article 2 times: give more of the first words, until they stand there once.'],
  [{ starts: 'Neither of them', ends: 'worn' }, '“worn” is not in the raw article after “Neither of them”. It stands only before them.'],
  [{ starts: 'Neither of them', ends: 'Longer' }, '“Longer” is not in the raw article after “Neither of them”. It has “longer”.'],
  [{ starts: 'Neither of them', ends: 'of them lasted' }, '“of them lasted” overlaps the first words: give words that come after them.'],
  [{ starts: ' ', ends: 'x' }, 'Give the first words and the last words of the passage, each in quotation marks.'],
  [{ starts: 'x'.repeat(81), ends: 'x' }, `“${'x'.repeat(81)}” is too long: give at most 80 letters of each end.`],
])('%j is answered in one sentence', (typed, problem) => {
  expect(toAnchor(text, typed)).toEqual({ problem });
});

test('whatever is typed, the answer is an anchor that the check finds again, or a sentence', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', 'É', '’', 'İ', '—'), maxLength: 40 });
  fc.assert(
    fc.property(letters, letters, letters, (article, starts, ends) => {
      const made = toAnchor(article, { starts, ends });
      if (made.anchor) expect(sha256(findPassage(article, made.anchor) ?? '')).toBe(made.anchor.sha256);
      else expect(made.problem).toMatch(/[.]$/);
    }),
  );
});
