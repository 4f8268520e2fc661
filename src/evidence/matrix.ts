/** Findings put in their place: by question, each with what it says and whether it counts. */
import type { QuestionId } from '../schema/id.ts';
import type { Asks } from '../schema/question.ts';
import { kindRow, tiers, type Tier } from '../schema/kinds.ts';
import type { Library, QuestionEntry, SourceEntry } from '../library/library.ts';
import { compareFinding, scopeOf } from './comparability.ts';
import type { PlacedFinding } from './evidence-graph.ts';
import { ownPosition, positionOn } from './position.ts';
import { doubted } from './publication-status.ts';
import { sourceName } from './source-name.ts';
import { buildStudies, type Studies } from './study.ts';
import { voiceOf } from './tally.ts';
import { whyNotCounted } from './verdict.ts';

const tierOrder = Object.keys(tiers) as Tier[];

/** Newest first; what has no date comes last. */
const byYear = (a: SourceEntry, b: SourceEntry): number => {
  const year = (source: SourceEntry): number => Number.parseInt(source.issued, 10) || 0;
  return year(b) - year(a);
};

/** Primary tier first, then the newest year, then the id of the source and the order in which the source lists them. */
export function byStrength(a: PlacedFinding, b: PlacedFinding): number {
  return (
    tierOrder.indexOf(a.tier) - tierOrder.indexOf(b.tier) ||
    byYear(a.source, b.source) ||
    (a.source.id < b.source.id ? -1 : a.source.id > b.source.id ? 1 : a.number - b.number)
  );
}

interface Place {
  readonly source: SourceEntry;
  readonly index: number;
  readonly question: QuestionEntry;
}

function placeFinding({ source, index, question }: Place, library: Library, studies: Studies): PlacedFinding[] {
  const finding = source.findings[index];
  if (!finding) return [];
  const { comparable, note: read } = compareFinding(finding, source, question, library);
  const note = [read, source.concern && `The source ${doubted(source.concern.on)}.`].filter(Boolean).join(' ') || undefined;
  const { narrower, elsewhere } = scopeOf(finding, source, question, library);
  const whyNot = whyNotCounted(source, { comparable, finding, elsewhere }, question.asks);
  const place = { source, finding, number: index + 1, tier: kindRow(source.kind).tier, studies: studies.of.get(source.id) ?? [source.id] };
  const own = ownPosition(finding, source, question, library.vocabulary);
  return [{ ...place, comparable, own, position: positionOn(own, comparable), note, narrower, counts: whyNot === undefined, whyNot }];
}

/** Whether one work of an organisation speaks on all that an older one says: the same people, intervention and device, in every situation. */
function replaces({ source, finding, studies }: PlacedFinding, old: PlacedFinding): boolean {
  const digits = Math.min(source.issued.length, old.source.issued.length);
  const said = ({ population, intervention, device = '' }: PlacedFinding['finding']): string =>
    [population, intervention, device].join(' ');
  return (
    source.kind !== 'guidance-public' &&
    source.issued !== 'undated' &&
    source.issued.slice(0, digits) > old.source.issued.slice(0, digits) &&
    voiceOf({ studies }) === voiceOf(old) &&
    said(finding) === said(old.finding) &&
    old.finding.situations.every((situation) => finding.situations.includes(situation))
  );
}

/** The findings on a question, an organisation speaking on one thing through its newest work only. */
function newestOf(row: readonly PlacedFinding[], asks: Asks): readonly PlacedFinding[] {
  if (asks !== 'recommendation') return row;
  return row.map((old) => {
    const newer = old.counts ? row.find((one) => one.counts && replaces(one, old)) : undefined;
    return newer ? { ...old, counts: false, whyNot: whyNotCounted(old.source, { ...old, newer: sourceName(newer.source) }, asks) } : old;
  });
}

/** All findings by question. Every question has a row; findings on questions that are not there are left to the check. */
export function placeFindings(library: Library): Map<QuestionId, readonly PlacedFinding[]> {
  const rows = new Map<QuestionId, readonly PlacedFinding[]>([...library.questions.keys()].map((id) => [id, []]));
  const studies = buildStudies(library);
  for (const source of library.sources.values()) {
    source.findings.forEach((finding, index) => {
      const question = library.questions.get(finding.question);
      if (question)
        rows.set(question.id, [...(rows.get(question.id) ?? []), ...placeFinding({ source, index, question }, library, studies)]);
    });
  }
  for (const { id, asks } of library.questions.values()) rows.set(id, newestOf((rows.get(id) ?? []).toSorted(byStrength), asks));
  return rows;
}
