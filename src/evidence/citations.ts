/** Who cites whom: the sources that a page names in prose and in its frontmatter, and the way back. */
import type { QuestionId, SourceId, TopicId } from '../schema/id.ts';
import type { Statement } from '../schema/statement.ts';
import { citationsIn } from '../library/citations.ts';
import { entriesOf, type EntryOf, type Library, type PathwayEntry, type TopicEntry } from '../library/library.ts';
import { pageCollections } from '../schema/collections.ts';
import { eligibilityOf } from './eligibility.ts';
import type { PageRef } from './evidence-graph.ts';
import { regimensOfIntervention } from './regimens.ts';

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

/** Sources of the tables that a topic draws up from all digests. */
const inTables = (library: Library, { criteria, regimens }: TopicEntry): string[] =>
  [...[...eligibilityOf(library, criteria).values()].flat(), ...regimens.flatMap((one) => regimensOfIntervention(library, one))].map(
    ({ source }) => source.id,
  );

export interface Citations {
  readonly citedByTopic: ReadonlyMap<TopicId, readonly SourceId[]>;
  readonly citedByQuestion: ReadonlyMap<QuestionId, readonly SourceId[]>;
}

/** Sources by page: prose first, then statements of the frontmatter, then the tables drawn up from digests. */
export function buildCitations(library: Library): Citations {
  const topic = (entry: TopicEntry): string[] => [
    ...inProse(entry.body),
    ...statementsOf(entry).flatMap((statement) => statement.from.map((carrier) => carrier.source)),
    ...inTables(library, entry),
  ];
  return {
    citedByTopic: new Map([...library.topics.values()].map((entry) => [entry.id, held(library, topic(entry))])),
    citedByQuestion: new Map([...library.questions.values()].map((entry) => [entry.id, held(library, inProse(entry.body))])),
  };
}

/** Pages by source: topics, questions (cited there or answering with a finding), pathways, terms. Every source has a row. */
export function buildUsedIn(library: Library, { citedByTopic, citedByQuestion }: Citations): Map<SourceId, readonly PageRef[]> {
  const answering = Map.groupBy(
    [...library.sources.values()].flatMap(({ id, findings }) => findings.map(({ question }) => ({ id, question }))),
    ({ question }) => question,
  );
  const sourcesOf: { readonly [C in PageRef['collection']]: (entry: EntryOf<C>) => readonly SourceId[] } = {
    topic: ({ id }) => citedByTopic.get(id) ?? [],
    question: ({ id }) => [...(citedByQuestion.get(id) ?? []), ...(answering.get(id) ?? []).map((finding) => finding.id)],
    pathway: sourcesOfPathway,
    term: ({ from }) => from.map(({ source }) => source),
  };
  const used = new Map<SourceId, PageRef[]>([...library.sources.keys()].map((id) => [id, []]));
  const list = <C extends PageRef['collection']>(collection: C): void => {
    for (const entry of entriesOf(library, collection))
      for (const source of new Set(sourcesOf[collection](entry))) used.get(source)?.push({ collection, id: entry.id } as PageRef);
  };
  for (const collection of pageCollections) if (collection !== 'source') list(collection);
  return used;
}

/** Questions by topic, in order of id. Every topic has a row. */
export function buildQuestionsOfTopic(library: Library): Map<TopicId, readonly QuestionId[]> {
  const rows = new Map<TopicId, QuestionId[]>([...library.topics.keys()].map((id) => [id, []]));
  for (const question of library.questions.values()) for (const topic of new Set(question.topics)) rows.get(topic)?.push(question.id);
  return rows;
}
