import { describe, expect, it } from 'vitest';
import { buildPhraseBook, mentionsIn } from '../../../src/evidence/mentions.ts';
import { madeTerm } from '../made.ts';

const book = buildPhraseBook([
  madeTerm('cat', { name: 'catheter thing', abbreviations: ['CAT'], synonyms: ['clot-busting drugs'] }),
  madeTerm('dvt', { name: 'deep vein thrombosis', abbreviations: ['DVT'] }),
  madeTerm('phlegmasie', { name: 'phlegmasia', synonyms: ['Œdème bleu'] }),
]);

describe('a mention of a term', () => {
  it.each([
    ['in any case', 'DEEP Vein thrombosis hurts.', ['dvt']],
    ['over a line break', 'A deep vein\nthrombosis.', ['dvt']],
    ['with a space for a hyphen and a hyphen for a space', 'Clot busting-drugs.', ['cat']],
    ['within emphasis', 'A **deep** vein thrombosis.', ['dvt']],
    ['beyond ASCII', 'Ein œdème bleu.', ['phlegmasie']],
    ['in the words of a link', 'See [phlegmasia](/topics/x/).', ['phlegmasie']],
    ['of each term once, in order', 'Phlegmasia, DVT, phlegmasia.', ['phlegmasie', 'dvt']],
  ])('is found %s', (_, text, terms) => {
    expect(mentionsIn(text, book)).toEqual(terms);
  });

  it.each([
    ['within a longer word', 'Phlegmasias and predeep vein thrombosis.'],
    ['over the end of a sentence', 'It is deep. Vein thrombosis is not.'],
    ['for an abbreviation in other letters', 'The cat sat. A dvt.'],
    ['in a citation key', 'Said [@phlegmasia-2020; see @dvt, p. 3].'],
    ['in the target of a link', 'See [here](/topics/phlegmasia/).'],
    ['in the attribute of a component', '<Answer for="phlegmasia">'],
    ['in an address', 'https://example.org/phlegmasia'],
  ])('is not found %s', (_, text) => {
    expect(mentionsIn(text, book)).toEqual([]);
  });

  it('is not found for a name that its term keeps unlinked', () => {
    const kept = buildPhraseBook([
      madeTerm('range', { name: 'confidence interval', synonyms: ['interval'], abbreviations: ['CI'], unlinked: ['interval', 'CI'] }),
    ]);
    expect(mentionsIn('An interval of days, CI.', kept)).toEqual([]);
    expect(mentionsIn('A confidence interval.', kept)).toEqual(['range']);
  });

  it('reads a long page once, however many terms there are', () => {
    const many = buildPhraseBook(Array.from({ length: 2000 }, (_, i) => madeTerm(`t${i}`, { name: `word${i} thing` })));
    expect(mentionsIn('word7 thing '.repeat(5000), many)).toEqual(['t7']);
  });
});
