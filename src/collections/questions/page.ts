/** A question page: count, answers, who says what, review state, references. */
import type { EvidenceGraph } from '../../evidence/evidence-graph.ts';
import { silenceOf } from '../../evidence/silence.ts';
import type { QuestionEntry, SourceEntry } from '../../library/library.ts';
import { tiers, type Tier } from '../../schema/kinds.ts';
import { registerNames, registers } from '../../schema/vocabulary.ts';
import { labelOf } from '../../schema/word-list.ts';
import { toFindingRow, toVerdictView, type FindingRow, type VerdictView } from '../../parts/finding-row.ts';
import { toForestPlot, type ForestPlotView } from '../../parts/figures/forest-plot.ts';
import { formatDate } from '../../parts/format.ts';
import { setApart, toLens, toTies, type LensView, type TieView } from '../../parts/lens.ts';
import { toReferenceList, type Reference } from '../../parts/reference-list.ts';
import { toReviewState, type ReviewState } from '../../parts/review-state.ts';
import { toShell, type Link, type Shell } from '../../parts/shell.ts';
import { toSourceLine, type SourceLine } from '../../parts/source-line.ts';
import { homeUrl, methodUrl, questionsUrl, questionUrl, termUrl, topicUrl } from '../../parts/urls.ts';
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
  readonly verdict: VerdictView;
  readonly pico: readonly { readonly letter: string; readonly name: string; readonly text: string }[];
  /** Findings by tier, the strongest tier first; empty tiers left out. What leaves with interests comes last, in a group of its own. */
  readonly tiers: readonly FindingGroup[];
  readonly lens: LensView;
  readonly ties: readonly TieView[];
  readonly count: string;
  /** Printed effects of what the question asks about, drawn; those with nothing to draw left out. */
  readonly figures: readonly ForestPlotView[];
  /** Sources without a finding on this question, apart by whether it is known that they say nothing on it. */
  readonly others: readonly { readonly says: string; readonly why: string; readonly sources: readonly SourceLine[] }[];
  readonly topics: readonly Link[];
  readonly terms: readonly (Link & { readonly definition: string })[];
  readonly updated: string;
  readonly state: ReviewState;
  readonly references: readonly Reference[];
  readonly registers: readonly { readonly name: string; readonly label: string }[];
}

const asked = {
  recommendation: 'Should it be done? Only sources that give recommendations are counted.',
  effect: 'What happens? Only sources that report results are counted.',
  description: 'How is it done, or what is meant? Descriptions are counted.',
} as const;

const tierOrder: readonly Tier[] = ['primary', 'secondary', 'tertiary', 'none'];

/** By tier, and last what the interests lens hides. */
function toGroups(rows: readonly FindingRow[]): FindingGroup[] {
  const staying = rows.filter(({ source }) => !source.leaves);
  return [
    ...tierOrder.map((tier) => ({ tier, ...tiers[tier], rows: staying.filter((row) => row.source.tier === tier) })),
    { tier: undefined, ...setApart, rows: rows.filter(({ source }) => source.leaves) },
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
  const freshness = graph.freshness.questions.get(question.id);
  if (!verdict || !freshness) throw new Error(`The graph has no verdict or freshness for the question \`${question.id}\`.`);
  const state = toReviewState(question, freshness, graph.library.people);
  const speaking = new Set(findings.map(({ source }) => source.id));
  const topics = question.topics.flatMap((id) => library.topics.get(id) ?? []);
  const terms = question.terms.flatMap((id) => library.terms.get(id) ?? []);
  const verdictView = toVerdictView(verdict);
  const rows = findings.map((placed) => toFindingRow(graph, placed));
  return {
    shell: toShell({
      title: question.question,
      description: `${verdictView.label}. ${verdict.because}`,
      path: questionUrl(question.id),
      file: question.file,
      edition: { of: formatDate(question.updated), due: state.due },
      breadcrumbs: [
        { href: homeUrl, text: 'Home' },
        { href: questionsUrl, text: 'Questions' },
      ],
      leads: 'clinician',
      menu: questionsUrl,
      search: {
        page: 'Question',
        kind: 'Question',
        date: formatDate(question.updated),
        day: question.updated,
        summary: verdict.label,
        aliases: terms.flatMap((term) => [term.name, ...term.abbreviations, ...term.synonyms, ...term.search]),
        filters: [{ name: 'review', value: state.label }, ...topics.map((topic) => ({ name: 'topic', value: topic.title }))],
      },
    }),
    id: question.id,
    asks: asked[question.asks],
    emergency: question.emergency,
    methodHref: `${methodUrl}#verdict`,
    verdict: verdictView,
    pico: [
      { letter: 'P', name: 'Population', text: labelOf(library.vocabulary.populations, question.pico.population) },
      { letter: 'I', name: 'Intervention', text: labelOf(library.vocabulary.interventions, question.pico.intervention) },
      { letter: 'C', name: 'Comparator', text: question.pico.comparator },
      { letter: 'O', name: 'Outcome', text: question.pico.outcome },
    ],
    tiers: toGroups(rows),
    lens: toLens(
      rows.map(({ source }) => source),
      'finding',
    ),
    ties: toTies(graph, [...speaking, ...(graph.citedByQuestion.get(question.id) ?? [])]),
    count: `${formatCount(findings.length, 'finding')} from ${formatCount(speaking.size, 'source')}`,
    figures: question.outcomes.map((outcome) => toForestPlot(graph, outcome, question.pico)).filter(({ panels }) => panels.length > 0),
    others: othersOf(graph, question),
    topics: topics.map((topic) => ({ href: topicUrl(topic.id), text: topic.title })),
    terms: terms.map((term) => ({ href: termUrl(term.id), text: term.name, definition: term.definition })),
    updated: formatDate(question.updated),
    state,
    references: toReferenceList(graph, graph.citedByQuestion.get(question.id) ?? [], question.body),
    registers: registerNames.map((name) => ({ name, label: registers[name].label })),
  };
}
