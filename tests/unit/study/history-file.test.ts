/** A file with what was learned is read as a whole, or refused with a sentence. */
import { describe, expect, it } from 'vitest';
import { fromHistoryFile, toHistoryFile } from '../../../src/study/history-file.client.ts';
import type { StudyReview } from '../../../src/study/schedule.client.ts';

const reviews: StudyReview[] = [
  { card: 'attract-bleeding', at: 1_764_000_000_000, day: '2025-11-24', rating: 3, sure: true },
  { card: 'chest-filter', at: 1_764_000_060_000, day: '2025-11-24', rating: 1, sure: null },
];
const text = toHistoryFile(reviews);
const with_ = (change: (file: { format: string; version: number; reviews: Record<string, unknown>[] }) => void): string => {
  const file = JSON.parse(text) as Parameters<typeof change>[0];
  change(file);
  return JSON.stringify(file);
};

describe('a history file', () => {
  it('gives back what was saved, without what somebody added', () => {
    expect(fromHistoryFile(text)).toEqual({ reviews });
    expect(fromHistoryFile(with_((file) => Object.assign(file.reviews[0] ?? {}, { more: 'x' })))).toEqual({ reviews });
  });

  it.each([
    ['is cut off', text.slice(0, -20), 'cannot be read'],
    ['is something else', '[1, 2]', 'was not saved from here'],
    ['is nothing', 'null', 'was not saved from here'],
    ['is of a later version', with_((file) => (file.version = 2)), 'version 2'],
    ['has a rating that there is not', with_((file) => Object.assign(file.reviews[1] ?? {}, { rating: 5 })), 'Review 2 of 2'],
    ['has no moment', with_((file) => Object.assign(file.reviews[0] ?? {}, { at: 'yesterday' })), 'Review 1 of 2'],
    ['has a day that there is not', with_((file) => Object.assign(file.reviews[0] ?? {}, { day: '2025-13-40' })), 'Review 1 of 2'],
    ['has a name that no card can have', with_((file) => Object.assign(file.reviews[0] ?? {}, { card: '<b>' })), 'Review 1 of 2'],
  ])('that %s is refused', (_, file, because) => {
    const { problem, reviews: read } = fromHistoryFile(file);
    expect(problem).toContain(because);
    expect(problem).toMatch(/Nothing was changed\.$/);
    expect(read).toBeUndefined();
  });
});
