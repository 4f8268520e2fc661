/** The JSON Schemas that editors and forms go by: current, complete, and saying what each field is for. */
import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { schemaFiles, toJsonSchema, type JsonSchema } from '../../../src/schema/json-schema.ts';
import { vocabulary } from '../made.ts';
import { collectionNames, collections, isOneFile } from '../../../src/schema/collections.ts';

interface Field {
  readonly name: string;
  readonly schema: JsonSchema;
}

/** Every field at any depth, by a name such as `source.findings[].says`. */
function* fieldsOf(schema: JsonSchema, at: string): Iterable<Field> {
  for (const [key, field] of Object.entries(schema.properties ?? {})) {
    yield { name: `${at}.${key}`, schema: field };
    yield* fieldsOf(field, `${at}.${key}`);
  }
  for (const form of [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]) yield* fieldsOf(form, at);
  if (schema.items) yield* fieldsOf(schema.items, `${at}[]`);
  if (typeof schema.additionalProperties === 'object') yield* fieldsOf(schema.additionalProperties, `${at}.*`);
}

const all = collectionNames.flatMap((collection) => [...fieldsOf(toJsonSchema(collection, vocabulary), collection)]);

test('the committed files are what the schemas give: `npm run schemas` writes them', async () => {
  const files = schemaFiles(vocabulary);
  expect((await readdir('schemas')).sort()).toEqual([...files.keys()].sort());
  for (const [name, text] of files) expect(await readFile(`schemas/${name}`, 'utf8')).toBe(text);
});

test('every field says what it is for, as a sentence', () => {
  expect(all.length).toBeGreaterThan(150);
  expect(
    all.filter(({ schema }) => !/^[A-Z`].*[.!?]$/s.test(schema.description ?? '')).map(({ name, schema }) => [name, schema.description]),
  ).toEqual([]);
});

test('a closed list says what each of its words means', () => {
  const lists = all.filter(({ schema }) => schema.enum);
  expect(lists.length).toBeGreaterThan(15);
  for (const { name, schema } of lists)
    if (schema.enumDescriptions) expect([name, schema.enumDescriptions.length]).toEqual([name, schema.enum?.length]);
  const kind = lists.find(({ name }) => name === 'source.findings[].direction')?.schema;
  expect(kind?.enumDescriptions?.[kind.enum?.indexOf('against') ?? -1]).toBe('Against: says that it should not be done');
});

test('an id says which collection it names, and there is such a collection', () => {
  const naming = new Map(all.flatMap(({ name, schema }) => (schema['x-names'] ? [[name, schema['x-names']] as const] : [])));
  expect(naming.get('source.findings[].question')).toBe('question');
  expect(naming.get('topic.section')).toBe('section');
  expect([...new Set(naming.values())].filter((collection) => !(collection in collections))).toEqual([]);
});

test('numbers stand where YAML reads them as such, and dates have a form', () => {
  const field = (name: string) => all.find((one) => one.name === name)?.schema;
  expect(field('source.volume')?.type).toEqual(['string', 'number']);
  expect(field('source.issued')).toMatchObject({ type: ['string', 'integer'], format: 'partial-date' });
  expect(field('source.retrieved')).toMatchObject({ type: 'string', format: 'date' });
});

test('every place of content is mapped to its schema for editors, and no server is asked for others', async () => {
  const settings = JSON.parse(await readFile('.vscode/settings.json', 'utf8')) as {
    'yaml.schemas': Record<string, string>;
    'yaml.schemaStore.enable': boolean;
  };
  expect(settings['yaml.schemas']).toEqual(
    Object.fromEntries(
      collectionNames.map((collection) => {
        const { path, ending } = collections[collection];
        return [`schemas/${collection}.json`, `content/${path}${isOneFile(collection) ? '' : `/*${ending}`}`];
      }),
    ),
  );
  expect(settings['yaml.schemaStore.enable']).toBe(false);
});
