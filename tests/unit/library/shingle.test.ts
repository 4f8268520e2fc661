/** Words and shingles: what counts as a word, and that fingerprints made today can be read by the check of tomorrow. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { buildFingerprint } from '../../../src/ingest/fingerprint.ts';
import { readShingles, RUN, shingleKey, toShingles, toShingleText, toPlainWords, toWords } from '../../../src/library/shingle.ts';
import { fingerprint } from '../../../src/schema/fingerprint.ts';

describe('the words of a text', () => {
  test.each([
    ['letter case, accents and punctuation', 'So, Étude “No. 3”!', ['so', 'etude', 'no', '3']],
    [
      'hyphens, apostrophes, soft hyphens and ligatures',
      'post-thrombotic patient’s throm\u00adbus e\ufb03cacy',
      ['postthrombotic', 'patients', 'thrombus', 'efficacy'],
    ],
    ['accents written apart', 'e\u0301tude', ['etude']],
    [
      'addresses, targets of links and tags',
      'See [the page](https://a.example/b-c) or https://d.example/e <Answer for="public">now</Answer>',
      ['see', 'the', 'page', 'or', 'now'],
    ],
    [
      'citation keys and citation marks',
      'It holds [@a-2020-b, p. 3]. 1 It may [2, 4–6] not.³ So',
      ['it', 'holds', 'it', 'may', 'not', 'so'],
    ],
    ['numbers of list items', '1. Look\n 2) Leap', ['look', 'leap']],
    ['other alphabets', 'Тромб в вене', ['тромб', 'в', 'вене']],
  ])('%s', (_, text, words) => {
    expect(toPlainWords(text)).toEqual(words);
  });

  it('keep numbers that say something, and words in brackets', () => {
    expect(toPlainWords('After 14 days [of rest] 1 of 3')).toEqual(['after', '14', 'days', 'of', 'rest', '1', 'of', '3']);
  });

  it('are those at the places that are given, in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        expect(toWords(text).map((word) => word.text)).toEqual(toPlainWords(text));
        for (const { text: word, at, end } of toWords(text)) expect(toPlainWords(text.slice(at, end))).toEqual([word]);
      }),
    );
  });
});

const word = fc.stringMatching(/^[a-z]{1,8}$/);

describe('shingles', () => {
  it('are as many as there are nine words in a row', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (words) => toShingles(words).high.length === Math.max(0, words.length - RUN + 1)),
    );
  });

  it('come back from their text as they went in', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (words) => {
        const text = toShingleText(toShingles(words));
        const [made, read] = [toShingles(words), readShingles(text)];
        expect([Array.from(read.high), Array.from(read.low)]).toEqual([made.high, made.low]);
        expect(fingerprint.shape.shingles.safeParse(text).success).toBe(true);
      }),
    );
  });

  it('change with each of the nine words and with their order', () => {
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: RUN + 1, maxLength: RUN + 1 }), fc.nat(RUN - 1), fc.nat(RUN - 1), (words, i, j) => {
        const nine = words.slice(0, RUN);
        const [other = ''] = words.slice(RUN);
        expect(toShingles(nine.with(i, other))).not.toEqual(toShingles(nine));
        if (i !== j) expect(toShingles(nine.with(i, nine[j] ?? '').with(j, nine[i] ?? ''))).not.toEqual(toShingles(nine));
      }),
    );
  });

  it('differ for ten thousand runs that differ in one word, in both their halves', () => {
    const all = Array.from({ length: 10_000 }, (_, i) => toShingles(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', `word${i}`]));
    const [high, low] = [all.map((one) => one.high[0] ?? 0), all.map((one) => one.low[0] ?? 0)];
    expect(new Set(high.map((half, i) => shingleKey(half, low[i] ?? 0))).size).toBe(all.length);
    expect(new Set(high).size).toBeGreaterThan(9_900);
    expect(new Set(low).size).toBeGreaterThan(9_900);
    expect(Math.max(...high, ...low)).toBeLessThan(2 ** 24);
  });

  it('are what they were: another way of hashing would silence every fingerprint that is kept', () => {
    expect(toShingleText(toShingles('a b c d e f g h i j'.split(' ')))).toMatchInlineSnapshot(`
      "fwnm78tDmoMJ9m4E
      "
    `);
    const kept = readFileSync('tests/fixtures/rules/parallel-wording/fingerprints/example-2020-trial.yaml', 'utf8');
    const text = readFileSync('tests/fixtures/snapshots/two-widgets.txt', 'utf8');
    const { snapshot, ...made } = buildFingerprint(
      { text, headings: [{ text: 'The makers paid' }], disclaimers: [], boilerplate: [] },
      'a'.repeat(64),
    );
    expect(snapshot).toBe(`sha256-${'a'.repeat(64)}`);
    expect(parse(kept)).toMatchObject(made);
  });
});

describe('a fingerprint', () => {
  it('names headings by their first words only, and none that does not stand in the text', () => {
    const heading = 'What one hears of straw when one asks the thatchers';
    const text = `Straw is laid.\n${heading}\nIt lasts.`;
    const { headings } = buildFingerprint(
      {
        text,
        headings: [{ text: 'Moss' }, { text: heading }],
        disclaimers: [],
        boilerplate: [],
      },
      'b',
    );
    expect(headings).toEqual([{ at: 4, opens: 'What one hears of straw when …' }]);
  });
});
