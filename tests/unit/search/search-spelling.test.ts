import { distance } from 'fastest-levenshtein';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, nearestWord, unpackWords } from '../../../src/search/spelling.client.ts';
import { packWords } from '../../../src/search/written-names.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 8 });

describe('edits between two words', () => {
  it('count letters more, less and other, and an exchange as one', () => {
    expect(editDistance('thrombectmy', 'thrombectomy')).toBe(1);
    expect(editDistance('filtre', 'filter')).toBe(1);
    expect(editDistance('flegmasia', 'phlegmasia')).toBe(2);
    expect(editDistance('vein', 'vein')).toBe(0);
  });

  it('are never more than without exchanges, the same both ways, and none only for the same word', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        const edits = editDistance(a, b, 8);
        expect(edits).toBeLessThanOrEqual(distance(a, b));
        expect(edits).toBe(editDistance(b, a, 8));
        expect(edits === 0).toBe(a === b);
      }),
    );
  });

  it('are not counted further than asked', () => {
    expect(editDistance('vein', 'thrombectomy', 2)).toBe(3);
    expect(editDistance('abcdefgh', 'stuvwxyz', 2)).toBe(3);
  });
});

describe('the nearest word', () => {
  const known = ['venous', 'vein', 'phlegmasia', 'stent', 'filter'];

  it.each([
    ['venus', 'venous'],
    ['flegmasia', 'phlegmasia'],
    ['fliter', 'filter'],
    ['stant', 'stent'],
  ])('for `%s` is `%s`', (typed, meant) => {
    expect(nearestWord(typed, known)).toBe(meant);
  });

  it.each(['pig', 'zzzqqq', 'nct0123', 'anaesthesia'])('is none for `%s`', (typed) => {
    expect(nearestWord(typed, known)).toBeUndefined();
  });

  it.each([
    ['nothing in a word under four letters', 'ven', 'even', undefined],
    ['one edit in a word of four', 'vien', 'vein', 'vein'],
    ['one edit in a word under eight', 'throbus', 'thrombus', 'thrombus'],
    ['no second edit in a word under eight', 'trobmus', 'thrombus', undefined],
    ['two edits in a word of eight', 'trhombsu', 'thrombus', 'thrombus'],
    ['no third edit in a long word', 'trhombetcmoy', 'thrombectomy', undefined],
    ['nothing in what holds a figure', 'nct01234567', 'nct01234568', undefined],
  ])('forgives %s: `%s`', (_, typed, meant, found) => {
    expect(nearestWord(typed, [meant])).toBe(found);
  });

  it('is the first of two that are equally near, and begins with the same letter if it can', () => {
    expect(nearestWord('stint', ['stunt', 'stent'])).toBe('stunt');
    expect(nearestWord('rein', ['vein', 'ruin'])).toBe('ruin');
  });
});

describe('the list of words', () => {
  it('is unpacked as it was packed, sorted and without repetitions', () => {
    expect(packWords(['vessel', 'vein', 'vein'])).toBe('0vein2ssel');
    const plain = fc.string({ unit: fc.constantFrom('a', 'b', 'ß'), minLength: 1, maxLength: 14 });
    fc.assert(
      fc.property(fc.uniqueArray(plain, { maxLength: 20 }), (words) => {
        expect(unpackWords(packWords(words))).toEqual([...words].sort());
      }),
    );
  });
});
