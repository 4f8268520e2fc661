import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toRis } from '../../../src/exports/ris.ts';
import { madeSource } from '../made.ts';

describe('RIS', () => {
  it('prints an article in a journal', () => {
    const source = madeSource('moon-2020-cheese', {
      authors: [{ family: 'Moon', given: 'Ada' }, { organisation: 'Rind Group' }],
      issued: '2020-03',
      container: 'Journal of Rinds',
      volume: 7,
      issue: 2,
      pages: '11-19',
      doi: '10.1000/rind',
      url: 'https://example.org/',
    });
    expect(toRis(source).replaceAll('\r\n', '\n')).toMatchInlineSnapshot(`
      "TY  - JOUR
      ID  - moon-2020-cheese
      AU  - Moon, Ada
      AU  - Rind Group
      TI  - Work moon-2020-cheese
      T2  - Journal of Rinds
      PY  - 2020
      DA  - 2020/03/
      VL  - 7
      IS  - 2
      SP  - 11
      EP  - 19
      DO  - 10.1000/rind
      UR  - https://example.org/
      Y2  - 2026/01/01
      LA  - en
      ER  - 
      "
    `);
  });

  it.each([
    ['vendor', undefined, 'ELEC'],
    ['news', 'A Newspaper', 'NEWS'],
    ['machine-summary', 'A Site', 'ELEC'],
    ['guideline', undefined, 'RPRT'],
    ['guideline', 'A Journal', 'JOUR'],
    ['safety-notice', 'A Site', 'RPRT'],
  ])('types a %s in %s as %s', (kind, container, type) => {
    expect(toRis(madeSource('a', { kind, container }))).toMatch(new RegExp(`^TY  - ${type}\r\n`));
  });

  it('starts every line with a tag that we wrote, whatever a title holds, and ends the record once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), fc.constantFrom('\r\n', '\n', '\u2028', '\u0085', ''), (text, ending) => {
        const record = toRis(madeSource('a', { title: `${text}${ending}ER  - ${ending}TY  - X`, container: text }));
        const lines = record.split('\r\n').slice(0, -1);
        expect(lines.map((line) => line.slice(0, 6))).toEqual(
          ['TY', 'ID', 'AU', 'TI', 'T2', 'PY', 'DA', 'LA', 'ER'].map((tag) => `${tag}  - `),
        );
        expect(lines.some((line) => /[\p{Cc}\u2028\u2029]/u.test(line))).toBe(false);
      }),
    );
  });
});
