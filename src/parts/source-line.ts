/** One source in one line, as tables and strips print it, and the reference list of a page: the same with what a reader needs to find the work, and the way back. */
import { citedMark, type CitedMark } from '../evidence/cited-mark.ts';
import type { EvidenceGraph, Freshness } from '../evidence/evidence-graph.ts';
import { coiOf, type Coi } from '../evidence/interests.ts';
import { citationName } from '../evidence/source-name.ts';
import { citationsIn } from '../library/citations.ts';
import type { SourceEntry } from '../library/library.ts';
import { citationFragment, referenceFragment } from '../schema/addresses.ts';
import type { SourceId } from '../schema/id.ts';
import { kindRow, tiers, type Tier } from '../schema/kinds.ts';
import { coverages, fundings, statuses, type Coverage, type Funding } from '../schema/vocabulary.ts';
import { formatAuthors, formatAuthorsShort, formatDate, formatYear } from './format.ts';
import { doiUrl, pmidUrl, registryUrl, sourceUrl } from './urls.ts';

export interface SourceLine {
  readonly id: string;
  readonly href: string;
  readonly title: string;
  readonly language: string;
  /** As in the text: `NICE, 2019`. */
  readonly name: string;
  readonly authors: string;
  readonly date: string;
  readonly kind: string;
  readonly tier: Tier;
  readonly tierLabel: string;
  readonly funding: Funding;
  readonly fundingLabel: string;
  readonly interests: string;
  readonly statusLabel: string;
  /** How far our digest read it, as its badge says: `Abstract only`. */
  readonly coverage: string;
  readonly read: Coverage;
  readonly coverageSays: string;
  /** What it found or says, in one sentence; empty where nobody wrote it. */
  readonly gist: string;
  /** Where its record was seen, if not in the work itself, e.g. `Record as seen in the reference list of Kakkos 2021.`; else empty. */
  readonly recordSays: string;
  /** In words when something is wrong with it: `superseded`, `retracted`, … */
  readonly staleness: string;
  /** Why, as a sentence each; empty when nothing is. */
  readonly stalenessSays: string;
  /** Which conflict of interest hides it where a reader asks for that; empty for none. */
  readonly coi: Coi | '';
}

/** What stands where authors would: a digest made from a part of a work cannot say that nobody is named. */
export const noAuthors = ({ coverage }: Pick<SourceEntry, 'coverage'>): string =>
  coverage === 'full-text' ? 'No author named' : 'Authors not recorded';

/** What stands where funding would: only of a whole work can it be said that it does not tell. */
const fundingNotFound = ({ coverage }: Pick<SourceEntry, 'coverage'>): string =>
  coverage === 'full-text' ? 'Not reported' : 'Not checked';

export function toSourceLine(source: SourceEntry, freshness?: Freshness): SourceLine {
  const row = kindRow(source.kind);
  const funding = source.interests?.funding ?? 'unknown';
  return {
    id: source.id,
    href: sourceUrl(source.id),
    title: source.title,
    language: source.language,
    name: citationName(source),
    authors: formatAuthorsShort(source.authors) || noAuthors(source),
    date: formatDate(source.issued),
    kind: row.label,
    tier: row.tier,
    tierLabel: tiers[row.tier].label,
    funding,
    fundingLabel: funding === 'unknown' ? fundingNotFound(source) : fundings[funding],
    interests: source.interests?.note ?? '',
    statusLabel: statuses[freshness?.page ?? source.status].label,
    coverage: coverages[source.coverage].label,
    read: source.coverage,
    coverageSays: coverages[source.coverage].says,
    gist: source.gist ?? '',
    recordSays: source.recordFrom ? `Record as seen in ${source.recordFrom.replace(/\.$/, '')}.` : '',
    staleness: freshness && freshness.state !== 'fresh' ? freshness.state : '',
    stalenessSays: freshness?.reasons.join(' ') ?? '',
    coi: coiOf(source) ?? '',
  };
}

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
