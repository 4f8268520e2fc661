/** What waits for a clinician, and what one has approved: every page that is reviewed, by state. Pure. */
import { entriesOf } from '../library/library.ts';
import { approvedCollections, type ApprovedCollection } from '../schema/collections.ts';
import { statuses, type Status } from '../schema/vocabulary.ts';
import { buildDependents } from './dependents.ts';
import type { EntryRef, EvidenceGraph } from './evidence-graph.ts';
import { freshnessOf } from './freshness.ts';

export type Queued = EntryRef<ApprovedCollection> & {
  readonly status: Status;
  /** Day by which it must be looked at again. */
  readonly due: string;
  readonly overdue: boolean;
  /** Pages that depend on it. */
  readonly weight: number;
};

/** Pages by state, those that wait first; states that no page is in are left out. */
export function buildReviewQueue(graph: EvidenceGraph): { readonly status: Status; readonly pages: readonly Queued[] }[] {
  const { library, asOf } = graph;
  const dependents = buildDependents(graph);
  const queued = approvedCollections
    .flatMap((collection) =>
      entriesOf(library, collection).map(({ id, status }): Queued => {
        const ref = { collection, id } as EntryRef<ApprovedCollection>;
        const due = freshnessOf(graph, ref)?.due ?? '';
        return { ...ref, status, due, overdue: due < asOf, weight: dependents(ref).size };
      }),
    )
    .sort((a, b) => b.weight - a.weight || (`${a.collection}/${a.id}` < `${b.collection}/${b.id}` ? -1 : 1));
  const byStatus = Map.groupBy(queued, ({ status }) => status);
  return (Object.keys(statuses) as Status[]).flatMap((status) => {
    const pages = byStatus.get(status);
    return pages && status !== 'draft' ? [{ status, pages }] : [];
  });
}
