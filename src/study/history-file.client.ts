/** What was learned as a file, and back: every review, and a sentence where a file is not one of ours. Pure. */
import { ratings, type StudyReview } from './schedule.client.ts';

const [FORMAT, VERSION] = ['study-history', 1];

/** The reviews as text, in order of time. */
export const toHistoryFile = (reviews: readonly StudyReview[]): string =>
  `${JSON.stringify({ format: FORMAT, version: VERSION, reviews: reviews.toSorted((a, b) => a.at - b.at) }, null, 1)}\n`;

type Read =
  { readonly reviews: readonly StudyReview[]; readonly problem?: undefined } | { readonly reviews?: undefined; readonly problem: string };

const isReview = (row: unknown): row is StudyReview => {
  if (typeof row !== 'object' || row === null) return false;
  const { card, at, day, rating, sure } = row as Readonly<Record<string, unknown>>;
  return (
    typeof card === 'string' &&
    /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(card) &&
    Number.isSafeInteger(at) &&
    Math.abs(at as number) < 8e15 &&
    typeof day === 'string' &&
    /^\d{4}-\d{2}-\d{2}$/.test(day) &&
    !Number.isNaN(Date.parse(day)) &&
    ratings.includes(rating as StudyReview['rating']) &&
    (sure === null || typeof sure === 'boolean')
  );
};

/** The reviews of a file, all or none. E.g. `{ problem: 'This is no file of this site: it is not JSON. …' }`. */
export function fromHistoryFile(text: string): Read {
  const refused = (why: string): Read => ({ problem: `${why} Nothing was changed.` });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refused('This file cannot be read: it is cut off, or it was never saved from here.');
  }
  const { format, version, reviews } = (value ?? {}) as Readonly<Record<string, unknown>>;
  if (format !== FORMAT || !Array.isArray(reviews)) return refused('This file was not saved from here.');
  if (version !== VERSION) return refused(`This file is of version ${String(version)}, and version ${VERSION} is what can be read.`);
  const wrong = reviews.findIndex((row) => !isReview(row));
  if (wrong >= 0) return refused(`Review ${wrong + 1} of ${reviews.length} in this file is damaged.`);
  return { reviews: reviews.map(({ card, at, day, rating, sure }: StudyReview) => ({ card, at, day, rating, sure })) };
}
