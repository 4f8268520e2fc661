/** What is new, day by day, with what moved and what it touches, and which running trials may change what. */
import type { EvidenceGraph } from '../../evidence/evidence-graph.ts';
import { buildUpdates, pendingTrials, type Update } from '../../evidence/updates.ts';
import { pendingSentence } from '../../evidence/pending.ts';
import { citationName } from '../../evidence/source-name.ts';
import type { SourceEntry } from '../../library/library.ts';
import type { QuestionId } from '../../schema/id.ts';
import { formatDate } from '../../parts/format.ts';
import { dayFragment, foldedWords, happeningTag, movesInWords, toMoveLine, type MoveLine } from '../../parts/news.ts';
import type { Link } from '../../parts/shell.ts';
import { toSourceLine, type SourceLine } from '../../parts/source-line.ts';
import { feedUrl, fileUrl, questionUrl, registryUrl } from '../../parts/urls.ts';
import { capitalise, formatCount } from '../../words/phrase.ts';

interface UpdateRow {
  /** What happened, e.g. `Changed result`. */
  readonly tag: string;
  readonly source: SourceLine | undefined;
  /** The question, where an answer was rewritten. */
  readonly question: Link | undefined;
  /** `by NICE, 2026` for a work that was replaced; otherwise empty. */
  readonly by: string;
  /** What the work found, where the page has not said it further up. */
  readonly gist: string;
  /** What moved, counted; empty for what is whole. */
  readonly moved: string;
  readonly moves: readonly MoveLine[];
  readonly touches: readonly Link[];
  /** How many questions it touches besides those that are named, e.g. `3 more questions`; empty for none. */
  readonly more: string;
}

/** News of one kind on one day; many of them are folded. */
interface UpdateGroup {
  /** Summary of a folded group, e.g. `60 new sources`; empty where all rows are shown. */
  readonly folded: string;
  readonly rows: readonly UpdateRow[];
}

interface PendingRow {
  readonly source: SourceLine;
  readonly ends: string;
  readonly registry: Link | undefined;
  readonly mayChange: readonly (Link & { readonly says: string })[];
}

export interface UpdatesPage {
  /** Feeds of all of it, and the list of those of topics, questions and kinds of source. */
  readonly follow: readonly Link[];
  readonly pending: readonly PendingRow[];
  readonly due: readonly { readonly on: string; readonly says: string; readonly sources: readonly Link[] }[];
  readonly days: readonly { readonly id: string; readonly label: string; readonly groups: readonly UpdateGroup[] }[];
}

/** So many of one kind are read; more are folded or counted. */
const READ = 5;

const toLine = (graph: EvidenceGraph, source: SourceEntry): SourceLine => toSourceLine(source, graph.freshness.sources.get(source.id));

function questionsOf(graph: EvidenceGraph, source: SourceEntry): QuestionId[] {
  const held = source.findings.flatMap(({ question }) => graph.library.questions.get(question)?.id ?? []);
  return [...new Set(held)];
}

const toQuestion = (graph: EvidenceGraph, id: QuestionId): Link => ({
  href: questionUrl(id),
  text: graph.library.questions.get(id)?.short ?? id,
});

function toPending(graph: EvidenceGraph, source: SourceEntry): PendingRow {
  const number = source.pending?.registry ?? source.registry;
  return {
    source: toLine(graph, source),
    ends: source.pending ? pendingSentence(source.pending, graph.asOf) : 'Its end date is not recorded.',
    registry: number ? { href: registryUrl(number) ?? '', text: number } : undefined,
    mayChange: questionsOf(graph, source).map((id) => ({
      ...toQuestion(graph, id),
      says: source.findings
        .filter(({ question }) => question === id)
        .map(({ says }) => says)
        .join(' '),
    })),
  };
}

function toRow(graph: EvidenceGraph, update: Update, told: Set<string>): UpdateRow {
  const { library } = graph;
  const { source, question, by, moves, touches } = update;
  const line = source && toLine(graph, source);
  const isNew = line !== undefined && !told.has(line.id);
  if (line) told.add(line.id);
  return {
    tag: happeningTag(update),
    source: line,
    question: question && { href: questionUrl(question.id), text: question.question },
    by: by ? `by ${citationName(by)}` : '',
    gist: isNew ? line.gist : '',
    moved: movesInWords(moves),
    moves: source ? moves.map((move) => toMoveLine(library, source, move)) : [],
    touches: question ? [] : touches.slice(0, READ).map((id) => toQuestion(graph, id)),
    more: question || touches.length <= READ ? '' : formatCount(touches.length - READ, 'more question'),
  };
}

/** News of one day by what happened, the gravest first. `told` are the sources whose gist stands further up. */
function toGroups(graph: EvidenceGraph, updates: readonly Update[], told: Set<string>): UpdateGroup[] {
  return [...Map.groupBy(updates, ({ what }) => what)].map(([what, own]) => ({
    folded: own.length > READ ? foldedWords(what, own.length) : '',
    rows: own.map((update) => toRow(graph, update, told)),
  }));
}

/** Days on which sources fall due for another look, the next first. */
function toDue(graph: EvidenceGraph): UpdatesPage['due'] {
  const days = Map.groupBy(graph.library.sources.values(), ({ id }) => graph.freshness.sources.get(id)?.due ?? '');
  return [...days]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, sources]) => ({
      on: formatDate(day),
      says: day < graph.asOf ? 'overdue' : formatCount(sources.length, 'source'),
      sources: sources.map((source) => ({ href: toLine(graph, source).href, text: citationName(source) })),
    }));
}

/** The page as of the graph's day: news by day, the newest first. */
export function updatesPage(graph: EvidenceGraph): UpdatesPage {
  const told = new Set<string>();
  const days = Map.groupBy(buildUpdates(graph.library, graph.approvals), ({ on }) => on);
  return {
    follow: [
      { href: feedUrl('', 'atom'), text: 'Atom' },
      { href: feedUrl('', 'rss'), text: 'RSS' },
      { href: feedUrl('', 'json'), text: 'JSON Feed' },
      { href: fileUrl('feedList'), text: 'Feeds by topic, question and kind of source (OPML)' },
    ],
    pending: pendingTrials(graph.library).map((source) => toPending(graph, source)),
    due: toDue(graph),
    days: [...days].map(([on, updates]) => ({
      id: dayFragment(on),
      label: capitalise(formatDate(on)),
      groups: toGroups(graph, updates, told),
    })),
  };
}
