/** The limits at their edges: what comes to exactly the most is within, one more is beyond, and the place is named. */
import { describe, expect, test } from 'vitest';
import { bodyBeyond, fieldsBeyond, MOST_BYTES, oversize, signsIn, tooSlow } from '../../../src/library/within-limits.ts';
import { limits } from '../../../src/schema/limits.ts';

const place = { line: 7, column: 3 };
const nested = (levels: number): unknown => (levels ? { a: nested(levels - 1) } : 1);

describe('a file', () => {
  test.each([
    ['source', limits.page.most],
    ['term', limits.list.most],
    ['fingerprint', limits.fingerprint.most],
  ] as const)('of a %s may have exactly the bytes of its limit', (collection, most) => {
    expect(oversize(collection, most)).toBeUndefined();
    expect(oversize(collection, most + 1)).toMatchObject({ rule: 'file-too-large', place: { line: 1, column: 1 } });
    expect(MOST_BYTES).toBeGreaterThanOrEqual(most);
  });

  test('that was not read in time is told the time that it had', () => {
    expect([tooSlow().message, tooSlow(0.5).message]).toEqual([
      'The file could not be read within 2 seconds.',
      'The file could not be read within 0.5 seconds.',
    ]);
  });
});

describe('the fields of a file', () => {
  const of = (value: unknown, collection: 'source' | 'term' | 'fingerprint' = 'source') => fieldsBeyond(value, collection, place)?.message;
  const text = (length: number): string => 'a'.repeat(length);
  const entries = (count: number): number[] => Array<number>(count).fill(1);

  test.each([
    ['a text', (by: number) => ({ a: { b: [text(limits.text.most + by)] } }), '`a.b.0` has 4,001 characters'],
    ['a list', (by: number) => ({ a: entries(limits.entries.most + by) }), '`a` has 401 entries'],
    ['a name', (by: number) => ({ [text(limits.key.most + by)]: 1 }), `The name \`${text(57)}…\` has 121 characters`],
    ['a depth', (by: number) => nested(limits.fields.most + by), 'What begins with `a.a.a` has 37 levels'],
  ])('may hold %s that comes to exactly its limit', (_, made, message) => {
    expect([of(made(0)), of(made(1))]).toEqual([undefined, expect.stringContaining(message)]);
    expect(fieldsBeyond(made(1), 'source', place)?.place).toEqual(place);
  });

  test('of a list may have any number of rows, but no row with too many entries', () => {
    const most = limits.entries.most;
    expect([of(entries(most + 1), 'term'), of(entries(most + 1))]).toEqual([undefined, expect.stringContaining('401 entries')]);
    expect(of([{ a: entries(most + 1) }], 'term')).toContain('`0.a` has 401 entries');
  });

  test('of a fingerprint may be as long as its file', () => {
    const long = { a: text(limits.text.most + 1), b: entries(limits.entries.most + 1) };
    expect([of(long, 'fingerprint'), of({ a: text(limits.fingerprint.most + 1) }, 'fingerprint')]).toEqual([
      undefined,
      expect.stringContaining('`a` has 4,194,305 characters'),
    ]);
  });
});

describe('a body', () => {
  const of = (body: string) => bodyBeyond(body, 10);

  test.each([
    ['characters', (by: number) => 'a'.repeat(limits.body.most + by), 'body-too-long'],
    ['lines', (by: number) => '\n'.repeat(limits.lines.most - 1 + by), 'body-too-long'],
    ['signs', (by: number) => '*'.repeat(limits.signs.most + by), 'too-many-signs'],
    ['addresses', (by: number) => 'www.a '.repeat(limits.links.most + by), 'too-many-signs'],
    ['addresses with a scheme', (by: number) => 'x://a '.repeat(limits.links.most + by), 'too-many-signs'],
    ['citations', (by: number) => '@a '.repeat(limits.links.most + by), 'too-many-signs'],
    ['links', (by: number) => '](a '.repeat(limits.links.most + by), 'too-many-signs'],
    ['references', (by: number) => '][a '.repeat(limits.links.most + by), 'too-many-signs'],
    ['definitions', (by: number) => ']:a '.repeat(limits.links.most + by), 'too-many-signs'],
  ])('may have exactly as many %s as allowed', (_, made, rule) => {
    expect([of(made(0)), of(made(1))]).toEqual([undefined, expect.objectContaining({ rule, place: { line: 10, column: 1 } })]);
  });

  test.each([
    ['quotations', (by: number) => `${'> '.repeat(12 + by)}a`],
    ['lists', (by: number) => `${'- '.repeat(12 + by)}a`],
    ['numbered lists', (by: number) => `${'1. '.repeat(12 + by)}a`],
    ['lists of both kinds in quotations', (by: number) => `${'> 12) * '.repeat(4)}${'>'.repeat(by)}a`],
    ['lists by their blanks', (by: number) => `${'  '.repeat(11 + by)}- a`],
    ['lists by their tabs', (by: number) => `${'\t'.repeat(5)}${'  '.repeat(1 + by)}- a`],
  ])('may have twelve %s in one another, and the line with one more is named', (_, made) => {
    expect(of(`a\n\n${made(0)}`)).toBeUndefined();
    expect(of(`a\n\n${made(1)}`)).toMatchObject({ rule: 'nested-too-deep', place: { line: 12, column: 1 } });
  });

  test('has no depth by blanks, dashes and figures that open nothing', () => {
    expect(of(`${' '.repeat(60)}a\n${'-'.repeat(60)}\n${'1.'.repeat(60)}`)).toBeUndefined();
  });

  test('has as many signs of Markdown as it has characters that may be one', () => {
    expect(signsIn('A [link](b) *and* `code`, <i> & | ~ {x} \\ ! _ @c.')).toBe(17);
  });
});
