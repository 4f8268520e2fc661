/** What a card shows of a page before anybody goes there. One small file beside each page carries it, so that a card costs the same in a large library. */
import { pageStateOf } from '../evidence/approval/judge.ts';
import type { EvidenceGraph } from '../evidence/evidence-graph.ts';
import { citationName } from '../evidence/source-name.ts';
import { entriesOf, type EntryOf, type PathwayEntry, type QuestionEntry, type SourceEntry, type TopicEntry } from '../library/library.ts';
import { pageCollections, type PageCollection } from '../schema/collections.ts';
import type { Term } from '../schema/term.ts';
import { topicKinds } from '../schema/topic.ts';
import { statuses, type Register } from '../schema/vocabulary.ts';
import { filledBody } from '../evidence/prose-values.ts';
import { wordingsOf } from '../parts/plain-text.ts';
import { toSourceLine } from '../parts/source-line.ts';
import { entryUrl } from '../parts/urls.ts';
import { capitalise, formatCount } from '../words/phrase.ts';

export interface Preview {
  /** First line, e.g. `Randomised trial · 7 December 2017`. */
  readonly kind: string;
  readonly title: string;
  /** Language of the title where it is not that of the site. */
  readonly language?: string;
  /** How far our digest read a source, e.g. `Abstract only`. */
  readonly badge?: string;
  /** What it says in short; by register where it has three wordings. */
  readonly text: string | Readonly<Record<Register, string>>;
  /** What to weigh it by, e.g. `Funding: public money`, `Under review`. */
  readonly facts: readonly string[];
  /** Of a source: where it speaks, by the question that it speaks on. */
  readonly places?: Readonly<Record<string, string>>;
}

/** First of the facts of a page to which somebody in danger may come. */
const urgent = (emergency: boolean): string[] => (emergency ? ['This can be an emergency'] : []);

function sourcePreview(graph: EvidenceGraph, source: SourceEntry): Preview {
  const line = toSourceLine(source, graph.freshness.sources.get(source.id));
  return {
    kind: `${line.kind} · ${line.date}`,
    title: line.title,
    ...(line.language === 'en' ? {} : { language: line.language }),
    badge: line.coverage,
    text: line.gist,
    facts: [capitalise(line.staleness), `Funding: ${line.fundingLabel.toLowerCase()}`, line.statusLabel].filter(Boolean),
    places: Object.fromEntries(
      Map.groupBy(
        source.findings.filter(({ locator }) => locator !== undefined),
        ({ question }) => question,
      )
        .entries()
        .map(([question, findings]) => [question, [...new Set(findings.map(({ locator }) => locator))].join('; ')]),
    ),
  };
}

const termPreview = (term: Term): Preview => ({
  kind: ['Term', ...term.abbreviations].join(' · '),
  title: capitalise(term.name),
  text: term.definition,
  facts: term.senses.length > 1 || term.contested !== undefined ? ['Sources mean different things by it'] : [],
});

function questionPreview(graph: EvidenceGraph, question: QuestionEntry): Preview {
  const verdict = graph.verdicts.get(question.id);
  return {
    kind: 'Question',
    title: question.question,
    text: wordingsOf(filledBody(graph.library, question.body)),
    facts: [...urgent(question.emergency), ...(verdict ? [verdict.label] : []), statuses[pageStateOf(graph, 'question', question)].label],
  };
}

const topicPreview = (graph: EvidenceGraph, topic: TopicEntry): Preview => ({
  kind: topicKinds[topic.kind],
  title: topic.title,
  text: topic.summary,
  facts: [...urgent(topic.emergency), statuses[pageStateOf(graph, 'topic', topic)].label],
});

function pathwayPreview(graph: EvidenceGraph, pathway: PathwayEntry): Preview {
  const source = graph.library.sources.get(pathway.source);
  return {
    kind: 'Pathway',
    title: pathway.title,
    text: source ? `As ${citationName(source)} published it.` : '',
    facts: [
      ...urgent(pathway.emergency),
      formatCount(pathway.rules.length, 'rule'),
      statuses[pageStateOf(graph, 'pathway', pathway)].label,
    ],
  };
}

/** The cards of all pages, by the address of the page, e.g. `/glossary/phlegmasia/`. */
export function buildPreviews(graph: EvidenceGraph): Map<string, Preview> {
  const previewOf: { readonly [C in PageCollection]: (entry: EntryOf<C>) => Preview } = {
    topic: (topic) => topicPreview(graph, topic),
    question: (question) => questionPreview(graph, question),
    source: (source) => sourcePreview(graph, source),
    pathway: (pathway) => pathwayPreview(graph, pathway),
    term: termPreview,
  };
  const previews = <C extends PageCollection>(collection: C): [string, Preview][] =>
    entriesOf(graph.library, collection).map((entry) => [entryUrl(collection, entry.id), previewOf[collection](entry)]);
  return new Map(pageCollections.flatMap(previews));
}
