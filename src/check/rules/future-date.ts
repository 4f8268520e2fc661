/** Days that say what has happened: none of them lies after the day of the check. Which fields those are is read off the schemas. */
import type { FieldPath } from '../../library/content-file.ts';
import { toJsonSchema, type JsonSchema } from '../../schema/json-schema.ts';
import type { Collection } from '../../schema/collections.ts';
import { fieldName } from '../field-name.ts';
import type { LintEntry, LintContext } from '../lint-context.ts';
import type { Found, Rule } from '../rule.ts';
import { formatCount } from '../../words/phrase.ts';
import { dateInWords } from '../../words/date.ts';

/** Fields that say what is still to come, by their last name. Every other date of a schema has happened. */
const ahead: Readonly<Record<string, string>> = {
  due: 'by then somebody must look again; `review-dates` says how far away that may be',
  completion: 'by then a registry expects a trial to be complete',
  until: 'on that day somebody leaves',
};

/** A path with `*` for every entry of a list. */
type Pattern = readonly string[];

function datesIn(node: JsonSchema, path: Pattern = []): Pattern[] {
  if (node.format === 'date' || node.format === 'partial-date') return (path.at(-1) ?? '') in ahead ? [] : [path];
  return [
    ...Object.entries(node.properties ?? {}).flatMap(([name, child]) => datesIn(child, [...path, name])),
    ...(node.items ? datesIn(node.items, [...path, '*']) : []),
    ...[...(node.anyOf ?? []), ...(node.oneOf ?? [])].flatMap((form) => datesIn(form, path)),
  ];
}

const known = new Map<Collection, readonly Pattern[]>();

/** The dates of one collection, e.g. `[['retrieved'], ['retracted', 'on'], …]`; of a list those of its rows. */
function patternsOf(collection: Collection): readonly Pattern[] {
  const made = known.get(collection);
  if (made) return made;
  const schema = toJsonSchema(collection);
  const all = datesIn(schema.items ?? schema);
  const patterns = [...new Map(all.map((pattern) => [pattern.join('.'), pattern])).values()];
  known.set(collection, patterns);
  return patterns;
}

function* valuesAt(value: unknown, [step, ...rest]: Pattern, path: FieldPath = []): Iterable<[FieldPath, string]> {
  if (value === undefined || value === null) return;
  if (step === undefined) {
    if (typeof value === 'string' || typeof value === 'number') yield [path, String(value)];
  } else if (step !== '*') yield* valuesAt((value as Record<string, unknown>)[step], rest, [...path, step]);
  else if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* valuesAt(item, rest, [...path, index]);
}

interface Dated {
  readonly entry: LintEntry<unknown>;
  readonly field: FieldPath;
  readonly date: string;
}

const datesOf = (entry: LintEntry<unknown>): Dated[] =>
  patternsOf(entry.file.collection).flatMap((pattern) =>
    [...valuesAt(entry.data, pattern)].map(([path, date]) => ({ entry, field: [...entry.at, ...path], date })),
  );

const entriesOf = ({ pages, pathways, terms, sightings, fingerprints, lookups, people }: LintContext): readonly LintEntry<unknown>[] =>
  [pages, pathways, terms, sightings, fingerprints, lookups, people].flat();

const filesOf = (dates: readonly Dated[]): Set<string> => new Set(dates.map(({ entry }) => entry.file.path));

/** From here on it is the day of the check that is wrong, and not what everybody wrote. */
const MANY = 3;

function* find(context: LintContext): Iterable<Found> {
  const dates = entriesOf(context).flatMap(datesOf);
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
