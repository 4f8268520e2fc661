/** What waits for a clinician, and what one has approved: every page that is reviewed, by state. Pure. */
import { statuses, type Status } from '../schema/vocabulary.ts';
import { buildDependents } from './dependents.ts';
import type { EvidenceGraph, PageRef } from './evidence-graph.ts';
import type { EntryRef } from './dependents.ts';

/** An entry of a collection that a clinician approves. */
export type QueuedRef = Exclude<EntryRef, Extract<PageRef, { readonly collection: 'term' }>>;

export type Queued = QueuedRef & {
  readonly status: Status;
  /** Day by which it must be looked at again. */
  readonly due: string;
  readonly overdue: boolean;
  /** Pages that depend on it. */
  readonly weight: number;
};

/** Pages by state, those that wait first; states that no page is in are left out. */
export function buildReviewQueue(graph: EvidenceGraph): { readonly status: Status; readonly pages: readonly Queued[] }[] {
  const { library, freshness, asOf } = graph;
  const dependents = buildDependents(graph);
  const entries: [QueuedRef, Status, string | undefined][] = [
    ...[...library.sources.values()].map(({ id, status }): [QueuedRef, Status, string | undefined] => [
      { collection: 'source', id },
      status,
      freshness.sources.get(id)?.due,
    ]),
    ...[...library.questions.values()].map(({ id, status }): [QueuedRef, Status, string | undefined] => [
      { collection: 'question', id },
      status,
      freshness.questions.get(id)?.due,
    ]),
    ...[...library.topics.values()].map(({ id, status }): [QueuedRef, Status, string | undefined] => [
      { collection: 'topic', id },
      status,
      freshness.topics.get(id)?.due,
    ]),
    ...[...library.pathways.values()].map(({ id, status }): [QueuedRef, Status, string | undefined] => [
      { collection: 'pathway', id },
      status,
      freshness.pathways.get(id)?.due,
    ]),
  ];
  const queued = entries
    .map(([ref, status, due = '']): Queued => ({ ...ref, status, due, overdue: due < asOf, weight: dependents(ref).size }))
    .sort((a, b) => b.weight - a.weight || (`${a.collection}/${a.id}` < `${b.collection}/${b.id}` ? -1 : 1));
  const byStatus = Map.groupBy(queued, ({ status }) => status);
  return (Object.keys(statuses) as Status[]).flatMap((status) => {
    const pages = byStatus.get(status);
    return pages && status !== 'draft' ? [{ status, pages }] : [];
  });
}
