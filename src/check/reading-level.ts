/**
 * How hard a text is to read: the Flesch–Kincaid grade (Kincaid, Fishburne, Rogers and Chissom, 1975, Research Branch
 * Report 8-75 of the US Navy's training command), worked out with the libraries `flesch-kincaid` and `syllable`. English only.
 */
import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';

export interface ReadingLevel {
  /** 0.39 × words per sentence + 11.8 × syllables per word − 15.59: years at school in the United States. */
  readonly grade: number;
  /** `grade` + 5: children start the first grade at six. */
  readonly age: number;
  readonly sentences: number;
  readonly words: number;
  /** The sentence with the highest grade of its own, the first of equals. */
  readonly hardest: string;
}

const sentencesOf = new Intl.Segmenter('en', { granularity: 'sentence' });
const wordsOf = new Intl.Segmenter('en', { granularity: 'word' });

const segments = (segmenter: Intl.Segmenter, text: string): Intl.SegmentData[] => [...segmenter.segment(text)];

/** Syllables as read aloud: `DVT` has three, one a letter; a number in digits counts as one. */
const syllablesOf = (word: string): number => (/^\p{Lu}{2,}s?$/u.test(word) ? word.replace(/s$/, '').length : Math.max(1, syllable(word)));

interface Counts {
  readonly sentence: number;
  readonly word: number;
  readonly syllable: number;
}

function countsOf(sentence: string): Counts {
  const words = segments(wordsOf, sentence).flatMap(({ segment, isWordLike }) => (isWordLike ? segment : []));
  return { sentence: 1, word: words.length, syllable: words.reduce((sum, word) => sum + syllablesOf(word), 0) };
}

/**
 * The level of a text without markup and citations, one paragraph a line, e.g. `readingLevel('The cat sat.')?.sentences === 1`.
 * `undefined` for a text without words.
 */
export function readingLevel(text: string): ReadingLevel | undefined {
  const counted = segments(sentencesOf, text)
    .map(({ segment }) => ({ sentence: segment.trim(), counts: countsOf(segment) }))
    .filter(({ counts }) => counts.word > 0);
  const [first, ...rest] = counted;
  if (!first) return undefined;
  const gradeOf = (counts: Counts): number => fleschKincaid({ ...counts });
  const all = counted.reduce<Counts>(
    (sum, { counts }) => ({ sentence: sum.sentence + 1, word: sum.word + counts.word, syllable: sum.syllable + counts.syllable }),
    { sentence: 0, word: 0, syllable: 0 },
  );
  const hardest = rest.reduce((worst, one) => (gradeOf(one.counts) > gradeOf(worst.counts) ? one : worst), first);
  const grade = gradeOf(all);
  return { grade, age: grade + 5, sentences: all.sentence, words: all.word, hardest: hardest.sentence };
}
