/** Forest plots: which results stand on one axis, under which heading. What does not measure the same thing never shares an axis. */
import type { EvidenceGraph } from '../../evidence/evidence-graph.ts';
import type { SourceEntry } from '../../library/library.ts';
import { kindRow } from '../../schema/kinds.ts';
import type { Result } from '../../schema/result.ts';
import type { Intervention, Outcome, Population, Vocabulary } from '../../schema/vocabulary.ts';
import { labelOf } from '../../schema/word-list.ts';
import type { ForestPanel, ForestRow, Measure } from '../../figures/forest-plot.ts';
import { measureWords, toForestRow } from './effect.ts';
import { forestUrl } from '../urls.ts';
import { capitalise } from '../../words/phrase.ts';

export interface ForestPlotView {
  readonly id: string;
  readonly outcome: Outcome;
  readonly title: string;
  readonly href: string;
  readonly panels: readonly ForestPanel[];
  /** Results that cannot be drawn, each with the reason. */
  readonly undrawn: readonly ForestRow[];
  /** True when a row was worked out by us. */
  readonly ours: boolean;
  readonly sources: readonly SourceEntry['id'][];
}

/** Narrows a plot to what a page is about. */
export interface ForestScope {
  readonly intervention?: Intervention;
  readonly population?: Population;
}

interface Comparison {
  readonly order: number;
  readonly says: string;
  /** As in `fewer with removal`. */
  readonly with: string;
}

/** What was compared with what, from the groups themselves; the comparison that the vocabulary names comes first. */
export function toComparison({ arms }: Result, { comparison, interventions }: Vocabulary): Comparison {
  const [first, second] = arms;
  const given = first?.intervention;
  const other = second?.intervention;
  const isGiven = (one: Intervention): boolean => comparison?.given.includes(one) ?? false;
  if (comparison && given && isGiven(given) && other === comparison.against) {
    return { order: 0, says: comparison.label, with: comparison.with };
  }
  // A name too long for a phone is not squeezed beside its opposite.
  const short = first && given !== other && first.name.length <= 14 ? `with ${first.name}` : 'in the first group';
  if (given && other && given !== other && isGiven(other)) {
    return { order: 1, says: `${labelOf(interventions, given)} against ${labelOf(interventions, other).toLowerCase()}`, with: short };
  }
  return {
    order: given === other ? 3 : 2,
    says: capitalise(`${first?.name ?? ''} against ${second?.name ?? ''}`),
    with: short,
  };
}

interface Placed {
  readonly source: SourceEntry;
  readonly result: Result;
  readonly row: ForestRow;
}

function definitionOf({ source, result }: Placed, { outcomes }: Vocabulary): { name: string; named: boolean } {
  const pooled = kindRow(source.kind).tier === 'primary' ? '' : 'Printed by a guideline or review, over several studies';
  if (pooled) return { name: pooled, named: true };
  if (result.scale) return { name: result.scale, named: true };
  if (outcomes[result.outcome]?.kind === 'scale') return { name: 'Scale not recorded', named: false };
  return { name: result.label ?? labelOf(outcomes, result.outcome), named: true };
}

const axisOf = (measure: Measure): ForestPanel['axis'] => (measure === 'RD' || measure === 'MD' ? 'difference' : 'ratio');

function axisLabelOf(measure: Measure): string {
  if (measure === 'RD') return 'Percentage points, first group less second';
  return measure === 'MD' ? 'Points on the scale, first group less second' : `${capitalise(measureWords[measure])}, logarithmic scale`;
}

/** Whether a result belongs on a page of that scope: the same kind of comparison, the same people. */
function inScope({ arms, population }: Result, scope: ForestScope, { comparison, populations }: Vocabulary): boolean {
  const given = arms[0]?.intervention;
  const asked = scope.intervention;
  const whole = comparison?.whole === asked && given !== undefined && comparison?.given.includes(given);
  const about = scope.population;
  return (!asked || given === asked || whole === true) && (!about || populations[about]?.everyone === true || population === about);
}

function toPanels(id: string, drawn: readonly Placed[], vocabulary: Vocabulary): ForestPanel[] {
  const groups = new Map<string, Placed[]>();
  const keyOf = (placed: Placed): string => {
    const { says, order } = toComparison(placed.result, vocabulary);
    const { name, named } = definitionOf(placed, vocabulary);
    const pooled = kindRow(placed.source.kind).tier === 'primary' ? 0 : 1;
    return [order, says, pooled, named ? 0 : 1, name, placed.row.measure].join('\u0000');
  };
  for (const placed of drawn) groups.set(keyOf(placed), [...(groups.get(keyOf(placed)) ?? []), placed]);
  const rank = (key: string): string => key.split('\u0000').slice(0, 4).join('\u0000');
  const ordered = [...groups].sort(([a, one], [b, other]) =>
    rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : other.length - one.length || (a < b ? -1 : 1),
  );
  return ordered.flatMap(([, placed], i) => {
    const [first] = placed;
    const measure = first?.row.measure;
    if (!first || !measure) return [];
    const comparison = toComparison(first.result, vocabulary);
    const { name, named } = definitionOf(first, vocabulary);
    const better = measure === 'MD' ? ['lower', 'higher'] : ['fewer', 'more'];
    return [
      {
        id: `${id}-${i + 1}`,
        heading: named || placed.length === 1 ? name : `${name}; the rows need not measure the same thing`,
        says: `${comparison.says} · ${measureWords[measure]}`,
        axis: axisOf(measure),
        axisLabel: axisLabelOf(measure),
        less: `${better[0]} ${comparison.with}`,
        more: `${better[1]} ${comparison.with}`,
        rows: placed.map(({ row }) => row),
      },
    ];
  });
}

/** Oldest first, so that a trial stands above its follow-up; undated last. */
const byDate = (a: SourceEntry, b: SourceEntry): number => (a.issued < b.issued ? -1 : a.issued > b.issued ? 1 : a.id < b.id ? -1 : 1);

/** The plot of one outcome. Throws nothing; a plot without panels has nothing that can be drawn. */
export function toForestPlot(graph: EvidenceGraph, outcome: Outcome, scope: ForestScope = {}): ForestPlotView {
  const { sources, vocabulary } = graph.library;
  const placed = [...sources.values()]
    .sort(byDate)
    .flatMap((source) =>
      source.results.flatMap((result) =>
        result.outcome === outcome && inScope(result, scope, vocabulary)
          ? [{ source, result, row: toForestRow(source, result, vocabulary) }]
          : [],
      ),
    );
  const drawn = placed.filter(({ row }) => row.drawn);
  return {
    id: `forest-${outcome}`,
    outcome,
    title: labelOf(vocabulary.outcomes, outcome),
    href: forestUrl(outcome),
    panels: toPanels(`forest-${outcome}`, drawn, vocabulary),
    undrawn: placed.filter(({ row }) => !row.drawn).map(({ row }) => row),
    ours: drawn.some(({ row }) => row.ours),
    sources: [...new Set(placed.map(({ source }) => source.id))],
  };
}

/** All plots: one for each outcome for which a result compares two groups, those left out that are no one thing. */
export const toForestPlots = (graph: EvidenceGraph): ForestPlotView[] =>
  Object.entries(graph.library.vocabulary.outcomes)
    .filter(([, { kind }]) => kind !== 'other')
    .map(([outcome]) => toForestPlot(graph, outcome))
    .filter(({ panels, undrawn }) => panels.length > 0 || undrawn.some(({ arms }) => arms.length > 1));
