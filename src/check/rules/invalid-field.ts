/** What schemas refuse, as sentences: every field of every file, all at once. */
import type { z } from 'zod';
import type { FieldPath } from '../../library/content-file.ts';
import type { Collection } from '../../schema/collections.ts';
import type { Vocabulary } from '../../schema/vocabulary.ts';
import { kindRow } from '../../schema/kinds.ts';
import { fieldName, oneOf, shown } from '../field-name.ts';
import { describedAs, fieldsAt, wordsAt } from '../field-guide.ts';
import { meant } from '../nearest.ts';
import type { LintContext, SchemaViolation } from '../lint-context.ts';
import type { Violation, Rule } from '../rule.ts';
import { formatCount } from '../../words/phrase.ts';

type ZodIssue = z.core.$ZodIssue;
type Sentence = Pick<Violation, 'message' | 'fix'>;

const types: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: '`true` or `false`',
  array: 'a list',
  object: 'fields of its own',
  record: 'fields of its own',
  null: 'nothing',
};

const typeOf = (value: unknown): string => {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'a group of fields' : shown(value);
};

const at = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (node, step) => (typeof node === 'object' && node !== null ? (node as Record<PropertyKey, unknown>)[step] : undefined),
    value,
  );

/** "expected …" for the codes that carry no wording of ours. */
function expected(issue: ZodIssue): string {
  if (issue.code === 'invalid_type') return types[issue.expected] ?? issue.expected;
  if (issue.code === 'too_small' || issue.code === 'too_big') {
    const bound = Number(issue.code === 'too_small' ? issue.minimum : issue.maximum);
    const counts: Record<string, string> = { string: formatCount(bound, 'character'), array: formatCount(bound, 'entry', 'entries') };
    const size = counts[issue.origin] ?? String(bound);
    return `at ${issue.code === 'too_small' ? 'least' : 'most'} ${size}`;
  }
  return 'another form';
}

function sizeOf(issue: ZodIssue, value: unknown): string {
  if (typeof value === 'string' && value.trim() === '') return 'is empty';
  if (Array.isArray(value)) return value.length ? `has ${formatCount(value.length, 'entry', 'entries')}` : 'is an empty list';
  if (issue.code === 'too_big' && typeof value === 'string') return `has ${value.length} characters`;
  return typeof value === 'object' ? `is ${typeOf(value)}` : `is ${shown(value)}`;
}

/** Wording of ours from the schema, e.g. "a day is written 2026-11-20 and must exist"; zod's own starts with a capital. */
const ownWords = (issue: ZodIssue): string | undefined => (/^[a-z`]/.test(issue.message) ? issue.message : undefined);

function sentenceOf(issue: ZodIssue, path: FieldPath, value: unknown, collection: Collection, vocabulary: Vocabulary): Sentence {
  const described = describedAs(collection, path)?.replace(/\.$/, '');
  const name = fieldName(path);
  const words = issue.code === 'invalid_value' ? issue.values.map(String) : wordsAt(collection, path, vocabulary);
  if (value === undefined) {
    const closed = words.length ? ` one of ${oneOf(words)}` : '';
    return { message: `${name} is missing.`, fix: `Add \`${String(path.at(-1))}:\`${closed}${described ? ` (${described})` : ''}.` };
  }
  const fix = described ? `What belongs here: ${described}.` : 'Correct the value.';
  if (words.length && typeof value === 'string') {
    return { message: `${name} is ${shown(value)}, expected ${oneOf(words)}.`, fix: meant(value, words, fix) };
  }
  const own = ownWords(issue);
  if (own) return { message: `${name}${typeof value === 'object' ? '' : ` is ${shown(value)}`}: ${own}.`, fix };
  return { message: `${name} ${sizeOf(issue, value)}, expected ${expected(issue)}.`, fix };
}

/** A choice between forms fails in each of them; the form that fits best has the best words. */
function* unfold(issue: ZodIssue): Iterable<ZodIssue> {
  if (issue.code !== 'invalid_union') {
    yield issue;
    return;
  }
  const known = issue.errors.filter((errors) => errors.length);
  const best = known.sort((a, b) => a.length - b.length)[0];
  if (!best) {
    yield issue;
    return;
  }
  for (const inner of best) yield* unfold({ ...inner, path: [...issue.path, ...inner.path] });
}

function* foundIn({ file, at: base, issues }: SchemaViolation, vocabulary: Vocabulary): Iterable<Violation> {
  const told = new Set<string>();
  for (const issue of issues.flatMap((one) => [...unfold(one)])) {
    const field = [...base, ...issue.path] as FieldPath;
    const key = JSON.stringify(field);
    // A value of the wrong type is also too short, too long and of the wrong form: one sentence is enough.
    if (issue.code !== 'unrecognized_keys' && told.has(key)) continue;
    if (issue.code !== 'unrecognized_keys') told.add(key);
    if (issue.code === 'unrecognized_keys') {
      for (const name of issue.keys) {
        const known = fieldsAt(file.collection, field);
        const fix = meant(name, known, known.length ? `Fields here are ${oneOf(known, 40)}.` : 'Take it out.');
        yield { file: file.path, field: [...field, name], at: 'key', message: `${fieldName([...field, name])} is not a field here.`, fix };
      }
    } else if (!field.length) {
      const message = `The file holds ${file.value === null ? 'no fields' : typeOf(file.value)}, expected ${expected(issue)}.`;
      const list = issue.code === 'invalid_type' && issue.expected === 'array';
      const fix = list ? 'Write a list: each entry starts with `- id:`.' : 'Write one field to a line, as `name: value`.';
      yield { file: file.path, field, message, fix };
    } else yield { file: file.path, field, ...sentenceOf(issue, field, at(file.value, field), file.collection, vocabulary) };
  }
}

function* requiredByKind({ sources }: LintContext): Iterable<Violation> {
  for (const { file, data, draft } of sources) {
    if (!data.kind) continue;
    for (const name of kindRow(data.kind).requires) {
      if (at(file.value, [name]) !== undefined) continue;
      yield {
        file: file.path,
        field: [name],
        ...(draft ? { level: 'warning' as const } : {}),
        message: `\`${name}\` is missing: a source of the kind \`${data.kind}\` has one.`,
        fix: `Add \`${name}:\` (${(describedAs('source', [name]) ?? 'see the list of kinds').replace(/\.$/, '')}), or correct \`kind\`.`,
      };
    }
  }
}

export const invalidField: Rule = {
  name: 'invalid-field',
  level: 'error',
  local: true,
  says: 'Every field is one that exists, holds what it should, and none that is needed is missing.',
  why: 'A field that cannot be read is left out: a date, a grade or a whole page would be missing or wrong.',
  *find(context) {
    for (const violation of context.violations) yield* foundIn(violation, context.content.library.vocabulary);
    yield* requiredByKind(context);
  },
};
