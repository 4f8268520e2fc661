/** Dates as text prints them, in any language met so far, and the names of the months. Fields that hold a date are read in `field-date.ts`. */
import { partialDate } from '../schema/date.ts';
import { monthAbbreviations, monthNames } from '../words/date.ts';
import { foldLetters } from '../words/fold.ts';
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
const numbersOf = (lists: readonly (readonly string[])[]): Map<string, string> =>
  new Map(lists.flatMap((list, i) => list.map((name) => [name, String(i + 1)] as const)));
const printedMonths = numbersOf(
  otherNames.map((others, i) => [monthNames[i]?.toLowerCase() ?? '', monthAbbreviations[i] ?? '', ...others.split(' ')]),
);
/** Languages whose names of months are read where a field holds a date and nothing else: short forms are words of their own in running text. */
const FIELD_LANGUAGES = 'fr de de-AT es it pt nl sv da nb fi pl cs sk sl hr hu ro bg ru uk el tr ca et lv lt';
let foreign: Map<string, ReadonlySet<string>> | undefined;

/** Numbers of the months that bear a name in any of those languages, e.g. two for `listopad`, which is October in Croatian and November in Czech. */
function monthsCalled(word: string): ReadonlySet<string> {
  if (foreign === undefined) {
    foreign = new Map();
    const styles = [{ month: 'long' }, { month: 'short' }, { day: 'numeric', month: 'long' }, { day: 'numeric', month: 'short' }] as const;
    for (const language of FIELD_LANGUAGES.split(' '))
      for (const style of styles) {
        const format = new Intl.DateTimeFormat(language, { ...style, timeZone: 'UTC' });
        for (let month = 0; month < 12; month++) {
          const spelt = format.formatToParts(Date.UTC(2020, month)).find(({ type }) => type === 'month')?.value ?? '';
          const name = foldLetters(spelt.match(/\p{L}{2,}/gu)?.at(-1) ?? '');
          if (name) foreign.set(name, new Set([...(foreign.get(name) ?? []), String(month + 1)]));
        }
      }
  }
  return foreign.get(foldLetters(word)) ?? new Set();
}
const names = [...printedMonths.keys()].sort((a, b) => b.length - a.length);
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

/** The months that a field names, as numbers and each once, e.g. `findMonths('Mar-Apr')` is `['3', '4']`. */
export const findMonths = (text: string): string[] => [
  ...new Set(
    [...text.toLowerCase().matchAll(/\p{L}+/gu)].flatMap(([word]) => {
      const known = printedMonths.get(word);
      const numbers = known === undefined ? [...monthsCalled(word)] : [known];
      return numbers.length === 1 ? numbers : [];
    }),
  ),
];

export type DatePart = string | undefined;

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

/** The first date in a line of text, e.g. `findPrintedDate('NewsMay 3, 2020Ann Example')?.date === '2020-05-03'`. */
export function findPrintedDate(line: string): PrintedDate | undefined {
  for (const [shape, ...places] of shapes) {
    const match = shape.exec(line);
    if (!match) continue;
    const [year, month, dayOfMonth] = places.map((place) => match[place]);
    return {
      date: toExisting(year, printedMonths.get(month?.toLowerCase() ?? '') ?? month, dayOfMonth),
      printed: match[0],
      before: line.slice(0, match.index),
      after: line.slice(match.index + match[0].length),
    };
  }
  return undefined;
}

/** The longest part of a date that exists, e.g. `toPartialDate('2019', 'Feb', '30') === '2019-02'`; undefined without a year. */
export function toPartialDate(year: DatePart, month?: string, dayOfMonth?: string): string | undefined {
  const named = monthAbbreviations.indexOf(month?.slice(0, 3).toLowerCase() ?? '') + 1;
  const number = /^\d{1,2}$/.test(month ?? '') ? month : named > 0 ? String(named) : undefined;
  const whole = number && /^\d{1,2}$/.test(dayOfMonth ?? '') ? toExisting(year, number, dayOfMonth) : undefined;
  return year ? (whole ?? toExisting(year, number) ?? toExisting(year)) : undefined;
}
