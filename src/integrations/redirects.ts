/** Old permalinks that must keep working, as Astro redirects. */
import { readContent } from '../library/from-files.ts';
import { entriesOf, withoutDrafts } from '../library/library.ts';
import { entryUrl } from '../parts/urls.ts';
import { bodyCollections } from '../schema/collections.ts';

/** Alias to address, e.g. `{ '/papers/2024-03-27-old-title': '/sources/interventional-news-2024-wall-to-wall/' }`. */
export async function redirectsFor(folder: string): Promise<Record<string, string>> {
  const library = withoutDrafts((await readContent(folder)).library);
  return Object.fromEntries(
    bodyCollections.flatMap((collection) =>
      entriesOf(library, collection).flatMap(({ id, aliases }) => aliases.map((alias) => [alias, entryUrl(collection, id)])),
    ),
  );
}
