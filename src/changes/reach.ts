/** How far a change goes: the pages that depend on a source, a finding, a question or a term, in either of the two states. */
import type { QuestionId, SourceId, TermId } from '../schema/id.ts';
import type { EvidenceGraph, PageRef } from '../evidence/evidence-graph.ts';
import type { Sides } from './side.ts';

const graphsOf = ({ before, after }: Sides): EvidenceGraph[] => [before.graph, after.graph];

/** Each page once, in the order of first mention. */
export const onePageEach = (refs: readonly PageRef[]): PageRef[] => [
  ...new Map(refs.map((ref) => [`${ref.collection} ${ref.id}`, ref])).values(),
];

/** A question and the topics that list it. */
function withTopics(graph: EvidenceGraph, id: QuestionId): PageRef[] {
  const listing = [...graph.questionsOfTopic].filter(([, questions]) => questions.includes(id));
  const own: PageRef[] = graph.library.questions.has(id) ? [{ collection: 'question', id }] : [];
  return [...own, ...listing.map(([topic]): PageRef => ({ collection: 'topic', id: topic }))];
}

/** Pages on which the verdict of a question stands. */
export const reachOfQuestion = (sides: Sides, id: QuestionId): PageRef[] =>
  onePageEach(graphsOf(sides).flatMap((graph) => withTopics(graph, id)));

/** Pages that use a source in any way, and those that list a question on which it speaks. */
export const reachOfSource = (sides: Sides, id: SourceId): PageRef[] =>
  onePageEach(
    graphsOf(sides).flatMap((graph) =>
      (graph.usedIn.get(id) ?? []).flatMap((ref) => (ref.collection === 'question' ? withTopics(graph, ref.id) : [ref])),
    ),
  );

/**
 * Pages that a statement of a source on some questions can touch: those questions with their topics, and whatever cites the
 * source by name. A question that has a finding of that source of its own cites it for that one, and is left out.
 */
export function reachOfFinding(sides: Sides, id: SourceId, questions: readonly QuestionId[]): PageRef[] {
  const citing = (graph: EvidenceGraph): PageRef[] => {
    const own = new Set((graph.library.sources.get(id)?.findings ?? []).map(({ question }) => question));
    return (graph.usedIn.get(id) ?? []).filter((ref) => ref.collection !== 'question' || !own.has(ref.id));
  };
  return onePageEach(
    graphsOf(sides).flatMap((graph) =>
      graph.library.sources.has(id) ? [...questions.flatMap((question) => withTopics(graph, question)), ...citing(graph)] : [],
    ),
  );
}

/** The entry of a term and the pages that declare or mention it. */
export const reachOfTerm = (sides: Sides, id: TermId): PageRef[] =>
  onePageEach(graphsOf(sides).flatMap((graph) => [{ collection: 'term', id }, ...(graph.pagesOfTerm.get(id) ?? [])]));
