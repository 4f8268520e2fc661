/** The numbers of a text as figures: value and kind, e.g. a share, a time, a P value. Names with digits in them are none. */
import { countedNouns, measures, monthNames, numberWords, quantityUnits, roughly, timeUnits } from './figure-words.ts';

/** `share` is of 100; `time:hours` and `time:months` are families of units; `quantity:mg` is a unit by itself; `plain` is no more than a number. */
export type FigureKind = 'share' | 'p' | 'count' | 'ratio' | 'year' | 'date' | 'plain' | `time:${string}` | `quantity:${string}`;

export interface ProseFigure {
  readonly value: number;
  /** Without its unit, e.g. 2 of `2 years`. */
  readonly number: number;
  readonly kind: FigureKind;
  /** As it stands there, with its unit, e.g. `1.7%`. */
  readonly said: string;
  /** Where the number starts and ends in the text. */
  readonly at: number;
  readonly end: number;
  /** Digits after the point. */
  readonly decimals: number;
  /** Written in letters. */
  readonly inWords: boolean;
  /** MeantAdvice roughly, as in `about 28%`. */
  readonly rough: boolean;
}

const any = (words: readonly string[]): string =>
  words
    .toSorted((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|');

const DIGITS = String.raw`(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?`;
/** Not within a name (`NG158`, `SF-36`, `2C`) and not a part of a longer number (`1.2.3`). */
const NUMBER = new RegExp(
  String.raw`(?<![\p{L}\p{N}_]|\p{L}[-‐]|\d[.,])${DIGITS}(?![\p{L}\p{N}_]|\.\d)|(?<![\p{L}\p{N}-])(?:${any(Object.keys(numberWords))})(?![\p{L}\p{N}-]|-\p{L})`,
  'giu',
);
const SHARE = /^\s?(?:%|per\s?cent\b|percent\b|percentage points?\b)/;
const OF_HUNDRED = /^(?:\s[\p{L}-]+){0,4}?\s(?:per|in|of|out of)\s(?:every\s)?(100|1,000|1000|10,000)(?![\d.,]*\d|%)/u;
const TIME = new RegExp(String.raw`^[\s-](?:more |further |full |whole )?(${Object.keys(timeUnits).join('|')})s?\b`, 'i');
const QUANTITY = new RegExp(String.raw`^\s?(${any(quantityUnits)})(?![\p{L}\p{N}])`, 'u');
const COUNTED = new RegExp(String.raw`^(?:\s[\p{L}-]+){0,2}?\s(?:${any(countedNouns)})\b`, 'iu');
/** As near as a noun stands to a count that looks like a year. */
const COUNTED_NEXT = new RegExp(String.raw`^(?:\spublished)?\s(?:${any(countedNouns)})\b`, 'iu');
const MONTH = new RegExp(String.raw`^\s(${monthNames.join('|')})\b`, 'i');
const P_BEFORE = /\bP(?:\s(?:values?|for|below|above|under|over|of|was)\b[^\d;.,()]{0,60})?\s?[=<>≈≤≥]?\s?$/u;
const MEASURE = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${any(Object.keys(measures))})\s?(?:was |of |with [\p{L} ]{1,40} |=|,)?\s?$`,
  'u',
);
const ROUGH = new RegExp(String.raw`(?<![\p{L}])(?:${any(roughly)})\s$`, 'iu');
/** Between a number without a unit and one with it, where they share it: `6, 12 and 24 months`, `18% v 24%`, `47 v 48%`. */
const SHARES_UNIT = /^(?:\s?(?:–|-)\s?|\s(?:to|and|or|v|vs|against|versus)\s|,\s(?:and|or)\s)(?:from\s|about\s)?$/;

interface Seen {
  kind: FigureKind;
  value: number;
  /** Length of the unit after the number. */
  unit: number;
  /** What a number that shares the unit is multiplied by. */
  factor: number;
  /** The unit stands further on. */
  shares?: true;
}

function kindOf(text: string, at: number, end: number, value: number, inWords: boolean): Seen {
  const before = text.slice(Math.max(0, at - 60), at);
  const after = text.slice(end, end + 80);
  const seen = (kind: FigureKind, unit = 0, factor = 1): Seen => ({ kind, value: value * factor, unit, factor });
  if (value <= 1 && P_BEFORE.test(before)) return seen('p');
  const share = SHARE.exec(after);
  if (share) return seen('share', share[0].length);
  const hundred = OF_HUNDRED.exec(after);
  if (hundred) return seen('share', hundred[0].length, 100 / Number(hundred[1]?.replace(',', '')));
  const time = TIME.exec(after);
  if (time) {
    const [family, size] = timeUnits[time[1]?.toLowerCase() ?? ''] ?? ['', 1];
    return seen(`time:${family}`, time[0].length, size);
  }
  const quantity = QUANTITY.exec(after);
  if (quantity) return seen(`quantity:${quantity[1] ?? ''}`, quantity[0].length);
  const month = MONTH.exec(after);
  if (month && value <= 31 && !inWords)
    return { kind: 'date', value: (monthNames.indexOf(month[1]?.toLowerCase() ?? '') + 1) * 100 + value, unit: month[0].length, factor: 1 };
  const written = text.slice(at, end);
  if (/^(?:19|20)\d\d$/.test(written)) return seen(COUNTED_NEXT.test(after) ? 'count' : 'year');
  if (COUNTED.test(after)) return seen('count');
  if (MEASURE.test(before)) return seen('ratio');
  return seen('plain');
}

const toValue = (written: string): number => numberWords[written.toLowerCase()] ?? Number(written.replaceAll(',', ''));

/** Figures with the same unit: what stands before `and 24 months` is months too. */
function shareUnits(text: string, found: (Seen & { at: number; end: number; inWords: boolean })[]): void {
  for (let i = found.length - 2; i >= 0; i -= 1) {
    const [one, next] = [found[i], found[i + 1]];
    if (one?.kind !== 'plain' || !next || one.inWords !== next.inWords || !/^(?:share|time|quantity)/.test(next.kind)) continue;
    if (/(?:of|of the|\/)\s?$/.test(text.slice(Math.max(0, one.at - 8), one.at))) continue;
    const between = text.slice(one.end, next.at);
    // A comma only in a list that goes on with one of these.
    if (SHARES_UNIT.test(between) || (between === ', ' && next.shares)) {
      one.shares = true;
      one.kind = next.kind;
      one.factor = next.factor;
      one.value *= next.factor;
    }
  }
}

/**
 * The figures of a text in order, e.g. `readFigures('18% v 24% at 2 years')` gives two shares, 18 and 24, and a time of 24 months.
 * The hundred of `18 in 100` belongs to its figure. Numbers in letters are figures only with a unit or a noun that is counted.
 */
export function readFigures(text: string): ProseFigure[] {
  const found: (Seen & { at: number; end: number; inWords: boolean })[] = [];
  let taken = 0;
  for (const { 0: written, index: at } of text.matchAll(NUMBER)) {
    if (at < taken) continue;
    const end = at + written.length;
    const inWords = !/\d/.test(written);
    const seen = kindOf(text, at, end, toValue(written), inWords);
    if (seen.unit && seen.kind === 'share') taken = end + seen.unit;
    found.push({ ...seen, at, end, inWords });
  }
  shareUnits(text, found);
  return found.map(({ kind, value, at, end, unit, inWords }) => ({
    value,
    number: toValue(text.slice(at, end)),
    kind,
    said: text.slice(at, end + unit),
    at,
    end: kind === 'share' ? end + unit : end,
    decimals: /\.(\d+)/.exec(text.slice(at, end))?.[1]?.length ?? 0,
    inWords,
    rough: ROUGH.test(text.slice(Math.max(0, at - 14), at)),
  }));
}
