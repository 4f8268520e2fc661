/** The front door: three ways in, what most sources address, the sections, what was read lately. */
import { topicSections, type TopicSection } from '../../collections/topics/page.ts';
import { toQuestionLinks, type QuestionLink } from '../../parts/links.ts';
import type { EvidenceGraph } from '../../evidence/evidence-graph.ts';
import { tiers, type Tier } from '../../schema/kinds.ts';
import { formatDate } from '../../parts/format.ts';
import { toShell, type Link, type Shell } from '../../parts/shell.ts';
import { toSourceLine, type SourceLine } from '../../parts/source-line.ts';
import * as urls from '../../parts/urls.ts';
import { toMap, type MapView } from '../../parts/figures/map.ts';
import { formatCount } from '../../words/phrase.ts';

interface Door {
  readonly who: string;
  readonly says: string;
  readonly links: readonly Link[];
}

export interface HomePage {
  readonly shell: Shell;
  /** The question that opens the page, and what the site does about it. */
  readonly question: string;
  readonly lede: string;
  /** What one may type into the search. */
  readonly tryThis: string;
  readonly doors: readonly Door[];
  /** The questions that most sources address. */
  readonly most: readonly QuestionLink[];
  readonly standing: string;
  /** The figure of the front page, if there is one. */
  readonly map: MapView | undefined;
  readonly sections: readonly TopicSection[];
  readonly latest: readonly SourceLine[];
  readonly latestSays: string;
  readonly legend: readonly { readonly tier: Tier; readonly label: string; readonly says: string }[];
  readonly more: {
    readonly questions: readonly Link[];
    readonly topics: readonly Link[];
    readonly sources: readonly Link[];
    readonly marks: readonly Link[];
  };
}

const doors: readonly Door[] = [
  {
    who: 'You treat patients',
    says: 'The answer, its strength, its source and who paid, one question a page.',
    links: [
      { href: urls.questionsUrl, text: 'Questions' },
      { href: urls.matrixUrl, text: 'Compare' },
    ],
  },
  {
    who: 'You study medicine',
    says: 'Pages to read in order, defined words, and published algorithms to walk through.',
    links: [
      { href: urls.topicsUrl, text: 'Topics' },
      { href: urls.pathwaysUrl, text: 'Pathways' },
      { href: urls.figuresUrl, text: 'Figures' },
    ],
  },
  {
    who: 'You know a source that is missing',
    says: 'What waits for an editor, how a digest is written, and what we refuse to publish.',
    links: [
      { href: urls.editorialUrl, text: 'Content quality' },
      { href: urls.policyUrl, text: 'Editorial policy' },
      { href: urls.methodUrl, text: 'Method' },
    ],
  },
];

export function homePage(graph: EvidenceGraph): HomePage {
  const { sources, questions, topics, figures, site } = graph.library;
  const front = [...figures.values()].find((figure) => figure.front);
  const all = [...sources.values()];
  const links = toQuestionLinks(graph, [...questions.keys()]);
  const counted = [...graph.verdicts.values()].filter((verdict) => verdict.counted.length > 0).length;
  const approved = [...all, ...questions.values(), ...topics.values()].filter(({ status }) => status === 'approved').length;
  const findings = all.reduce((sum, source) => sum + source.findings.length, 0);
  return {
    shell: toShell({ title: site.name, description: site.description, path: urls.homeUrl, breadcrumbs: [] }),
    question: site.question,
    lede: `Sources answer differently. ${site.name} shows what each one says about ${site.condition}, how firmly, on which page, and who paid for it. Where none addresses a question, you see that too.`,
    tryThis: `Try ${site.examples.term}, ${site.examples.abbreviation} or ${site.examples.everyday}`,
    doors,
    most: links.toSorted((a, b) => b.sources - a.sources || (a.href < b.href ? -1 : 1)).slice(0, 8),
    standing: `Of ${formatCount(questions.size, 'question')}, ${counted} have sources that count. Recommendations are weighed by direction and strength; results are counted and read with their numbers.`,
    map: front && toMap(graph, front),
    sections: topicSections(graph),
    latest: all
      .toSorted((a, b) => b.issued.replace('undated', '').localeCompare(a.issued.replace('undated', '')) || (a.id < b.id ? -1 : 1))
      .slice(0, 4)
      .map((source) => toSourceLine(source, graph.freshness.sources.get(source.id))),
    latestSays: `${formatCount(all.length, 'source')} with ${formatCount(findings, 'finding')}, as of ${formatDate(graph.asOf)}. ${
      approved === 0
        ? 'No page has been approved by a clinician yet: each says so.'
        : `${formatCount(approved, 'page')} approved by a named clinician.`
    }`,
    legend: (['primary', 'secondary', 'tertiary', 'none'] as const).map((tier) => ({ tier, ...tiers[tier] })),
    more: {
      questions: [
        { href: urls.questionsUrl, text: `All ${questions.size} questions` },
        { href: urls.matrixUrl, text: 'Compare' },
      ],
      topics: [{ href: urls.topicsUrl, text: 'All topics, with summaries' }],
      sources: [
        { href: urls.referencesUrl, text: 'All references' },
        { href: urls.updatesUrl, text: 'What changed, and trials whose results are to come or not yet read' },
      ],
      marks: [
        { href: urls.methodUrl, text: 'How evidence adds up' },
        { href: urls.policyUrl, text: 'Who may change what' },
      ],
    },
  };
}
