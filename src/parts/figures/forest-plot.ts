/** Forest plots: those of a question, from the rows of its summary of findings, and those of an outcome over all sources. */
import { kindRow } from '../../schema/kinds.ts';
import type { Result } from '../../schema/result.ts';
import type { Outcome } from '../../schema/vocabulary.ts';
import { labelOf } from '../../schema/word-list.ts';
import type { EvidenceGraph } from '../../evidence/evidence-graph.ts';
import { toEffectGroups, type EffectGroup } from '../../evidence/effect/rows.ts';
import { outcomeGroups } from '../../evidence/outcome-groups.ts';
import type { ForestPanel, ForestRow } from '../../figures/forest-plot.ts';
import type { QuestionEntry, SourceEntry } from '../../library/library.ts';
import { forestUrl } from '../urls.ts';
import { toPanels } from './forest-panel.ts';
import { toPrintedResult, type PrintedResult } from './printed-result.ts';

export interface ForestPlotView {
  readonly title: string;
  /** The whole figure over all sources; undefined where the outcome has none of its own. */
  readonly href: string | undefined;
  readonly panels: readonly ForestPanel[];
}

export const rowsIn = ({ sections }: ForestPanel): readonly ForestRow[] => sections.flatMap(({ rows }) => rows);
const isDrawn = (panel: ForestPanel): boolean => rowsIn(panel).some(({ mark }) => mark);

/**
 * The plots of a question, in the order of its outcomes. One study alone is drawn too, since an axis shows at once how far its interval
 * reaches; of outcomes that the vocabulary has no word for only what stands beside something. Throws nothing.
 */
export function questionPlots({ findings, library }: EvidenceGraph, question: QuestionEntry): ForestPlotView[] {
  const { vocabulary } = library;
  const isNamed = ({ outcome }: EffectGroup): boolean => vocabulary.outcomes[outcome]?.kind !== 'other';
  const groups = toEffectGroups(findings.get(question.id) ?? [], question, vocabulary).filter(({ rows }) => rows.length > 0);
  return [...Map.groupBy(groups, (group) => JSON.stringify([group.outcome, isNamed(group) ? '' : group.label])).values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const named = isNamed(first);
    const panels = toPanels(own, vocabulary).filter((panel) => isDrawn(panel) && (named || rowsIn(panel).length > 1));
    const title = named ? labelOf(vocabulary.outcomes, first.outcome) : first.label;
    return panels.length ? [{ title, href: named ? forestUrl(first.outcome) : undefined, panels }] : [];
  });
}

/** One printed result, and why it is not drawn as a sentence; empty where it is. */
export interface ListedResult extends PrintedResult {
  readonly whyNot: string;
}

export interface OutcomePlot extends ForestPlotView {
  readonly outcome: Outcome;
  readonly href: string;
  /** Every result on the outcome, the oldest first. */
  readonly listed: readonly ListedResult[];
  /** True when a row was worked out by us. */
  readonly ours: boolean;
  readonly sources: readonly SourceEntry['id'][];
}

/** Why a result is listed and not drawn, as a sentence. */
function whyNotDrawn(source: SourceEntry, { id, arms, effect, notFor }: Result): string {
  const { movesVerdict, plural } = kindRow(source.kind);
  if (!movesVerdict) return `${plural} are listed and not drawn.`;
  if (source.retracted) return 'The source has been retracted.';
  if (source.withdrawn) return 'The source has been withdrawn by its publisher.';
  if (source.supersededBy) return 'The source has been superseded.';
  if (source.findings.some((one) => one.aiGenerated && one.results.includes(id))) return 'AI wrote the passage, not the authors.';
  if (arms.length < 2) return 'One group only: nothing to compare.';
  if (arms.length > 2) return 'More than two groups.';
  if (notFor === 'effect') return 'It compares people, not treatments.';
  if (arms.every(({ intervention }) => intervention === undefined)) return 'What the groups were given is not recorded.';
  if (effect?.low !== undefined && effect.low === effect.high) return 'Its interval has no width.';
  if (effect?.low !== undefined && effect.measure === 'RD' && !effect.per) return 'It is not said out of how many the difference counts.';
  if (effect?.low !== undefined) return 'Another result of the same study is drawn in its place.';
  return 'No interval is recorded, and by our rules none can be worked out.';
}

/** Oldest first, so that a trial stands above its follow-up; undated last. */
const byDate = (a: SourceEntry, b: SourceEntry): number => (a.issued < b.issued ? -1 : a.issued > b.issued ? 1 : a.id < b.id ? -1 : 1);

/** The plot of one outcome over all sources, with a list of every result. Throws nothing; one without panels has nothing to draw. */
export function outcomePlot({ library }: EvidenceGraph, outcome: Outcome): OutcomePlot {
  const { sources, vocabulary } = library;
  const panels = toPanels(outcomeGroups(library, outcome), vocabulary).filter(isDrawn);
  const drawn = panels.flatMap(rowsIn).filter(({ mark }) => mark);
  const ids = new Set(drawn.map(({ id }) => id));
  const listed = [...sources.values()]
    .sort(byDate)
    .flatMap((source) => source.results.flatMap((result) => (result.outcome === outcome ? [{ source, result }] : [])));
  return {
    ...{ outcome, title: labelOf(vocabulary.outcomes, outcome), href: forestUrl(outcome), panels },
    listed: listed.map(({ source, result }) => ({
      ...toPrintedResult(source, result, vocabulary),
      whyNot: ids.has(`${source.id}--${result.id}`) ? '' : whyNotDrawn(source, result),
    })),
    ours: drawn.some(({ mark }) => mark?.ours),
    sources: [...new Set(listed.map(({ source }) => source.id))],
  };
}

/** All plots: one for each outcome for which a result compares two groups, those left out that are no one thing. */
export const outcomePlots = (graph: EvidenceGraph): OutcomePlot[] =>
  Object.entries(graph.library.vocabulary.outcomes)
    .filter(([, { kind }]) => kind !== 'other')
    .map(([outcome]) => outcomePlot(graph, outcome))
    .filter(({ listed }) => listed.some(({ arms }) => arms.length > 1));
