/** What every page has, whatever it is about: head, breadcrumbs, search facts. */
import type { Register } from '../schema/vocabulary.ts';

export interface Link {
  readonly href: string;
  readonly text: string;
}

/** What the search index is told about a page besides its words. */
export interface SearchFacts {
  /** Kind of page: the first facet. */
  readonly page: 'Topic' | 'Question' | 'Source' | 'Term' | 'About';
  /** Further facets: `kind`, `tier`, `review`, `topic`. */
  readonly filters: readonly { readonly name: string; readonly value: string }[];
  /** Shown with a result. */
  readonly kind: string;
  readonly date: string;
  readonly summary: string;
  /** Abbreviations and other words under which the page must be found. */
  readonly aliases: readonly string[];
}

export interface Shell {
  /** Heading of the page and first part of its title. */
  readonly title: string;
  readonly description: string;
  /** Root-relative address with trailing slash, e.g. `/topics/phlegmasia/`. */
  readonly path: string;
  readonly breadcrumbs: readonly Link[];
  /** Left out for pages that search should not find. */
  readonly search?: SearchFacts;
  /** Register that the page opens with, for pages that have three. */
  readonly leads?: Register;
  /** True for pages that search engines should pass over. */
  readonly hidden?: boolean;
  /** Which entry of the main menu is the current one. */
  readonly menu?: string;
}
