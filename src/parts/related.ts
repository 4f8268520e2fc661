/** Pages that are about the same: they share sources and terms, and what few pages share counts for more than what many do. */
import type { EvidenceGraph } from '../evidence/evidence-graph.ts';
import type { Link } from './shell.ts';
import { questionUrl, topicUrl } from './urls.ts';
import { formatCount, formatList } from '../words/phrase.ts';

export interface RelatedPage extends Link {
  readonly kind: 'Topic' | 'Question';
  /** What the two have in common, e.g. `4 sources and 1 term in common`. */
  readonly why: string;
}

/** Related pages by the address of the page that they are related to. */
export type Related = ReadonlyMap<string, readonly RelatedPage[]>;

interface Held {
  readonly href: string;
  readonly kind: RelatedPage['kind'];
  readonly text: string;
  readonly marks: readonly string[];
}

/** Shown with a page, and how many pages may share something for it to say anything. */
const shown = 5;
const common = 40;

const marksOf = (sources: readonly string[] | undefined, terms: readonly string[]): string[] => [
  ...new Set([...(sources ?? []).map((id) => `source ${id}`), ...terms.map((id) => `term ${id}`)]),
];

function pagesOf(graph: EvidenceGraph): Held[] {
  const { topics, questions } = graph.library;
  return [
    ...topics.values().map(({ id, title, terms }) => ({
      href: topicUrl(id),
      kind: 'Topic' as const,
      text: title,
      marks: marksOf(graph.citedByTopic.get(id), terms),
    })),
    ...questions.values().map(({ id, question, terms }) => ({
      href: questionUrl(id),
      kind: 'Question' as const,
      text: question,
      marks: marksOf([...(graph.citedByQuestion.get(id) ?? []), ...(graph.findings.get(id) ?? []).map(({ source }) => source.id)], terms),
    })),
  ];
}

const whyOf = (marks: readonly string[]): string => {
  const sources = marks.filter((mark) => mark.startsWith('source ')).length;
  const terms = marks.length - sources;
  const parts = [...(sources > 0 ? [formatCount(sources, 'source')] : []), ...(terms > 0 ? [formatCount(terms, 'term')] : [])];
  return `${formatList(parts)} in common`;
};

/**
 * The nearest pages of every topic and question, the nearest first. Questions that a topic lists, and the topics of a question,
 * are left out: the page shows them already. What more than forty pages share is left out too, so that the work grows with the library.
 */
export function buildRelated(graph: EvidenceGraph): Related {
  const pages = pagesOf(graph);
  const held = Map.groupBy(
    pages.flatMap((page) => page.marks.map((mark) => ({ page, mark }))),
    ({ mark }) => mark,
  );
  const listed = new Set(
    graph.library.questions
      .values()
      .flatMap(({ id, topics }) =>
        topics.flatMap((topic) => [`${questionUrl(id)} ${topicUrl(topic)}`, `${topicUrl(topic)} ${questionUrl(id)}`]),
      ),
  );
  return new Map(
    pages.map((page) => {
      const shared = new Map<Held, string[]>();
      for (const mark of page.marks) {
        const others = held.get(mark) ?? [];
        if (others.length > common) continue;
        for (const { page: other } of others) shared.set(other, [...(shared.get(other) ?? []), mark]);
      }
      const scored = [...shared]
        .filter(([other]) => other !== page && !listed.has(`${page.href} ${other.href}`))
        .map(([other, marks]) => ({ other, marks, score: marks.reduce((sum, mark) => sum + 1 / (held.get(mark)?.length ?? 1), 0) }))
        .sort((a, b) => b.score - a.score || (a.other.href < b.other.href ? -1 : 1))
        .slice(0, shown);
      return [page.href, scored.map(({ other: { href, kind, text }, marks }) => ({ href, kind, text, why: whyOf(marks) }))];
    }),
  );
}
