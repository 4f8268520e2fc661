/** What an approval is of: the hash changes with what is said, and with nothing else. */
import { describe, expect, it } from 'vitest';
import { reviewHash } from '../../../src/evidence/review-hash.ts';
import { madeFinding, madeQuestion, madeSource, madeTopic } from '../made.ts';

const finding = madeFinding('rinds', 'for', { locator: 'Table 1' });
const result = { outcome: 'death', at: '12 months', arms: [{ name: 'one', events: 1, total: 9 }], locator: 'Table 2' };
const source = madeSource('moon-2020-cheese', { findings: [finding], results: [result], terms: { distal: 'below' } });
const hash = reviewHash('source', source);

describe('the hash of what is approved', () => {
  it('has the form that `review.of` takes', () => {
    expect(hash).toMatch(/^sha256-[0-9a-f]{64}$/);
  });

  it.each<[string, object]>([
    ['the direction of a finding', { findings: [{ ...source.findings[0], direction: 'against' }] }],
    ['the sentence of a finding', { findings: [{ ...source.findings[0], says: 'It says less.' }] }],
    ['a finding that is gone', { findings: [] }],
    ['a number', { results: [{ ...source.results[0], arms: [{ name: 'one', events: 2, total: 9 }] }] }],
    ['the sense of a contested word', { terms: { distal: 'above' } }],
    ['the digest', { body: 'Another digest.' }],
  ])('changes with %s', (_, fields) => {
    expect(reviewHash('source', { ...source, ...fields })).not.toBe(hash);
  });

  it.each<[string, object]>([
    ['its state and its review', { status: 'approved', review: { by: 'ada-moon' } }],
    ['old addresses and days', { aliases: ['/papers/x'], retrieved: '2026-05-01', updated: '2026-05-01' }],
    ['a field that is empty', { restsOn: [], findings: source.findings.map((one) => ({ ...one, conditions: [], anchor: undefined })) }],
  ])('does not change with %s', (_, fields) => {
    expect(reviewHash('source', { ...source, ...fields })).toBe(hash);
  });

  it('does not change with the order of keys, line breaks or the shape of quotation marks', () => {
    const said = { ...source, body: 'He said "no".\nIt’s so.\n' };
    const turned = Object.fromEntries(Object.entries(said).reverse());
    expect(reviewHash('source', { ...turned, body: "\nHe said “no”. It's so." })).toBe(reviewHash('source', said));
  });

  it('does not change with the order of keys further down, but with that of findings', () => {
    const turned = source.results.map((one) => Object.fromEntries(Object.entries(one).reverse()));
    expect(reviewHash('source', { ...source, results: turned })).toBe(hash);
    const two = [madeFinding('rinds', 'for'), madeFinding('crusts', 'for')];
    expect(reviewHash('source', { ...source, findings: [...two].reverse() })).not.toBe(reviewHash('source', { ...source, findings: two }));
  });

  it('changes with the answers of a question and the statements of a topic', () => {
    const question = madeQuestion('rinds', {}, 'Yes.');
    expect(reviewHash('question', { ...question, body: 'No.' })).not.toBe(reviewHash('question', question));
    const topic = madeTopic('legs');
    expect(reviewHash('topic', { ...topic, pitfalls: [] })).not.toBe(reviewHash('topic', topic));
    expect(reviewHash('topic', { ...topic, order: 3, updated: '2026-09-09' })).toBe(reviewHash('topic', topic));
  });
});
