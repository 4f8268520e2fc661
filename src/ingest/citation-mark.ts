/** Finds the numbers by which a text cites: at the ends of sentences, in brackets, raised. Counts them and trusts none. */
import type { MarkUse } from './raw-article.ts';

/** A number after one of these words, or after a sign of arithmetic, counts something and cites nothing. */
const COUNTING =
  /(?:^|[\s(])(?:steps?|tables?|fig(?:ure)?s?\.?|stages?|grades?|class|levels?|phases?|types?|parts?|chapters?|sections?|questions?|no\.?|nos\.?|numbers?|versions?|volumes?|vol\.?|pages?|pp?\.|appendix|box|scores?|scale|cohorts?|groups?|arms?|room|covid|factor|size|to|of|than|about|under|over|least|most|and|or|is|are|was|were|be|equals?|by|from|at|in|around|approximately|every|only|just|aged?|up|plus|minus|times|january|february|march|april|may|june|july|august|september|october|november|december)$|[^\p{L}\p{N}.)\]"”’%!?…]$/iu;
/** `day 3` counts; in `for 14 days 3` the days are counted already and the 3 cites. */
const COUNTING_TIME = /(?<!\d\s?)(?<![\d.,–-]\s)\b(?:day|week|month|year|hour)s?$/i;
const counts = (before: string): boolean => COUNTING.test(before) || COUNTING_TIME.test(before);

const RAISED: Readonly<Record<string, string>> = {
  '⁰': '0',
  '¹': '1',
  '²': '2',
  '³': '3',
  '⁴': '4',
  '⁵': '5',
  '⁶': '6',
  '⁷': '7',
  '⁸': '8',
  '⁹': '9',
  '⁻': '-',
  '⸴': ',',
};
const GROUP = '\\d{1,3}(?:\\s?[,–-]\\s?\\d{1,3})*';

const LONGEST_RANGE = 30;

/** `1,3-5` as `1 3 4 5`; a range that runs backwards or too far is taken as its two ends. */
function toMarks(group: string): string[] {
  return group.split(',').flatMap((part) => {
    const [low, high] = part.split(/[–-]/).map(Number);
    if (low === undefined || Number.isNaN(low)) return [];
    if (high === undefined) return low > 0 ? [String(low)] : [];
    if (high <= low || high - low > LONGEST_RANGE) return [String(low), String(high)];
    return Array.from({ length: high - low + 1 }, (_, i) => String(low + i));
  });
}

interface Found {
  readonly sure: string[];
  /** Numbers that close a line without a full stop before them: marks only on a page that has sure ones. */
  readonly likely: string[];
}

function findMarks(text: string): Found {
  const sure: string[] = [];
  const likely: string[] = [];
  for (const [, group] of text.matchAll(new RegExp(`\\[(${GROUP})\\](?!\\()`, 'g'))) sure.push(...toMarks(group ?? ''));
  for (const [, group] of text.matchAll(/(?<=[.,;:!?)”"]|\p{L}{3})([⁰¹²³⁴⁵⁶⁷⁸⁹]+(?:[⁻⸴,][⁰¹²³⁴⁵⁶⁷⁸⁹]+)*)/gu)) {
    sure.push(...toMarks([...(group ?? '')].map((sign) => RAISED[sign] ?? sign).join('')));
  }
  // Ends of sentences: `… applies. 1 Next …` and `… applies.1 Next …`.
  for (const match of text.matchAll(new RegExp(`([\\p{L})\\]%”"][.!?…][)”"]?)\\s?(${GROUP})(?=\\s*$|\\s+["“(]?\\p{Lu})`, 'gu'))) {
    const before = text.slice(0, match.index + (match[1]?.length ?? 0));
    if (!counts(before)) sure.push(...toMarks(match[2] ?? ''));
  }
  const end = new RegExp(`^(.*\\S)\\s(${GROUP})$`, 'su').exec(text.trimEnd());
  if (end && !/[.!?…][)”"]?$/.test(end[1] ?? '') && !counts(end[1] ?? '')) likely.push(...toMarks(end[2] ?? ''));
  return { sure, likely };
}

/**
 * The marks in the paragraphs and list items of a text and how often each is used, smallest first.
 * Example: `countMarks(['It works. 1 It may harm. 2', 'Go to step 3'])` gives `1` once and `2` once.
 */
export function countMarks(paragraphs: readonly string[]): MarkUse[] {
  const found = paragraphs.map(findMarks);
  const sure = found.flatMap((each) => each.sure);
  const all = sure.length > 0 ? [...sure, ...found.flatMap((each) => each.likely)] : [];
  const tally = new Map<string, number>();
  for (const mark of all) tally.set(mark, (tally.get(mark) ?? 0) + 1);
  return [...tally].map(([mark, count]) => ({ mark, count })).sort((a, b) => Number(a.mark) - Number(b.mark));
}
