/** Which addresses the site has, as far as content decides them. A test holds this against `views/urls.ts`. */
import { nouns } from '../schema/nouns.ts';
import type { Proof } from './proof.ts';

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
export const addressOf = (noun: 'source' | 'question' | 'topic' | 'pathway' | 'term', id: string): string =>
  noun === 'term' ? `/glossary/${id}/` : `/${nouns[noun].path}/${id}/`;

export interface Address {
  /** The id behind it; undefined for a fixed page. */
  readonly id?: string;
  readonly noun?: 'source' | 'question' | 'topic' | 'pathway' | 'term';
  /** True for a page that readers never get. */
  readonly draft: boolean;
}

/** Every address by path. Old addresses lead on to a page and count too. */
export function buildAddresses(proof: Proof): ReadonlyMap<string, Address> {
  const addresses = new Map<string, Address>([...fixedPages, ...proof.extraPages].map((path) => [path, { draft: false }]));
  const groups = { source: proof.sources, question: proof.questions, topic: proof.topics, pathway: proof.pathways, term: proof.terms };
  for (const noun of ['source', 'question', 'topic', 'pathway', 'term'] as const) {
    for (const name of proof.names[noun].all) addresses.set(addressOf(noun, name), { id: name, noun, draft: false });
    for (const entry of groups[noun]) if (entry.draft) addresses.set(addressOf(noun, entry.id), { id: entry.id, noun, draft: true });
  }
  for (const { data } of proof.pages) {
    for (const alias of data.aliases ?? []) if (alias && !addresses.has(alias)) addresses.set(alias, { draft: false });
  }
  return addresses;
}
