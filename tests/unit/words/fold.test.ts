import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsIn } from '../../../src/search/words.client.ts';
import { foldForSearch, foldLetters, nameWords } from '../../../src/words/fold.ts';

const text = fc.string({ unit: 'grapheme' });

describe('folded letters', () => {
  it('have no marks and no case, however the marks were written', () => {
    expect(['Périard', 'Pe\u0301riard', 'PÉRIARD'].map((name) => foldLetters(name))).toEqual(['periard', 'periard', 'periard']);
    fc.assert(
      fc.property(text, (any) => {
        expect(foldLetters(any)).not.toMatch(/\p{M}/u);
        expect(foldLetters(any.normalize('NFC'))).toBe(foldLetters(any.normalize('NFD')));
      }),
    );
  });

  it('resolve ligatures and raised digits, unless told to leave them', () => {
    expect([foldLetters('ﬁve²'), foldLetters('ﬁve²', 'NFD')]).toEqual(['five2', 'ﬁve²']);
  });
});

it('names of companies and people fall into words at whatever is no letter', () => {
  expect(nameWords('Müller-Lüdenscheidt & Co. AG, 2')).toEqual(['muller', 'ludenscheidt', 'co', 'ag', '2']);
  expect([nameWords(' – '), nameWords('Bioﬁx²')]).toEqual([[], ['bioﬁx²']]);
});

describe('text folded for search', () => {
  it('has no apostrophes of either kind', () => {
    expect([foldForSearch('Périard’s'), foldForSearch("Baker's")]).toEqual(['periards', 'bakers']);
  });

  it('holds every word of a query, whatever is typed', () => {
    fc.assert(
      fc.property(text, (any) => {
        for (const word of wordsIn(any)) expect(foldForSearch(any)).toContain(word);
      }),
    );
  });
});
