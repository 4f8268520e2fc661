/** Old permalinks that must keep working, as Astro redirects. */
import { readContent } from '../library/from-files.ts';
import { withoutDrafts } from '../library/library.ts';
import { questionUrl, sourceUrl, topicUrl } from '../parts/urls.ts';

/** Alias to address, e.g. `{ '/papers/2024-03-27-old-title': '/sources/interventional-news-2024-wall-to-wall/' }`. */
export async function redirectsFor(folder: string): Promise<Record<string, string>> {
  const { sources, questions, topics } = withoutDrafts((await readContent(folder)).library);
  const pairs = [
    ...[...sources.values()].flatMap((entry) => entry.aliases.map((alias) => [alias, sourceUrl(entry.id)] as const)),
    ...[...questions.values()].flatMap((entry) => entry.aliases.map((alias) => [alias, questionUrl(entry.id)] as const)),
    ...[...topics.values()].flatMap((entry) => entry.aliases.map((alias) => [alias, topicUrl(entry.id)] as const)),
  ];
  return Object.fromEntries(pairs);
}
