/** Turns the shape of what an editor writes into the fields of the form. It knows no field by name; what it cannot turn, it throws. */
import type { Field, ListField, VariableFieldType } from '@sveltia/cms';
import { isOf, membersOf, type Shape } from './form-shape.ts';
import { capitalise } from '../words/phrase.ts';

const LONGEST_LABEL = 4;
const startOf = (description: string): string => /^(?:[^.,:;(]|[.,:;](?=\S))*/.exec(description)?.[0].trim() ?? '';

/** `restsOn` as `Rests on`. */
const spelt = (name: string): string => {
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return capitalise(words);
};

/**
 * The label of a field: how its description begins, if that is short enough to be a name, else its name spelt out.
 * Example: `toLabel('pmid', 'PubMed identifier.')` is `PubMed identifier`, and of `restsOn` it is `Rests on`.
 */
export function toLabel(name: string, description = ''): string {
  const start = startOf(description);
  const words = start.replace(/^The /, '').split(' ');
  const [first = ''] = words;
  if (first.toLowerCase() === name) return first === first.toUpperCase() ? first : spelt(name);
  const fits = words.length <= LONGEST_LABEL && /^[A-Z]/.test(start) && !/https?:/.test(start);
  return fits ? `${capitalise(first)}${start.slice(start.indexOf(first) + first.length)}` : spelt(name);
}

/** One of a list, for the button that adds it, e.g. `Findings` gives `finding`, and `Aliases` gives `alias`. */
export const toSingular = (name: string): string =>
  spelt(name)
    .toLowerCase()
    .replace(/(?<=i)ases$|(?<=[^s])s$/, (ending) => (ending === 's' ? '' : 'as'));

/** A description as the form can print it: it knows no code in backticks. */
const toHint = (description: string): string => description.replace(/`([^`]*)`/g, '“$1”');

/** A message as a sentence, e.g. `an id is lower-case` as `An id is lower-case.`. */
export const toSentence = (message: string): string => toHint(`${capitalise(message)}${/[.!?]$/.test(message) ? '' : '.'}`);

/** What stands below a field: its description, unless the label says all of it, e.g. nothing for `ISBN.`. */
export function hintFor(label: string, description: string): string | undefined {
  const hint = toHint(description);
  return hint.replace(/\.$/, '').replace(/^The /, '').toLowerCase() === label.toLowerCase() ? undefined : hint;
}

/** Where a form finds what an id names, so that editors pick it from a list. */
export interface Relation {
  readonly collection: string;
  readonly file?: string;
  readonly value_field: string;
  readonly display_fields: string[];
}

export interface FormContext {
  /** The collection whose file is filled in: its own `id` is typed, not picked. */
  readonly collection: string;
  readonly relations: ReadonlyMap<string, Relation>;
  /** What a new entry starts with, by name of the field. */
  readonly startsWith: Readonly<Record<string, string>>;
}

type Options = Readonly<{ label: string; value: string | number }>[];

function shared(name: string, shape: Shape, required: boolean) {
  const label = toLabel(name, shape.description);
  const hint = shape.description === undefined ? undefined : hintFor(label, shape.description);
  return { name, label, required, ...(hint === undefined ? {} : { hint }) };
}

const patternOf = ({ pattern, 'x-complaint': complaint, format }: Shape): { pattern?: [string, string] } => {
  const form = pattern ?? (format === 'uri' ? '^https?://\\S+$' : undefined);
  return form === undefined ? {} : { pattern: [form, toSentence(complaint ?? 'this is not written as it must be')] };
};

function toOptions(shape: Shape): Options | undefined {
  if (shape.enum) return shape.enum.map((value, i) => ({ value, label: shape.enumDescriptions?.[i] ?? String(value) }));
  const constants = (shape.anyOf ?? []).map((member) => member.const);
  return constants.length && constants.every((value) => typeof value === 'number')
    ? constants.map((value) => ({ value, label: String(value) }))
    : undefined;
}

/** A number or a text of a certain form, e.g. a P value: typed as text, and a number again when it is written down. */
function mixedPattern(shape: Shape): [string, string] | undefined {
  const text = shape.anyOf?.find((member) => member.pattern && shape.anyOf?.some((other) => isOf(other, 'number')));
  if (!text?.pattern) return undefined;
  return [`^(?:\\d+(?:\\.\\d+)?|${text.pattern.replace(/^\^|\$$/g, '')})$`, toSentence(shape.description ?? 'a number is expected')];
}

/** Members of a union that a file does not name by a word: their fields stand side by side, each needed only where all need it. */
function merge(members: readonly Shape[]): Shape {
  const properties = Object.assign({}, ...members.map((member) => member.properties)) as Record<string, Shape>;
  const required = Object.keys(properties).filter((key) => members.every((member) => member.required?.includes(key)));
  return { type: 'object', properties, required };
}

/** The line by which a folded entry is known: what it must have, else whatever it has. */
function summaryOf(shape: Shape): string {
  const scalar = Object.entries(shape.properties ?? {}).filter(([, part]) => !isOf(part, 'object') && !isOf(part, 'array'));
  const needed = scalar.filter(([key]) => shape.required?.includes(key));
  const [rows, between] = needed.length ? [needed, ': '] : [scalar, ' '];
  return rows
    .slice(0, needed.length ? 2 : 3)
    .map(([key]) => `{{fields.${key}}}`)
    .join(between);
}

/** The member of a union as one type that can be added to a list, under the word that tells it from the others. */
const toType = (member: Shape, key: string, context: FormContext): VariableFieldType => {
  const { [key]: word, ...properties } = member.properties ?? {};
  const name = String(word?.const);
  return {
    name,
    label: toLabel(name, word?.description),
    fields: toFields({ ...member, properties }, context),
    summary: summaryOf({ ...member, properties }),
  };
};

function toListField(name: string, shape: Shape, required: boolean, context: FormContext): Field {
  const items = shape.items ?? {};
  const count = shape.minItems === undefined ? {} : { min: shape.minItems };
  const base = { ...shared(name, shape, required), ...count };
  const relation = relationOf(items, name, context);
  if (relation) return { ...base, widget: 'relation', multiple: true, ...relation };
  const options = toOptions(items);
  if (options) return { ...base, widget: 'select', multiple: true, options: [...options] };
  const folded = { label_singular: toSingular(name), collapsed: 'auto', minimize_collapsed: 'auto' } as const;
  const list = { ...base, widget: 'list', ...folded } as const;
  const members = membersOf(items);
  const key = discriminator(members);
  if (key) return { ...list, typeKey: key, types: members.map((member) => toType(member, key, context)) } as ListField;
  const merged = members.length > 1 ? merge(members) : items;
  if (merged.properties) return { ...list, summary: summaryOf(merged), fields: toFields(merged, context) };
  if (isOf(merged, 'string'))
    return {
      ...base,
      widget: 'list',
      label_singular: toSingular(name),
      field: { name: 'item', label: spoken(name), ...patternOf(merged) },
    };
  throw new Error(`The form cannot show the list \`${name}\`: it has no way to fill in ${JSON.stringify(merged.type)}.`);
}

const spoken = (name: string): string => toLabel(toSingular(name));

/** The field by whose fixed words the members of a union are told apart, e.g. `kind`; undefined where there is none. */
function discriminator(members: readonly Shape[]): string | undefined {
  if (members.length < 2) return undefined;
  return Object.keys(members[0]?.properties ?? {}).find((key) =>
    members.every((member) => typeof member.properties?.[key]?.const === 'string'),
  );
}

const relationOf = (shape: Shape, name: string, { collection, relations }: FormContext): Relation | undefined =>
  name === 'id' && shape['x-names'] === collection ? undefined : relations.get(shape['x-names'] ?? '');

function toNumber(shape: Shape) {
  const whole = isOf(shape, 'integer');
  const min = shape.minimum ?? (whole && shape.exclusiveMinimum !== undefined ? shape.exclusiveMinimum + 1 : undefined);
  const max = shape.maximum === Number.MAX_SAFE_INTEGER ? undefined : shape.maximum;
  return {
    widget: 'number',
    value_type: whole ? 'int' : 'float',
    ...(min === undefined || min === Number.MIN_SAFE_INTEGER ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(whole ? {} : { step: 0.01 }),
  } as const;
}

/** One field of the form, e.g. for `direction` a select with a line of meaning for each word. Throws for a shape that no field can hold. */
export function toField(name: string, shape: Shape, required: boolean, context: FormContext): Field {
  const start = context.startsWith[name];
  const inner = { ...context, startsWith: {} };
  const base = { ...shared(name, shape, required), ...(start === undefined ? {} : { default: start }) };
  const relation = relationOf(shape, name, context);
  if (relation) return { ...base, widget: 'relation', ...relation };
  const options = toOptions(shape);
  if (options) return { ...base, widget: 'select', options: [...options] };
  const mixed = mixedPattern(shape);
  if (mixed) return { ...base, widget: 'string', pattern: mixed };
  if (isOf(shape, 'array')) return toListField(name, shape, required, inner);
  const keys = typeof shape.additionalProperties === 'object' ? shape.propertyNames?.enum : undefined;
  if (keys) {
    const properties = Object.fromEntries(keys.map((key) => [key, shape.additionalProperties as Shape]));
    return toField(name, { ...shape, properties, additionalProperties: false }, required, context);
  }
  if (shape.properties)
    return {
      ...shared(name, shape, required),
      widget: 'object',
      collapsed: 'auto',
      summary: summaryOf(shape),
      fields: toFields(shape, inner),
    };
  if (typeof shape.additionalProperties === 'object' && isOf(shape.additionalProperties, 'string'))
    return { ...shared(name, shape, required), widget: 'keyvalue' };
  if (isOf(shape, 'boolean')) return { ...base, widget: 'boolean', default: shape.default === true };
  if (shape.format === 'date') return { ...base, widget: 'datetime', type: 'date', format: 'YYYY-MM-DD' };
  if (isOf(shape, 'string')) return { ...base, widget: /sentence/.test(shape.description ?? '') ? 'text' : 'string', ...patternOf(shape) };
  if (isOf(shape, 'number') || isOf(shape, 'integer')) return { ...base, ...toNumber(shape) };
  throw new Error(`The form cannot show \`${name}\`: it has no field for ${JSON.stringify(shape.type ?? shape)}.`);
}

/** All fields of an object, in the order of the schema. */
export const toFields = (shape: Shape, context: FormContext): Field[] =>
  Object.entries(shape.properties ?? {}).map(([name, part]) => toField(name, part, shape.required?.includes(name) ?? false, context));
