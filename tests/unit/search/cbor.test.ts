import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCbor, toCbor, type Cbor } from '../../../src/search/cbor.ts';

const values = fc.letrec<{ value: Cbor; list: Cbor[] }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.integer({ min: -(2 ** 32), max: 2 ** 32 - 1 }),
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    tie('list'),
  ),
  list: fc.array(tie('value'), { maxLength: 40 }),
})).value;

describe('CBOR', () => {
  it('reads and writes the examples of the standard', () => {
    const examples: [string, Cbor][] = [
      ['00', 0],
      ['17', 23],
      ['1818', 24],
      ['1903e8', 1000],
      ['1a000f4240', 1_000_000],
      ['20', -1],
      ['3903e7', -1000],
      ['6449455446', 'IETF'],
      ['62c3bc', 'ü'],
      ['8301820203820405', [1, [2, 3], [4, 5]]],
    ];
    for (const [hex, value] of examples) {
      expect(readCbor(Buffer.from(hex, 'hex'))).toEqual(value);
      expect(toCbor(value).toString('hex')).toBe(hex);
    }
  });

  it('gives back what it was given', () => {
    fc.assert(
      fc.property(values, (value) => {
        expect(readCbor(toCbor(value))).toEqual(value);
      }),
    );
  });

  it.each([
    ['a map', 'a10102', 'CBOR type 5'],
    ['a number of eight bytes', '1b000000e8d4a51000', 'length form 27'],
    ['bytes left over', '0001', '1 bytes are left over'],
  ])('refuses %s', (_, hex, because) => {
    expect(() => readCbor(Buffer.from(hex, 'hex'))).toThrow(because);
  });
});
