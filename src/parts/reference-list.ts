/** The reference list of a page: every work it cites, with what a reader needs to weigh it and the way back. */
import { citedMark, type CitedMark } from '../evidence/cited-mark.ts';
import type { EvidenceGraph } from '../evidence/evidence-graph.ts';
import { citationsIn } from '../library/citations.ts';
import type { SourceEntry } from '../library/library.ts';
import type { SourceId } from '../schema/id.ts';
import { formatAuthors, formatYear } from './format.ts';
import { toSourceLine, type SourceLine } from './source-line.ts';
import { citationFragment, referenceFragment } from '../schema/addresses.ts';
import { doiUrl, pmidUrl, registryUrl } from './urls.ts';

export interface Reference extends SourceLine {
  readonly fragment: string;
  /** What stands beside its citations. */
  readonly cited: CitedMark;
  /** `Family, Given & Family (2017)` and the like: first words of the entry. */
  readonly byline: string;
  /** Where it stands: journal, volume, pages, or publisher. */
  readonly where: string;
  readonly identifiers: readonly { readonly label: string; readonly text: string; readonly href: string }[];
  /** Fragments of the places on this page that cite it. */
  readonly back: readonly string[];
}

/** `The Journal 12(3), 45–67`, `NICE`, or empty. */
export function whereItStands(source: SourceEntry): string {
  const volume = source.volume ? ` ${source.volume}${source.issue ? `(${source.issue})` : ''}` : '';
  const pages = source.pages ? `, ${source.pages.replace('-', '–')}` : '';
  const place = source.container ? `${source.container}${volume}${pages}` : '';
  return [place, source.publisher === source.container ? '' : source.publisher, source.number].filter(Boolean).join('. ');
}

export function identifiersOf(source: SourceEntry): Reference['identifiers'] {
  const registry = source.registry ? [{ label: 'Registry', text: source.registry, href: registryUrl(source.registry) ?? '' }] : [];
  return [
    ...(source.doi ? [{ label: 'DOI', text: source.doi, href: doiUrl(source.doi) }] : []),
    ...(source.pmid ? [{ label: 'PubMed', text: source.pmid, href: pmidUrl(source.pmid) }] : []),
    ...registry,
    ...(source.isbn ? [{ label: 'ISBN', text: source.isbn, href: '' }] : []),
    ...(source.url ? [{ label: 'Address', text: new URL(source.url).hostname.replace(/^www\./, ''), href: source.url }] : []),
  ];
}

/** References in order of first citation. `body` is the MDX of the page, from which the ways back are counted. */
export function toReferenceList(graph: EvidenceGraph, cited: readonly SourceId[], body: string): Reference[] {
  const counts = new Map<string, number>();
  for (const { id } of citationsIn(body, 'mdx')) counts.set(id, (counts.get(id) ?? 0) + 1);
  return cited.flatMap((id) => {
    const source = graph.library.sources.get(id);
    if (!source) return [];
    return [
      {
        ...toSourceLine(source, graph.freshness.sources.get(id)),
        fragment: referenceFragment(id),
        cited: citedMark(source),
        byline: `${formatAuthors(source.authors) || source.title} (${formatYear(source.issued)})`,
        where: whereItStands(source),
        identifiers: identifiersOf(source),
        back: Array.from({ length: counts.get(id) ?? 0 }, (_, i) => citationFragment(id, i + 1)),
      },
    ];
  });
}
