/** Which item of a list is which in its newer state: findings and results have no names, so they are known by what they share. */

export interface Pairing<T> {
  readonly pairs: readonly { readonly before: T; readonly after: T }[];
  readonly gone: readonly T[];
  readonly come: readonly T[];
}

/** By what two items may be one and the same, the surest first; `undefined` where an item has no such mark. */
export type Mark<T> = (item: T) => string | undefined;

/**
 * Pairs items that share a mark, mark after mark and in order; what is left on either side went or came.
 * Example: `pairUp(['a 1'], ['a 2'], [(item) => item, (item) => item[0]]).pairs.length === 1`.
 */
export function pairUp<T>(before: readonly T[], after: readonly T[], marks: readonly Mark<T>[]): Pairing<T> {
  const gone = new Set(before.keys());
  const come = new Set(after.keys());
  const partner = new Map<number, number>();
  for (const mark of marks) {
    const waiting = new Map<string, number[]>();
    for (const index of gone) {
      const value = mark(before[index] as T);
      if (value !== undefined) waiting.set(value, [...(waiting.get(value) ?? []), index]);
    }
    for (const index of come) {
      const value = mark(after[index] as T);
      const found = value === undefined ? undefined : waiting.get(value)?.shift();
      if (found === undefined) continue;
      partner.set(found, index);
      gone.delete(found);
      come.delete(index);
    }
  }
  const items = (list: readonly T[], indices: Iterable<number>): T[] => [...indices].map((index) => list[index] as T);
  return {
    pairs: [...partner].sort(([a], [b]) => a - b).map(([a, b]) => ({ before: before[a] as T, after: after[b] as T })),
    gone: items(before, gone),
    come: items(after, come),
  };
}

/** Entries of two maps by id: in both, only before, only after. */
export function pairMaps<Id, T>(before: ReadonlyMap<Id, T>, after: ReadonlyMap<Id, T>): Pairing<T> {
  const pairs = [...before].flatMap(([id, old]) => {
    const now = after.get(id);
    return now === undefined ? [] : [{ before: old, after: now }];
  });
  return {
    pairs,
    gone: [...before].filter(([id]) => !after.has(id)).map(([, one]) => one),
    come: [...after].filter(([id]) => !before.has(id)).map(([, one]) => one),
  };
}
