/** The topics by section, and a topic page: head, review state, parts by kind, its questions and references, all ready to print. */
import type { EvidenceGraph } from '../../evidence/evidence-graph.ts';
import type { TopicEntry } from '../../library/library.ts';
import { topicKinds } from '../../schema/topic.ts';
import { registerNames, registers } from '../../schema/vocabulary.ts';
import { labelOf } from '../../schema/word-list.ts';
import { formatDate } from '../../parts/format.ts';
import { criteriaTables, type CriteriaTable } from './criteria-tables.ts';
import { faqOf, type FaqRow } from './faq.ts';
import { regimenTables, type RegimenTable } from './regimen-tables.ts';
import { toQuestionLinks, toStatementView, type QuestionLink, type StatementView } from '../../parts/links.ts';
import { toCoiView, toTies, type CoiView, type TieView } from '../../parts/coi.ts';
import { toReferenceList, toSourceLine, type Reference, type SourceLine } from '../../parts/source-line.ts';
import { entryShell, reviewStateOf, type ReviewState } from '../../parts/review-state.ts';
import type { Link, Shell } from '../../parts/shell.ts';
import { termUrl, topicsUrl, topicUrl } from '../../parts/urls.ts';
import { stepFragment } from '../../schema/addresses.ts';

interface StepView extends StatementView {
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
  readonly emergency: boolean;
  readonly updated: string;
  readonly state: ReviewState;
  readonly sources: readonly SourceLine[];
  readonly coi: CoiView;
  readonly ties: readonly TieView[];
  readonly objectives: readonly string[];
  readonly pitfalls: readonly StatementView[];
  readonly steps: readonly StepView[];
  readonly device: { readonly maker: string; readonly mechanism: StatementView; readonly regulatory: readonly StatementView[] } | undefined;
  readonly criteria: readonly CriteriaTable[];
  readonly regimens: readonly RegimenTable[];
  readonly faq: readonly FaqRow[];
  readonly questions: readonly QuestionLink[];
  readonly terms: readonly Link[];
  readonly references: readonly Reference[];
  /** The topics before and after it in its section. */
  readonly neighbours: { readonly previous: Link | undefined; readonly next: Link | undefined };
  readonly registers: readonly { readonly name: string; readonly label: string }[];
}

export interface TopicSection {
  readonly id: string;
  readonly title: string;
  readonly says: string;
  readonly topics: readonly (Link & { readonly kind: string; readonly summary: string; readonly emergency: boolean })[];
}

/** Topics of one section in their order. */
const topicsIn = (graph: EvidenceGraph, section: string): TopicEntry[] =>
  [...graph.library.topics.values()]
    .filter((topic) => topic.section === section)
    .sort((a, b) => a.order - b.order || a.title.localeCompare(b.title, 'en'));

/** Sections in order, empty ones left out. */
export const topicSections = (graph: EvidenceGraph): TopicSection[] =>
  [...graph.library.sections.values()]
    .map(({ id, title, says }) => ({
      id,
      title,
      says,
      topics: topicsIn(graph, id).map((topic) => ({
        href: topicUrl(topic.id),
        text: topic.title,
        kind: topicKinds[topic.kind],
        summary: topic.summary,
        emergency: topic.emergency,
      })),
    }))
    .filter(({ topics }) => topics.length > 0);

const link = (topic: TopicEntry | undefined): Link | undefined => topic && { href: topicUrl(topic.id), text: topic.title };

export function topicPage(graph: EvidenceGraph, topic: TopicEntry): TopicPage {
  const { library } = graph;
  const cited = graph.citedByTopic.get(topic.id) ?? [];
  const sources = cited.flatMap((id) => library.sources.get(id) ?? []);
  const lines = sources.map((source) => toSourceLine(source, graph.freshness.sources.get(source.id)));
  const state = reviewStateOf(graph, 'topic', topic);
  const neighbours = topicsIn(graph, topic.section);
  const place = neighbours.findIndex(({ id }) => id === topic.id);
  const terms = topic.terms.flatMap((id) => library.terms.get(id) ?? []);
  return {
    shell: entryShell(
      'topics',
      topic,
      state,
      {
        title: topic.title,
        description: topic.summary,
        path: topicUrl(topic.id),
        leads: topic.leads,
        search: {
          page: 'Topic',
          kind: topicKinds[topic.kind],
          summary: topic.summary,
          aliases: terms.flatMap((term) => [term.name, ...term.abbreviations, ...term.synonyms, ...term.search]),
          filters: [
            { name: 'review', value: state.label },
            { name: 'topic', value: topic.title },
          ],
        },
      },
      { href: `${topicsUrl}#${topic.section}`, text: library.sections.get(topic.section)?.title ?? topic.section },
    ),
    id: topic.id,
    kind: topicKinds[topic.kind],
    emergency: topic.emergency,
    updated: formatDate(topic.updated),
    state,
    sources: lines,
    coi: toCoiView(lines, 'source'),
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
    criteria: criteriaTables(graph, topic),
    regimens: regimenTables(graph, topic),
    faq: faqOf(graph, topic),
    questions: toQuestionLinks(graph, graph.questionsOfTopic.get(topic.id) ?? []),
    terms: terms.map((term) => ({ href: termUrl(term.id), text: term.name })),
    references: toReferenceList(graph, cited, topic.body),
    neighbours: { previous: link(neighbours[place - 1]), next: link(neighbours[place + 1]) },
    registers: registerNames.map((name) => ({ name, label: registers[name].label })),
  };
}
