/** Ids in another spelling than that of the entry they name. */
import { slug } from '../slug.ts';

/** What is left of an id when case, accents, separators, folder and ending are set aside. */
const bare = (name: string): string =>
  slug(
    name
      .trim()
      .replace(/^@/, '')
      .replace(/\/+$/, '')
      .replace(/^.*\//, '')
      .replace(/\.(?:mdx?|ya?ml)$/, ''),
  ).replaceAll('-', '');

/**
 * The id that was meant, e.g. `respelledId('NICE_2019 IPG651', ['nice-2019-ipg651'])` is `nice-2019-ipg651`.
 * `undefined` for a name that exists, and where none or more than one entry is spelled so but for case and separators.
 */
export function respelledId(name: string, ids: readonly string[]): string | undefined {
  if (ids.includes(name)) return undefined;
  const wanted = bare(name);
  const matches = wanted ? ids.filter((id) => bare(id) === wanted) : [];
  return matches.length === 1 ? matches[0] : undefined;
}
