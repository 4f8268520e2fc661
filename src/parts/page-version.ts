/** The version of a page: the same as long as what it says is the same, whoever builds it and wherever. */
import { sha256 } from '../library/passage.ts';
import type { EntryOf } from '../library/library.ts';
import type { ApprovedCollection } from '../schema/collections.ts';

/** What says nothing to a reader: where it stands, how it is linked. */
const unprinted: ReadonlySet<string> = new Set(['file', 'aliases', 'autolink']);

/** First eight digits of the hash of what the page is made from, e.g. `3f9a1c20`. Blank lines around the body do not count. */
export function versionOf(entry: EntryOf<ApprovedCollection>): string {
  const printed = Object.entries({ ...entry, body: entry.body.trim() }).filter(([name]) => !unprinted.has(name));
  return sha256(JSON.stringify(printed.sort(([a], [b]) => (a < b ? -1 : 1)))).slice(0, 8);
}
