/** Days that say what has happened: none of them lies after the day of the check. Which fields those are is read off the schemas. */
import type { FieldPath } from '../../library/content-file.ts';
import { collectionNames, collections } from '../../schema/collections.ts';
import { fieldName } from '../field-name.ts';
import { fieldValues } from '../field-guide.ts';
import type { LintEntry, LintContext } from '../lint-context.ts';
import type { Violation, Rule } from '../rule.ts';
import { formatCount } from '../../words/phrase.ts';
import { dateInWords } from '../../words/date.ts';

/** Fields that say what is still to come, by their last name. Every other date of a schema has happened. */
const ahead: Readonly<Record<string, string>> = {
  due: 'by then somebody must look again; `approval-dates` says how far away that may be',
  completion: 'by then a registry expects a trial to be complete',
  until: 'on that day somebody leaves',
};

interface Dated {
  readonly entry: LintEntry<unknown>;
  readonly field: FieldPath;
  readonly date: string;
}

const datesIn = fieldValues(({ format }, path) => (format === 'date' || format === 'partial-date') && !((path.at(-1) ?? '') in ahead));

const datesOf = (entry: LintEntry<unknown>): Dated[] =>
  datesIn(entry).flatMap(({ field, value }) =>
    typeof value === 'string' || typeof value === 'number' ? [{ entry, field, date: String(value) }] : [],
  );

const filesOf = (dates: readonly Dated[]): Set<string> => new Set(dates.map(({ entry }) => entry.file.path));

/** From here on it is the day of the check that is wrong, and not what everybody wrote. */
const MANY = 3;

function* find(context: LintContext): Iterable<Violation> {
  const dates = collectionNames.flatMap((name) => context[collections[name].many].flatMap((entry: LintEntry<unknown>) => datesOf(entry)));
  // A year or a month has begun when its first day has come: `2026-11` does not lie after 2026-11-20.
  const late = dates.filter(({ date }) => date !== 'undated' && date > context.asOf.slice(0, date.length));
  const [files, all] = [filesOf(late).size, filesOf(dates).size];
  const today = dateInWords(context.asOf);
  if (files >= MANY && files * 2 > all) {
    const last = late.reduce((latest, one) => (one.date > latest.date ? one : latest));
    yield {
      file: last.entry.file.path,
      field: last.field,
      message: `The day of this check is ${today}, and ${files} of ${formatCount(all, 'file')} with dates tell of later days, the last of them ${dateInWords(last.date)}.`,
      fix: 'Check as of the day it is: set the clock right, or unset `SOURCE_DATE_EPOCH` or give it the time of the last change.',
    };
    return;
  }
  for (const { entry, field, date } of late)
    yield {
      file: entry.file.path,
      field,
      message: `${fieldName(field)} is ${dateInWords(date)}, and the day of this check is ${today}.`,
      fix: 'Write the day on which it happened, as it is in UTC; what is still to come cannot stand here.',
    };
}

export const futureDate: Rule = {
  name: 'future-date',
  level: 'error',
  says: 'No day that says what has happened lies after the day of the check.',
  why: 'What is said to have been read or reviewed on a day to come is never overdue, and nobody can have done it.',
  find,
};
