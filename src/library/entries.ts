/** Entries of Astro's collections -> Library. Pure, so that a test can hold it against the reader of files. */
import type { Lookup } from '../schema/lookup.ts';
import type { Person } from '../schema/person.ts';
import type { Sighting } from '../schema/sighting.ts';
import type { Section, Term } from '../schema/term.ts';
import { buildLibrary, type Library, type LibraryParts } from './library.ts';

/** What Astro keeps of a file. */
export interface CollectionItem {
  readonly id: string;
  readonly data: object;
  readonly body?: string | undefined;
  readonly filePath?: string | undefined;
}

export interface Collections {
  readonly sources: readonly CollectionItem[];
  readonly questions: readonly CollectionItem[];
  readonly topics: readonly CollectionItem[];
  readonly pathways: readonly CollectionItem[];
  readonly terms: readonly { readonly data: { readonly rows: readonly Term[] } }[];
  readonly sections: readonly { readonly data: { readonly rows: readonly Section[] } }[];
  readonly sightings: readonly { readonly data: { readonly rows: readonly Sighting[] } }[];
  readonly lookups: readonly { readonly data: { readonly rows: readonly Lookup[] } }[];
  readonly people: readonly { readonly data: { readonly rows: readonly Person[] } }[];
}

/** The schemas ran when Astro read the collections, so the shapes hold. YAML files have no body; line ends are those of a checkout. */
const held = ({ id, data, body, filePath = '' }: CollectionItem): never =>
  ({ ...data, id, body: filePath.endsWith('.yaml') ? '' : (body ?? '').replace(/\r\n?/g, '\n'), file: filePath }) as never;

/** Puts collections into a library; lists come as one entry that holds all rows. */
export function toLibrary(collections: Collections): Library {
  const parts: LibraryParts = {
    sources: collections.sources.map(held),
    questions: collections.questions.map(held),
    topics: collections.topics.map(held),
    pathways: collections.pathways.map(held),
    terms: collections.terms.flatMap(({ data }) => data.rows),
    sections: collections.sections.flatMap(({ data }) => data.rows),
    sightings: collections.sightings.flatMap(({ data }) => data.rows),
    lookups: collections.lookups.flatMap(({ data }) => data.rows),
    people: collections.people.flatMap(({ data }) => data.rows),
  };
  return buildLibrary(parts);
}
