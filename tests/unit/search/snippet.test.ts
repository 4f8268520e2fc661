import { describe, expect, it } from 'vitest';
import { bestSentence, markedBy, sentencesOf, toPieces } from '../../../src/search/snippet.client.ts';

describe('the sentences of a page', () => {
  it.each([
    ['It helps some ( Kahn et al., SOX, 2014 ) . It harms few.', []],
    [
      'It helps some people a little ( Kahn et al., SOX, 2014 ) . It also harms a few.',
      ['It helps some people a little.', 'It also harms a few.'],
    ],
    ['Bottom line. public. It is what Moon et al. called a rise of 1.7 in 100.', ['It is what Moon et al. called a rise of 1.7 in 100.']],
    ['What A. Moon says of it stands here (Ada, n.d.; Moon, 2020).', ['What A. Moon says of it stands here.']],
    ['Findings of Moon, 2019', []],
    [
      'Findings of Moon Question Position What it says in it Finding 1 Calf says that it helps some',
      ['Finding 1 Calf says that it helps some'],
    ],
  ])('of `%s` are %j', (text, sentences) => {
    expect(sentencesOf(text).map((sentence) => sentence.replace(/^.*public\. /, ''))).toEqual(sentences);
  });
});

describe('a snippet', () => {
  const best = (text: string, asked: string): string => bestSentence(text, new Set(markedBy(asked)));

  it('is the first sentence with the most of what was asked', () => {
    expect(best('A vein is here for all. A clot in the vein is there. Clots and veins are here too.', 'clot vein')).toBe(
      'A clot in the vein is there.',
    );
    expect(best('A vein is here for all.', 'needle')).toBe('');
  });

  it('is cut where it is long, and says so', () => {
    const long = `It goes ${'on and '.repeat(40)}on to the needle at the end.`;
    expect(best(long, 'needle')).toMatch(/^… .*needle at the end\.$/);
    expect(best(`The needle ${long}`, 'needle').endsWith(' …')).toBe(true);
  });
});

describe('marks', () => {
  const found = (text: string, asked: string): string[] =>
    toPieces(text, new Set(markedBy(asked)))
      .filter((piece) => piece.found)
      .map((piece) => piece.text);

  it.each([
    ['Veins and the vein', 'vein', ['Veins', 'vein']],
    ['P < 0.05 and 0.049, 10.049', 'P=0.049', ['0.049']],
    ['1.7% against 71.7% and 1.76', '1.7%', ['1.7%']],
    ['a 10-year trial over a year', '9 days', []],
  ])('in `%s` stand at what `%s` asks for', (text, asked, marks) => {
    expect(found(text, asked)).toEqual(marks);
  });

  it('leave the text as it is', () => {
    const text = 'p < 0.05, “Périard’s” C-TRACT';
    expect(
      toPieces(text, new Set(markedBy('periards tract')))
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
  });
});
