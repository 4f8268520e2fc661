/** Which files are read in a thread of their own: those that may take long, and none that is refused without being parsed. */
import { describe, expect, test } from 'vitest';
import { mayTakeLong, tryFiles } from '../../../src/check/trial.ts';
import { limits } from '../../../src/schema/limits.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const long = (path: string, body: string, head = 'a: b'): boolean => mayTakeLong({ path, bytes: encode(`---\n${head}\n---\n${body}`) });
const topic = (body: string, head?: string): boolean => long('topics/a.mdx', body, head);
const HEAD = '---\na: b\n---\n'.length;

describe('a file is tried first', () => {
  test('when it has more than 65,536 bytes, whatever they are', () => {
    const filler = (bytes: number): string => 'word '.repeat(14_000).slice(0, bytes - HEAD - 1);
    expect([topic('a', `a: b${filler(65_536)}`), topic('a', `a: b${filler(65_537)}`)]).toEqual([false, true]);
  });

  test('when its body has more than 24,000 characters', () => {
    const filler = (characters: number): string => 'word '.repeat(5_000).slice(0, characters);
    expect([topic(filler(24_000)), topic(filler(24_001))]).toEqual([false, true]);
  });

  test('when it has more than 1,000 lines, whatever ends them', () => {
    const lines = (count: number, end: string): boolean => topic(`a${end}`.repeat(count));
    // The head has three lines, and the last of the body is empty.
    for (const end of ['\n', '\r\n', '\r']) expect([lines(996, end), lines(997, end)]).toEqual([false, true]);
  });

  test('when its body has more than 600 signs of Markdown; those of its fields are no Markdown', () => {
    const filler = 'word '.repeat(200);
    expect([topic(`${filler}${'*'.repeat(600)}`), topic(`${filler}${'*'.repeat(601)}`)]).toEqual([false, true]);
    expect(topic(filler, `a: ${'*'.repeat(601)}`)).toBe(false);
    expect(mayTakeLong({ path: 'pathways/a.yaml', bytes: encode(`a: b\n---\n${filler}${'*'.repeat(601)}`) })).toBe(false);
  });

  test('when it is a list of more than 196,608 bytes', () => {
    const list = (bytes: number): boolean => mayTakeLong({ path: 'terms.yaml', bytes: new Uint8Array(bytes).fill(35) });
    expect([list(196_608), list(196_609)]).toEqual([false, true]);
  });
});

describe('a file is not tried', () => {
  const slow = '*a*\n\n'.repeat(600);
  test.each([
    ['of no kind that we know', 'elsewhere/a.txt', slow],
    ['with a fingerprint, which has no body', 'fingerprints/a.yaml', slow],
    ['that is refused for its size', 'topics/a.mdx', slow, `a: ${'b'.repeat(limits.page.most)}`],
    ['that is refused for its body', 'topics/a.mdx', 'a'.repeat(limits.body.most + 1)],
  ])('%s', (_, path, body, head?) => {
    expect(long(path, body, head)).toBe(false);
  });

  test('for less than that', () => {
    expect([topic(slow), topic('a'.repeat(limits.body.most))]).toEqual([true, true]);
  });

  test('for nothing, and no thread is opened then', async () => {
    expect(await tryFiles([{ path: 'topics/a.mdx', bytes: encode('---\na: b\n---\nShort.') }])).toEqual(new Map());
  });
});
