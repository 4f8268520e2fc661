/** Finds the numbers by which a text cites: at the ends of sentences, in brackets, raised. Counts them and trusts none. */
import { monthNames } from '../words/date.ts';
import { fromRaised } from './plain-text.ts';
import type { MarkUse, PrintedReference } from './raw-article.ts';
import type { SourceKind } from '../schema/kinds.ts';
import { isDisclaimer, isBoilerplate } from './block.ts';

/** A number after one of these words, or after a sign of arithmetic, counts something and cites nothing. */
const COUNTING =
  /(?:^|[\s(])(?:steps?|tables?|fig(?:ure)?s?\.?|stages?|grades?|class|levels?|phases?|types?|parts?|chapters?|sections?|questions?|no\.?|nos\.?|numbers?|versions?|volumes?|vol\.?|pages?|pp?\.|appendix|box|scores?|scale|cohorts?|groups?|arms?|room|covid|factor|size|to|of|than|about|under|over|least|most|and|or|is|are|was|were|be|equals?|by|from|at|in|around|approximately|every|only|just|aged?|up|plus|minus|times|january|february|march|april|may|june|july|august|september|october|november|december)$|[^\p{L}\p{N}.)\]"”’%!?…]$/iu;
/** `day 3` counts; in `for 14 days 3` the days are counted already and the 3 cites. */
const COUNTING_TIME = /(?<!\d\s?)(?<![\d.,–-]\s)\b(?:day|week|month|year|hour)s?$/i;
/** So many letters before a number tell whether it counts something. */
const LOOK_BACK = 60;
const counts = (text: string, at: number): boolean => {
  const before = text.slice(Math.max(0, at - LOOK_BACK), at);
  return COUNTING.test(before) || COUNTING_TIME.test(before);
};

const GROUP = '\\d{1,3}(?:\\s?[,–-]\\s?\\d{1,3}){0,40}';

const BRACKETED = new RegExp(`\\[(${GROUP})\\](?!\\()`, 'g');
const HIGH = /(?<=[.,;:!?)”"]|\p{L}{3})([⁰¹²³⁴⁵⁶⁷⁸⁹]+(?:[⁻⸴,][⁰¹²³⁴⁵⁶⁷⁸⁹]+)*)/gu;
/** A date in full opens bylines: `A. Author. 14 September 2025.` */
const DATE = `(?!\\s+(?:${monthNames.join('|')})\\s+\\d{4})`;
/** Ends of sentences: `… applies. 1 Next …` and `… applies.1 Next …`. */
const AFTER_STOP = new RegExp(`([\\p{L})\\]%”"][.!?…][)”"]?)\\s?(${GROUP})${DATE}(?=\\s*$|\\s+["“(]?\\p{Lu})`, 'gu');
const AT_END = new RegExp(`^(.*\\S)\\s(${GROUP})$`, 'su');

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
  readonly marks: readonly string[];
  /** Where the mark stands in its paragraph. */
  readonly at: number;
  /** False for a number that closes a line without a full stop before it: a mark only on a page that has sure ones. */
  readonly sure: boolean;
}

function findMarks(text: string): Found[] {
  const found: Found[] = [];
  const add = (marks: readonly string[], at: number, sure = true): void => {
    if (marks.length > 0) found.push({ marks, at, sure });
  };
  if (!/[\d⁰¹²³⁴-⁹]/.test(text)) return found;
  for (const { 1: group, index } of text.matchAll(BRACKETED)) add(toMarks(group ?? ''), index);
  for (const { 1: group, index } of text.matchAll(HIGH)) add(toMarks(fromRaised(group ?? '')), index);
  for (const match of text.matchAll(AFTER_STOP)) {
    const at = match.index + (match[1]?.length ?? 0);
    if (!counts(text, at)) add(toMarks(match[2] ?? ''), at);
  }
  const end = AT_END.exec(text.trimEnd());
  if (end && !/[.!?…][)”"]?$/.test(end[1] ?? '') && !counts(end[1] ?? '', end[1]?.length ?? 0))
    add(toMarks(end[2] ?? ''), end[1]?.length ?? 0, false);
  return found.sort((a, b) => a.at - b.at);
}

/** The marks of each paragraph that count: the likely ones only where the text has sure ones. */
function foundIn(paragraphs: readonly string[]): Found[][] {
  const found = paragraphs.map(findMarks);
  const cites = found.some((each) => each.some(({ sure }) => sure));
  return found.map((each) => (cites ? each : []));
}

/**
 * The marks in the paragraphs and list items of a text and how often each is used, smallest first.
 * Example: `countMarks(['It works. 1 It may harm. 2', 'Go to step 3'])` gives `1` once and `2` once.
 */
export function countMarks(paragraphs: readonly string[]): MarkUse[] {
  const tally = new Map<string, number>();
  for (const mark of foundIn(paragraphs).flatMap((each) => each.flatMap(({ marks }) => marks))) tally.set(mark, (tally.get(mark) ?? 0) + 1);
  return [...tally].map(([mark, count]) => ({ mark, count })).sort((a, b) => Number(a.mark) - Number(b.mark));
}

/** One use of a mark with the words that it stands after, back to the mark before. */
export interface CitedWords {
  readonly mark: string;
  readonly words: string;
}

const MOST_WORDS = 400;

/** What each mark stands after, e.g. `citedWords(['It works. 1 It may harm. 2'])` gives `It works.` for `1` and `It may harm.` for `2`. */
export function citedWords(paragraphs: readonly string[]): CitedWords[] {
  return foundIn(paragraphs).flatMap((found, i) => {
    const text = paragraphs[i] ?? '';
    return found.flatMap(({ marks, at }, place) => {
      const from = Math.max(0, found[place - 1]?.at ?? 0, at - MOST_WORDS);
      // The mark before stands at the start of this stretch.
      const words = text
        .slice(from, at)
        .replace(/^[\s\d[\],–⁰¹²³⁴-⁹-]+/, '')
        .trim();
      return marks.map((mark) => ({ mark, words }));
    });
  });
}

/** Type labels as sites print them, with the kind where the label leaves no doubt. `Research` and `Study` say nothing certain. */
const labels: Readonly<Record<string, SourceKind | undefined>> = {
  guideline: 'guideline',
  guidelines: 'guideline',
  'practice guideline': 'guideline',
  research: undefined,
  study: undefined,
  article: undefined,
  review: undefined,
  'systematic review': 'systematic-review',
  'meta-analysis': 'systematic-review',
  trial: 'trial',
  'clinical trial': 'trial',
  'randomised controlled trial': 'trial',
  'randomized controlled trial': 'trial',
  'case report': 'case-series',
  'case series': 'case-series',
  news: 'news',
};

/** A label is contradicted by a title that calls the work a summary of others: then no kind is claimed. */
const SECOND_HAND = /\bsummar|\binsights?\b|\bdigests?\b|\boverview/i;
const ENTRY_NUMBER = /^\s*(?:\[(\d{1,3})\]|(\d{1,3})[.)]|(\d{1,3})(?=\s+\p{Lu}))\s*/u;
const ENDS_IN_YEAR = /\b(?:19|20)\d\d[a-z]?\)?\.?$/;
const MOST_LINES = 5;

interface Entry {
  label?: string;
  mark?: string;
  lines: string[];
}

const isEnd = (line: string): boolean => isBoilerplate(line) || isDisclaimer(line) || / \| \S+$/.test(line);
const labelOf = (line: string): string | undefined => (line.toLowerCase() in labels ? line : undefined);
const isComplete = (entry: Entry): boolean => ENDS_IN_YEAR.test(entry.lines.at(-1) ?? '') || entry.lines.length >= MOST_LINES;

function toReference({ label, mark, lines }: Entry): PrintedReference {
  const work = lines.map((line) => line.replace(/\s+/g, ' ').replace(/\.$/, '')).join('. ');
  const kind = label && !SECOND_HAND.test(work) ? labels[label.toLowerCase()] : undefined;
  return { work, ...(label && { label }), ...(kind && { kind }), ...(mark && { mark }) };
}

/**
 * The works of a reference list, from the lines below its heading; `rest` is where the list has ended, as an index of `lines`.
 * Example: `toReferences(['Guideline', 'On widgets', 'Example Society, 2019'])` gives one work with label, kind and no mark.
 */
export function toReferences(lines: readonly string[]): { readonly references: PrintedReference[]; readonly rest: number } {
  const stripped = lines.map((line) => {
    const match = ENTRY_NUMBER.exec(line);
    return { text: line.replace(ENTRY_NUMBER, '').trim(), mark: match?.[1] ?? match?.[2] ?? match?.[3] };
  });
  const labelled = stripped.some(({ text }) => labelOf(text));
  const numbered = stripped.some(({ mark }) => mark);
  const entries: Entry[] = [];
  let rest = lines.length;
  for (const [i, { text, mark }] of stripped.entries()) {
    const line = lines[i]?.trim() ?? '';
    if (line === '') continue;
    if (isEnd(line)) {
      rest = i;
      break;
    }
    const last = entries.at(-1);
    const label = labelOf(text);
    if (label) entries.push({ label, mark, lines: [] });
    else if (labelled && last && last.lines.length === 0) {
      last.lines.push(text);
      last.mark ??= mark;
    } else if (last && labelled && !isComplete(last)) last.lines.push(line);
    else if (last && !labelled && numbered && !mark && !isComplete(last)) last.lines.push(line);
    else if (labelled ? last === undefined : !numbered || mark) entries.push({ mark, lines: [text] });
    else {
      rest = i;
      break;
    }
  }
  return { references: entries.filter((entry) => entry.lines.length > 0).map(toReference), rest };
}
