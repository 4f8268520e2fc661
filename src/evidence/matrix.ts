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

const subjectOf = ({ studies, finding }: PlacedFinding): string =>
  JSON.stringify([voiceOf({ studies }), finding.population, finding.intervention, finding.device]);

/** Whether a work speaks for its organisation on all that an older one says. A leaflet retells and replaces nothing. */
function replaces(one: PlacedFinding, old: PlacedFinding): boolean {
  const [now, then] = [one.source.issued, old.source.issued];
  const digits = Math.min(now.length, then.length);
  const later = now !== 'undated' && now.slice(0, digits) > then.slice(0, digits) && one.source.kind !== 'guidance-public';
  return later && subjectOf(one) === subjectOf(old) && old.finding.situations.every((name) => one.finding.situations.includes(name));
}

/** The findings on a question, an organisation speaking on one thing through its newest work only. */
const newestOf = (row: readonly PlacedFinding[], asks: Asks | undefined): readonly PlacedFinding[] =>
  row.map((old) => {
    const newer = asks === 'recommendation' && old.counts ? row.find((one) => one.counts && replaces(one, old)) : undefined;
    return newer
      ? { ...old, counts: false, whyNot: whyNotCounted(old.source, { ...old, newer: sourceName(newer.source) }, 'recommendation') }
      : old;
  });

/** All findings by question. Every question has a row; findings on questions that are not there are left to the check. */
export function placeFindings(library: Library): Map<QuestionId, readonly PlacedFinding[]> {
  const rows = new Map<QuestionId, PlacedFinding[]>([...library.questions.keys()].map((id) => [id, []]));
  const studies = buildStudies(library);
  for (const source of library.sources.values()) {
    source.findings.forEach((finding, index) => {
      const question = library.questions.get(finding.question);
      if (question) rows.get(question.id)?.push(...placeFinding({ source, index, question }, library, studies));
    });
  }
  return new Map([...rows].map(([id, row]) => [id, newestOf(row.sort(byStrength), library.questions.get(id)?.asks)]));
}
