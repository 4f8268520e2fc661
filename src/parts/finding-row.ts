/** One finding as a row: who says what, how strongly, where, and who paid. */
import type { EvidenceGraph, PlacedFinding, Verdict } from '../evidence/evidence-graph.ts';
import { labelOf, type Stance } from '../schema/vocabulary.ts';
import { stanceWords } from '../evidence/stance-words.ts';
import { formatDate } from './format.ts';
import { sightedOn } from '../library/sighting.ts';
import { toChainBadge, type ChainBadge } from './chain-view.ts';
import { toSourceLine, type SourceLine } from './source-line.ts';
import { textFragmentUrl } from './urls.ts';
import { findingFragment } from '../schema/addresses.ts';
import { findingUrl, questionUrl } from './urls.ts';

export interface FindingRow {
  readonly id: string;
  readonly href: string;
  readonly number: number;
  readonly source: SourceLine;
  /** How far its source stands from patients, and whether its chain ends weakly. */
  readonly chain: ChainBadge;
  readonly question: { readonly href: string; readonly text: string; readonly short: string };
  readonly stance: Stance | 'not-comparable';
  readonly stanceLabel: string;
  readonly stanceSays: string;
  /** The stance as the source put it, where the cell reads otherwise. */
  readonly ownStance: string;
  readonly says: string;
  readonly grade: string;
  readonly population: string;
  readonly intervention: string;
  readonly conditions: readonly string[];
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

export function toFindingRow(graph: EvidenceGraph, placed: PlacedFinding): FindingRow {
  const { source, finding, number, cell } = placed;
  const { questions, vocabulary } = graph.library;
  const question = questions.get(finding.question);
  const context = { asks: question?.asks, kind: source.kind, grade: finding.grade };
  const words = stanceWords(cell, context);
  const sighted = finding.anchor ? sightedOn(graph.library, source, finding.anchor) : undefined;
  return {
    id: findingFragment(source.id, number),
    href: findingUrl(source.id, number),
    number,
    source: toSourceLine(source, graph.freshness.sources.get(source.id)),
    chain: toChainBadge(graph, source),
    question: {
      href: questionUrl(finding.question),
      text: question?.question ?? finding.question,
      short: question?.short ?? finding.question,
    },
    stance: cell,
    stanceLabel: words.label,
    stanceSays: words.says,
    ownStance: cell === finding.stance ? '' : stanceWords(finding.stance, context).label,
    says: finding.says,
    grade: finding.grade ? [finding.grade.scheme, finding.grade.value, finding.grade.words].filter(Boolean).join(' · ') : '',
    population: labelOf(vocabulary.populations, finding.population),
    intervention: labelOf(vocabulary.interventions, finding.intervention),
    conditions: finding.conditions,
    locator: finding.locator ?? '',
    passage: source.url && finding.anchor ? textFragmentUrl(source.url, finding.anchor) : '',
    anchored: finding.anchor !== undefined,
    sighted: sighted ?? '',
    anchorSays: finding.anchor ? anchorWords(sighted) : '',
    note: [placed.note, placed.counts && placed.narrower ? `On a narrower question: ${placed.narrower}.` : ''].filter(Boolean).join(' '),
    counts: placed.counts,
    whyNot: placed.whyNot ?? '',
  };
}

export interface VerdictView {
  readonly name: Verdict['name'];
  readonly label: string;
  readonly because: string;
}

export const toVerdictView = ({ name, label, because }: Verdict): VerdictView => ({ name, label, because });
