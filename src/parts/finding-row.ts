/** One finding as a row: who says what, how strongly, where, and who paid. */
import type { EvidenceGraph, PlacedFinding, Verdict } from '../evidence/evidence-graph.ts';
import { coverages } from '../schema/vocabulary.ts';
import { labelOf } from '../schema/word-list.ts';
import type { Position } from '../evidence/position.ts';
import { formatDate } from './format.ts';
import { verifiedOn } from '../library/anchor.ts';
import { toChainBadge, type ChainBadge } from './chain-view.ts';
import { criterionWords } from './criterion-words.ts';
import { toSourceLine, type SourceLine } from './source-line.ts';
import { findingFragment } from '../schema/addresses.ts';
import { formerFragments } from '../evidence/former-items.ts';
import { textFragmentUrl } from './urls.ts';
import { capitalise } from '../words/phrase.ts';
import { findingUrl, questionUrl } from './urls.ts';

export interface FindingRow {
  readonly id: string;
  readonly href: string;
  /** Names that it had before, as fragments that still lead here. */
  readonly formerIds: readonly string[];
  readonly number: number;
  readonly source: SourceLine;
  /** How far its source stands from patients, and whether its chain ends weakly. */
  readonly chain: ChainBadge;
  readonly question: { readonly href: string; readonly text: string; readonly short: string };
  readonly position: Position;
  /** What it says by itself, where it stands as not comparable. */
  readonly ownPosition: string;
  /** Situations of the question that it speaks to. */
  readonly situations: readonly string[];
  readonly says: string;
  readonly grade: string;
  readonly population: string;
  readonly intervention: string;
  /** Which device, where it is about one. */
  readonly device: string;
  /** Whom it holds for: typed conditions first, then the others. */
  readonly conditions: readonly string[];
  /** What this finding was made from, where that is not what its source was made from. */
  readonly coverage: string;
  readonly locator: string;
  /** Address that opens the passage at the publisher's, where there is an anchor and an address. */
  readonly passage: string;
  readonly anchored: boolean;
  /** Day on which a machine found the passage in the raw article, e.g. `2026-11-20`; empty when none has. */
  readonly sighted: string;
  /** The same in words, e.g. `Anchored, found by machine on 20 November 2026`; empty without an anchor. */
  readonly anchorSays: string;
  /** How a contested word was read. */
  readonly note: string;
  readonly counts: boolean;
  readonly whyNot: string;
}

const anchorWords = (sighted: string | undefined): string =>
  sighted ? `Anchored, found by machine on ${formatDate(sighted)}` : 'Anchored, not checked by machine';

/** The grade as the source prints it, and how sure it is, where the grade does not say so. */
function gradeWords({ grade, certainty }: PlacedFinding['finding']): string {
  const own = grade ? [grade.scheme, grade.value, grade.words].filter(Boolean).join(' · ') : '';
  const sure = certainty && !own.toLowerCase().includes(certainty.toLowerCase()) ? `certainty: ${certainty}` : '';
  return [own, sure].filter(Boolean).join(' · ');
}

export function toFindingRow(graph: EvidenceGraph, placed: PlacedFinding): FindingRow {
  const { source, finding, number, position, own } = placed;
  const { questions, vocabulary } = graph.library;
  const question = questions.get(finding.question);
  const line = toSourceLine(source, graph.freshness.sources.get(source.id));
  const sighted = finding.anchor ? verifiedOn(graph.library, source, finding.anchor) : undefined;
  return {
    id: findingFragment(source.id, finding),
    formerIds: formerFragments(graph.library, source, 'findings', finding),
    href: findingUrl(source.id, finding),
    number,
    source: finding.aiGenerated ? { ...line, coi: 'machine' } : line,
    chain: toChainBadge(graph, source),
    question: {
      href: questionUrl(finding.question),
      text: question?.question ?? finding.question,
      short: question?.short ?? finding.question,
    },
    position,
    ownPosition: position.name === own.name ? '' : own.label,
    situations: (question?.situations ?? []).filter((one) => finding.situations.includes(one.id)).map(({ label }) => label),
    says: finding.says,
    grade: gradeWords(finding),
    population: labelOf(vocabulary.populations, finding.population),
    intervention: labelOf(vocabulary.interventions, finding.intervention),
    device: finding.device ? labelOf(vocabulary.devices, finding.device) : '',
    conditions: [...finding.criteria.map((one) => criterionWords(one, vocabulary)), ...finding.conditions],
    coverage: finding.coverage && finding.coverage !== source.coverage ? coverages[finding.coverage].label : '',
    locator: finding.locator ?? '',
    passage: source.url && finding.anchor ? textFragmentUrl(source.url, finding.anchor) : '',
    anchored: finding.anchor !== undefined,
    sighted: sighted ?? '',
    anchorSays: finding.anchor ? anchorWords(sighted) : '',
    note: [placed.note, placed.counts && placed.narrower ? `About ${placed.narrower} only.` : ''].filter(Boolean).join(' '),
    counts: placed.counts,
    whyNot: placed.whyNot ?? '',
  };
}

export interface VerdictView extends Pick<Verdict, 'label' | 'says' | 'because' | 'lines'> {
  /** What stands below the mark where it has the words already: the count of each situation, and who counts. */
  readonly below: string;
}

export function toVerdictView({ label, says, because, lines }: Verdict): VerdictView {
  const counts = lines.flatMap((line) => (line.says ? [`${capitalise([line.label, line.says].filter(Boolean).join(': '))}.`] : []));
  return { label, says, because, lines, below: lines.some(({ word }) => word) ? [...counts, says].join(' ') : because };
}
