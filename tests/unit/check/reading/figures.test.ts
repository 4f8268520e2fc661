/** Numbers of prose as figures: what they count, in which unit, and which of them are one statement. */
import { describe, expect, it } from 'vitest';
import { boundPairs, chainsOf, standTogether } from '../../../../src/check/reading/carried.ts';
import { digestFigures } from '../../../../src/check/reading/digest-figures.ts';
import { readFigures } from '../../../../src/check/reading/figures.ts';

const told = (text: string): string[] => readFigures(text).map(({ kind, value }) => `${kind} ${Number(value.toFixed(3))}`);
const bound = (text: string): string[] =>
  boundPairs(text, readFigures(text)).map(({ first, second, bond }) => `${first.said} ${bond} ${second.said}`);

describe('a figure', () => {
  it.each([
    ['18% v 24 per cent', ['share 18', 'share 24']],
    ['18 and 28 in 100 people', ['share 18', 'share 28']],
    ['33 more per 1,000', ['share 3.3']],
    ['6, 12 and 24 months', ['time:months 6', 'time:months 12', 'time:months 24']],
    ['at 2 years', ['time:months 24']],
    ['within two weeks', ['time:hours 336']],
    ['the 14-day limit', ['time:hours 336']],
    ['P=0.049, a P value of 0.049, P for interaction 0.25', ['p 0.049', 'p 0.049', 'p 0.25']],
    ['risk ratio 0.65 (0.45 to 0.94)', ['ratio 0.65', 'plain 0.45', 'plain 0.94']],
    ['3,594 pairs', ['count 3594']],
    ['up to 35 mg of it', ['quantity:mg 35']],
    ['on 21 June 2026', ['date 621', 'year 2026']],
    ['Forty per cent of the first 250', ['share 40', 'plain 250']],
  ])('is read with what it counts: %s', (text, figures) => {
    expect(told(text)).toEqual(figures);
  });

  it.each(['NG158', 'SF-36', 'class 2C', 'the 5th'])('is none within a name: %s', (text) => {
    expect(told(text)).toEqual([]);
  });

  it('is meant roughly where a word before it says so', () => {
    expect(readFigures('about 28% of 300').map(({ rough }) => rough)).toEqual([true, false]);
  });
});

describe('figures that are one statement', () => {
  it.each([
    ['18% v 24%', ['18% opposed 24%']],
    ['4 of 87', ['4 part 87']],
    ['0.65 (0.45–0.94)', ['0.65 joined 0.45', '0.45 joined 0.94']],
    ['18 in 100 with it, and 24 in 100 without', ['18 in 100 compared 24 in 100']],
    ['none of 75; 12%', []],
    ['by 9%, and 4 of 10', ['4 part 10']],
  ])('are found: %s', (text, pairs) => {
    expect(bound(text)).toEqual(pairs);
  });

  it('make a chain from both arms to the end of the interval', () => {
    const text = '18% v 28%, RR 0.65 (0.45–0.94)';
    expect(chainsOf(boundPairs(text, readFigures(text)))).toHaveLength(1);
  });
});

describe('figures of a digest', () => {
  const says = 'Bleeding in 3% against 1%; a transfusion in 18% against 13%.';
  const arms = [
    { name: 'one', events: 4, total: 10 },
    { name: 'two', events: 5, total: 12 },
  ];
  const data = { results: [{ id: 'lasted', label: 'Lasted', arms }], findings: [{ says }] };
  const digest = digestFigures({ data, file: { body: '' } } as never, { outcomes: {}, interventions: {}, criteria: {} } as never);

  it.each([
    ['4 of 10', true],
    ['4 of 12', false],
    ['5 of 12', true],
    ['3% with it and 1% without', true],
    ['3% with it and 13% without', false],
  ])('carry a part of its own whole, and shares that are compared there: %s', (text, stand) => {
    expect(boundPairs(text, readFigures(text)).every((pair) => standTogether(pair, digest))).toBe(stand);
  });
});
