/** Which addresses the site has, as far as content decides them. */
import { entryPath, figurePath, fixedPaths } from '../schema/addresses.ts';
import { collections, pageCollections, type PageCollection } from '../schema/collections.ts';
import type { LintContext } from './lint-context.ts';

export interface Address {
  /** The entry behind it; undefined for a fixed page. */
  readonly id?: string;
  readonly collection?: PageCollection;
  /** True for a page that readers never get. */
  readonly draft: boolean;
}

/** Every address by path. Old addresses lead on to a page and count too. */
export function buildAddresses(context: LintContext): ReadonlyMap<string, Address> {
  const addresses = new Map<string, Address>(
    [...fixedPaths, ...context.names.figure.all.map(figurePath), ...context.extraPages].map((path) => [path, { draft: false }]),
  );
  for (const collection of pageCollections) {
    for (const id of context.names[collection].all) addresses.set(entryPath(collection, id), { id, collection, draft: false });
    for (const { id, draft } of context[collections[collection].many])
      if (draft) addresses.set(entryPath(collection, id), { id, collection, draft });
  }
  for (const { data } of context.pages) {
    for (const alias of data.aliases ?? []) if (alias && !addresses.has(alias)) addresses.set(alias, { draft: false });
  }
  return addresses;
}
