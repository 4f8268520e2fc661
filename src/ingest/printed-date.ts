/** Dates as pages print them, in the languages of our sources. Never guesses: `03/04/2018` has two readings and is left alone. */
import { partialDate } from '../schema/date.ts';
import { monthAbbreviations, monthNames } from '../words/date.ts';
import { capitalise } from '../words/phrase.ts';

/** Their names in other languages, and the long abbreviation of September. */
const otherNames = [
  ['janvier', 'januar', 'enero', 'gennaio', 'januari', 'janeiro'],
  ['février', 'fevrier', 'februar', 'febrero', 'febbraio', 'februari', 'fevereiro'],
  ['mars', 'märz', 'marzo', 'maart', 'março'],
  ['avril', 'abril', 'aprile'],
  ['mayo', 'maggio', 'mei', 'maio'],
  ['juin', 'juni', 'junio', 'giugno', 'junho'],
  ['juillet', 'juli', 'julio', 'luglio', 'julho'],
  ['août', 'aout', 'agosto', 'augustus'],
  ['sept', 'septembre', 'septiembre', 'settembre', 'setembro'],
  ['octobre', 'oktober', 'octubre', 'ottobre', 'outubro'],
  ['novembre', 'noviembre', 'novembro'],
  ['décembre', 'decembre', 'dezember', 'diciembre', 'dicembre', 'dezembro'],
];
const monthNumbers = new Map(
  monthNames.flatMap((name, i) =>
    [name.toLowerCase(), monthAbbreviations[i] ?? '', ...(otherNames[i] ?? [])].map((one) => [one, String(i + 1).padStart(2, '0')]),
  ),
);
const names = [...monthNumbers.keys()].sort((a, b) => b.length - a.length).join('|');
const capital = [...monthNumbers.keys()].map(capitalise).sort((a, b) => b.length - a.length);
const YEAR = '((?:19|20)\\d\\d)(?!\\d)';

const forms: readonly { readonly pattern: RegExp; readonly parts: (match: RegExpExecArray) => (string | undefined)[] }[] = [
  { pattern: /(?<!\d)((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)/, parts: (m) => [m[1], m[2], m[3]] },
  {
    pattern: new RegExp(`(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|º|\\.)?\\s+(?:de\\s+|of\\s+)?(${names})\\.?,?\\s+(?:de\\s+)?${YEAR}`, 'i'),
    parts: (m) => [m[3], m[2], m[1]],
  },
  { pattern: new RegExp(`(${capital.join('|')})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+${YEAR}`), parts: (m) => [m[3], m[1], m[2]] },
  { pattern: new RegExp(`(?<![\\d,]\\s?)(${capital.join('|')})\\.?\\s+${YEAR}`), parts: (m) => [m[2], m[1]] },
];

export interface PrintedDate {
  /** ISO, as precise as printed, or undefined when no such day exists. */
  readonly date: string | undefined;
  /** As it stands there, e.g. `January 10, 2018`. */
  readonly printed: string;
  readonly before: string;
  readonly after: string;
}

/** The first date in a line, e.g. `findPrintedDate('NewsMay 3, 2020Ann Example')?.date === '2020-05-03'`. */
export function findPrintedDate(line: string): PrintedDate | undefined {
  for (const { pattern, parts } of forms) {
    const match = pattern.exec(line);
    if (!match) continue;
    const [year, month, dayOfMonth] = parts(match);
    const iso = [year, monthNumbers.get(month?.toLowerCase() ?? '') ?? month, dayOfMonth?.padStart(2, '0')].filter(Boolean).join('-');
    return {
      date: partialDate.safeParse(iso).success ? iso : undefined,
      printed: match[0],
      before: line.slice(0, match.index),
      after: line.slice(match.index + match[0].length),
    };
  }
  return undefined;
}
