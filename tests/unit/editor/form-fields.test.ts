import type { Field } from '@sveltia/cms';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { toField, toFields, type FormContext } from '../../../src/editor/form-fields.ts';
import { toShape } from '../../../src/editor/form-shape.ts';
import { hintFor, toLabel, toSingular } from '../../../src/editor/form-words.ts';
import { questionId, termId } from '../../../src/schema/id.ts';
import { source as sourceSchema } from '../../../src/schema/source.ts';
import { term as termSchema } from '../../../src/schema/term.ts';
import { vocabulary } from '../made.ts';

const source = sourceSchema(vocabulary);
const term = termSchema(vocabulary);

const context: FormContext = {
  collection: 'term',
  relations: new Map([
    ['question', { collection: 'question', value_field: '{{slug}}', display_fields: ['question'] }],
    ['term', { collection: 'lists', file: 'term', value_field: 'term.*.id', display_fields: ['term.*.name'] }],
  ]),
  startsWith: { kind: 'trial' },
};
const fieldOf = (name: string, schema: z.ZodType, required = true): Field => toField(name, toShape(schema), required, context);
const namesIn = (fields: readonly Field[]): string[] =>
  fields.flatMap((field) => [field.name, ...('fields' in field ? namesIn((field.fields ?? []) as Field[]) : [])]);
const keysIn = (shape: ReturnType<typeof toShape>): string[] => [
  ...Object.entries(shape.properties ?? {}).flatMap(([key, part]) => [key, ...keysIn(part)]),
  ...(shape.items ? keysIn(shape.items) : []),
  ...(shape.anyOf ?? []).flatMap(keysIn),
];

describe('the fields of the form', () => {
  it('have every field of a source, however deep, and none besides', () => {
    expect(new Set(namesIn(toFields(toShape(source), context)))).toEqual(new Set(keysIn(toShape(source))));
  });

  it('have a new field of the schema without another word, with its label, hint, form and complaint', () => {
    const grown = source.extend({
      registration: z
        .string()
        .regex(/^R\d+$/, 'a registration is R and digits')
        .describe('Where it was registered, e.g. `R12`.'),
    });
    expect(toFields(toShape(grown), context).at(-1)).toEqual({
      name: 'registration',
      label: 'Where it was registered',
      required: true,
      hint: 'Where it was registered, e.g. “R12”.',
      widget: 'string',
      pattern: ['^R\\d+$', 'A registration is R and digits.'],
    });
  });

  it('offer the words of a list with their meaning', () => {
    const { fields } = toFields(toShape(source), context).find(({ name }) => name === 'findings') as { fields: Field[] };
    const second = fields.find(({ name }) => name === 'direction');
    expect(second).toMatchObject({ name: 'direction', widget: 'select', required: false });
    expect((second as { options: unknown[] }).options).toContainEqual({
      value: 'against',
      label: 'Against: says that it should not be done',
    });
  });

  it('let an id be picked where it names another entry, and typed where it is its own', () => {
    expect(fieldOf('question', questionId)).toMatchObject({ widget: 'relation', collection: 'question', value_field: '{{slug}}' });
    expect(fieldOf('seeAlso', z.array(termId))).toMatchObject({ widget: 'relation', multiple: true, file: 'term' });
    expect(fieldOf('id', term.shape.id)).toMatchObject({ widget: 'string', pattern: ['^[a-z0-9]+(?:-[a-z0-9]+)*$', expect.any(String)] });
  });

  it('tell what must be there from what may be, also within a list', () => {
    const fields = toFields(toShape(source), context);
    const required = (list: readonly Field[]): string[] =>
      list.filter((field) => (field as { required?: boolean }).required).map(({ name }) => name);
    expect(required(fields)).toEqual(['kind', 'title', 'issued', 'language', 'retrieved', 'coverage', 'status']);
    const results = fields.find(({ name }) => name === 'results') as { fields: Field[]; summary: string; required: boolean };
    expect(required(results.fields)).toEqual(['id', 'outcome', 'at', 'arms']);
    expect(results).toMatchObject({ summary: '{{fields.id}}: {{fields.outcome}}', collapsed: 'auto', required: false });
  });

  it('put people and organisations side by side, because a file does not say which of them an author is', () => {
    const authors = toFields(toShape(source), context).find(({ name }) => name === 'authors') as { fields: Field[] };
    expect(authors.fields.map(({ name, ...field }) => [name, (field as { required?: boolean }).required])).toEqual([
      ['family', false],
      ['given', false],
      ['organisation', false],
    ]);
  });

  it('begin a new entry with what is known of it, at the top and nowhere deeper', () => {
    const fields = toFields(toShape(source), context);
    expect(fields[0]).toMatchObject({ name: 'kind', default: 'trial' });
    const restsOn = fields.find(({ name }) => name === 'restsOn') as { fields: Field[] };
    expect(restsOn.fields.find(({ name }) => name === 'kind')).not.toHaveProperty('default');
  });

  it.each([
    ['a whole number', z.number().int().positive(), { widget: 'number', value_type: 'int', min: 1 }],
    ['a number within bounds', z.number().min(0).max(100), { widget: 'number', value_type: 'float', min: 0, max: 100 }],
    [
      'one of two numbers',
      z.union([z.literal(100), z.literal(1000)]),
      {
        widget: 'select',
        options: [
          { label: '100', value: 100 },
          { label: '1000', value: 1000 },
        ],
      },
    ],
    [
      'a number or a bound',
      z.union([z.number(), z.string().regex(/^<\d+$/)]),
      { widget: 'string', pattern: ['^(?:\\d+(?:\\.\\d+)?|<\\d+)$', 'A number is expected.'] },
    ],
    ['a switch', z.boolean().default(true), { widget: 'boolean', default: true }],
    ['words by word', z.record(z.string(), z.string()), { widget: 'keyvalue' }],
    [
      'an address',
      z.url({ error: 'an address starts with https://' }),
      { widget: 'string', pattern: ['^https?://\\S+$', 'An address starts with https://.'] },
    ],
  ])('hold %s', (_, schema, field) => {
    expect(fieldOf('any', schema)).toMatchObject(field);
  });

  it('tell the members of a union apart by the word that the file has for them', () => {
    const forbids = z.strictObject({ kind: z.literal('forbids'), what: z.string() });
    const needs = z.strictObject({ kind: z.literal('needs'), when: z.string() });
    const field = fieldOf('constraints', z.array(z.discriminatedUnion('kind', [forbids, needs])));
    expect(field).toMatchObject({
      typeKey: 'kind',
      types: [
        { name: 'forbids', fields: [{ name: 'what' }] },
        { name: 'needs', fields: [{ name: 'when' }] },
      ],
    });
  });

  it('refuse what no field can hold, by name', () => {
    expect(() => fieldOf('when', z.unknown())).toThrow('The form cannot show `when`');
    expect(() => fieldOf('tests', z.array(z.array(z.string())))).toThrow('The form cannot show the list `tests`');
  });
});

describe('the words of the form', () => {
  it.each([
    ['pmid', 'PubMed identifier.', 'PubMed identifier'],
    ['doi', 'DOI without https://doi.org/.', 'DOI'],
    ['restsOn', 'What this source leans on: the evidence chain.', 'Rests on'],
    ['status', 'draft, submitted, under-review or approved.', 'Status'],
    ['strength', 'The position, never stronger than the words of the source.', 'Position'],
    ['isbn', undefined, 'Isbn'],
  ])('call %s by what its description begins with, if that is a name', (name, description, label) => {
    expect(toLabel(name, description)).toBe(label);
  });

  it.each([
    ['findings', 'finding'],
    ['aliases', 'alias'],
    ['senses', 'sense'],
    ['restsOn', 'rests on'],
  ])('add %s as %s', (name, one) => {
    expect(toSingular(name)).toBe(one);
  });

  it('say nothing below a field that its label has said', () => {
    expect(hintFor('ISBN', 'ISBN.')).toBeUndefined();
    expect(hintFor('Pages', 'Pages, e.g. `22-40`.')).toBe('Pages, e.g. “22-40”.');
  });
});
