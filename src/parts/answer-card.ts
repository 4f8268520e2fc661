/** The answer of a question on its first screen: one sentence, then a row for each source that counts, six at most. From the data alone. */
import type { EvidenceGraph, PlacedFinding, VerdictLine } from '../evidence/evidence-graph.ts';
import type { Position, PositionName } from '../evidence/position.ts';
import { authorName, citationAuthor, sourceYear } from '../evidence/source-name.ts';
import type { QuestionEntry, SourceEntry } from '../library/library.ts';
import { findingUrl } from './urls.ts';

/** What one source says, e.g. `NICE NG158 · 2020 · Suggests · Consider CDT: under 14 days, low bleeding risk`. */
export interface AnswerRow {
  readonly href: string;
  readonly who: string;
  readonly year: string;
  /** Badge; none where the question asks for no position. */
  readonly position: Position | undefined;
  readonly says: string;
}

/** The rows of one situation of the question, under what they come to. */
export interface AnswerGroup {
  readonly label: string;
  readonly says: string;
  readonly rows: readonly AnswerRow[];
}

export interface AnswerCard {
  /** The answer in one sentence; empty where nobody wrote it. */
  readonly gist: string;
  readonly groups: readonly AnswerGroup[];
  /** How many more sources count than have a row. */
  readonly more: number;
}

/** Rows on a phone's first screen. */
const MOST_ROWS = 6;

/** Who advises stands before who advises against, the firmer before the weaker. */
const order: readonly PositionName[] = [
  'recommends',
  'suggests',
  'advises',
  'permits',
  'only-in-research',
  'suggests-against',
  'advises-against',
  'recommends-against',
];
const rank = ({ position }: PlacedFinding): number => (order.indexOf(position.name) + order.length + 1) % (order.length + 1);

/** As clinicians call it, e.g. `CHEST`, `NICE NG158`, `ATTRACT`; its authors where it has no such name. */
function calledIn(source: SourceEntry): string {
  const [first] = source.authors ?? [];
  if (!source.shortTitle) return citationAuthor(source);
  return first && 'organisation' in first && !source.shortTitle.startsWith(authorName(first))
    ? `${authorName(first)} ${source.shortTitle}`
    : source.shortTitle;
}

const toRow = ({ source, finding, position }: PlacedFinding, asks: QuestionEntry['asks']): AnswerRow => ({
  href: findingUrl(source.id, finding),
  who: calledIn(source),
  year: sourceYear(source),
  position: asks === 'recommendation' ? position : undefined,
  says: finding.gist ?? finding.says,
});

/** One row a voice, the first that it has: papers of one study are one, and guidance with its leaflet. */
const oneEach = (all: readonly PlacedFinding[]): PlacedFinding[] =>
  [...new Map(all.toReversed().map((one) => [one.studies.join(' '), one])).values()].reverse();

/** The card of a question, e.g. `toAnswerCard(graph, question).groups[0].rows[0].who === 'NICE NG158'`. */
export function toAnswerCard(graph: EvidenceGraph, question: QuestionEntry, most = MOST_ROWS): AnswerCard {
  const counting = (graph.findings.get(question.id) ?? []).filter(({ counts }) => counts).toSorted((a, b) => rank(a) - rank(b));
  const lines: readonly Pick<VerdictLine, 'name' | 'label' | 'says'>[] = graph.verdicts.get(question.id)?.lines ?? [];
  const named = new Set(question.situations.map(({ id }) => id));
  const speaksTo = (name: string) => (one: PlacedFinding) =>
    name ? one.finding.situations.includes(name) : !one.finding.situations.some((id) => named.has(id));
  let room = most;
  const groups = (lines.length ? lines : [{ name: '', label: '', says: '' }]).map(({ name, label, says }) => {
    const own = oneEach(counting.filter(speaksTo(name))).slice(0, room);
    room -= own.length;
    return { label, says, rows: own.map((one) => toRow(one, question.asks)) };
  });
  const shown = new Set(groups.flatMap(({ rows }) => rows.map(({ href }) => href.split('#')[0])));
  const all = new Set(counting.map(({ source }) => source.id));
  return { gist: question.gist ?? '', groups, more: Math.max(0, all.size - shown.size) };
}
