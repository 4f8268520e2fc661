/** Old permalinks that must keep working, as Astro redirects: those of pages, and those of rules that got another name. */
import { rules } from '../check/rules.ts';
import { readContent } from '../library/from-files.ts';
import { entriesOf, withoutDrafts } from '../library/library.ts';
import { entryUrl, ruleUrl } from '../parts/urls.ts';
import { bodyCollections } from '../schema/collections.ts';

/** Alias to address, e.g. `{ '/papers/2024-03-27-old-title': '/sources/interventional-news-2024-wall-to-wall/' }`. */
export async function redirectsFor(folder: string): Promise<Record<string, string>> {
  const library = withoutDrafts((await readContent(folder)).library);
  const pages = bodyCollections.flatMap((collection) =>
    entriesOf(library, collection).flatMap(({ id, aliases }) =>
      aliases.map((alias): [string, string] => [alias, entryUrl(collection, id)]),
    ),
  );
  const renamed = rules.flatMap(({ name, formerly = [] }) => formerly.map((old): [string, string] => [ruleUrl(old), ruleUrl(name)]));
  return Object.fromEntries([...pages, ...renamed]);
}
