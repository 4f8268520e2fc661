/** Which addresses the site has, as far as content decides them. A test holds this against `views/urls.ts`. */
import { collections } from '../schema/collections.ts';
import type { LintContext } from './lint-context.ts';

/** Where the page of each rule stands: the name of the rule and a slash follow. */
export const rulesPath = '/editorial/rules/';

/** Pages that do not come from one file of content. */
export const fixedPages = [
  '/',
  '/topics/',
  '/questions/',
  '/matrix/',
  '/pathways/',
  '/pathways/compare/',
  '/glossary/',
  '/references/',
  '/search/',
  '/updates/',
  '/figures/',
  '/figures/timeline/',
  '/figures/vein-map/',
  '/offline/',
  '/editorial/',
  '/editorial/people/',
  rulesPath,
  '/about/',
  '/about/method/',
  '/about/editorial-policy/',
  '/about/accessibility/',
  '/about/licences/',
  '/about/disclaimer/',
] as const;

/** The address of an entry, e.g. `addressOf('source', 'nice-2019-ipg651') === '/sources/nice-2019-ipg651/'`. */
export const addressOf = (collection: 'source' | 'question' | 'topic' | 'pathway' | 'term', id: string): string =>
  collection === 'term' ? `/glossary/${id}/` : `/${collections[collection].path}/${id}/`;

export interface Address {
  /** The id behind it; undefined for a fixed page. */
  readonly id?: string;
  readonly collection?: 'source' | 'question' | 'topic' | 'pathway' | 'term';
  /** True for a page that readers never get. */
  readonly draft: boolean;
}

/** Every address by path. Old addresses lead on to a page and count too. */
export function buildAddresses(context: LintContext): ReadonlyMap<string, Address> {
  const addresses = new Map<string, Address>([...fixedPages, ...context.extraPages].map((path) => [path, { draft: false }]));
  const groups = {
    source: context.sources,
    question: context.questions,
    topic: context.topics,
    pathway: context.pathways,
    term: context.terms,
  };
  for (const collection of ['source', 'question', 'topic', 'pathway', 'term'] as const) {
    for (const name of context.names[collection].all) addresses.set(addressOf(collection, name), { id: name, collection, draft: false });
    for (const entry of groups[collection])
      if (entry.draft) addresses.set(addressOf(collection, entry.id), { id: entry.id, collection, draft: true });
  }
  for (const { data } of context.pages) {
    for (const alias of data.aliases ?? []) if (alias && !addresses.has(alias)) addresses.set(alias, { draft: false });
  }
  return addresses;
}
