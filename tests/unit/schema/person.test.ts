/** ORCID iDs are told from slips of the pen by their last sign. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOrcid } from '../../../src/schema/person.ts';

describe('an ORCID iD', () => {
  it.each(['0000-0002-1825-0097', '0000-0002-1694-233X', '0000-0000-0000-0001'])('%s is well formed', (text) => {
    expect(isOrcid(text)).toBe(true);
  });

  it.each([
    '0000-0002-1825-0098',
    '0000-0002-1694-2330',
    '0000000218250097',
    'https://orcid.org/0000-0002-1825-0097',
    '0000-0002-1694-233x',
    '',
  ])('%s is not', (text) => {
    expect(isOrcid(text)).toBe(false);
  });

  it('has one last sign and no other, so that every slip in a single digit is seen', () => {
    const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 15, maxLength: 15 });
    const text = (body: readonly number[], last: string): string => (body.join('') + last).replace(/(.{4})(?=.)/g, '$1-');
    fc.assert(
      fc.property(digits, fc.nat({ max: 14 }), fc.integer({ min: 1, max: 9 }), (body, at, by) => {
        const fitting = '0 1 2 3 4 5 6 7 8 9 X'.split(' ').filter((last) => isOrcid(text(body, last)));
        const slipped = body.map((digit, i) => (i === at ? (digit + by) % 10 : digit));
        return fitting.length === 1 && !isOrcid(text(slipped, fitting[0] ?? ''));
      }),
    );
  });
});
