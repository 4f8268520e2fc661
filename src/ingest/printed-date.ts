/** Dates as pages print them, in the languages of our sources. Never guesses: `03/04/2018` has two readings and is left alone. */
import { partialDate } from '../schema/date.ts';

const months = [
  ['january', 'jan', 'janvier', 'januar', 'enero', 'gennaio', 'januari', 'janeiro'],
  ['february', 'feb', 'février', 'fevrier', 'februar', 'febrero', 'febbraio', 'februari', 'fevereiro'],
  ['march', 'mar', 'mars', 'märz', 'marzo', 'maart', 'março'],
  ['april', 'apr', 'avril', 'abril', 'aprile'],
  ['may', 'mai', 'mayo', 'maggio', 'mei', 'maio'],
  ['june', 'jun', 'juin', 'juni', 'junio', 'giugno', 'junho'],
  ['july', 'jul', 'juillet', 'juli', 'julio', 'luglio', 'julho'],
  ['august', 'aug', 'août', 'aout', 'agosto', 'augustus'],
  ['september', 'sep', 'sept', 'septembre', 'septiembre', 'settembre', 'setembro'],
  ['october', 'oct', 'octobre', 'oktober', 'octubre', 'ottobre', 'outubro'],
  ['november', 'nov', 'novembre', 'noviembre', 'novembro'],
  ['december', 'dec', 'décembre', 'decembre', 'dezember', 'diciembre', 'dicembre', 'dezembro'],
];
const monthNumbers = new Map(months.flatMap((names, i) => names.map((name) => [name, String(i + 1).padStart(2, '0')])));
const names = [...monthNumbers.keys()].sort((a, b) => b.length - a.length).join('|');
const capital = [...monthNumbers.keys()].map((name) => name.charAt(0).toUpperCase() + name.slice(1)).sort((a, b) => b.length - a.length);
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
