import { describe, expect, it } from 'vitest';
import { contentWords, plain, squeezed, toKey, WordForms } from '../../../src/search/words.client.ts';

describe('words', () => {
  it('are compared without accents, case and signs', () => {
    expect(plain('Périard’s C-TRACT (2019)')).toBe('periards c tract 2019');
  });

  it('of a question are those that carry it', () => {
    expect(contentWords('Should a clot in the thigh be removed?')).toEqual(['clot', 'thigh', 'removed']);
  });

  it('stay when none carries anything', () => {
    expect(contentWords('What is it?')).toEqual(['what', 'is', 'it']);
  });

  it.each([
    ['haemolysis', 'hemolysis'],
    ['ischaemia', 'ischemia'],
    ['randomised', 'randomized'],
    ['embolisation', 'embolization'],
    ['oedema', 'edema'],
    ['centre', 'center'],
    ['tumour', 'tumor'],
    ['removal', 'removed'],
    ['stents', 'stent'],
    ['bodies', 'body'],
    ['pregnant', 'pregnancy'],
    ['recurrent', 'recurrence'],
  ])('`%s` and `%s` are one', (one, other) => {
    expect(toKey(one)).toBe(toKey(other));
  });

  it.each([
    ['thrombosis', 'thrombolysis'],
    ['distal', 'distance'],
    ['vein', 'veins-map'],
    ['alba', 'album'],
  ])('`%s` and `%s` are two', (one, other) => {
    expect(toKey(one)).not.toBe(toKey(other));
  });

  it('make the same name with or without gaps', () => {
    expect(squeezed('C-TRACT')).toBe(squeezed('ctract'));
    expect(squeezed('post-thrombotic')).toBe(squeezed('postthrombotic'));
  });

  it('are held in all their forms, and by their beginnings', () => {
    const forms = new WordForms(['haemolysis', 'pregnancy']);
    expect(forms.like('hemolysis')).toEqual(['haemolysis']);
    expect(forms.has('pregnant')).toBe(true);
    expect(forms.begins('haem')).toBe(true);
    expect(forms.begins('ha')).toBe(false);
    expect(forms.begins('hemo')).toBe(false);
  });
});
