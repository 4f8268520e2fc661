/** How much hangs on an entry: the other pages that would have to be read again if it fell. Pure; worked out for what is asked. */
import type { QuestionId, SourceId } from '../schema/id.ts';
import type { EntryRef, EvidenceGraph, PageRef } from './evidence-graph.ts';

const keyOf = ({ collection, id }: EntryRef): string => `${collection}/${id}`;

/** Sources by what they lean on. */
function leaningOn({ library }: EvidenceGraph): ReadonlyMap<SourceId, readonly SourceId[]> {
  const rows = new Map<SourceId, SourceId[]>();
  for (const { id, restsOn } of library.sources.values()) {
    for (const { source } of restsOn) {
      if (!source) continue;
      const above = rows.get(source);
      if (above) above.push(id);
      else rows.set(source, [id]);
    }
  }
  return rows;
}

/**
 * A function from an entry to the pages that depend on it, by `collection/id` and without its own, e.g. for a trial the review
 * that leans on it, the questions on which either speaks and the topics that list those.
 */
export function buildDependents(graph: EvidenceGraph): (ref: EntryRef) => ReadonlySet<string> {
  const leaning = leaningOn(graph);
  const topicsOf = (id: QuestionId): PageRef[] =>
    (graph.library.questions.get(id)?.topics ?? []).map((topic): PageRef => ({ collection: 'topic', id: topic }));
  const next = (ref: EntryRef): EntryRef[] => {
    if (ref.collection === 'source')
      return [...(leaning.get(ref.id) ?? []).map((id): EntryRef => ({ collection: 'source', id })), ...(graph.usedIn.get(ref.id) ?? [])];
    // What uses a term that a source defines leans on the word, not on the source: a term passes nothing on.
    return ref.collection === 'question' ? topicsOf(ref.id) : [];
  };
  return (ref) => {
    const met = new Map<string, EntryRef>([[keyOf(ref), ref]]);
    const start = ref.collection === 'term' ? (graph.pagesOfTerm.get(ref.id) ?? []) : next(ref);
    for (const one of start) met.set(keyOf(one), one);
    for (const one of met.values()) for (const above of next(one)) if (!met.has(keyOf(above))) met.set(keyOf(above), above);
    met.delete(keyOf(ref));
    return new Set(met.keys());
  };
}
