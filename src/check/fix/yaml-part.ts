/** The fields of a file set anew: dates, ids and quotation marks respelled in place, blanks at the ends of lines taken out, keys in order. */
import { isMap, isScalar, isSeq, parseDocument, type Scalar } from 'yaml';
import type { FieldPath } from '../../library/content-file.ts';
import type { Collection } from '../../schema/collections.ts';
import { fieldName } from '../field-name.ts';
import { formsAt } from '../field-guide.ts';
import { curled, respelledDate, respelledId } from './spelling.ts';
import { withEdits, type Edit, type FixPart } from './edit.ts';
import { inKeyOrder } from './key-order.ts';
import { isSameFields, type Meant } from './same-meaning.ts';

/** Ids of one collection, for the fields that name an entry. */
export type IdsOf = (collection: string) => readonly string[];

/** Fields that hold prose of ours. What a work or a person is called, and what is quoted, keeps its marks. */
const prose: Readonly<Partial<Record<Collection, readonly string[]>>> = {
  source: ['says', 'note', 'what', 'explained', 'conditions'],
  question: ['question', 'short', 'comparator', 'outcome'],
  topic: ['title', 'summary', 'objectives', 'says', 'unsaid'],
  pathway: ['title', 'summary', 'entry', 'label', 'says', 'unasked'],
  term: ['definition', 'contested', 'says', 'lookalikes'],
  section: ['title', 'says'],
};

function* scalarsOf(node: unknown, path: FieldPath = []): Iterable<{ scalar: Scalar; path: FieldPath }> {
  if (isScalar(node)) yield { scalar: node, path };
  else if (isSeq(node)) for (const [index, item] of node.items.entries()) yield* scalarsOf(item, [...path, index]);
  else if (isMap(node)) for (const { key, value } of node.items) if (isScalar(key)) yield* scalarsOf(value, [...path, String(key.value)]);
}

/** A scalar as it is written with its quotation marks made curly, mark by mark, or `undefined` where that cannot be done in place. */
function curledSource(raw: string, value: string): string | undefined {
  const spelling = raw.startsWith("'") ? /''|"/g : raw.startsWith('"') ? /\\"|'/g : /["']/g;
  const inner = /^["']/.test(raw) ? raw.slice(1, -1) : raw;
  const marks = [...value].filter((char) => char === '"' || char === "'");
  const set = [...curled(value)].filter((_, index) => /["']/.test([...value][index] ?? ''));
  if ([...inner.matchAll(spelling)].length !== marks.length) return undefined;
  let at = 0;
  const written = inner.replace(spelling, (mark) => {
    const [before, after] = [marks[at], set[at]];
    at += 1;
    return before === after ? mark : (after ?? mark);
  });
  return inner === raw ? written : raw.charAt(0) + written + raw.charAt(0);
}

interface Respelling extends Edit, Meant {
  readonly from: string;
  readonly what: 'date' | 'id' | 'quotes';
}

function respellingsIn(yaml: string, collection: Collection, idsOf: IdsOf): Respelling[] {
  const document = parseDocument(yaml, { schema: 'core', prettyErrors: false, logLevel: 'silent' });
  if (document.errors.length) return [];
  const found: Respelling[] = [];
  for (const { scalar, path } of scalarsOf(document.contents)) {
    const [start, end] = scalar.range ?? [0, 0];
    const raw = yaml.slice(start, end);
    const quote = /^["']/.exec(raw)?.[0] ?? '';
    const from = quote ? String(scalar.value) : raw;
    const forms = formsAt(collection, path);
    const format = forms.map((form) => form.format).find((name) => name === 'date' || name === 'partial-date');
    const names = forms.find((form) => form['x-names'])?.['x-names'];
    const date = format && respelledDate(from, format);
    const id = names === undefined || typeof scalar.value !== 'string' ? undefined : respelledId(scalar.value, idsOf(names));
    const field = path.findLast((step) => typeof step === 'string');
    if (date) found.push({ start, end, text: quote + date + quote, field: path, to: date, from, what: 'date' });
    else if (id) found.push({ start, end, text: quote + id + quote, field: path, to: id, from, what: 'id' });
    else if (typeof scalar.value === 'string' && /["']/.test(scalar.value) && prose[collection]?.includes(String(field))) {
      const text = curledSource(raw, scalar.value);
      if (text !== undefined && text !== raw) found.push({ start, end, text, field: path, to: curled(scalar.value), from, what: 'quotes' });
    }
  }
  return found;
}

/** The fields fixed, e.g. `retrieved: 2026-3-7` as `retrieved: 2026-03-07`. YAML that cannot be read stays as it is. */
export function fixYaml(yaml: string, collection: Collection, idsOf: IdsOf): FixPart {
  const changes: string[] = [];
  const left: string[] = [];
  const respellings = respellingsIn(yaml, collection, idsOf);
  let text = withEdits(yaml, respellings);
  if (!isSameFields(yaml, text, respellings)) {
    text = yaml;
    left.push('dates, ids and quotation marks in the fields, which could not be written in place');
  } else {
    for (const { field, from, to, what } of respellings)
      changes.push(what === 'quotes' ? `${fieldName(field)}: curly quotes` : `${fieldName(field)}: \`${from}\` → \`${to}\``);
  }
  const step = (next: string, changed: string, kept: string): void => {
    if (next === text) return;
    if (isSameFields(text, next)) {
      text = next;
      changes.push(changed);
    } else left.push(kept);
  };
  step(text.replace(/[ \t]+$/gm, ''), 'trailing space in the fields', 'trailing space in the fields, which is part of a text');
  step(inKeyOrder(text, collection), 'fields in the order of the schema', 'the order of the fields');
  return { text, changes, left };
}
