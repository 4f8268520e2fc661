/** The name that was meant: how far it may be from the one that was written. */
import { describe, expect, it } from 'vitest';
import { meant, nearest } from '../../../src/check/nearest.ts';

describe('the nearest name', () => {
  it.each([
    // One letter of one to five may be wrong, two of six, three of nine.
    ['ab', ['ax'], 'ax'],
    ['ab', ['xy'], undefined],
    ['stans', ['stanc'], 'stanc'],
    ['stans', ['stxxs'], undefined],
    ['stance', ['stxxce'], 'stxxce'],
    ['stance', ['sxxxce'], undefined],
    ['thrombosi', ['thrxxxosi'], 'thrxxxosi'],
    ['thrombosi', ['thrxxxxsi'], undefined],
    // Letters too many and too few count as wrong ones.
    ['stance', ['stan'], 'stan'],
    ['stance', ['sta'], undefined],
    ['stan', ['stance'], undefined],
    ['stan', ['stanc'], 'stanc'],
    ['', ['a'], 'a'],
    ['stance', [], undefined],
  ])('of %j among %j is %j', (name, names, expected) => expect(nearest(name, names)).toBe(expected));

  it('is the one with the fewest letters wrong, and the first of two that are equally near', () => {
    expect(nearest('stance', ['stxxce', 'stanxe', 'stancx'])).toBe('stanxe');
    expect(nearest('stance', ['stancx', 'stanxe', 'stxxce'])).toBe('stancx');
  });

  it('goes by letters whatever their case, and is never the name itself', () => {
    expect(nearest('STANCE', ['stance'])).toBe('stance');
    expect(nearest('stance', ['STANCE'])).toBe('STANCE');
    expect(nearest('stance', ['stance'])).toBeUndefined();
    expect(nearest('stance', ['stance', 'stanxe'])).toBe('stanxe');
  });
});

it('is asked after where there is one; else the other sentence stands', () => {
  expect(meant('stanse', ['stance'], 'Look again.')).toBe('Did you mean `stance`?');
  expect(meant('stanse', ['says'], 'Look again.')).toBe('Look again.');
});
