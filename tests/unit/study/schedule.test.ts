/** When a card comes back is what the library alone would say, whatever happens to the list of reviews on the way. */
import fc from 'fast-check';
import { createEmptyCard, fsrs, type Card as CardState } from 'ts-fsrs';
import { describe, expect, it } from 'vitest';
import { fromHistoryFile, toHistoryFile } from '../../../src/study/history-file.client.ts';
import {
  calibrationOf,
  dayAfter,
  daysInARow,
  dueBy,
  forecast,
  mixed,
  nextCard,
  toSchedule,
  unseen,
  waitInWords,
  waitsOf,
  type Rating,
  type StudyReview,
} from '../../../src/study/schedule.client.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
const START = Date.parse('2026-11-20T08:00:00Z');
const review = (card: string, at: number, rating: Rating = 3, sure: boolean | null = null): StudyReview => ({
  card,
  at,
  day: new Date(at).toISOString().slice(0, 10),
  rating,
  sure,
});

const histories = fc
  .array(
    fc.record({
      card: fc.constantFrom('a', 'b', 'c'),
      wait: fc.oneof(
        fc.integer({ min: 1, max: 60 }).map((minutes) => minutes * MINUTE),
        fc.integer({ min: 1, max: 400 }).map((days) => days * DAY),
      ),
      rating: fc.constantFrom<Rating>(1, 2, 3, 4),
      sure: fc.constantFrom(true, false, null),
    }),
    { maxLength: 40 },
  )
  .map((steps) => {
    let at = START;
    return steps.map(({ card, wait, rating, sure }) => review(card, (at += wait), rating, sure));
  });

/** Keeps reviews as the database does: by card and moment. */
const stored = (...lists: readonly (readonly StudyReview[])[]): StudyReview[] => [
  ...new Map(lists.flat().map((one) => [`${one.card} ${one.at}`, one])).values(),
];

describe('a schedule', () => {
  it('is what ts-fsrs alone makes of the same reviews, through files, a second device and any order', () => {
    fc.assert(
      fc.property(histories, fc.nat(40), fc.nat(1000), (reviews, cut, seed) => {
        const alone = new Map<string, CardState>();
        const scheduler = fsrs();
        for (const { card, at, rating } of reviews)
          alone.set(card, scheduler.next(alone.get(card) ?? createEmptyCard(new Date(at)), new Date(at), rating).card);
        const here = reviews.slice(0, cut);
        const there = fromHistoryFile(toHistoryFile(here)).reviews ?? [];
        const both = stored(there, reviews.slice(Math.max(0, cut - 5)));
        const shuffled = both.toSorted((a, b) => ((a.at * (seed + 7)) % 101) - ((b.at * (seed + 7)) % 101));
        expect(toSchedule(shuffled)).toEqual(alone);
      }),
      { numRuns: 1000 },
    );
  });

  it('tells the waits of a new card as the buttons have them', () => {
    expect(waitsOf(undefined, START).map(waitInWords)).toEqual(['1 min', '6 min', '10 min', '8 days']);
  });
});

describe('what is asked next', () => {
  const cards = ['a', 'b', 'c'];

  it('is what has been due longest, then a new card, then what is due soon', () => {
    const schedule = toSchedule([review('a', START, 1), review('b', START, 3)]);
    expect(nextCard(cards, schedule, START, 5)).toBe('c');
    expect(nextCard(cards, schedule, START + 2 * MINUTE, 5)).toBe('a');
    expect(nextCard(cards, schedule, START, 0)).toBe('a');
    expect(nextCard(['c'], schedule, START, 0)).toBeUndefined();
  });

  it('takes new cards from all decks in turn, beginning with another deck every day', () => {
    const decks = [['a1', 'a2', 'a3'], ['b1'], ['c1', 'c2']];
    const days = ['2026-11-20', '2026-11-21', '2026-11-22'].map((day) => mixed(decks, day));
    expect(new Set(days.map(([first]) => first))).toEqual(new Set(['a1', 'b1', 'c1']));
    for (const day of days) expect(day.toSorted()).toEqual(decks.flat().toSorted());
    expect(days.every((day) => day.slice(0, 3).every((card) => card.endsWith('1')))).toBe(true);
    expect(mixed([], '2026-11-20')).toEqual([]);
  });

  it('knows what was never asked', () => {
    expect(unseen(cards, toSchedule([review('b', START)]))).toEqual(['a', 'c']);
  });
});

describe('a forecast', () => {
  it('puts every card on one day, and what is overdue on the first', () => {
    const schedule = toSchedule([review('a', START - 30 * DAY), review('b', START, 4), review('c', START, 1)]);
    const ends = Array.from({ length: 10 }, (_, index) => START + (index + 1) * DAY);
    const counts = forecast(['a', 'b', 'c'], schedule, ends);
    expect(counts[0]).toBe(2);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(dueBy(['a', 'b', 'c'], schedule, ends[9] ?? 0).length);
  });
});

describe('days', () => {
  it('follow each other across months and years', () => {
    expect(dayAfter('2026-12-31', 1)).toBe('2027-01-01');
    expect(dayAfter('2028-03-01', -1)).toBe('2028-02-29');
  });

  it('in a row are counted up to today, and a day that is not over breaks nothing', () => {
    const days = ['2026-11-17', '2026-11-18', '2026-11-19'].map((day) => review('a', Date.parse(day)));
    expect(daysInARow(days, '2026-11-19')).toBe(3);
    expect(daysInARow(days, '2026-11-20')).toBe(3);
    expect(daysInARow(days, '2026-11-21')).toBe(0);
    expect(daysInARow([], '2026-11-21')).toBe(0);
  });
});

it('tells how often the reader was right when sure, and when not', () => {
  const reviews = [review('a', 1, 3, true), review('b', 2, 1, true), review('c', 3, 2, false), review('d', 4, 4, null)];
  expect(calibrationOf(reviews, true)).toEqual({ right: 1, of: 2 });
  expect(calibrationOf(reviews, false)).toEqual({ right: 1, of: 1 });
});

it.each([
  [30_000, '1 min'],
  [10 * MINUTE, '10 min'],
  [3 * 60 * MINUTE, '3 h'],
  [DAY, '1 day'],
  [8 * DAY, '8 days'],
  [61 * DAY, '2 months'],
  [365.25 * DAY, '1 y'],
  [548 * DAY, '1.5 y'],
])('says %d milliseconds as %s', (wait, words) => {
  expect(waitInWords(wait)).toBe(words);
});
