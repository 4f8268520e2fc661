/** What waits for a clinician, and what one has approved: every page that can be approved, by state. Pure. */
import { entriesOf } from '../library/library.ts';
import { isApproved, pageCollections } from '../schema/collections.ts';
import { statuses, type PageState } from '../schema/vocabulary.ts';
import { approvalOf, pageStateOf } from './approval/judge.ts';
import { buildDependents } from './dependents.ts';
import type { EntryRef, EvidenceGraph } from './evidence-graph.ts';
import { freshnessOf } from './freshness.ts';

export type Queued = EntryRef & {
  readonly state: PageState;
  /** Day by which it must be looked at again; empty for a term that nobody has approved. */
  readonly due: string;
  readonly overdue: boolean;
  /** Pages that depend on it. */
  readonly weight: number;
};

/** Pages by state, those that wait first; states that no page is in are left out. */
export function buildReviewQueue(graph: EvidenceGraph): { readonly state: PageState; readonly pages: readonly Queued[] }[] {
  const dependents = buildDependents(graph);
  const dueOf = (ref: EntryRef): string =>
    (isApproved(ref.collection) ? freshnessOf(graph, ref as never)?.due : approvalOf(graph, ref.collection, ref.id)?.approval.due) ?? '';
  const queued = pageCollections
    .flatMap((collection) =>
      entriesOf(graph.library, collection).map((entry): Queued => {
        const ref = { collection, id: entry.id } as EntryRef;
        const due = dueOf(ref);
        return {
          ...ref,
          state: pageStateOf(graph, collection, entry),
          due,
          overdue: due !== '' && due < graph.asOf,
          weight: dependents(ref).size,
        };
      }),
    )
    .sort((a, b) => b.weight - a.weight || (`${a.collection}/${a.id}` < `${b.collection}/${b.id}` ? -1 : 1));
  const byState = Map.groupBy(queued, ({ state }) => state);
  return (Object.keys(statuses) as PageState[]).flatMap((state) => {
    const pages = byState.get(state);
    return pages && state !== 'draft' ? [{ state, pages }] : [];
  });
}
