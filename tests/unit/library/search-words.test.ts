/** How texts are searched for what they might say. */
import { describe, expect, it } from 'vitest';
import { findWords, hitInWords, hitsOutside, idlePassages, toSearchText } from '../../../src/library/search-words.ts';

describe('a text as it is searched', () => {
  it('folds case, quotes, hyphens and white space, and makes words whole that a line breaks', () => {
    expect(toSearchText('Post-\nthrombotic  “PTS”, long–term: con/unifb01 rmed')).toBe('postthrombotic "pts", long term: confirmed');
  });
});

describe('words', () => {
  const found = (text: string, ...words: string[]): string[] =>
    findWords(toSearchText(text), words).map(({ at, end }) => toSearchText(text).slice(at, end));

  it('are whole unless a star says that they are the beginning of one', () => {
    expect(found('Bled, bleeding, pre-bleed', 'bleed')).toEqual(['bleed']);
    expect(found('Bled, bleeding, nosebleed', 'bleed*')).toEqual(['bleed']);
    expect(found('age, aged, page', 'age')).toEqual(['age']);
  });

  it('may be phrases, and signs stand anywhere', () => {
    expect(found('Quality-of-life was 5%.', 'quality of life', '%')).toEqual(['quality of life', '%']);
  });

  it('of which there are none find nothing', () => {
    expect(found('anything')).toEqual([]);
  });
});

describe('dismissed passages', () => {
  const text = toSearchText('Bleeding risk was low. Two had bleeding.');

  it('take out the hits that lie within them, and no others', () => {
    expect(hitsOutside(text, ['bleeding'], ['bleeding risk']).map((hit) => hitInWords(text, hit))).toEqual([
      'bleeding risk was low. two had bleeding.',
    ]);
    expect(hitsOutside(text, ['bleeding'], [])).toHaveLength(2);
  });

  it('are idle where they stand nowhere or hold no word', () => {
    expect(idlePassages(text, ['bleeding'], ['Bleeding risk', 'two had', 'not there'])).toEqual(['two had', 'not there']);
  });
});
