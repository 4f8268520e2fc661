/** The proof that a fix changed spelling and nothing else: bodies are compared as trees, fields as values. */
import type { Nodes } from 'mdast';
import { parseBody, type BodyFormat } from '../../library/body.ts';
import type { FieldPath } from '../../library/content-file.ts';
import { toYamlValue } from '../../library/yaml-value.ts';

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

/** True for equal values of YAML or JSON; the order of keys does not count, e.g. `isSameValue({ a: 1, b: 2 }, { b: 2, a: 1 })`. */
function isSameValue(one: unknown, other: unknown): boolean {
  if (!isPlain(one) || !isPlain(other)) return Object.is(one, other);
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [keys, others] = [Object.keys(one), Object.keys(other)];
  return keys.length === others.length && keys.every((key) => Object.hasOwn(other, key) && isSameValue(one[key], other[key]));
}

/** A value that was meant to change. */
export interface Meant {
  readonly field: FieldPath;
  readonly to: string;
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').replace(/[“”]/g, '"').replace(/[‘’]/g, "'");

/** A tree without places, with the white space and the quotation marks of its texts made alike. */
function bones(node: Nodes): unknown {
  const { position, data, ...rest } = node as Nodes & { readonly data?: unknown };
  const value = 'value' in rest && node.type === 'text' ? { value: plain(rest.value) } : {};
  return { ...rest, ...value, ...('children' in rest ? { children: rest.children.map(bones) } : {}) };
}

/** True when two bodies say the same: equal trees but for white space and the shape of quotation marks in running text. */
export function isSameBody(before: string, after: string, format: BodyFormat): boolean {
  const [one, other] = [parseBody(before, format), parseBody(after, format)];
  if (!one.tree || !other.tree) return before === after;
  return isSameValue(bones(one.tree), bones(other.tree));
}

/** A copy of a value with the changes that were meant. */
function withMeant(value: unknown, meant: readonly Meant[]): unknown {
  const copy = structuredClone(value);
  for (const { field, to } of meant) {
    let at = copy as Record<string | number, unknown>;
    for (const step of field.slice(0, -1)) at = at[step] as Record<string | number, unknown>;
    at[field.at(-1) ?? ''] = to;
  }
  return copy;
}

/** True when the fields hold what they held, but for the changes that were meant. The order of fields does not count. */
export function isSameFields(before: string, after: string, meant: readonly Meant[] = []): boolean {
  const [one, other] = [toYamlValue(before), toYamlValue(after)];
  if (one.problem || other.problem) return before === after;
  return isSameValue(withMeant(one.value, meant), other.value);
}
