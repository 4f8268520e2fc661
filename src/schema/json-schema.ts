/** Schemas as JSON Schema, for editors, forms and messages: what a file may hold, in the words of the descriptions. Pure. */
import { z } from 'zod';
import { collectionNames, collections, type Collection } from './collections.ts';
import { fileSchema } from './schemas.ts';

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
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
}

const known = new Map<Collection, JsonSchema>();

/** The schema of one collection, as an editor writes it: defaults may be left out, and nothing is a reference. Example: `toJsonSchema('source').properties`. */
export function toJsonSchema(collection: Collection): JsonSchema {
  const made = known.get(collection);
  if (made) return made;
  const { list, path } = collections[collection];
  const { $schema, ...rest } = z.toJSONSchema(fileSchema(collection), {
    io: 'input',
    unrepresentable: 'any',
    reused: 'inline',
  }) as JsonSchema;
  const title = list ? `The list in ${path}` : `A file in ${path}`;
  const schema = { ...($schema ? { $schema } : {}), title, ...rest };
  known.set(collection, schema);
  return schema;
}

/** Every schema as a file, e.g. `source.json`, two blanks deep and with a line feed at the end. */
export const schemaFiles = (): Map<string, string> =>
  new Map(collectionNames.map((collection) => [`${collection}.json`, `${JSON.stringify(toJsonSchema(collection), null, 2)}\n`]));
