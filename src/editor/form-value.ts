/** What the form hands over, made into what a file holds: keys in the order of the schema, nothing empty, numbers as numbers. Pure. */
import { isOf, membersOf, type Shape } from './form-shape.ts';

type Fields = Record<string, unknown>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const isNumeric = (text: string): boolean => /^-?\d+(?:\.\d+)?$/.test(text);

/** The member of a union that a value means: the one whose fixed words it has, else all of them as one. */
function memberFor(shape: Shape, value: Fields): Shape {
  const members = membersOf(shape).filter((member) => member.properties);
  if (members.length < 2) return members[0] ?? shape;
  const fixed = (member: Shape): [string, Shape][] =>
    Object.entries(member.properties ?? {}).filter(([, part]) => typeof part.const === 'string');
  const meant = members.find((member) => fixed(member).length > 0 && fixed(member).every(([key, part]) => value[key] === part.const));
  return meant ?? { properties: Object.assign({}, ...members.map((member) => member.properties)) as Record<string, Shape> };
}

function tidyFields(value: Fields, shape: Shape): Fields | undefined {
  const { properties, additionalProperties } = memberFor(shape, value);
  const keys = [...new Set([...Object.keys(properties ?? {}), ...Object.keys(value)])];
  const inner = typeof additionalProperties === 'object' ? additionalProperties : {};
  const kept = keys.map((key) => [key, tidy(value[key], properties?.[key] ?? inner)] as const).filter(([, part]) => part !== undefined);
  return kept.length ? Object.fromEntries(kept) : undefined;
}

/** A switch that was left alone says nothing, and so is not written down. */
const isUnsaid = (value: boolean, shape: Shape): boolean =>
  shape.const === undefined ? value === (shape.default ?? false) : value !== shape.const;

/**
 * A value of the form as its shape wants it; undefined for what holds nothing.
 * Example: `tidy({ note: '', by: ' a ' }, shape)` is `{ by: 'a' }`, and a P value `'0.56'` becomes the number.
 */
export function tidy(value: unknown, shape: Shape): unknown {
  if (value === null || value === undefined || value === '') return undefined;
  if (typeof value === 'boolean') return isUnsaid(value, shape) ? undefined : value;
  if (typeof value === 'string') {
    const text = value.replace(/\s*\n\s*/g, ' ').trim();
    if (text === '') return undefined;
    const wantsNumber = membersOf(shape).some((member) => (isOf(member, 'number') || isOf(member, 'integer')) && !isOf(member, 'string'));
    return wantsNumber && isNumeric(text) ? Number(text) : text;
  }
  if (Array.isArray(value)) {
    const items = value.map((item) => tidy(item, shape.items ?? {})).filter((item) => item !== undefined);
    return items.length ? items : undefined;
  }
  return isFields(value) ? tidyFields(value, shape) : value;
}
