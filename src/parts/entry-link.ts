/** A link to the page of an entry, under what the entry is called. */
import type { EntryRef } from '../evidence/evidence-graph.ts';
import { entryOf, titleOf, type Library } from '../library/library.ts';
import type { Link } from './shell.ts';
import { entryUrl } from './urls.ts';

/** E.g. `{ href: '/topics/phlegmasia/', text: 'Limb-threatening DVT (phlegmasia)' }`; an entry that is not there goes by its id. */
export function toEntryLink(library: Library, { collection, id }: EntryRef): Link {
  const entry = entryOf(library, collection, id);
  return { href: entryUrl(collection, id), text: entry ? titleOf(entry) : id };
}
