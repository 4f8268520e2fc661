/** Reads the frontmatter of a news digest field by field and says what is wrong with it. Knows no article. */
import { isMap, LineCounter, parseDocument } from 'yaml';
import { partialDate } from '../../schema/date.ts';
import { toPlainText } from '../html-text.ts';
import type { IngestRefusal } from '../outcome.ts';
import { findPrintedDate } from '../printed-date.ts';

export type Fields = Readonly<Record<string, unknown>>;

/** The key whose value is broken: the last one that starts at or before a line. */
const keyAt = (yaml: string, line: number): string | undefined =>
  yaml
    .split('\n')
    .slice(0, line)
    .findLast((text) => /^\w+ *:/.test(text))
    ?.split(':')[0]
    ?.trim();

/** The frontmatter as values, or a refusal that names the line and the field at which it breaks. */
export function readFields(yaml: string): { fields: Fields } | IngestRefusal {
  const counter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: counter, prettyErrors: false, schema: 'core', uniqueKeys: true });
  const error = document.errors[0];
  if (error) {
    const line = counter.linePos(error.pos[0]).line;
    const field = keyAt(yaml, line);
    return {
      ...(field && { field }),
      reason: `Line ${line + 1} is not valid YAML: ${error.message.replace(/\.$/, '')}.`,
      hint: 'A quotation mark inside a quoted value is written `\\"`; correct this line and run it again.',
    };
  }
  if (!isMap(document.contents))
    return { reason: 'The part between the lines of `---` holds no fields.', hint: 'Write `title: …` and the other fields there.' };
  try {
    return { fields: document.toJS({ maxAliasCount: 0 }) as Fields };
  } catch {
    return { reason: 'The frontmatter uses YAML aliases (`*name`), which are not read here.', hint: 'Write each value out.' };
  }
}

/** A field as plain text; empty for what is no text. */
export const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? toPlainText(String(value)) : '';

/** What a program writes for a value that it did not have. */
export const NO_VALUE = /^(?:\[object \w+\]|undefined|null|none|untitled|NaN)$/i;

/** A refusal of one field, e.g. `` `sourceUrl` is `[object Object]`, expected an address ``. */
export function wrong(field: string, value: unknown, expected: string, hint: string): IngestRefusal {
  const stands = value === undefined || value === null || value === '' ? 'missing or empty' : `\`${shown(value)}\``;
  return { field, reason: `\`${field}\` is ${stands}, expected ${expected}.`, hint };
}

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 60);

/** All faults of one article as one refusal, so that its editor mends them in one go. */
export const asOne = (faults: readonly IngestRefusal[]): IngestRefusal => ({
  field: faults.map(({ field }) => field).join(', '),
  reason: faults.map(({ reason }) => reason).join(' '),
  hint: faults.map(({ hint }) => hint).join(' '),
});

/** The day in one field of a digest (ISO with or without time, or as printed), nothing, or a refusal when there is no such day. */
function readDay(fields: Fields, field: string): string | undefined | IngestRefusal {
  const text = textOf(fields[field]);
  if (!text) return undefined;
  const day = findPrintedDate(text)?.date ?? (/^\d{4}(?:-\d\d)?$/.test(text) ? text : undefined);
  const real = day !== undefined && partialDate.safeParse(day).success;
  return real ? day : wrong(field, text, 'a day that exists', 'Look the date up at the publisher and correct it.');
}

/** The day of publication and what is doubtful about it, or every date at fault. */
export function readIssued(fields: Fields): { issued: string; doubts: string[] } | { faults: IngestRefusal[] } {
  const days = [readDay(fields, 'date'), readDay(fields, 'publishedDate')];
  const faults = days.filter((day) => typeof day === 'object');
  if (faults.length > 0) return { faults };
  const [date, published] = days.map((day) => (typeof day === 'string' ? day : undefined));
  const differ = date !== undefined && published !== undefined && date !== published;
  return {
    issued: date ?? published ?? 'undated',
    doubts: differ ? [`Check \`issued\`: the digest gives ${date} in one field and ${published} in the other.`] : [],
  };
}
