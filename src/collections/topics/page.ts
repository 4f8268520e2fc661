/** A topic page: head, review state, parts by kind, its questions and references, all ready to print. */
import type { EvidenceGraph } from '../../evidence/evidence-graph.ts';
import type { TopicEntry } from '../../library/library.ts';
import { topicKinds } from '../../schema/topic.ts';
import { registerNames, registers } from '../../schema/vocabulary.ts';
import { labelOf } from '../../schema/word-list.ts';
import { formatDate } from '../../parts/format.ts';
import { toQuestionLinks, type QuestionLink } from '../../parts/question-link.ts';
import { toStatementView, type StatementView } from '../../parts/statement.ts';
import { toLens, toTies, type LensView, type TieView } from '../../parts/lens.ts';
import { toReferenceList, type Reference } from '../../parts/reference-list.ts';
import { toReviewState, type ReviewState } from '../../parts/review-state.ts';
import { toShell, type Link, type Shell } from '../../parts/shell.ts';
import { toSourceLine, type SourceLine } from '../../parts/source-line.ts';
import { homeUrl, termUrl, topicsUrl, topicUrl } from '../../parts/urls.ts';
import { stepFragment } from '../../schema/addresses.ts';

export interface StepView extends StatementView {
  readonly fragment: string;
  readonly number: number;
  readonly name: string;
  readonly phase: string;
  readonly unsaid: string;
}
export interface TopicPage {
  readonly shell: Shell;
  readonly id: string;
  readonly kind: string;
  readonly summary: string;
  readonly section: string;
  readonly emergency: boolean;
  readonly updated: string;
  readonly state: ReviewState;
  readonly sources: readonly SourceLine[];
  readonly lens: LensView;
  readonly ties: readonly TieView[];
  readonly objectives: readonly string[];
  readonly pitfalls: readonly StatementView[];
  readonly steps: readonly StepView[];
  readonly device: { readonly maker: string; readonly mechanism: StatementView; readonly regulatory: readonly StatementView[] } | undefined;
  readonly questions: readonly QuestionLink[];
  readonly terms: readonly Link[];
  readonly references: readonly Reference[];
  readonly shelf: { readonly previous: Link | undefined; readonly next: Link | undefined };
  readonly registers: readonly { readonly name: string; readonly label: string }[];
}

/** Topics of one shelf in their order. */
export const topicsOnShelf = (graph: EvidenceGraph, section: string): TopicEntry[] =>
  [...graph.library.topics.values()]
    .filter((topic) => topic.section === section)
    .sort((a, b) => a.order - b.order || a.title.localeCompare(b.title, 'en'));

const link = (topic: TopicEntry | undefined): Link | undefined => topic && { href: topicUrl(topic.id), text: topic.title };

export function topicPage(graph: EvidenceGraph, topic: TopicEntry): TopicPage {
  const { library } = graph;
  const cited = graph.citedByTopic.get(topic.id) ?? [];
  const sources = cited.flatMap((id) => library.sources.get(id) ?? []);
  const lines = sources.map((source) => toSourceLine(source, graph.freshness.sources.get(source.id)));
  const freshness = graph.freshness.topics.get(topic.id);
  if (!freshness) throw new Error(`The graph has no freshness for the topic \`${topic.id}\`.`);
  const state = toReviewState(topic, freshness, graph.library.people);
  const shelf = topicsOnShelf(graph, topic.section);
  const place = shelf.findIndex(({ id }) => id === topic.id);
  const section = library.sections.get(topic.section);
  const terms = topic.terms.flatMap((id) => library.terms.get(id) ?? []);
  return {
    shell: toShell({
      title: topic.title,
      description: topic.summary,
      path: topicUrl(topic.id),
      file: topic.file,
      edition: { of: formatDate(topic.updated), due: state.due },
      breadcrumbs: [
        { href: homeUrl, text: 'Home' },
        { href: topicsUrl, text: 'Topics' },
        { href: `${topicsUrl}#${topic.section}`, text: section?.title ?? topic.section },
      ],
      leads: topic.leads,
      menu: topicsUrl,
      search: {
        page: 'Topic',
        kind: topicKinds[topic.kind],
        date: formatDate(topic.updated),
        day: topic.updated,
        summary: topic.summary,
        aliases: terms.flatMap((term) => [term.name, ...term.abbreviations, ...term.synonyms, ...term.search]),
        filters: [
          { name: 'review', value: state.label },
          { name: 'topic', value: topic.title },
        ],
      },
    }),
    id: topic.id,
    kind: topicKinds[topic.kind],
    summary: topic.summary,
    section: section?.title ?? topic.section,
    emergency: topic.emergency,
    updated: formatDate(topic.updated),
    state,
    sources: lines,
    lens: toLens(lines, 'source'),
    ties: toTies(graph, cited),
    objectives: topic.objectives,
    pitfalls: topic.pitfalls.map((pitfall) => toStatementView(graph, pitfall)),
    steps:
      topic.kind === 'procedure'
        ? topic.steps.map((step, i) => ({
            ...toStatementView(graph, step),
            fragment: stepFragment(i + 1),
            number: i + 1,
            name: step.name,
            phase: labelOf(graph.library.vocabulary.phases, step.phase),
            unsaid: step.unsaid ?? '',
          }))
        : [],
    device:
      topic.kind === 'device'
        ? {
            maker: topic.maker,
            mechanism: toStatementView(graph, topic.mechanism),
            regulatory: topic.regulatory.map((row) => toStatementView(graph, row)),
          }
        : undefined,
    questions: toQuestionLinks(graph, graph.questionsOfTopic.get(topic.id) ?? []),
    terms: terms.map((term) => ({ href: termUrl(term.id), text: term.name })),
    references: toReferenceList(graph, cited, topic.body),
    shelf: { previous: link(shelf[place - 1]), next: link(shelf[place + 1]) },
    registers: registerNames.map((name) => ({ name, label: registers[name].label })),
  };
}
