/**
 * When a card is asked again: FSRS as `ts-fsrs` has it, with its own defaults. What is kept is the list of reviews alone; every state
 * follows from it, so that two lists can be put together and nothing is lost. Pure: no clock, moments are handed in.
 */
import { createEmptyCard, fsrs, type Card as CardState } from 'ts-fsrs';

/** One time that a card was answered. */
export interface StudyReview {
  /** Id of the card. */
  readonly card: string;
  /** Moment, in milliseconds since 1970. */
  readonly at: number;
  /** The day that it was where the reader was, e.g. `2026-11-20`. */
  readonly day: string;
  /** 1 again, 2 hard, 3 good, 4 easy. */
  readonly rating: 1 | 2 | 3 | 4;
  /** Whether the reader was sure before seeing the answer; null where that was not said. */
  readonly sure: boolean | null;
}
export type Rating = StudyReview['rating'];
export const ratings: readonly Rating[] = [1, 2, 3, 4];
/** What was learned of each card, by id. */
export type StudySchedule = ReadonlyMap<string, CardState>;

const scheduler = fsrs();
const DAY = 86_400_000;
/** A card that is due so soon is asked before the session ends. */
const AHEAD = 20 * 60_000;

const after = (state: CardState | undefined, at: number, rating: Rating): CardState =>
  scheduler.next(state ?? createEmptyCard(new Date(at)), new Date(at), rating).card;

/** The state of each card after all reviews, in whatever order they come. */
export function toSchedule(reviews: readonly StudyReview[]): StudySchedule {
  const schedule = new Map<string, CardState>();
  for (const { card, at, rating } of reviews.toSorted((a, b) => a.at - b.at || (a.card < b.card ? -1 : 1)))
    schedule.set(card, after(schedule.get(card), at, rating));
  return schedule;
}

/** When a card comes back after each rating, in milliseconds from now, e.g. `[60000, 360000, 600000, 691200000]` for a new one. */
export const waitsOf = (state: CardState | undefined, at: number): number[] =>
  ratings.map((rating) => after(state, at, rating).due.getTime() - at);

const dueAt = (schedule: StudySchedule, card: string): number => schedule.get(card)?.due.getTime() ?? Infinity;

/** Cards that are due by a moment, the longest due first. */
export const dueBy = (cards: readonly string[], schedule: StudySchedule, until: number): string[] =>
  cards.filter((card) => dueAt(schedule, card) <= until).sort((a, b) => dueAt(schedule, a) - dueAt(schedule, b) || (a < b ? -1 : 1));

export const unseen = (cards: readonly string[], schedule: StudySchedule): string[] => cards.filter((card) => !schedule.has(card));

/** The card to ask now: what is due, then a new one where there may be one, then what is due soon; undefined when all is done. */
export const nextCard = (cards: readonly string[], schedule: StudySchedule, now: number, fresh: number): string | undefined =>
  dueBy(cards, schedule, now)[0] ?? (fresh > 0 ? unseen(cards, schedule)[0] : undefined) ?? dueBy(cards, schedule, now + AHEAD)[0];

/** The first card of every deck, then the second of every deck, and so on, beginning with another deck every day. */
export function mixed(decks: readonly (readonly string[])[], day: string): string[] {
  const turn = decks.length ? (Date.parse(day) / DAY) % decks.length : 0;
  const turned = [...decks.slice(turn), ...decks.slice(0, turn)];
  return Array.from({ length: Math.max(0, ...decks.map(({ length }) => length)) }, (_, place) =>
    turned.flatMap((deck) => deck[place] ?? []),
  ).flat();
}

/** How many cards fall due on each day, by the ends of the days; what is overdue falls on the first. */
export const forecast = (cards: readonly string[], schedule: StudySchedule, ends: readonly number[]): number[] =>
  ends.map((end, index) => dueBy(cards, schedule, end).length - (index ? dueBy(cards, schedule, ends[index - 1] ?? 0).length : 0));

/** The day so many days after another, e.g. `dayAfter('2026-12-31', 1) === '2027-01-01'`. */
export const dayAfter = (day: string, days: number): string => new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);

/** Days with a review in a row up to today; a day that is not over yet breaks nothing. */
export function daysInARow(reviews: readonly StudyReview[], today: string): number {
  const days = new Set(reviews.map(({ day }) => day));
  let count = 0;
  for (let day = days.has(today) ? today : dayAfter(today, -1); days.has(day); day = dayAfter(day, -1)) count += 1;
  return count;
}

export interface Calibration {
  readonly right: number;
  readonly of: number;
}
/** How often an answer was right that the reader was sure, or not sure, of. */
export function calibrationOf(reviews: readonly StudyReview[], sure: boolean): Calibration {
  const own = reviews.filter((review) => review.sure === sure);
  return { right: own.filter(({ rating }) => rating > 1).length, of: own.length };
}

/** A span of time as a button has it, e.g. `10 min`, `4 days`, `2 months`. */
export function waitInWords(milliseconds: number): string {
  const minutes = Math.max(1, Math.round(milliseconds / 60_000));
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.round(minutes / 60);
  if (hours < 24) return `${hours} h`;
  const days = Math.round(hours / 24);
  if (days < 31) return days === 1 ? '1 day' : `${days} days`;
  const months = Math.round(days / 30.4);
  if (months < 12) return months === 1 ? '1 month' : `${months} months`;
  return `${(days / 365.25).toFixed(1).replace(/\.0$/, '')} y`;
}
