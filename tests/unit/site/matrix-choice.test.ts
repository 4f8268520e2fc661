import { describe, expect, it } from 'vitest';
import { matches, toChoice, toQuery } from '../../../src/site/compare/matrix-choice.client.ts';
import { isPast } from '../../../src/offline/stale-banner.client.ts';

describe('the choice of the matrix', () => {
  it('reads an address and writes the same again', () => {
    const search = '?population=calf&population=distal&intervention=pmt';
    expect(toChoice(search)).toEqual({ population: ['calf', 'distal'], intervention: ['pmt'] });
    expect(toQuery(toChoice(search))).toBe(search);
    expect(toQuery(toChoice(''))).toBe('');
  });

  it('asks for any of its populations and any of its interventions, and for all where nothing is chosen', () => {
    const mark = { populations: ['distal', 'calf'], intervention: 'pmt' };
    const isShown = (population: string[], intervention: string[]) => matches({ population, intervention }, mark);
    expect([isShown([], []), isShown(['calf', 'any'], []), isShown([], ['cdt', 'pmt']), isShown(['calf'], ['pmt'])]).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect([isShown(['any'], []), isShown([], ['cdt']), isShown(['calf'], ['cdt'])]).toEqual([false, false, false]);
  });
});

describe('the review date of a page', () => {
  it('is past from the day after', () => {
    expect(['2026-11-19', '2026-11-20', '2026-11-21'].map((today) => isPast('2026-11-20', today))).toEqual([false, false, true]);
  });
});
