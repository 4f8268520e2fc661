/** The page of all topics: those of each section in their order. */
import type { EvidenceGraph } from '../../evidence/evidence-graph.ts';
import type { Link } from '../../parts/shell.ts';
import { topicUrl } from '../../parts/urls.ts';
import { topicKinds } from '../../schema/topic.ts';
import { topicsOnShelf } from './page.ts';

export interface TopicSection {
  readonly id: string;
  readonly title: string;
  readonly says: string;
  readonly topics: readonly (Link & { readonly kind: string; readonly summary: string; readonly emergency: boolean })[];
}

/** Shelves in order, empty ones left out. */
export const shelves = (graph: EvidenceGraph): TopicSection[] =>
  [...graph.library.sections.values()]
    .map(({ id, title, says }) => ({
      id,
      title,
      says,
      topics: topicsOnShelf(graph, id).map((topic) => ({
        href: topicUrl(topic.id),
        text: topic.title,
        kind: topicKinds[topic.kind],
        summary: topic.summary,
        emergency: topic.emergency,
      })),
    }))
    .filter(({ topics }) => topics.length > 0);
