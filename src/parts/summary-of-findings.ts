/** The summary of findings of a question, ready to print: benefit and harm in one table, one row an outcome and time. */
import type { EvidenceGraph } from '../evidence/evidence-graph.ts';
import { toEffectGroups } from '../evidence/effect/rows.ts';
import { summaryOfFindings, type SummaryOfFindingsRow } from '../evidence/effect/summary.ts';
import { effectVerdict } from '../evidence/effect/verdict.ts';
import { positions, type Position, type PositionName } from '../evidence/position.ts';
import { mayMeet } from '../evidence/comparability.ts';
import type { QuestionEntry } from '../library/library.ts';
import { resultUrl } from './urls.ts';

/** One row, with its badge and, where both groups are told as shares, what an icon array draws of each. */
export interface SummaryRow extends Omit<SummaryOfFindingsRow, 'line'> {
  /** Word of the vocabulary, e.g. `major-bleeding`. */
  readonly key: string;
  readonly position: Position;
  readonly says: string;
  /** Where its first number stands. */
  readonly href: string;
  readonly shares: { readonly without: number; readonly with: number } | undefined;
  /** How firm its ground is: a synthesis or randomised comparison, and how many people. */
  readonly randomised: boolean;
  readonly people: number;
  /** Whether it is about people that the question asks about. */
  readonly onAsked: boolean;
}

const named = (name: PositionName, label: string = positions[name].label): Position => ({ name, label, says: positions[name].says });
const position = (direction: SummaryOfFindingsRow['line']['direction']): Position => {
  if (direction === 'little-or-none') return named('reports', 'Little or no difference');
  if (direction === 'mixed') return named('reports', 'Mixed');
  return direction === 'none' ? named('reports') : named(direction);
};

const percent = (words: string): number | undefined => {
  const [, number, of] = /^([\d.]+) of (100|1,000)$/.exec(words) ?? [];
  return number === undefined ? undefined : Number(number) / (of === '100' ? 1 : 10);
};

const known = new WeakMap<EvidenceGraph, Map<string, SummaryRow[]>>();

function toRows(graph: EvidenceGraph, question: QuestionEntry): SummaryRow[] {
  const { vocabulary } = graph.library;
  const lines = effectVerdict(toEffectGroups(graph.findings.get(question.id) ?? [], question, vocabulary), vocabulary);
  return summaryOfFindings(lines, vocabulary).flatMap(({ line, ...row }) => {
    const [first] = line.rows;
    const [without, given] = [percent(row.without), percent(row.with)];
    return first
      ? {
          ...row,
          key: line.outcome,
          position: position(line.direction),
          says: line.says,
          href: resultUrl(first.source.id, first.result),
          shares: without === undefined || given === undefined ? undefined : { without, with: given },
          randomised: first.basis !== 'non-randomised',
          people: line.people ?? 0,
          onAsked: mayMeet(vocabulary, line.whom, question.pico.population),
        }
      : [];
  });
}

/** The rows of a question, in the order of its outcomes; none where nothing is compared. Worked out once for each graph. */
export function toSummary(graph: EvidenceGraph, question: QuestionEntry): SummaryRow[] {
  const rows = known.get(graph) ?? new Map<string, SummaryRow[]>();
  const own = rows.get(question.id) ?? toRows(graph, question);
  known.set(graph, rows.set(question.id, own));
  return own;
}
