/** Names of findings and results: they make up addresses that last, so they are unique in their source and never used again. */
import { z } from 'zod';
import { ID_PATTERN } from './id.ts';

export const itemName = z.string().regex(ID_PATTERN, 'a name is small letters and digits with hyphens between, such as `filter-failed`');

export const itemNames = {
  id: itemName.describe('Short name that says what it is, e.g. `filter-failed`. Unique in the source, and never used for anything else.'),
  aliases: z.array(itemName).default([]).describe('Names that it had before: links to them keep working.'),
};

/** Names of results of the same source. */
export const resultNames = z.array(itemName);

interface Item {
  readonly id: string;
  readonly aliases: readonly string[];
}

/** Names that stand for more than one finding or result, with where the later one stands, e.g. `{ list: 'results', index: 0 }`. */
export function repeatedNames(lists: Readonly<Record<'findings' | 'results', readonly Item[]>>) {
  const met = new Set<string>();
  return (['findings', 'results'] as const).flatMap((list) =>
    lists[list].flatMap(({ id, aliases }, index) =>
      [id, ...aliases].flatMap((one) => {
        const again = met.has(one);
        met.add(one);
        return again ? [{ list, index, name: one, field: one === id ? 'id' : 'aliases' }] : [];
      }),
    ),
  );
}
