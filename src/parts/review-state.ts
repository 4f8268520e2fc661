/** Whether a page may be relied on: its version, its review state and freshness in words. One place decides, so that no two statements contradict. */
import { approvalOf, pageStateOf } from '../evidence/approval/judge.ts';
import { minutesFor, statementOf, wordsIn } from '../evidence/approval/statement.ts';
import type { EvidenceGraph, JudgedApproval } from '../evidence/evidence-graph.ts';
import { freshnessOf } from '../evidence/freshness.ts';
import type { EntryOf } from '../library/library.ts';
import { sha256 } from '../library/passage.ts';
import { isApproved, type ApprovedCollection, type PageCollection } from '../schema/collections.ts';
import { inThousands } from '../schema/limits.ts';
import type { Disclosure } from '../schema/person.ts';
import { statuses, type PageState, type Status } from '../schema/vocabulary.ts';
import { formatDate } from './format.ts';
import { shellBelow, type Link, type SearchFacts, type Shell, type ShellFacts } from './shell.ts';
import { approveUrl, editorialUrl, personUrl } from './urls.ts';
import { formatList } from '../words/phrase.ts';

export interface ReviewState {
  readonly state: PageState;
  readonly label: string;
  /** `No clinician has approved this page yet.` or `By …, on …`; what changed since then, and that nobody has looked again. */
  readonly sentence: string;
  /** Whoever approved it, with what was declared by then; undefined as long as nobody has. */
  readonly reviewer: (Link & { readonly declared: string }) | undefined;
  /** Empty for a term that nobody has approved: it has no term of its own. */
  readonly dueDay: string;
  readonly due: string;
  /** Reasons for the stale banner, the most severe first; empty when fresh. */
  readonly warnings: readonly string[];
  readonly disclaimer: string;
  /** What it would take to approve the page, for a clinician who reads it, and where that is told; undefined once one has. */
  readonly call: { readonly says: string; readonly how: Link; readonly queue: Link } | undefined;
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

function sentenceOf(state: PageState, { approval, person, says }: Partial<JudgedApproval>): string {
  if (state === 'draft') return 'A draft: shown while writing, never published.';
  if (state === 'changed') return `${says} No clinician has approved this page as it stands.`;
  if (state === 'expired') return `${says} Nobody has looked at it again since, so it counts as not approved.`;
  return state === 'approved' && approval && person
    ? `By ${person.name}, ${person.profession}, on ${formatDate(approval.on)}.`
    : 'No clinician has approved this page yet.';
}

const known = new WeakMap<EvidenceGraph, Map<string, number>>();
/** Words of the statement of a page, counted once: a page and the dashboard ask for them. */
function wordsOf(graph: EvidenceGraph, collection: PageCollection, id: string): number {
  const counted = known.get(graph) ?? new Map<string, number>();
  known.set(graph, counted);
  const words = counted.get(`${collection}/${id}`) ?? wordsIn(statementOf(graph, collection, id) ?? '');
  counted.set(`${collection}/${id}`, words);
  return words;
}

/** What it takes to approve a page, e.g. `{ words: '1,240 words', time: 'about 15 minutes' }`. */
export function effortOf(graph: EvidenceGraph, collection: PageCollection, id: string): { readonly words: string; readonly time: string } {
  const words = wordsOf(graph, collection, id);
  return { words: `${inThousands(words)} words`, time: `about ${minutesFor(words)} minutes` };
}

/** The state of the page of an entry. It counts as approved only by a signature that holds. Throws for a page of ours without a day to look again. */
export function reviewStateOf(
  graph: EvidenceGraph,
  collection: PageCollection,
  page: { readonly id: string; readonly status?: Status },
): ReviewState {
  const judged = approvalOf(graph, collection, page.id);
  const state = pageStateOf(graph, collection, page);
  const fresh = isApproved(collection)
    ? freshnessOf(graph, { collection, id: page.id } as never)
    : { due: judged?.approval.due ?? '', reasons: [] };
  if (!fresh) throw new Error(`The graph has no freshness for \`${page.id}\` of the collection \`${collection}\`.`);
  const { person, approval } = state === 'approved' ? (judged ?? {}) : {};
  const isAsked = state !== 'approved' && state !== 'draft';
  const { words, time } = isAsked ? effortOf(graph, collection, page.id) : {};
  return {
    state,
    label: statuses[state].label,
    sentence: sentenceOf(state, judged ?? {}),
    reviewer: person &&
      approval && {
        href: personUrl(person.id),
        text: `About ${person.name}`,
        declared: declaredBy(person.disclosures, approval.on),
      },
    dueDay: fresh.due,
    due: fresh.due && formatDate(fresh.due),
    warnings: fresh.reasons,
    disclaimer: state === 'approved' ? 'It informs; it does not replace the judgement of the clinician who knows the patient.' : unapproved,
    call: isAsked
      ? {
          says: `Are you a clinician? To approve this page is to read its ${words} beside their sources, ${time}, and sign it.`,
          how: { href: approveUrl, text: 'How to approve a page' },
          queue: { href: `${editorialUrl}#under-review`, text: 'Pages that wait' },
        }
      : undefined,
  };
}

type EntryFacts = Omit<ShellFacts, 'menu' | 'breadcrumbs' | 'file' | 'edition' | 'search'> & {
  readonly search: Omit<SearchFacts, 'date' | 'day'> & Partial<Pick<SearchFacts, 'date' | 'day'>>;
};

/** The shell of the page of an entry: its file, its day and its review go into the foot, onto paper and into search. */
export function entryShell(
  list: Parameters<typeof shellBelow>[0],
  entry: { readonly file: string; readonly updated: string },
  state: ReviewState,
  page: EntryFacts,
  ...between: readonly Link[]
): Shell {
  const { file, updated } = entry;
  const date = formatDate(updated);
  const search = { date, day: updated, ...page.search };
  return shellBelow(list, { ...page, file, edition: { of: date, due: state.due }, search }, ...between);
}

/** What says nothing to a reader: where it stands, how it is linked. */
const unprinted: ReadonlySet<string> = new Set(['file', 'aliases', 'autolink']);

/** The version of a page, the same as long as what it says is the same, whoever builds it: first eight digits of the hash of what the page is made from, e.g. `3f9a1c20`. Blank lines around the body do not count. */
export function versionOf(entry: EntryOf<ApprovedCollection>): string {
  const printed = Object.entries({ ...entry, body: entry.body.trim() }).filter(([name]) => !unprinted.has(name));
  return sha256(JSON.stringify(printed.sort(([a], [b]) => (a < b ? -1 : 1)))).slice(0, 8);
}
