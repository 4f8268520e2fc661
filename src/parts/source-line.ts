/** One source in one line, as tables, strips and reference lists print it. */
import type { Freshness } from '../evidence/evidence-graph.ts';
import { departureOf, type Departure } from '../evidence/interests.ts';
import { citationName } from '../evidence/source-name.ts';
import type { SourceEntry } from '../library/library.ts';
import { kindRow, tiers, type Tier } from '../schema/kinds.ts';
import { coverages, fundings, statuses, type Coverage, type Funding, type Status } from '../schema/vocabulary.ts';
import { formatAuthorsShort, formatDate } from './format.ts';
import { sourceUrl } from './urls.ts';

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
  readonly status: Status;
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
  /** Why it leaves the page without interests; empty when it stays. */
  readonly leaves: Departure | '';
}

/** What stands where authors would: a digest made from a part of a work cannot say that nobody is named. */
export const noAuthors = ({ coverage }: Pick<SourceEntry, 'coverage'>): string =>
  coverage === 'full-text' ? 'No author named' : 'Authors not recorded';

/** What stands where funding would: an absence reaches as far as our digest read. */
const fundingNotFound = ({ coverage }: Pick<SourceEntry, 'coverage'>): string =>
  coverage === 'full-text' ? 'Not reported' : coverage === 'abstract' ? 'Not in the abstract' : 'Not checked';

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
    status: source.status,
    statusLabel: statuses[source.status].label,
    coverage: coverages[source.coverage].label,
    read: source.coverage,
    coverageSays: coverages[source.coverage].says,
    gist: source.gist ?? '',
    recordSays: source.recordFrom ? `Record as seen in ${source.recordFrom.replace(/\.$/, '')}.` : '',
    staleness: freshness && freshness.state !== 'fresh' ? freshness.state : '',
    stalenessSays: freshness?.reasons.join(' ') ?? '',
    leaves: departureOf(source) ?? '',
  };
}
