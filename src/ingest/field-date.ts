/** The one reader of fields that hold a date, of records, pages, feeds and registries: in any order, each as precise as it stands there. What has two readings is never guessed. */
import { findMonths, findPrintedDate, toPartialDate, type DatePart } from './dates.ts';

interface DateRead {
  /** As much of the date as is sure, e.g. `2018-03`; undefined where no year can be read. */
  readonly date?: string | undefined;
  /** What is wrong with what is printed; completes "the page prints “…”, ". */
  readonly why?: string;
}

const NO_DAY = 'which is no day that exists';
const TWO_READINGS = 'which is one day where the month comes first and another where the day does';
const YEARS = 'which spans more than one year';
const UNCLEAR = 'of which not all is a date';
/** What a program writes that was given no date. */
const ZERO = /^(?:1970-01-01|0{4}[-/]0|1899-12-3|1900-01-01|0001-01-01)/;
/** Words that say that a date is none of publication, or not sure. */
const NOT_ISSUED = /\b(?:c|ca|circa|forthcoming|copyright|press|accepted|submitted)\b/i;
const AROUND =
  /^(?:of|d|de|del|the|at|le|den|st|nd|rd|th|er|epub|print|online|first|г|р|t|z|mon|tue|wed|thu|fri|sat|sun)(?:\.|[a-z]*day)?$/i;

/** The date of year, month and day as they are printed; zeros are no part of a date. */
function fromParts(year: string, month?: string, day?: string): DateRead {
  const [m, d] = [month, day].map((part) => (part === undefined || Number(part) === 0 ? undefined : part));
  const date = toPartialDate(year, m, d);
  const whole = [year, m, m && d].filter(Boolean).length * 3 + 1;
  // EDTF counts seasons on from the months.
  if (date === undefined || date.length >= whole || (m && !d && Number(m) > 12 && Number(m) <= 41)) return { date };
  return { date, why: NO_DAY };
}

/** Numbers alone, in the orders that are used; undefined for anything else. */
function fromNumbers(text: string): DateRead | undefined {
  const iso = /^(\d{4})[-/.年년]\s?(\d{1,2})(?:[-/.月월](?:\s?(\d{1,2})[日일.]?)?)?(?:[T /][\d:.,+/-]*(?:\s?[+-]\d\d:?\d\d|Z)?)?$/.exec(
    text,
  );
  if (iso?.[1]) {
    const ends = !iso[3] && Number(iso[2]) > (/-/.test(text) ? 41 : 12);
    return ends ? { date: iso[1], why: YEARS } : fromParts(iso[1], iso[2], iso[3]);
  }
  const compact = /^((?:19|20)\d\d)([01]\d)([0-3]\d)(?:T.*|\d{4}|\d{6})?$/.exec(text);
  if (compact?.[1]) return fromParts(compact[1], compact[2], compact[3]);
  // Seconds, or thousandths of them, since 1970, as programs count them.
  if (/^\d{10}$|^\d{13}$/.test(text)) return { date: new Date(Number(text.slice(0, 10)) * 1000).toISOString().slice(0, 10) };
  const last = /^(?:(\d{1,2})([-/.])\s?)?(\d{1,2})[-/.]\s?(\d{4})$/.exec(text);
  if (!last?.[3] || !last[4]) return undefined;
  const [, first, sign, second, year] = last;
  if (first === undefined) return fromParts(year, second);
  const [a, b] = [Number(first), Number(second)];
  // Before dots the day comes first, as German and most of Europe write it.
  if (a <= 12 && b <= 12 && a !== b && sign !== '.') return { date: year, why: TWO_READINGS };
  return b <= 12 ? fromParts(year, second, first) : fromParts(year, first, second);
}

/** A year of two digits behind day and month is of this century below 70, as in RFC 2822 and POSIX. */
const withWholeYear = (text: string): string =>
  text.replace(/^((?:\p{L}+\.?,?\s+)?\d{1,2}\.?[ -]\p{L}{3,}\.?,?[ -])(\d\d)$/u, (_, start: string, year: string) =>
    findMonths(start).length > 0 ? `${start}${Number(year) < 70 ? 20 : 19}${year}` : `${start}${year}`,
  );

/**
 * The date that a field prints and holds nothing else, e.g. `2018-03` for `March 2018`, `2018` and a reason for `c. 2018`, and for
 * `in press` a reason alone. `year` completes a date that has none, such as `Oct 12`.
 */
function readField(printed: string, year?: string): DateRead {
  // RIS has four places for a date; the last holds words about it.
  const ris = /^\s*(\d{4})\/(\d{0,2})\/(\d{0,2})\/[^/]*$/.exec(printed);
  if (ris?.[1] && Number(ris[1]) > 0) return fromParts(ris[1], ris[2] || undefined, ris[3] || undefined);
  const text = printed
    .replace(/~|\\ |&nbsp;|\s+/g, ' ')
    .replace(/^ ?(?:first )?(?:published|issued|posted|available)(?: online)?(?: first)?(?: on)?:? /i, '')
    .replace(/(?<=\d)\/+\s*(?:epub|print|online|ppublish|epublish)?\s*$/i, '')
    .replace(/\/\/+/g, '/')
    .replace(/\s\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?(?:\s?[ap]\.?m\.?)?(?:\s*(?:[A-Z]{1,4}|[+-]\d\d:?\d\d|\([^)]*\)))*(?=$|\s\d{4}$)/i, '')
    .trim();
  const whole = withWholeYear(text.replace(/^[([{]|[)\]}.,]+$/g, '').trim());
  const years = [...new Set(whole.match(/(?<!\d)(?:1[4-9]|20)\d\d(?!\d)/g))];
  const [first] = years;
  if (first === whole) return { date: whole };
  const numbers = fromNumbers(whole);
  if (numbers) return numbers;
  if (years.length > 1) return { date: first, why: YEARS };
  const known = first ?? year;
  if (known === undefined) return { why: 'and no year can be read from it' };
  // A day of the week in any language stands before a day or a month.
  const rest = whole
    .replace(known, ' ')
    .replace(/^(\p{L}+)\.?,?\s+(?=\d{1,2}\b|\p{L}{3})/u, (lead: string, word: string) =>
      findMonths(word).length > 0 || findMonths(whole).length === 0 || NOT_ISSUED.test(word) ? lead : '',
    );
  const months = findMonths(rest);
  const days = [...rest.matchAll(/(?<![\d:.])([0-3]?\d)(?:st|nd|rd|th|er|º|\.)?(?![\d:])/g)].map(([, day]) => day);
  const words = rest.replace(/\p{L}+\.?/gu, (word) => (findMonths(word).length > 0 || AROUND.test(word) ? '' : word));
  const plain = !/[^\p{L}\d\s,./()[\]'’–-]/u.test(rest) && !NOT_ISSUED.test(rest) && !/\p{L}/u.test(words);
  if (plain && months.length > 1) return { date: known };
  if (plain && months.length === 1) return fromParts(known, months[0], days.length === 1 ? days[0] : undefined);
  return { date: known, why: UNCLEAR };
}

/** The same without the dates that stand for none. */
function readDate(printed: string, year?: string): DateRead {
  const read = readField(printed, year);
  return ZERO.test(printed.trim()) || ZERO.test(read.date ?? '') ? { why: 'which programs write where they have no date' } : read;
}

/** The date that a page, a feed or a registry gives, where it is sure, e.g. `readPageDate('Di, 06 Okt 2026 08:00:00 +0200').issued === '2026-10-06'`; else the reason, which completes "the page prints “…”, ". */
export function readPageDate(printed: string): { readonly issued?: string; readonly why?: string } {
  const { date, why } = readDate(printed);
  const issued = why === UNCLEAR ? findPrintedDate(printed)?.date : why === undefined ? date : undefined;
  return issued === undefined ? { why: `${why ?? 'which is no date'}: look it up at the original` } : { issued };
}

/** The same of a field that may be missing, e.g. `toDate('2019-03-07T00:00:00Z') === '2019-03-07'`. */
export const toDate = (text: string | undefined): string | undefined => readPageDate(text ?? '').issued;

/** The same where it is a whole day, as `updated` wants it, e.g. `toWholeDay('2019-03')` is undefined. */
export const toWholeDay = (text: string | undefined): string | undefined => [toDate(text)].find((date) => date?.length === 10);

export interface IssuedRead {
  readonly issued: string;
  readonly doubts: readonly string[];
}

/** Of dates that agree the most precise, else the earliest, as precise as one that agrees with it; the latter is no `agreed`. */
function pick(dates: readonly [string, ...string[]]): { readonly date: string; readonly agreed: boolean } {
  const precise = (some: readonly string[]): string => [...some].sort((a, b) => b.length - a.length)[0] ?? dates[0];
  const best = precise(dates);
  if (dates.every((date) => best.startsWith(date))) return { date: best, agreed: true };
  const earliest = [...dates].sort()[0] ?? best;
  return { date: precise(dates.filter((date) => date.startsWith(earliest))), agreed: false };
}

const shown = (printed: string): string => `“${printed.trim().replace(/\s+/g, ' ').slice(0, 60)}”`;

/**
 * The date of publication out of the fields of a record, the field for the year first. Dates that agree give the most precise of
 * them, e.g. `['2013', '2013/04/18']` gives `2013-04-18`. Of two that disagree the earlier is taken, with a doubt that names both;
 * of what is not sure the part that is, with a doubt that quotes what is printed.
 */
export function readIssued(printed: readonly string[]): IssuedRead {
  const fields = printed.map((text) => text.trim()).filter((text) => /[^0\s/.-]/.test(text));
  const year = fields.map((text) => readDate(text).date?.slice(0, 4)).find((each) => each !== undefined);
  const read = fields.map((text) => ({ text, ...readDate(text, year) }));
  const doubts = read.flatMap(({ text, date, why }) => {
    if (why === undefined) return [];
    if (date === undefined) return [`Look \`issued\` up in the work: the entry prints ${shown(text)}, ${why}.`];
    const taken = why === NO_DAY ? `\`${date}\`` : 'only the year';
    return [
      `Check \`issued\`: the entry prints ${shown(text)}${why === UNCLEAR ? '' : `, ${why}`}; ${taken} was taken. Compare with the work.`,
    ];
  });
  const [first, ...more] = read.flatMap(({ date }) => date ?? []);
  if (first === undefined)
    return {
      issued: 'undated',
      doubts: doubts.length > 0 ? doubts.slice(0, 1) : ['Look `issued` up in the work: the entry gives no date.'],
    };
  const { date, agreed } = pick([first, ...more]);
  const sure = agreed && read.some((each) => each.date === date && each.why === undefined);
  if (agreed) return { issued: date, doubts: sure ? [] : doubts.slice(0, 1) };
  const quoted = [...new Set(read.filter((each) => each.date !== undefined).map(({ text }) => shown(text)))].join(' and ');
  return {
    issued: date,
    doubts: [`Check \`issued\`: the entry prints ${quoted}, which do not agree; the earlier one was taken. Compare with the work.`],
  };
}

/**
 * The same of a registry that keeps the days of the online and the printed version apart. Example: online `2020-01-20` and print
 * `2020-03` give `2020-01-20` and a sentence that names both.
 */
export function toIssued(online: DatePart, print: DatePart, otherwise: DatePart): IssuedRead {
  const [first = otherwise, ...more] = [online, print].filter((date) => date !== undefined);
  if (first === undefined)
    return {
      issued: 'undated',
      doubts: ['Look for the date of publication in the work: the record gives none, so `issued` says `undated`.'],
    };
  const { date, agreed } = pick([first, ...more]);
  const both = `the record gives ${online} for the online and ${print} for the printed version`;
  return { issued: date, doubts: agreed ? [] : [`Check \`issued\`: ${both}; the earlier one was taken. Compare with the work.`] };
}
