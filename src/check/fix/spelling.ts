/**
 * Spellings that have one right form: ids, dates, quotation marks, and where sentences end. Leaves alone whatever has two readings, and
 * works on text whose markup was masked.
 */
import { foldLetters } from '../../words/fold.ts';
import { day, partialDate } from '../../schema/date.ts';
import { monthAbbreviations, monthNames } from '../../words/date.ts';

/** Lower-case letters, digits and single hyphens, e.g. `slug('Nice 2019: IPG651') === 'nice-2019-ipg651'`; empty where nothing is left. */
export const slug = (name: string): string =>
  foldLetters(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');

const OPENS_AFTER = /[\s([{“‘–—/-]/u;
const WORD = /[\p{L}\p{N}]/u;

interface Marks {
  /** Whether the character at a place may change; all may by default. */
  readonly mayChange?: (index: number) => boolean;
  /** Whether a reader sees the character; markup between a mark and a word is looked through. */
  readonly isSeen?: (char: string) => boolean;
}

/** The nearest character that a reader sees, going one way; a blank beyond the ends. */
function neighbour(chars: readonly string[], from: number, step: 1 | -1, isSeen: (char: string) => boolean): string {
  let at = from + step;
  while (at >= 0 && at < chars.length && !isSeen(chars[at] ?? '')) at += step;
  return chars[at] ?? ' ';
}

/**
 * The text with curly quotation marks, place for place, e.g. `curled('"It\'s"') === '“It’s”'`. Double marks that do not
 * come in pairs stay as they are, and so does a single one that may be a minute, a foot or the start of a year.
 */
export function curled(text: string, { mayChange = () => true, isSeen = () => true }: Marks = {}): string {
  const chars = text.split('');
  const left = (index: number): string => neighbour(chars, index, -1, isSeen);
  const doubles = chars.flatMap((char, index) =>
    char === '"' && mayChange(index) ? [{ index, opens: OPENS_AFTER.test(left(index)) }] : [],
  );
  const paired = doubles.length % 2 === 0 && doubles.every(({ opens }, place) => opens === (place % 2 === 0));
  if (paired) for (const { index, opens } of doubles) chars[index] = opens ? '“' : '”';
  const open: number[] = [];
  for (const [index, char] of chars.entries()) {
    if (char !== "'" || !mayChange(index)) continue;
    const [before, after] = [left(index), neighbour(chars, index, 1, isSeen)];
    if (WORD.test(before) && /\p{L}/u.test(after)) chars[index] = '’';
    else if (OPENS_AFTER.test(before) && /\p{L}/u.test(after)) open.push(index);
    else if (!OPENS_AFTER.test(before)) {
      const start = open.pop();
      if (start !== undefined) chars[start] = '‘';
      // Without one before it, a mark behind an s is a genitive: the patients’ legs.
      if (start !== undefined || /s/i.test(before)) chars[index] = '’';
    }
  }
  return chars.join('');
}

/** The number of a month by its English name, full or cut to three or four letters, e.g. `monthOf('Sept') === 9`. */
function monthOf(name: string): number | undefined {
  const wanted = name
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/^sept$/, 'sep');
  const index = monthNames.findIndex((full, i) => wanted === full.toLowerCase() || wanted === monthAbbreviations[i]);
  return index < 0 ? undefined : index + 1;
}

const iso = (year: string, month: number | string, dayOfMonth?: string): string =>
  [year, String(month).padStart(2, '0'), ...(dayOfMonth === undefined ? [] : [dayOfMonth.padStart(2, '0')])].join('-');

/** Every way in which a text can be read as a date, the impossible ones included. */
function readings(text: string): string[] {
  const yearFirst = /^(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2}))?$/.exec(text);
  if (yearFirst) return [iso(yearFirst[1] ?? '', yearFirst[3] ?? '', yearFirst[4])];
  const midnight = /^(\d{4}-\d{2}-\d{2})[T ]00:00(?::00(?:\.0+)?)?Z?$/.exec(text);
  if (midnight) return [midnight[1] ?? ''];
  const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(text);
  if (yearLast) {
    const [, first = '', , second = '', year = ''] = yearLast;
    return [iso(year, first, second), iso(year, second, first)];
  }
  const named = /^(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?([A-Za-z]+\.?)(?:\s+(\d{1,2})(?:st|nd|rd|th)?)?,?\s+(\d{4})$/.exec(text);
  const month = monthOf(named?.[2] ?? '');
  if (!named || month === undefined || (named[1] && named[3])) return /^undated$/i.test(text) ? ['undated'] : [];
  return [iso(named[4] ?? '', month, named[1] ?? named[3])];
}

/**
 * A date in our spelling, e.g. `respelledDate('2026-3-7', 'date') === '2026-03-07'`; `13/07/2026` can only be 13 July, while
 * `03/07/2026` may be either and gives `undefined`, as does whatever is right already or is no date.
 */
export function respelledDate(text: string, format: 'date' | 'partial-date'): string | undefined {
  const schema = format === 'date' ? day : partialDate;
  if (schema.safeParse(text).success) return undefined;
  const possible = new Set(readings(text.trim()).filter((reading) => schema.safeParse(reading).success));
  return possible.size === 1 ? [...possible][0] : undefined;
}

/** What is left of an id when case, accents, separators, folder and ending are set aside. */
const bare = (name: string): string =>
  slug(
    name
      .trim()
      .replace(/^@/, '')
      .replace(/\/+$/, '')
      .replace(/^.*\//, '')
      .replace(/\.(?:mdx?|ya?ml)$/, ''),
  ).replaceAll('-', '');

/**
 * The id that was meant, e.g. `respelledId('NICE_2019 IPG651', ['nice-2019-ipg651'])` is `nice-2019-ipg651`.
 * `undefined` for a name that exists, and where none or more than one entry is spelled so but for case and separators.
 */
export function respelledId(name: string, ids: readonly string[]): string | undefined {
  if (ids.includes(name)) return undefined;
  const wanted = bare(name);
  const matches = wanted ? ids.filter((id) => bare(id) === wanted) : [];
  return matches.length === 1 ? matches[0] : undefined;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** After these no sentence ends, whatever follows: words cut short, and names and Latin written with a full stop. */
const CUT_SHORT =
  /(?:^|[\s([“‘"'/–—-])(?:e\.g|i\.e|et al|vs|cf|viz|ca|approx|resp|incl|Dr|Prof|Mr|Mrs|Ms|St|Inc|Ltd|Co|Corp|Jr|Sr|\p{Lu})\.$/iu;
/** After these no sentence ends where a number follows: `No. 3`, `Fig. 2`, `p. 7`. */
const COUNTS_ON = /(?:^|[\s([“‘"'])(?:nos?|figs?|tabs?|eqs?|refs?|chap|sect?|para|pp?|vol|eds?)\.$/iu;
/** What closes a sentence, quotation marks and brackets behind it included. */
const STOP = /[.?!…]["”’')\]]*$/u;

const endsThere = (before: string, after: string): boolean =>
  !CUT_SHORT.test(before) && !(COUNTS_ON.test(before) && /^(?:\d|[ivx]+\b)/i.test(after)) && STOP.test(before);

/**
 * Places at which a sentence begins, without the first, e.g. `sentenceStarts('It is. E.g. so.')` is `[7]`. White space
 * between sentences belongs to neither. A line break behind a stop is taken for the end of a sentence: somebody put it there.
 */
export function sentenceStarts(text: string): number[] {
  const starts = new Set<number>();
  const folded = text.replace(/\s/g, ' ');
  for (const { index } of segmenter.segment(folded)) {
    const before = folded.slice(0, index).trimEnd();
    if (before && endsThere(before, folded.slice(index))) starts.add(index);
  }
  for (const match of text.matchAll(/\n\s*/g)) {
    const start = match.index + match[0].length;
    if (STOP.test(text.slice(0, match.index).trimEnd()) && start < text.length) starts.add(start);
  }
  return [...starts].sort((a, b) => a - b);
}
