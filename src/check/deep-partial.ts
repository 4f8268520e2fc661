/** What is left of a value when everything that its schema refuses is taken out: right where it is there, and maybe not there. */
import type { z } from 'zod';

/** A type with every field and entry possibly missing, all the way down. */
export type DeepPartial<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends readonly (infer E)[]
    ? readonly (DeepPartial<E> | undefined)[]
    : { readonly [K in keyof T]?: DeepPartial<T[K]> };

type Tree = Record<string | number, unknown>;
const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;

function cut(value: Tree, path: readonly PropertyKey[]): void {
  let at: unknown = value;
  for (const step of path.slice(0, -1)) at = isTree(at) ? at[step as string] : undefined;
  const last = path.at(-1) as string | undefined;
  if (isTree(at) && last !== undefined) at[last] = undefined;
}

/**
 * The value without what `issues` complain about, so that the other rules can go on with the rest of a file that has a mistake.
 * Entries of lists keep their place: a bad one becomes `undefined`.
 */
export function toDeepPartial<T>(value: unknown, issues: readonly z.core.$ZodIssue[]): DeepPartial<T> {
  if (!isTree(value) || Array.isArray(value)) return {} as DeepPartial<T>;
  const rest = structuredClone(value);
  for (const issue of issues) {
    if (issue.code === 'unrecognized_keys') for (const key of issue.keys) cut(rest, [...issue.path, key]);
    else cut(rest, issue.path);
  }
  return rest as DeepPartial<T>;
}
