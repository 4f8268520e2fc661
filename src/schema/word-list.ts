/** Lists of words with what a reader sees for each: how one is shaped, and how it becomes what a field may hold. */
import { z } from 'zod';

/** A row of a list: what a reader sees, and what is meant where the label alone does not tell. */
export type WordRow = string | { readonly label: string; readonly says?: string | undefined };

/** What an editor is told about one word of a list, e.g. `Against: advises against it`. */
const meaningOf = (row: WordRow): string => (typeof row === 'string' ? row : row.says ? `${row.label}: ${row.says}` : row.label);

/** Builds a zod enum from the keys of a table of labels; the JSON Schema carries what each word means. */
export const keysOf = <T extends Record<string, WordRow>>(table: T) =>
  z
    .enum(Object.keys(table) as [keyof T & string, ...(keyof T & string)[]])
    .meta({ enumDescriptions: Object.values(table).map((row) => meaningOf(row)) });

/** What a reader sees for a word, e.g. `labelOf(outcomes, 'death')` is `Death`; the word itself where the list lacks it. */
export function labelOf(rows: Readonly<Record<string, WordRow>>, key: string): string {
  const row = Object.hasOwn(rows, key) ? rows[key] : undefined;
  return typeof row === 'object' ? row.label : (row ?? key);
}
