/** Dates as the programs behind feeds and pages print them, in any order and language. What has two readings is left alone. */
import { readDate, toIsoDate, toPartialDate } from './dates.ts';

/** Months as feeds of other languages shorten them, by their first letters. */
const MONTHS = [
  /^(?:jan|ene|gen|jän)/,
  /^(?:feb|fév|fev)/,
  /^(?:mar|mär|mrt|maa)/,
  /^(?:apr|avr|abr)/,
  /^(?:may|mai|mei|mag|maj)/,
  /^(?:jun|juin|giu)/,
  /^(?:jul|juil|lug)/,
  /^(?:aug|aoû|aou|ago)/,
  /^(?:sep|set)/,
  /^(?:oct|okt|ott|out)/,
  /^(?:nov)/,
  /^(?:dec|déc|dez|dic)/,
];

const toMonth = (name: string): string | undefined => {
  const at = MONTHS.findIndex((month) => month.test(name.toLowerCase()));
  return at < 0 ? undefined : String(at + 1);
};
/** A year of two digits is of this century below 70, as in RFC 2822 and POSIX. */
const toYear = (text: string): string => (text.length > 2 ? text : Number(text) < 70 ? `20${text.padStart(2, '0')}` : `19${text}`);
const whole = (year = '', month = '', day = ''): string | undefined => {
  const date = toPartialDate(toYear(year), month, day);
  return date?.length === 10 ? date : undefined;
};

/** Shapes of days, each with what it catches as year, month and day. */
const shapes: readonly (readonly [RegExp, (parts: readonly string[]) => string | undefined])[] = [
  [
    /^(?:\p{L}+\.?,?\s+)?(\d{1,2})\.?[ -](\p{L}{3,})\.?,?[ -](\d{4}|\d\d)\b/u,
    ([day = '', month = '', year]) => whole(year, toMonth(month), day),
  ],
  [
    /^(?:\p{L}+\.?,?\s+)?(\p{L}{3,})\.?\s+(\d{1,2}),?\s.*?\b((?:19|20)\d\d)$/u,
    ([month = '', day, year]) => whole(year, toMonth(month), day),
  ],
  [
    /^(?:\p{L}+\.?,?\s+)?(\p{L}{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+((?:19|20)\d\d)\b/u,
    ([month = '', day, year]) => whole(year, toMonth(month), day),
  ],
  [/^((?:19|20)\d\d)(\d\d)(\d\d)(?:$|T|\d{6}$)/, ([year, month, day]) => whole(year, month, day)],
  [/^(\d{4})[年년]\s*(\d{1,2})[月월]\s*(\d{1,2})[日일]/, ([year, month, day]) => whole(year, month, day)],
  [/^((?:19|20)\d\d)[./-](\d{1,2})[./-](\d{1,2})(?!\d)/, ([year, month, day]) => whole(year, month, day)],
  // `13` is no month, so the other number is.
  [/^(1[3-9]|2\d|3[01])[./-](\d{1,2})[./-]((?:19|20)\d\d)(?!\d)/, ([day, month, year]) => whole(year, month, day)],
  [/^(\d{1,2})[./-](1[3-9]|2\d|3[01])[./-]((?:19|20)\d\d)(?!\d)/, ([month, day, year]) => whole(year, month, day)],
  [/^(\d{1,2})[/-]\1[/-]((?:19|20)\d\d)(?!\d)/, ([day, year]) => whole(year, day, day)],
  // German and most of Europe write the day first before dots, and nobody writes it second.
  [/^(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d)(?!\d)/, ([day, month, year]) => whole(year, month, day)],
];

/** Seconds, or thousandths of them, since 1970, as programs count them. */
function fromSeconds(text: string): string | undefined {
  if (!/^\d{9,10}$|^\d{12,13}$/.test(text)) return undefined;
  return new Date(Number(text) * (text.length > 10 ? 1 : 1000)).toISOString().slice(0, 10);
}

const TWO_READINGS = /^(?:0?[1-9]|1[0-2])[/-](?:0?[1-9]|1[0-2])[/-](?:19|20)\d\d/;
/** What a program writes that was given no date. */
const ZERO = /^(?:1970-01-01|0{4}-|1899-12-3|1900-01-01|0001-01-01)/;

interface ProgramDate {
  readonly issued?: string;
  /** Completes "the page prints “…”, ". */
  readonly why?: string;
}

/** The day that a feed or page prints, e.g. `readProgramDate('Di, 06 Okt 2026 08:00:00 +0200').issued === '2026-10-06'`, or why it cannot be told. */
export function readProgramDate(printed: string): ProgramDate {
  const text = printed.replace(/\s+/g, ' ').trim();
  if (TWO_READINGS.test(text) && !/^(\d+)[/-]\1[/-]/.test(text))
    return { why: 'which is one day where the month comes first and another where the day does: look it up at the original' };
  const fitting = shapes.filter(([shape]) => shape.test(text));
  const shaped = fitting.map(([shape, toDay]) => toDay(shape.exec(text)?.slice(1) ?? [])).find((day) => day !== undefined);
  if (fitting.length > 0 && shaped === undefined && !ZERO.test(text)) return { why: 'which is no day that exists' };
  const date = shaped ?? readDate(text) ?? toIsoDate(text) ?? fromSeconds(text);
  if (ZERO.test(date ?? text)) return { why: 'which programs write where they have no date: look it up at the original' };
  return date === undefined ? { why: 'of which no day could be read: look it up at the original' } : { issued: date };
}
