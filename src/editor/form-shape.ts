/** What the form for editors offers of each collection, one row each, and the schemas as it needs them: their JSON Schema, with what each says to a text of the wrong form. Pure. */
import { z } from 'zod';
import type { Collection } from '../schema/collections.ts';

export interface FormRow {
  /** `form`: filled in here. `lookup`: only to be picked from. */
  readonly use: 'form' | 'lookup';
  readonly label: string;
  readonly singular: string;
  readonly says: string;
  /** By what an entry is known in lists: a field, or several. */
  readonly shows: readonly string[];
  readonly startsWith?: Readonly<Record<string, string>>;
}

/**
 * What the form offers. Questions and topics can only be picked: their text is MDX, which is code, and a form would not keep it whole.
 * Collections without a row are not in it: pathways are rules to be tried in order, and the rest is written by programs.
 */
const formRows = {
  source: {
    use: 'form',
    label: 'Sources',
    singular: 'source',
    says: 'Works that someone published, each with our digest of it. A new one starts as a draft, which no reader sees.',
    shows: ['title'],
    startsWith: { language: 'en', retrieved: '{{now}}', status: 'draft' },
  },
  term: { use: 'form', label: 'Glossary', singular: 'term', says: 'Terms with their abbreviations and definitions.', shows: ['name'] },
  section: {
    use: 'form',
    label: 'Sections',
    singular: 'section',
    says: 'The sections into which topics are grouped, in order.',
    shows: ['title'],
  },
  person: {
    use: 'form',
    label: 'People',
    singular: 'person',
    says: 'Editors and reviewers, with what they declared and when.',
    shows: ['name'],
  },
  feed: {
    use: 'form',
    label: 'Feeds',
    singular: 'feed',
    says: 'Feeds that are read on a schedule; new items come as drafts.',
    shows: ['title'],
  },
  question: { use: 'lookup', label: 'Questions', singular: 'question', says: 'Questions that findings answer.', shows: ['question'] },
  topic: { use: 'lookup', label: 'Topics', singular: 'topic', says: 'Pages that readers read.', shows: ['title'] },
} as const satisfies Partial<Record<Collection, FormRow>>;

/** The collections of the form, in the order of its menu. */
export const formCollections = Object.entries(formRows) as [keyof typeof formRows, FormRow][];

/** The part of JSON Schema that our schemas come out as, with our own keywords. */
export interface Shape {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly const?: unknown;
  readonly enum?: readonly (string | number)[];
  /** What each word of `enum` means, in the same order. */
  readonly enumDescriptions?: readonly string[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly items?: Shape;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Shape | boolean;
  /** Which keys an object may have whose keys are words of a list. */
  readonly propertyNames?: { readonly enum?: readonly string[] };
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  /** The collection that an id names, e.g. `question`. */
  readonly 'x-names'?: string;
  /** What the schema says to a text of the wrong form, e.g. `an id is lower-case letters, …`. */
  readonly 'x-complaint'?: string;
}

/** No text of ours looks like this, so whatever has a rule for its form complains of it. */
const WRONG = '\u0000';

function complaintOf(schema: z.core.$ZodType): string | undefined {
  const message = z.safeParse(schema, WRONG).error?.issues[0]?.message;
  // Where a schema has no words of its own, zod's are for programmers.
  return message?.startsWith('Invalid') ? undefined : message;
}

/** The shape of what an editor writes, e.g. `toShape(source).properties?.title` is `{ type: 'string', minLength: 1, description: … }`. */
export function toShape(schema: z.ZodType): Shape {
  return z.toJSONSchema(schema, {
    io: 'input', // a field with a default may be left out
    unrepresentable: 'any',
    reused: 'inline',
    override: ({ zodSchema, jsonSchema }) => {
      const complaint = jsonSchema.pattern || jsonSchema.format ? complaintOf(zodSchema) : undefined;
      if (complaint) Object.assign(jsonSchema, { 'x-complaint': complaint });
    },
  }) as Shape;
}

/** The parts of a shape that may stand for it: the members of a union, or the shape alone. */
export const membersOf = (shape: Shape): readonly Shape[] => shape.oneOf ?? shape.anyOf ?? [shape];

/** True where a shape is of that type, also besides others, e.g. `text` that YAML may read as a number. */
export const isOf = (shape: Shape, type: string): boolean =>
  shape.type === type || (Array.isArray(shape.type) && shape.type.includes(type));
