import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { capitalise, formatCount, formatList, orList } from '../../../src/words/phrase.ts';

describe('a number with its noun', () => {
  it('has the singular for one alone, none and fractions included', () => {
    expect([0, 0.5, 1, 2].map((count) => formatCount(count, 'source'))).toEqual(['0 sources', '0.5 sources', '1 source', '2 sources']);
  });

  it('takes the plural that is given', () => {
    expect(formatCount(2, 'study', 'studies')).toBe('2 studies');
    expect(formatCount(1, 'study', 'studies')).toBe('1 study');
  });
});

describe('a list', () => {
  it.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a and b'],
    [['a', 'b', 'c'], 'a, b and c'],
  ])('of %j reads “%s”', (items, says) => {
    expect(formatList(items)).toBe(says);
  });

  it('ends with the word that is given', () => {
    expect(formatList(['a', 'b', 'c'], 'or')).toBe('a, b or c');
  });

  it('keeps every item, in order, and can be taken apart again', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[xyz]+$/), { minLength: 1 }), (items) => {
        expect(formatList(items).split(/, | and /)).toEqual(items);
      }),
    );
  });
});

it('a choice is a list that ends with “or”', () => {
  expect([orList([]), orList(['a']), orList(['a', 'b', 'c'])]).toEqual(['', 'a', 'a, b or c']);
});

it('only the first letter becomes a capital', () => {
  expect(['', 'calf vein', 'élan', 'DVT', '`id` is'].map(capitalise)).toEqual(['', 'Calf vein', 'Élan', 'DVT', '`id` is']);
});
