/** The values of an entry that stand in fields of one sort, e.g. all its dates: which fields those are is read off the schema. */
import type { FieldPath } from '../library/content-file.ts';
import { collections, type Collection } from '../schema/collections.ts';
import { toJsonSchema, type JsonSchema } from '../schema/json-schema.ts';
import type { LintEntry } from './lint-context.ts';

/** A path with `*` for every entry of a list, and for every key of free choice. */
type Pattern = readonly string[];

export interface FieldValue {
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
