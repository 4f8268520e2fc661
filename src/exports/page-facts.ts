/** What every twin of a page says before anything else: what it is, which version, and whether a clinician stands behind it. */
import type { EvidenceGraph } from '../evidence/evidence-graph.ts';
import { entriesOf, titleOf, type EntryOf } from '../library/library.ts';
import { reviewStateOf, versionOf } from '../parts/review-state.ts';
import { entryUrl, withHost } from '../parts/urls.ts';
import { pageCollections, type PageCollection } from '../schema/collections.ts';
import { capitalise } from '../words/phrase.ts';

/** What files that go out need to know of the site; `loadSite()` fits. */
export interface SiteFacts {
  readonly name: string;
  readonly description: string;
  /** e.g. `https://clots.example/`; undefined where the site is not published, and then addresses have no host. */
  readonly url: string | undefined;
  readonly language: string;
  readonly repository?: string | undefined;
  readonly licence: { readonly content: { readonly name: string; readonly url: string } };
}

export interface PageFacts {
  readonly collection: PageCollection;
  readonly id: string;
  readonly title: string;
  /** Address of the page, complete with host where the site has one. */
  readonly address: string;
  /** Hash of what the page is made from, e.g. `3f9a1c20`; none of a term. */
  readonly version: string | undefined;
  /** Day of the last change; of a source the one on which its work was read; none of a term. */
  readonly updated: string | undefined;
  readonly review: { readonly state: string; readonly says: string; readonly disclaimer: string };
  readonly licence: string;
}

/** The facts of the page of an entry, e.g. `toPageFacts(graph, 'term', term, site).review.state === 'under-review'`. */
export function toPageFacts<C extends PageCollection>(graph: EvidenceGraph, collection: C, entry: EntryOf<C>, site: SiteFacts): PageFacts {
  const { state, sentence, disclaimer } = reviewStateOf(graph, collection, entry);
  const title = titleOf(entry);
  return {
    collection,
    id: entry.id,
    title: collection === 'term' ? capitalise(title) : title,
    address: withHost(entryUrl(collection, entry.id), site.url),
    version: 'file' in entry ? versionOf(entry) : undefined,
    updated: 'retrieved' in entry ? entry.retrieved : 'updated' in entry ? entry.updated : undefined,
    review: { state, says: sentence, disclaimer },
    licence: site.licence.content.url,
  };
}

/** Something of every entry that has a page, in the order of the collections. */
export const ofEveryPage = <T>(graph: EvidenceGraph, make: <C extends PageCollection>(collection: C, entry: EntryOf<C>) => T): T[] =>
  pageCollections.flatMap((collection) => entriesOf(graph.library, collection).map((entry) => make(collection, entry)));

/** What somebody in danger must read before anything else on a page; undefined where nobody in danger is expected. */
export const emergencyOf = ({ library }: EvidenceGraph, entry: EntryOf<PageCollection>): string | undefined =>
  'emergency' in entry && entry.emergency ? library.site.emergency.public : undefined;
