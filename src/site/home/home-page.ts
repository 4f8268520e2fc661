/** The front page: three answers, what readers must know, three ways in, the map, the sections, what was read lately. */
import { topicSections, type TopicSection } from '../../collections/topics/page.ts';
import { toAnswerCard, type AnswerCard } from '../../parts/answer-card.ts';
import { toQuestionLinks, type QuestionLink } from '../../parts/links.ts';
import type { EvidenceGraph } from '../../evidence/evidence-graph.ts';
import { kindRow, tiers, type Tier } from '../../schema/kinds.ts';
import type { Register } from '../../schema/vocabulary.ts';
import { formatDate } from '../../parts/format.ts';
import { toShell, type Link, type Shell } from '../../parts/shell.ts';
import { toSourceLine, type SourceLine } from '../../parts/source-line.ts';
import * as urls from '../../parts/urls.ts';
import { toMap, type MapView } from '../../parts/figures/map.ts';
import { formatCount } from '../../words/phrase.ts';

interface Door {
  readonly who: string;
  /** The wording in which pages then open; none for those who write. */
  readonly register?: Register;
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
  /** Three questions with their answers, then others that most sources address. */
  readonly featured: readonly (Link & { readonly card: AnswerCard })[];
  readonly most: readonly QuestionLink[];
  /** Notices of safety, trials whose results are to come, pages past their date: each with what it is. */
  readonly alerts: readonly (Link & { readonly label: string })[];
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
    register: 'clinician',
    says: 'The answer, its strength, its source and who paid, one question a page.',
    links: [
      { href: urls.questionsUrl, text: 'Answers' },
      { href: urls.matrixUrl, text: 'Compare' },
      { href: urls.pathwaysUrl, text: 'Pathways' },
    ],
  },
  {
    who: 'You study medicine',
    register: 'student',
    says: 'Topics in order, words explained, and published algorithms to walk through.',
    links: [
      { href: urls.topicsUrl, text: 'Topics' },
      { href: urls.glossaryUrl, text: 'Glossary' },
      { href: urls.figuresUrl, text: 'Figures' },
    ],
  },
  {
    who: 'It is about you or your family',
    register: 'public',
    says: 'What has been published, in everyday words. It cannot tell you what to do: ask those who treat you.',
    links: [{ href: urls.questionsUrl, text: 'Questions people ask' }],
  },
  {
    who: 'You know a source that is missing',
    says: 'How a summary is written, who may change what, and what waits for an editor.',
    links: [
      { href: urls.policyUrl, text: 'Editorial policy' },
      { href: urls.editorialUrl, text: 'Content quality' },
    ],
  },
];

/** How many notices of safety stand on the front page. */
const NOTICES = 2;

function alertsOf({ library, freshness }: EvidenceGraph): HomePage['alerts'] {
  const all = [...library.sources.values()];
  const notices = all
    .filter(({ kind, supersededBy }) => kind === 'safety-notice' && !supersededBy)
    .sort((a, b) => b.issued.localeCompare(a.issued) || (a.id < b.id ? -1 : 1))
    .slice(0, NOTICES);
  const pending = all.filter((source) => source.pending).length;
  const overdue = Object.values(freshness).reduce(
    (sum, rows) => sum + [...rows.values()].filter(({ state }) => state === 'overdue').length,
    0,
  );
  return [
    ...notices.map((source) => ({
      href: urls.sourceUrl(source.id),
      text: source.gist ?? source.title,
      label: `${kindRow(source.kind).label}, ${formatDate(source.issued)}`,
    })),
    ...(pending
      ? [
          {
            href: `${urls.updatesUrl}#pending`,
            text: `${formatCount(pending, 'trial')} whose results are to come or not yet read`,
            label: 'Pending',
          },
        ]
      : []),
    ...(overdue ? [{ href: urls.editorialUrl, text: `${formatCount(overdue, 'page')} past the day of review`, label: 'Overdue' }] : []),
  ];
}

export function homePage(graph: EvidenceGraph): HomePage {
  const { sources, questions, figures, site } = graph.library;
  const front = [...figures.values()].find((figure) => figure.front);
  const all = [...sources.values()];
  const links = toQuestionLinks(graph, [...questions.keys()]).toSorted((a, b) => b.sources - a.sources || (a.href < b.href ? -1 : 1));
  const chosen = site.featured.length ? site.featured.map((id) => urls.questionUrl(id)) : links.slice(0, 3).map(({ href }) => href);
  const featured = [...questions.values()].filter(({ id }) => chosen.includes(urls.questionUrl(id)));
  const counted = [...graph.verdicts.values()].filter((verdict) => verdict.counted.length > 0).length;
  const approved = [...graph.approvals.values()].filter(({ state }) => state === 'holds').length;
  const findings = all.reduce((sum, source) => sum + source.findings.length, 0);
  return {
    shell: toShell({ title: site.name, description: site.description, path: urls.homeUrl, breadcrumbs: [] }),
    question: site.question,
    lede: `Sources answer differently. ${site.name} shows what each one says about ${site.condition}, how firmly, on which page, and who paid for it. Where none addresses a question, you see that too.`,
    tryThis: `Try ${site.examples.term}, ${site.examples.abbreviation} or ${site.examples.everyday}`,
    doors,
    featured: featured
      .toSorted((a, b) => chosen.indexOf(urls.questionUrl(a.id)) - chosen.indexOf(urls.questionUrl(b.id)))
      .map((question) => ({ href: urls.questionUrl(question.id), text: question.question, card: toAnswerCard(graph, question, 3) })),
    most: links.filter(({ href }) => !chosen.includes(href)).slice(0, 6),
    alerts: alertsOf(graph),
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
