/** Schemas as JSON Schema, for editors, forms and messages: what a file may hold, in the words of the descriptions. Pure. */
import { z } from 'zod';
import { collectionNames, collections, isOneFile, type Collection } from './collections.ts';
import { fileSchema } from './schemas.ts';
import { byVocabulary, noVocabulary, type Vocabulary } from './vocabulary.ts';

/** The part of JSON Schema that our schemas make use of. */
export interface JsonSchema {
  readonly $schema?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  /** What each word of `enum` means, in the same order; read by VS Code and the YAML language server. */
  readonly enumDescriptions?: readonly string[];
  /** The collection that an id names; our own keyword. */
  readonly 'x-names'?: string;
  /** The list of the vocabulary that a word is of; our own keyword. */
  readonly 'x-words'?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
}

const knownFor = byVocabulary(() => new Map<Collection, JsonSchema>());

/**
 * The schema of one collection, as an editor writes it: defaults may be left out, and nothing is a reference. Without a vocabulary
 * any word is taken where one of its words belongs. Example: `toJsonSchema('source').properties`.
 */
export function toJsonSchema(collection: Collection, vocabulary: Vocabulary = noVocabulary): JsonSchema {
  const known = knownFor(vocabulary);
  const made = known.get(collection);
  if (made) return made;
  const { list, path } = collections[collection];
  const { $schema, ...rest } = z.toJSONSchema(fileSchema(collection, vocabulary), {
    io: 'input',
    unrepresentable: 'any',
    reused: 'inline',
  }) as JsonSchema;
  const title = list ? `The list in ${path}` : `${isOneFile(collection) ? 'The file' : 'A file in'} ${path}`;
  const schema = { ...($schema ? { $schema } : {}), title, ...rest };
  known.set(collection, schema);
  return schema;
}

/** Every schema as a file, e.g. `source.json`, two blanks deep and with a line feed at the end. */
export const schemaFiles = (vocabulary: Vocabulary): Map<string, string> =>
  new Map(
    collectionNames.map((collection) => [`${collection}.json`, `${JSON.stringify(toJsonSchema(collection, vocabulary), null, 2)}\n`]),
  );
