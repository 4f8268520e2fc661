/** Who cites whom: the sources that a page names in prose and in its frontmatter, and the way back. */
import type { QuestionId, SourceId, TopicId } from '../schema/id.ts';
import type { Statement } from '../schema/statement.ts';
import { citationsIn } from '../library/citations.ts';
import type { Library, PathwayEntry, TopicEntry } from '../library/library.ts';
import type { PageRef } from './evidence-graph.ts';

/** The cited statements of a topic's frontmatter, in the order in which the page prints them. */
export function statementsOf(topic: TopicEntry): readonly Statement[] {
  const steps = topic.kind === 'procedure' ? topic.steps : [];
  const device = topic.kind === 'device' ? [topic.mechanism, ...topic.regulatory] : [];
  return [...device, ...steps, ...topic.pitfalls];
}

/** Sources that a pathway leans on: its own first, then those of its cautions and of the cases that cannot be. */
export const sourcesOfPathway = ({ source, outcomes, impossible }: PathwayEntry): SourceId[] => [
  ...new Set([
    source,
    ...[...outcomes.flatMap(({ caution }) => caution ?? []), ...impossible].flatMap(({ from }) => from.map((one) => one.source)),
  ]),
];

/** Sources in order of first mention; keys that name none of ours are left to the check. */
const held = (library: Library, ids: Iterable<string>): SourceId[] =>
  [...new Set(ids)].flatMap((id) => library.sources.get(id as SourceId)?.id ?? []);

const inProse = (body: string): string[] => citationsIn(body, 'mdx').map((citation) => citation.id);

export interface Citations {
  readonly citedByTopic: ReadonlyMap<TopicId, readonly SourceId[]>;
  readonly citedByQuestion: ReadonlyMap<QuestionId, readonly SourceId[]>;
}

/** Sources by page: prose first, then statements of the frontmatter. */
export function buildCitations(library: Library): Citations {
  const topic = (entry: TopicEntry): string[] => [
    ...inProse(entry.body),
    ...statementsOf(entry).flatMap((statement) => statement.from.map((carrier) => carrier.source)),
  ];
  return {
    citedByTopic: new Map([...library.topics.values()].map((entry) => [entry.id, held(library, topic(entry))])),
    citedByQuestion: new Map([...library.questions.values()].map((entry) => [entry.id, held(library, inProse(entry.body))])),
  };
}

/** Pages by source: topics, questions (cited there or answering with a finding), terms, pathways. Every source has a row. */
export function buildUsedIn(library: Library, { citedByTopic, citedByQuestion }: Citations): Map<SourceId, readonly PageRef[]> {
  const used = new Map<SourceId, PageRef[]>([...library.sources.keys()].map((id) => [id, []]));
  const use = (source: SourceId, page: PageRef): void => {
    const pages = used.get(source);
    if (pages && !pages.some((one) => one.collection === page.collection && one.id === page.id)) pages.push(page);
  };
  for (const [id, sources] of citedByTopic) for (const source of sources) use(source, { collection: 'topic', id });
  const answering = new Map<QuestionId, Set<SourceId>>([...citedByQuestion].map(([id, sources]) => [id, new Set(sources)]));
  for (const source of library.sources.values()) for (const finding of source.findings) answering.get(finding.question)?.add(source.id);
  for (const [id, sources] of answering) for (const source of sources) use(source, { collection: 'question', id });
  for (const term of library.terms.values()) for (const carrier of term.from) use(carrier.source, { collection: 'term', id: term.id });
  for (const pathway of library.pathways.values())
    for (const id of sourcesOfPathway(pathway)) use(id, { collection: 'pathway', id: pathway.id });
  return used;
}

/** Questions by topic, in order of id. Every topic has a row. */
export function buildQuestionsOfTopic(library: Library): Map<TopicId, readonly QuestionId[]> {
  const rows = new Map<TopicId, QuestionId[]>([...library.topics.keys()].map((id) => [id, []]));
  for (const question of library.questions.values()) for (const topic of new Set(question.topics)) rows.get(topic)?.push(question.id);
  return rows;
}
