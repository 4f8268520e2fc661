/** What changed in the evidence, month by month, what each change touches, and which running trials may change what. */
import type { EvidenceGraph } from '../../evidence/evidence-graph.ts';
import { buildUpdates, pendingTrials, type Happening, type Update } from '../../evidence/updates.ts';
import { pendingSentence } from '../../evidence/pending.ts';
import { citationName } from '../../evidence/source-name.ts';
import type { SourceEntry } from '../../library/library.ts';
import type { QuestionId } from '../../schema/id.ts';
import { formatDate } from '../../parts/format.ts';
import type { Link } from '../../parts/shell.ts';
import { toSourceLine, type SourceLine } from '../../parts/source-line.ts';
import { questionUrl, registryUrl } from '../../parts/urls.ts';
import { capitalise, formatCount } from '../../words/phrase.ts';

interface UpdateRow {
  readonly what: string;
  readonly source: SourceLine;
  /** `by NICE, 2026` for a work that was replaced; otherwise empty. */
  readonly by: string;
  readonly touches: readonly Link[];
}

interface PendingRow {
  readonly source: SourceLine;
  readonly ends: string;
  readonly registry: Link | undefined;
  readonly mayChange: readonly (Link & { readonly says: string })[];
}

export interface UpdatesPage {
  readonly pending: readonly PendingRow[];
  readonly due: readonly { readonly on: string; readonly says: string; readonly sources: readonly Link[] }[];
  readonly months: readonly {
    readonly label: string;
    readonly rows: readonly UpdateRow[];
    /** Works that we read then, told together. */
    readonly read: string;
    readonly readLinks: readonly Link[];
  }[];
  readonly undated: string;
}

const words: Record<Happening, string> = {
  retracted: 'Retracted',
  withdrawn: 'Withdrawn by its publisher',
  concern: 'Expression of concern',
  superseded: 'Superseded',
  corrected: 'Corrected',
  updated: 'Updated by its publisher',
  published: 'Published',
  read: 'Read by us',
  approved: 'Digest approved',
};

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

function toMonth(graph: EvidenceGraph, label: string, updates: readonly Update[]): UpdatesPage['months'][number] {
  const read = updates.filter(({ what }) => what === 'read');
  return {
    label,
    rows: updates
      .filter(({ what }) => what !== 'read')
      .map(({ what, source, by }) => ({
        what: words[what],
        source: toLine(graph, source),
        by: by ? `by ${citationName(by)}` : '',
        touches: questionsOf(graph, source).map((id) => toQuestion(graph, id)),
      })),
    read: read.length ? `${formatCount(read.length, 'work')} read by us` : '',
    readLinks: read.map(({ source }) => {
      const { href, name } = toLine(graph, source);
      return { href, text: name };
    }),
  };
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

/** The page as of the graph's day. Works without a date of publication are counted and said, not placed. */
export function updatesPage(graph: EvidenceGraph): UpdatesPage {
  const months = Map.groupBy(buildUpdates(graph.library), ({ on }) => on.slice(0, 7));
  const undated = [...graph.library.sources.values()].filter(({ issued }) => issued === 'undated').length;
  return {
    pending: pendingTrials(graph.library).map((source) => toPending(graph, source)),
    due: toDue(graph),
    months: [...months].map(([month, updates]) => toMonth(graph, capitalise(formatDate(month)), updates)),
    undated: undated
      ? `${formatCount(undated, 'work')} without a recorded date of publication ${undated === 1 ? 'stands' : 'stand'} only where we read ${undated === 1 ? 'it' : 'them'}.`
      : '',
  };
}
