/** Records of lines that begin with a tag, cut out of a text: what RIS, MEDLINE, EndNote, Web of Science, Ovid, Embase and Cochrane exports share. A dialect says how its lines look and what its tags mean. */
import { readNames } from '../names.ts';
import { readIssued } from '../field-date.ts';
import type { ReferenceRecord, ReferenceField } from './reference.ts';

/** What a tag means; `author`, `group`, `editor` are names, `date` and `year` dates, `source` a citation in one line. */
export type TagMeaning = ReferenceField | 'author' | 'full' | 'group' | 'editor' | 'year' | 'date' | 'source';

export interface TaggedLines {
  /** A line that begins a record; what it catches is the value of its tag. */
  readonly starts: RegExp;
  /** Tag and value of a line. A line that does not match goes on with the one before it. */
  readonly tag: RegExp;
  /** A line that ends a record; left out where the next one, or an empty line, does. */
  readonly ends?: RegExp;
  /** True where an empty line ends a record, and the next line that `starts` takes begins one only then. */
  readonly blank?: boolean;
  /** Tags whose following lines are values of their own, as Web of Science writes authors. */
  readonly listed?: RegExp;
}

export interface TaggedRecord {
  /** Tags in capitals and their values, in the order of the file. */
  readonly rows: readonly (readonly [tag: string, value: string])[];
  /** The lines as they stand in the file. */
  readonly lines: readonly string[];
}

/** The records of a text, e.g. of two that start with `TY  - JOUR`. Lines before the first and between records belong to none. */
export function cutTagged(text: string, { starts, tag, ends, blank = false, listed }: TaggedLines): TaggedRecord[] {
  const records: { rows: [string, string][]; lines: string[] }[] = [];
  let open: (typeof records)[number] | undefined;
  for (const line of text.split('\n')) {
    if (blank && line.trim() === '') open = undefined;
    if (starts.test(line) && !(blank && open)) records.push((open = { rows: [], lines: [] }));
    if (!open) continue;
    open.lines.push(line);
    const [, name, value = ''] = tag.exec(line) ?? [];
    const last = open.rows.at(-1);
    if (ends?.test(line)) open = undefined;
    else if (name !== undefined) open.rows.push([name.trim().toUpperCase(), value.trim()]);
    else if (last && listed?.test(last[0]) && line.trim()) open.rows.push([last[0], line.trim()]);
    else if (last && line.trim()) last[1] = `${last[1]} ${line.trim()}`.trim();
  }
  return records;
}

/** The meanings of tags out of lines such as `title TI T1, author AU A1`: the earlier of two tags counts more. */
export const toMeanings = (table: string): ReadonlyMap<TagMeaning, readonly string[]> =>
  new Map(
    table.split(/\s*,\s*/).map((row) => {
      const [meaning = '', ...tags] = row.trim().split(/\s+(?=\S)/);
      return [meaning as TagMeaning, tags.map((name) => name.replaceAll('_', ' '))];
    }),
  );

/** Citations in one line, as Ovid prints them, as Embase does, and of a journal alone; each catches journal, volume, issue, pages and date. */
const SOURCES: readonly (readonly [RegExp, ...TagMeaning[]])[] = [
  [
    /^(.+?)\.?\s+(?:Vol\.?\s*)?(\w+)\s?(?:\(([^)]*)\))?\s?[:,]\s*(?:pp?\.\s*)?([\w.]+(?:[-–][\w.]+)?)[,;.]?\s*(.*?\d{4}.*?)?\.?$/,
    ...(['container', 'volume', 'issue', 'page', 'date'] as const),
  ],
  [
    /^(.+?) \((\d{4})\) (\w+)(?::([\w-]+))?(?: Supplement \w+)?(?: \(([\w-]+)\))?\.?(?:\s*Date of Publication: ([\w ]+))?/,
    ...(['container', 'date', 'volume', 'issue', 'page', 'date'] as const),
  ],
  [/^([^.]+)\.?$/, 'container'],
];

function readSource(printed: string): Partial<Record<TagMeaning, string[]>> {
  const [shape, ...meanings] = (/\(\d{4}\) \w/.test(printed) ? SOURCES.slice(1) : SOURCES).find(([pattern]) => pattern.test(printed)) ?? [];
  const caught = shape?.exec(printed)?.slice(1) ?? [];
  const parts: Partial<Record<TagMeaning, string[]>> = {};
  for (const [i, meaning] of meanings.entries()) if (caught[i]) parts[meaning] = [...(parts[meaning] ?? []), caught[i]];
  return parts;
}

/** The reference that rows of tags and values make by the meanings of their tags. `joinDate` puts a date without a year behind the year. */
export function toReference(rows: TaggedRecord['rows'], meanings: ReadonlyMap<TagMeaning, readonly string[]>): ReferenceRecord {
  const valuesOf = (meaning: TagMeaning): string[] =>
    (meanings.get(meaning) ?? []).flatMap((name) => rows.filter(([tag, value]) => tag === name && value !== '').map(([, value]) => value));
  const source = valuesOf('source').map(readSource)[0] ?? {};
  const fields = Object.fromEntries(
    [...new Set([...meanings.keys(), ...Object.keys(source)])].map((meaning) => [
      meaning,
      [...valuesOf(meaning as TagMeaning), ...(source[meaning as TagMeaning] ?? [])],
    ]),
  ) as ReferenceRecord['fields'];
  const [full, short] = [valuesOf('full'), valuesOf('author')];
  const people = full.length >= short.length && full.length > 0 ? full : short;
  const printed = [...people, ...valuesOf('group').map((name) => `${name},`)];
  return {
    fields,
    names: readNames(printed.length > 0 ? printed : valuesOf('editor')),
    issued: readIssued([...valuesOf('year'), ...valuesOf('date'), ...(source.date ?? [])]),
  };
}
