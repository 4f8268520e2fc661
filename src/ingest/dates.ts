/** Dates as pages print them, records keep them and metadata write them, each as precise as it stands there. Never guesses: `03/04/2018` has two readings and is left alone. */
import { partialDate } from '../schema/date.ts';
import { monthAbbreviations, monthNames } from '../words/date.ts';
import { capitalise } from '../words/phrase.ts';

/** The names of the months in other languages, and the long abbreviation of September. */
const otherNames = [
  'janvier januar enero gennaio januari janeiro',
  'février fevrier februar febrero febbraio februari fevereiro',
  'mars märz marzo maart março',
  'avril abril aprile',
  'mayo maggio mei maio',
  'juin juni junio giugno junho',
  'juillet juli julio luglio julho',
  'août aout agosto augustus',
  'sept septembre septiembre settembre setembro',
  'octobre oktober octubre ottobre outubro',
  'novembre noviembre novembro',
  'décembre decembre dezember diciembre dicembre dezembro',
];
const monthNumbers = new Map(
  otherNames.flatMap((others, i) =>
    [monthNames[i]?.toLowerCase() ?? '', monthAbbreviations[i] ?? '', ...others.split(' ')].map((name) => [name, String(i + 1)]),
  ),
);
const names = [...monthNumbers.keys()].sort((a, b) => b.length - a.length);
const small = names.join('|');
const capital = names.map(capitalise).join('|');
const YEAR = '((?:19|20)\\d\\d)(?!\\d)';

/** The shapes of printed dates, each with the places of year, month and day among what it catches. */
const shapes: readonly (readonly [RegExp, ...number[]])[] = [
  [/(?<!\d)((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)/, 1, 2, 3],
  [
    new RegExp(`(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|º|\\.)?\\s+(?:de\\s+|of\\s+)?(${small})\\.?,?\\s+(?:de\\s+)?${YEAR}`, 'i'),
    ...[3, 2, 1],
  ],
  [new RegExp(`(${capital})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+${YEAR}`), 3, 1, 2],
  [new RegExp(`(?<![\\d,]\\s?)(${capital})\\.?\\s+${YEAR}`), 2, 1],
];

/** The months that a text names, as numbers and each once, e.g. `findMonths('Mar-Apr')` is `['3', '4']`. */
export const findMonths = (text: string): string[] => [
  ...new Set([...text.toLowerCase().matchAll(/\p{L}+/gu)].flatMap(([word]) => monthNumbers.get(word) ?? [])),
];

type DatePart = string | undefined;

/** The date that parts make, those that are missing left out; undefined where there is no such day. */
function toExisting(...parts: readonly DatePart[]): string | undefined {
  const [year, ...rest] = parts.filter((part) => part !== undefined && part !== '');
  const text = [year, ...rest.map((part) => part?.padStart(2, '0'))].join('-');
  return /^\d{4}/.test(text) && partialDate.safeParse(text).success ? text : undefined;
}

interface PrintedDate {
  /** ISO, as precise as printed, or undefined when no such day exists. */
  readonly date: string | undefined;
  /** As it stands there, e.g. `January 10, 2018`. */
  readonly printed: string;
  readonly before: string;
  readonly after: string;
}

/** The first date in a line, e.g. `findPrintedDate('NewsMay 3, 2020Ann Example')?.date === '2020-05-03'`. */
export function findPrintedDate(line: string): PrintedDate | undefined {
  for (const [shape, ...places] of shapes) {
    const match = shape.exec(line);
    if (!match) continue;
    const [year, month, dayOfMonth] = places.map((place) => match[place]);
    return {
      date: toExisting(year, monthNumbers.get(month?.toLowerCase() ?? '') ?? month, dayOfMonth),
      printed: match[0],
      before: line.slice(0, match.index),
      after: line.slice(match.index + match[0].length),
    };
  }
  return undefined;
}

/** A date that stands alone, printed or as `2019` and `2019-03`; undefined where it is none or no such day exists. */
export const readDate = (text: string): string | undefined =>
  findPrintedDate(text)?.date ?? (/^\d{4}(?:-\d\d)?$/.test(text) ? toExisting(...text.split('-')) : undefined);

/** The longest part of a date that exists, e.g. `toPartialDate('2019', 'Feb', '30') === '2019-02'`; undefined without a year. */
export function toPartialDate(year: DatePart, month?: string, dayOfMonth?: string): string | undefined {
  const named = monthAbbreviations.indexOf(month?.slice(0, 3).toLowerCase() ?? '') + 1;
  const number = /^\d{1,2}$/.test(month ?? '') ? month : named > 0 ? String(named) : undefined;
  const whole = number && /^\d{1,2}$/.test(dayOfMonth ?? '') ? toExisting(year, number, dayOfMonth) : undefined;
  return year ? (whole ?? toExisting(year, number) ?? toExisting(year)) : undefined;
}

/** A date written `2019`, `2019-03`, `2019-03-07` or with a time behind it, e.g. `fromIso('2019-03-07T00:00:00Z') === '2019-03-07'`. */
export function fromIso(text: string | undefined): string | undefined {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?=$|T|\s)/.exec(text ?? '');
  return match ? toPartialDate(match[1], match[2], match[3]) : undefined;
}

/** The same where it is a whole day, as `updated` wants it, e.g. `toWholeDay('2019-03')` is undefined. */
export const toWholeDay = (text: string | undefined): string | undefined => {
  const date = fromIso(text);
  return date?.length === 10 ? date : undefined;
};

/** The ISO day, month or year in a date as metadata write it, e.g. `2017-12-07` for `2017/12/07`, `2017 Dec 7` and `2017-12-07T09:00Z`; undefined for none. */
export function toIsoDate(text: string): string | undefined {
  const [, printedYear, name, printedDay = ''] = /^\s*(\d{4}) (\p{L}{3,})\.?(?: (\d{1,2}))?\s*$/u.exec(text) ?? [];
  const printed = findPrintedDate(printedYear && name ? `${printedDay} ${name} ${printedYear}`.trim() : text)?.date;
  const [, ...parts] = /^\s*(\d{4})(?:[/.-](\d{1,2})(?:[/.-](\d{1,2}))?)?(?!\d)/.exec(text) ?? [];
  return printed ?? toExisting(...parts);
}

/**
 * The day of publication out of those that a record gives: the earlier of online and print, or the more precise of two that agree.
 * Example: online `2020-01-20` and print `2020-03` give `2020-01-20` and a sentence that names both.
 */
export function toIssued(
  online: string | undefined,
  print: string | undefined,
  otherwise: string | undefined,
): { readonly issued: string; readonly doubts: readonly string[] } {
  const [first, second] = [online, print].filter((date) => date !== undefined).sort();
  if (first === undefined) {
    const doubt = 'Look for the date of publication: the record gives none, so `issued` says `undated`.';
    return otherwise === undefined ? { issued: 'undated', doubts: [doubt] } : { issued: otherwise, doubts: [] };
  }
  if (second === undefined || second === first) return { issued: first, doubts: [] };
  if (second.startsWith(first)) return { issued: second, doubts: [] };
  return {
    issued: first,
    doubts: [
      `Check \`issued\`: the record gives ${online} for the online and ${print} for the printed version; the earlier one was taken.`,
    ],
  };
}
