/** What a schema says about its fields: names, descriptions, closed lists. Read off the JSON Schema, once for each collection. */
import type { FieldPath } from '../library/content-file.ts';
import { toJsonSchema, type JsonSchema } from '../schema/json-schema.ts';
import type { Collection } from '../schema/collections.ts';
import type { Vocabulary } from '../schema/vocabulary.ts';

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
