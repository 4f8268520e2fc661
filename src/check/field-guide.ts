/** What a schema says about its fields: names, descriptions, closed lists, and where in an entry fields of one sort stand. Read off the JSON Schema, once for each collection. */
import type { FieldPath } from '../library/content-file.ts';
import { toJsonSchema, type JsonSchema } from '../schema/json-schema.ts';
import { collections, type Collection } from '../schema/collections.ts';
import type { Vocabulary } from '../schema/vocabulary.ts';
import type { LintEntry } from './lint-context.ts';

/** A node and, where it is a choice, each of its forms. */
const forms = (node: JsonSchema): JsonSchema[] => [node, ...[...(node.anyOf ?? []), ...(node.oneOf ?? [])].flatMap(forms)];

const down = (nodes: readonly JsonSchema[], step: string | number): JsonSchema[] =>
  nodes.flatMap((node) => {
    const open = typeof node.additionalProperties === 'object' ? node.additionalProperties : undefined;
    const next = typeof step === 'number' ? node.items : (node.properties?.[step] ?? open);
    return next ? forms(next) : [];
  });

/** The schemas that may hold at a path: one, or each form of a choice. */
export const formsAt = (collection: Collection, path: FieldPath, vocabulary?: Vocabulary): JsonSchema[] =>
  path.reduce<JsonSchema[]>(down, forms(toJsonSchema(collection, vocabulary)));

/** The sentence that tells an editor what a field is for, e.g. `describedAs('source', ['title']) === 'Title as published.'`. */
export const describedAs = (collection: Collection, path: FieldPath): string | undefined =>
  // The one word that a form allows describes that form, not the field.
  formsAt(collection, path).find((node) => node.description && node.const === undefined)?.description;

/** Names of the fields that may stand at a path, e.g. those of a finding for `['findings', 0]`. */
export const fieldsAt = (collection: Collection, path: FieldPath): string[] => [
  ...new Set(formsAt(collection, path).flatMap((node) => Object.keys(node.properties ?? {}))),
];

/** The words that a closed list allows at a path, e.g. the kinds of topic for `['kind']`; empty where any text will do. */
export const wordsAt = (collection: Collection, path: FieldPath, vocabulary: Vocabulary): string[] => [
  ...new Set(
    formsAt(collection, path, vocabulary).flatMap((node) =>
      [...(node.enum ?? []), ...(node.const === undefined ? [] : [node.const])].map(String),
    ),
  ),
];

/** A path with `*` for every entry of a list, and for every key of free choice. */
type Pattern = readonly string[];

interface FieldValue {
  /** In the file, the row of a list included. */
  readonly field: FieldPath;
  readonly value: unknown;
  /** What the schema says of the field. */
  readonly schema: JsonSchema;
}

type Test = (schema: JsonSchema, path: Pattern) => boolean;

function patternsIn(schema: JsonSchema, test: Test, path: Pattern = []): [Pattern, JsonSchema][] {
  if (test(schema, path)) return [[path, schema]];
  return [
    ...Object.entries(schema.properties ?? {}).flatMap(([name, child]) => patternsIn(child, test, [...path, name])),
    ...[schema.items, schema.additionalProperties].flatMap((inner) =>
      typeof inner === 'object' ? patternsIn(inner, test, [...path, '*']) : [],
    ),
    ...[...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap((form) => patternsIn(form, test, path)),
  ];
}

function* valuesAt(value: unknown, [step, ...rest]: Pattern, path: FieldPath): Iterable<[FieldPath, unknown]> {
  if (value === undefined || value === null) return;
  if (step === undefined) yield [path, value];
  else if (step !== '*') yield* valuesAt((value as Record<string, unknown>)[step], rest, [...path, step]);
  else if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* valuesAt(item, rest, [...path, index]);
  else if (typeof value === 'object') for (const [key, item] of Object.entries(value)) yield* valuesAt(item, rest, [...path, key]);
}

/**
 * A function from an entry to its values in the fields that `test` takes, e.g. `fieldValues(({ format }) => format === 'date')`;
 * what lies within such a field is not looked at. The schemas are walked once.
 */
export function fieldValues(test: Test): (entry: LintEntry<unknown>) => FieldValue[] {
  const known = new Map<Collection, readonly (readonly [Pattern, JsonSchema])[]>();
  const patternsOf = (collection: Collection): readonly (readonly [Pattern, JsonSchema])[] => {
    const whole = toJsonSchema(collection);
    const all = patternsIn((collections[collection].list && whole.items) || whole, test);
    return [...new Map(all.map((one) => [one[0].join('.'), one])).values()];
  };
  return ({ file, at, data }) => {
    const patterns = known.get(file.collection) ?? patternsOf(file.collection);
    known.set(file.collection, patterns);
    return patterns.flatMap(([pattern, schema]) => [...valuesAt(data, pattern, at)].map(([field, value]) => ({ field, value, schema })));
  };
}
