/** Dates of records in every spelling that reference files use, and the date of publication out of several. What no date can be read from is kept as printed, in a doubt. */
import { findMonths, toPartialDate } from './dates.ts';

export interface DateRead {
  /** As precise as printed, e.g. `2018-03`; undefined where no year can be read. */
  readonly date?: string;
  /** What an editor must look at, as a whole sentence that quotes what is printed. */
  readonly doubt?: string;
}

const YEAR = /(?<!\d)(?:1[4-9]|20)\d\d(?!\d)/g;
const shown = (printed: string): string => `“${printed.trim().replace(/\s+/g, ' ').slice(0, 60)}”`;

/** The date of year, month and day as they are printed, with a doubt where the calendar has no such day; zeros are no part of a date. */
function fromParts(printed: string, year: string, month?: string, day?: string): DateRead {
  const [m, d] = [month, day].map((part) => (part === undefined || Number(part) === 0 ? undefined : part));
  const date = toPartialDate(year, m, d);
  const whole = [year, m, m && d].filter(Boolean).length * 3 + 1;
  if (date === undefined || date.length >= whole || (m && !d && Number(m) > 12 && Number(m) <= 41)) return date ? { date } : {};
  return {
    date,
    doubt: `Check \`issued\`: the entry prints ${shown(printed)}, which names a day or month that does not exist; \`${date}\` was taken.`,
  };
}

const yearOnly = (printed: string, year: string, why = ''): DateRead => ({
  date: year,
  doubt: `Check \`issued\`: the entry prints ${shown(printed)}${why}; only the year was taken.`,
});

/** Numbers alone, in the orders that are used; undefined for anything else. */
function fromNumbers(text: string, printed: string): DateRead | undefined {
  const iso = /^(\d{4})[-/.年]\s?(\d{1,2})(?:[-/.月]\s?(\d{1,2})?日?)?(?:[T /][\d:.,+Z/-]*)?$/.exec(text);
  if (iso?.[1]) {
    if (!iso[3] && Number(iso[2]) > (/-/.test(text) ? 41 : 12)) return yearOnly(printed, iso[1], ', which spans more than one year');
    return fromParts(printed, iso[1], iso[2], iso[3]);
  }
  const compact = /^((?:19|20)\d\d)([01]\d)([0-3]\d)$/.exec(text);
  if (compact?.[1]) return fromParts(printed, compact[1], compact[2], compact[3]);
  const last = /^(?:(\d{1,2})[-/.]\s?)?(\d{1,2})[-/.]\s?(\d{4})$/.exec(text);
  if (!last?.[2] || !last[3]) return undefined;
  const [, first, second, year] = last;
  if (first === undefined) return fromParts(printed, year, second);
  const [a, b] = [Number(first), Number(second)];
  if (a <= 12 && b <= 12 && a !== b) return yearOnly(printed, year, ', whose day and month can be told in two ways');
  return a > 12 ? fromParts(printed, year, second, first) : fromParts(printed, year, first, second);
}

/**
 * The date that a field of a record prints, e.g. `2018-03` for `March 2018`, `2018` with a doubt for `c. 2018`, and for
 * `in press` a doubt alone. `year` completes a date that has none, such as `Oct 12`.
 */
export function readPrintedDate(printed: string, year?: string): DateRead {
  // RIS has four places for a date; the last holds words about it.
  const ris = /^\s*(\d{4})\/(\d{0,2})\/(\d{0,2})\/[^/]*$/.exec(printed);
  if (ris?.[1] && Number(ris[1]) > 0) return fromParts(printed, ris[1], ris[2] || undefined, ris[3] || undefined);
  const text = printed
    .replace(/~|\\ |&nbsp;/g, ' ')
    .replace(/(?<=\d)\/+\s*(?:epub|print|online|ppublish|epublish)?\s*$/i, '')
    .replace(/\/\/+/g, '/')
    .replace(/\s\d{1,2}:\d\d(?::\d\d)?(?:\s*(?:[A-Z]{2,4}|[+-]\d{4}))?$/, '')
    .trim();
  const whole = text.replace(/^[([{]|[)\]}.,]+$/g, '').trim();
  if (!whole || /^0+(?:[-/.]0+)*$/.test(whole)) return {};
  const years = [...new Set(whole.match(YEAR))];
  const [first] = years;
  if (first === whole) return { date: whole };
  const numbers = fromNumbers(whole, printed);
  if (numbers) return numbers;
  if (years.length > 1) return yearOnly(printed, first ?? '', ', which spans more than one year');
  const known = first ?? year;
  if (known === undefined) return { doubt: `Look \`issued\` up: the entry prints ${shown(printed)}, and no year can be read from it.` };
  const rest = whole.replace(known, ' ');
  const months = findMonths(rest);
  const days = [...rest.matchAll(/(?<![\d:.])([0-3]?\d)(?:st|nd|rd|th|er|º|\.)?(?![\d:])/g)].map(([, day]) => day);
  const plain = !/[^\p{L}\d\s,./()[\]–-]/u.test(rest) && !/\b(?:c|ca|circa|forthcoming|copyright|press|accepted|submitted)\b/i.test(rest);
  const words = rest.replace(/\p{L}+\.?/gu, (word) =>
    findMonths(word).length > 0 ||
    /^(?:of|de|del|the|st|nd|rd|th|er|epub|print|t|z|mon|tue|wed|thu|fri|sat|sun)(?:\.|[a-z]*day)?$/i.test(word)
      ? ''
      : word,
  );
  if (plain && months.length === 1 && !/\p{L}/u.test(words))
    return fromParts(printed, known, months[0], days.length === 1 ? days[0] : undefined);
  if (plain && months.length > 1 && !/\p{L}/u.test(words)) return { date: known };
  if (/^(?:published|issued|epub)\b/i.test(rest.trim()) && months.length === 1)
    return fromParts(printed, known, months[0], days.length === 1 ? days[0] : undefined);
  return yearOnly(printed, known);
}

export interface IssuedRead {
  readonly issued: string;
  readonly doubts: readonly string[];
}

/**
 * The date of publication out of the fields of a record, the field for the year first. Dates that agree give the most precise of
 * them, e.g. `['2013', '2013/04/18']` gives `2013-04-18`. Of two that disagree the earlier is taken, with a doubt that names both.
 */
export function readIssued(printed: readonly string[]): IssuedRead {
  const fields = printed.map((text) => text.trim()).filter(Boolean);
  const year = fields.map((text) => readPrintedDate(text).date?.slice(0, 4)).find((each) => each !== undefined);
  const read = fields.map((text) => readPrintedDate(text, year));
  const dates = read.flatMap(({ date }) => date ?? []);
  const doubts = read.flatMap(({ doubt }) => doubt ?? []);
  const [first] = dates;
  if (first === undefined) {
    return { issued: 'undated', doubts: doubts.length > 0 ? doubts.slice(0, 1) : ['Look `issued` up: the entry gives no date.'] };
  }
  const best = [...dates].sort((a, b) => b.length - a.length)[0] ?? first;
  if (dates.every((date) => best.startsWith(date))) {
    const sure = read.some(({ date, doubt }) => date === best && doubt === undefined);
    return { issued: best, doubts: sure ? [] : doubts.slice(0, 1) };
  }
  const earliest = [...dates].sort()[0] ?? first;
  const issued = dates.filter((date) => date.startsWith(earliest)).sort((a, b) => b.length - a.length)[0] ?? earliest;
  const quoted = [...new Set(fields.filter((_, i) => read[i]?.date !== undefined))].map(shown).join(' and ');
  return { issued, doubts: [`Check \`issued\`: the entry prints ${quoted}, which do not agree; the earlier one was taken.`] };
}
