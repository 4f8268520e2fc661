/** What is said about a search in a sentence: how many pages, what was taken for what was typed, what is in none. Pure. */
import type { SearchAnswer } from './index-reader.client.ts';
import type { SearchQuery } from './query.client.ts';
import { formatCount } from '../words/phrase.ts';

const pages = (count: number): string => formatCount(count, 'page');
const quoted = (words: readonly string[]): string => words.map((word) => `“${word}”`).join(' and ');

/** E.g. `12 pages for “PCD”`, `Showing results for “phlegmasia”: 12 pages`, `Nothing found for “zzz”. Try a shorter word, …`. */
export function toSummary(
  { words, filters }: SearchQuery,
  { reading, partly, ids }: Pick<SearchAnswer, 'reading' | 'partly' | 'ids'>,
): string {
  const what = words === '' ? '' : ` for “${words}”`;
  if (ids.length === 0) {
    const way = Object.keys(filters).length > 0 ? 'Untick a filter, or try a shorter word.' : 'Try a shorter word, or another name for it.';
    return `Nothing found${what}. ${way}`;
  }
  const found = partly
    ? `No page has all of it; ${pages(ids.length)} with most of it`
    : reading.corrected
      ? `Showing results for “${reading.words}”: ${pages(ids.length)}`
      : pages(ids.length) + what;
  return reading.unknown.length > 0 ? `${found}. No page has ${quoted(reading.unknown)}.` : found;
}
