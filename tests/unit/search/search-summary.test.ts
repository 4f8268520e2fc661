import { describe, expect, it } from 'vitest';
import { toWordQuery } from '../../../src/search/query.client.ts';
import { toSummary } from '../../../src/search/index-reader.client.ts';

const reading = { words: 'phlegmasia', corrected: false, unknown: [], units: [], spellings: new Map(), situation: undefined };

describe('what is said about a search', () => {
  it('is how many pages there are', () => {
    expect(toSummary(toWordQuery('PCD'), { reading, partly: false, lacking: [], ids: ['a', 'b'] })).toBe('2 pages for “PCD”');
    expect(toSummary(toWordQuery('PCD'), { reading, partly: false, lacking: [], ids: ['a'] })).toBe('1 page for “PCD”');
  });

  it('is what was searched instead of what was typed', () => {
    const corrected = { ...reading, corrected: true };
    expect(toSummary(toWordQuery('flegmasia'), { reading: corrected, partly: false, lacking: [], ids: ['a'] })).toBe(
      'Showing results for “phlegmasia”: 1 page',
    );
  });

  it('is which words no page has', () => {
    const lacking = { ...reading, unknown: ['zzz'] };
    expect(toSummary(toWordQuery('zzz vein'), { reading: lacking, partly: false, lacking: [], ids: ['a'] })).toBe(
      '1 page for “zzz vein”. No page has “zzz”.',
    );
  });

  it('is which figure no page has, when there is nothing', () => {
    expect(toSummary(toWordQuery('9.99%'), { reading, partly: false, lacking: ['9.99%'], ids: [] })).toBe(
      'Nothing found for “9.99%”. No page has “9.99%”.',
    );
  });

  it('is that no page has all of it', () => {
    expect(toSummary(toWordQuery('a b c'), { reading, partly: true, lacking: [], ids: ['a', 'b'] })).toBe(
      'No page has all of it; 2 pages with most of it',
    );
  });

  it('is a way on when there is nothing', () => {
    expect(toSummary(toWordQuery('zzz'), { reading, partly: false, lacking: [], ids: [] })).toMatch(
      /^Nothing found for “zzz”\. Try a shorter word/,
    );
    const ticked = { ...toWordQuery('zzz'), filters: { page: ['Term'] } };
    expect(toSummary(ticked, { reading, partly: false, lacking: [], ids: [] })).toMatch(/Untick a filter/);
  });
});
