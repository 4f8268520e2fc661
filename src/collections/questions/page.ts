/** The questions by what they ask, and a question page: count, answers, who says what, review state, references. */
import type { EvidenceGraph } from '../../evidence/evidence-graph.ts';
import { silenceOf } from '../../evidence/silence.ts';
import type { QuestionEntry, SourceEntry } from '../../library/library.ts';
import { tiers, type Tier } from '../../schema/kinds.ts';
import { registerNames, registers } from '../../schema/vocabulary.ts';
import type { Asks } from '../../schema/question.ts';
import { labelOf } from '../../schema/word-list.ts';
import { toAnswerCard, type AnswerCard } from '../../parts/answer-card.ts';
import { toFindingRow, toVerdictView, type FindingRow, type VerdictView } from '../../parts/finding-row.ts';
import { toForestPlot, type ForestPlotView } from '../../parts/figures/forest-plot.ts';
import { formatDate } from '../../parts/format.ts';
import { coiGroup, toCoiView, toTies, type CoiView, type TieView } from '../../parts/coi.ts';
import { toQuestionLinks, type QuestionLink } from '../../parts/links.ts';
import { toSummary, type SummaryRow } from '../../parts/summary-of-findings.ts';
import { toReferenceList, toSourceLine, type Reference, type SourceLine } from '../../parts/source-line.ts';
import { toQuestionNews, type QuestionNews } from '../../parts/news.ts';
import { entryShell, reviewStateOf, type ReviewState } from '../../parts/review-state.ts';
import type { Link, Shell } from '../../parts/shell.ts';
import { methodUrl, questionUrl, termUrl, topicUrl } from '../../parts/urls.ts';
import { formatCount } from '../../words/phrase.ts';

export interface FindingGroup {
  /** None for the group that the filter hides. */
  readonly tier: Tier | undefined;
  readonly label: string;
  readonly says: string;
  readonly rows: readonly FindingRow[];
}

export interface QuestionPage {
  readonly shell: Shell;
  readonly id: string;
  readonly asks: string;
  readonly emergency: boolean;
  /** Where the counting is explained. */
  readonly methodHref: string;
  readonly card: AnswerCard;
  readonly verdict: VerdictView;
  readonly pico: readonly { readonly name: string; readonly text: string }[];
  /** Findings by tier, the strongest tier first; empty tiers left out. What the filter for conflicts of interest hides comes last, in a group of its own. */
  readonly tiers: readonly FindingGroup[];
  readonly coi: CoiView;
  readonly ties: readonly TieView[];
  readonly count: string;
  /** Printed effects of what the question asks about, drawn; those with nothing to draw left out. */
  readonly figures: readonly ForestPlotView[];
  /** Benefit and harm in one table; none where nothing is compared. */
  readonly summary: readonly SummaryRow[];
  /** Sources without a finding on this question, apart by whether it is known that they say nothing on it. */
  readonly others: readonly { readonly says: string; readonly why: string; readonly sources: readonly SourceLine[] }[];
  readonly topics: readonly Link[];
  readonly terms: readonly Link[];
  readonly updated: string;
  /** What moved last on it; undefined where nothing has. */
  readonly news: QuestionNews | undefined;
  readonly state: ReviewState;
  readonly references: readonly Reference[];
  readonly registers: readonly { readonly name: string; readonly label: string }[];
}

const asked = {
  recommendation: 'Should it be done? Only sources that give recommendations on this question are weighed.',
  effect: 'What happens? Only sources that report results are counted.',
  description: 'How is it done, or what is meant? Descriptions are counted.',
} as const;

/** What search says of a question whose lines are too many for a hit. */
const manyLines: Readonly<Record<Asks, string>> = {
  recommendation: 'Recommendations for each situation',
  effect: 'Results for each outcome',
  description: 'Descriptions for each situation',
};

const tierOrder: readonly Tier[] = ['primary', 'secondary', 'tertiary', 'none'];

/** By tier, and last what the filter for conflicts of interest hides. */
function toGroups(rows: readonly FindingRow[]): FindingGroup[] {
  const staying = rows.filter(({ source }) => !source.coi);
  return [
    ...tierOrder.map((tier) => ({ tier, ...tiers[tier], rows: staying.filter((row) => row.source.tier === tier) })),
    { tier: undefined, ...coiGroup, rows: rows.filter(({ source }) => source.coi) },
  ].filter((group) => group.rows.length > 0);
}

/** Sources without a finding: silence that was earned, and what is not coded. */
function othersOf({ library }: EvidenceGraph, question: QuestionEntry): QuestionPage['others'] {
  const others = [...library.sources.values()].filter(({ findings }) => !findings.some((finding) => finding.question === question.id));
  const silent = others.filter((source) => silenceOf(library, source, question));
  const uncoded = others.filter((source) => !silent.includes(source));
  const group = (sources: readonly SourceEntry[], says: string, why: string) => ({
    says: `${formatCount(sources.length, 'source')} ${says}`,
    why,
    sources: sources.map((source) => toSourceLine(source)),
  });
  return [
    group(
      silent,
      `${silent.length === 1 ? 'says' : 'say'} nothing on this`,
      'An editor read all of it for this question, or a search of the text that we read found none of its words.',
    ),
    group(uncoded, `${uncoded.length === 1 ? 'is' : 'are'} not coded for this`, 'Whether they speak on it was not checked.'),
  ].filter(({ sources }) => sources.length > 0);
}

export function questionPage(graph: EvidenceGraph, question: QuestionEntry): QuestionPage {
  const { library } = graph;
  const findings = graph.findings.get(question.id) ?? [];
  const verdict = graph.verdicts.get(question.id);
  const state = reviewStateOf(graph, 'question', question);
  if (!verdict) throw new Error(`The graph has no verdict for the question \`${question.id}\`.`);
  const speaking = new Set(findings.map(({ source }) => source.id));
  const topics = question.topics.flatMap((id) => library.topics.get(id) ?? []);
  const terms = question.terms.flatMap((id) => library.terms.get(id) ?? []);
  const verdictView = toVerdictView(verdict);
  const rows = findings.map((placed) => toFindingRow(graph, placed));
  return {
    shell: entryShell('questions', question, state, {
      title: question.question,
      description: question.asks === 'recommendation' ? verdict.because : `${verdict.label}. ${verdict.because}`,
      path: questionUrl(question.id),
      leads: 'clinician',
      search: {
        page: 'Question',
        kind: 'Question',
        summary: verdict.lines.length > 1 ? manyLines[question.asks] : verdict.label,
        aliases: [...question.asked, ...terms.flatMap((term) => [term.name, ...term.abbreviations, ...term.synonyms, ...term.search])],
        filters: [
          { name: 'review', value: state.label },
          ...topics.map((topic) => ({ name: 'topic', value: topic.title })),
          { name: 'population', value: labelOf(library.vocabulary.populations, question.pico.population) },
        ],
      },
    }),
    id: question.id,
    asks: asked[question.asks],
    emergency: question.emergency,
    methodHref: `${methodUrl}#verdict`,
    card: toAnswerCard(graph, question),
    verdict: verdictView,
    pico: [
      { name: 'Population', text: labelOf(library.vocabulary.populations, question.pico.population) },
      { name: 'Intervention', text: labelOf(library.vocabulary.interventions, question.pico.intervention) },
      { name: 'Comparator', text: question.pico.comparator },
      { name: 'Outcome', text: question.pico.outcome },
    ],
    tiers: toGroups(rows),
    coi: toCoiView(
      rows.map(({ source }) => source),
      'finding',
    ),
    ties: toTies(graph, [...speaking, ...(graph.citedByQuestion.get(question.id) ?? [])]),
    count: `${formatCount(findings.length, 'finding')} from ${formatCount(speaking.size, 'source')}`,
    figures: question.outcomes.map((outcome) => toForestPlot(graph, outcome, question.pico)).filter(({ panels }) => panels.length > 0),
    summary: question.asks === 'description' ? [] : toSummary(graph, question),
    others: othersOf(graph, question),
    topics: topics.map((topic) => ({ href: topicUrl(topic.id), text: topic.title })),
    terms: terms.map((term) => ({ href: termUrl(term.id), text: term.name })),
    updated: formatDate(question.updated),
    news: toQuestionNews(library, question.id),
    state,
    references: toReferenceList(graph, graph.citedByQuestion.get(question.id) ?? [], question.body),
    registers: registerNames.map((name) => ({ name, label: registers[name].label })),
  };
}

const groups: Readonly<Record<Asks, readonly [label: string, says: string]>> = {
  recommendation: ['Should it be done?', 'Recommendations are weighed by direction and strength, for each situation by itself.'],
  effect: ['What happens?', 'Studies are counted, and their results are read with their numbers.'],
  description: ['How is it done, or what is meant?', 'Descriptions are counted.'],
};

interface QuestionGroup {
  readonly name: Asks;
  readonly label: string;
  readonly says: string;
  readonly questions: QuestionLink[];
}

/** All questions, by what they ask and within that in the order of their names. */
export const questionList = (graph: EvidenceGraph): QuestionGroup[] =>
  (Object.keys(groups) as Asks[]).flatMap((name) => {
    const [label, says] = groups[name];
    const ids = [...graph.library.questions.values()].filter(({ asks }) => asks === name).map(({ id }) => id);
    return ids.length ? [{ name, label, says, questions: toQuestionLinks(graph, ids) }] : [];
  });
