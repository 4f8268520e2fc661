/** Whether a page may be relied on: its version, its review state and freshness in words. One place decides, so that no two statements contradict. */
import type { EvidenceGraph, Freshness } from '../evidence/evidence-graph.ts';
import type { EntryOf, Library } from '../library/library.ts';
import { sha256 } from '../library/passage.ts';
import type { ApprovedCollection } from '../schema/collections.ts';
import type { Disclosure } from '../schema/person.ts';
import type { Review } from '../schema/review.ts';
import { statuses, type Status } from '../schema/vocabulary.ts';
import { formatDate } from './format.ts';
import { shellBelow, type Link, type SearchFacts, type Shell, type ShellFacts } from './shell.ts';
import { personUrl } from './urls.ts';
import { formatList } from '../words/phrase.ts';

export interface ReviewState {
  readonly status: Status;
  readonly label: string;
  /** `No clinician has approved this page yet.` or `Approved by …` */
  readonly sentence: string;
  /** Whoever approved it, with what was declared by then; undefined as long as nobody has. */
  readonly reviewer: (Link & { readonly declared: string }) | undefined;
  readonly dueDay: string;
  readonly due: string;
  /** Reasons for the stale banner, the most severe first; empty when fresh. */
  readonly warnings: readonly string[];
  readonly disclaimer: string;
}

const unapproved = 'It is for learning and for finding sources. Do not base care on it: read the source itself, and ask a clinician.';

/** The last declaration up to a day, as a sentence, e.g. `Declared on 1 November 2026: shares (Example Works).` */
export function declaredBy(disclosures: readonly Disclosure[], on: string): string {
  const days = disclosures.map((one) => one.on).filter((day) => day <= on);
  const last = days.sort().at(-1);
  if (last === undefined) return 'Had declared nothing by then.';
  const named = disclosures.flatMap((one) => ('with' in one && one.on === last ? [`${one.what} (${one.with})`] : []));
  return named.length ? `Declared on ${formatDate(last)}: ${formatList(named)}.` : `Declared no interests on ${formatDate(last)}.`;
}

/** The state of a page. It counts as approved only by someone whose name stands on the site. */
export function toReviewState(
  page: { status: Status; review?: Review | undefined },
  freshness: Freshness,
  people: Library['people'],
): ReviewState {
  const { status, review } = page;
  const person = status === 'approved' && review?.by ? people.get(review.by) : undefined;
  const on = person && review?.on;
  const approved = person && on ? { person, on } : undefined;
  return {
    status,
    label: statuses[status].label,
    sentence: approved
      ? `Approved by ${approved.person.name}, ${review?.role ?? approved.person.profession}, on ${formatDate(approved.on)}.`
      : status === 'draft'
        ? 'A draft: shown while writing, never published.'
        : 'No clinician has approved this page yet.',
    reviewer: approved && {
      href: personUrl(approved.person.id),
      text: `About ${approved.person.name}`,
      declared: declaredBy(approved.person.disclosures, approved.on),
    },
    dueDay: freshness.due,
    due: formatDate(freshness.due),
    warnings: freshness.reasons,
    disclaimer: approved ? 'It informs; it does not replace the judgement of the clinician who knows the patient.' : unapproved,
  };
}

/** The state of the page of an entry. Throws for an entry that is not in the library of the graph. */
export function reviewStateOf(
  graph: EvidenceGraph,
  list: keyof EvidenceGraph['freshness'],
  page: { readonly id: string; readonly status: Status; readonly review?: Review | undefined },
): ReviewState {
  const freshness = (graph.freshness[list] as ReadonlyMap<string, Freshness>).get(page.id);
  if (!freshness) throw new Error(`The graph has no freshness for \`${page.id}\` among its ${list}.`);
  return toReviewState(page, freshness, graph.library.people);
}

type EntryFacts = Omit<ShellFacts, 'menu' | 'breadcrumbs' | 'file' | 'edition' | 'search'> & {
  readonly search: Omit<SearchFacts, 'date' | 'day'> & Partial<Pick<SearchFacts, 'date' | 'day'>>;
};

/** The shell of the page of an entry: its file, its day and its review go into the foot, onto paper and into search. */
export function entryShell(
  list: Parameters<typeof shellBelow>[0],
  entry: EntryOf<ApprovedCollection>,
  state: ReviewState,
  page: EntryFacts,
  ...between: readonly Link[]
): Shell {
  const { file } = entry;
  // The day of a digest is the one on which its work was read: what `updated` says of a work is its publisher’s.
  const updated = 'retrieved' in entry ? entry.retrieved : entry.updated;
  const date = formatDate(updated);
  const search = { date, day: updated, ...page.search };
  return shellBelow(list, { ...page, file, edition: { of: date, version: versionOf(entry), due: state.due }, search }, ...between);
}

/** What says nothing to a reader: where it stands, how it is linked. */
const unprinted: ReadonlySet<string> = new Set(['file', 'aliases', 'autolink']);

/** The version of a page, the same as long as what it says is the same, whoever builds it: first eight digits of the hash of what the page is made from, e.g. `3f9a1c20`. Blank lines around the body do not count. */
export function versionOf(entry: EntryOf<ApprovedCollection>): string {
  const printed = Object.entries({ ...entry, body: entry.body.trim() }).filter(([name]) => !unprinted.has(name));
  return sha256(JSON.stringify(printed.sort(([a], [b]) => (a < b ? -1 : 1)))).slice(0, 8);
}
