/** The files by which works and pages are cited, each with its address, ready for a route and for the page that offers it. */
import { titleOf, type EntryOf } from '../library/library.ts';
import { versionOf } from '../parts/review-state.ts';
import { citeUrl, entryUrl } from '../parts/urls.ts';
import type { ApprovedCollection } from '../schema/collections.ts';
import { pageCitationFormats } from './page-citation.ts';
import { exportFormats } from './registry.ts';

export interface CitationFile {
  readonly label: string;
  /** Root-relative, e.g. `/topics/phlegmasia/cite.bib`. */
  readonly href: string;
  /** Name under which it is saved, e.g. `phlegmasia.bib`. */
  readonly name: string;
  readonly ending: string;
  readonly mediaType: string;
  readonly text: string;
}

interface SiteFacts {
  readonly name: string;
  readonly url: string;
  readonly language: string;
}

/** A work that we hold in every form of the registry, or a page of ours in those of pages; e.g. the first of a topic is `/topics/phlegmasia/cite.txt`. */
export function citationFiles(collection: ApprovedCollection, entry: EntryOf<ApprovedCollection>, site: SiteFacts): CitationFile[] {
  const { id } = entry;
  const path = entryUrl(collection, id);
  const texts =
    'retrieved' in entry
      ? exportFormats.map((format) => ({ ...format, text: format.toText(entry) }))
      : pageCitationFormats.map((format) => ({
          ...format,
          text: format.toText({
            key: `${site.name.toLowerCase()}-${collection}-${id}`,
            title: titleOf(entry),
            url: new URL(path, site.url).href,
            site: site.name,
            updated: entry.updated,
            version: versionOf(entry),
            language: site.language,
          }),
        }));
  return texts.map(({ label, ending, mediaType, text }) => ({
    label,
    href: citeUrl(path, ending),
    name: `${id}.${ending}`,
    ending,
    mediaType,
    text,
  }));
}
