/** The filter for conflicts of interest (coi) in words: what it hides of manufacturers, news, machines and industry money, and how much. */
import type { EvidenceGraph } from '../evidence/evidence-graph.ts';
import { coiReasons, type Coi } from '../evidence/interests.ts';
import type { SourceId } from '../schema/id.ts';
import { toSourceLine, type SourceLine } from './source-line.ts';
import { formatCount, orList } from '../words/phrase.ts';

export interface CoiView {
  /** How much is hidden, e.g. `4 of 9 findings here are by manufacturers or from unreviewed AI-generated summaries.` */
  readonly says: string;
  readonly hidden: number;
}

/** What the filter would hide. `noun` is what it lists: findings on a question, sources on a topic. */
export function toCoiView(listed: readonly { readonly coi: Coi | '' }[], noun: 'finding' | 'source'): CoiView {
  const hidden = listed.flatMap(({ coi }) => (coi ? [coi] : []));
  const reasons = (Object.keys(coiReasons) as Coi[]).filter((name) => hidden.includes(name)).map((name) => coiReasons[name].says);
  const all = formatCount(listed.length, noun);
  if (!hidden.length) {
    const none = listed.length === 1 ? `The one ${noun} here is not` : `None of the ${all} here is`;
    return { hidden: 0, says: `${none} by a manufacturer, from the news, AI-generated or funded by industry alone.` };
  }
  return { hidden: hidden.length, says: `${hidden.length} of ${all} here ${hidden.length === 1 ? 'is' : 'are'} ${orList(reasons)}.` };
}

/** What stands over the part of a list that it hides. */
export const coiGroup = {
  // Not “not counted”: a study that industry paid for counts, and its row says so.
  label: 'Industry, news, AI-generated',
  says: 'by manufacturers, from the news, unreviewed AI-generated summaries, or funded by industry alone',
} as const;

/** One person or organisation with their works of both kinds, side by side. */
export interface TieView {
  readonly who: string;
  readonly sponsored: readonly SourceLine[];
  readonly reviewed: readonly SourceLine[];
}

/** Those who speak in a sponsored and in a reviewed work: on the page of either work, or where a page cites one of each. */
export function toTies(graph: EvidenceGraph, cited: readonly SourceId[]): TieView[] {
  const here = new Set(cited);
  const alone = here.size === 1;
  const lines = (sources: readonly { readonly id: SourceId }[]): SourceLine[] =>
    sources
      .filter(({ id }) => alone || here.has(id))
      .flatMap(({ id }) => {
        const source = graph.library.sources.get(id);
        return source ? [toSourceLine(source, graph.freshness.sources.get(id))] : [];
      });
  return graph.ties
    .filter((tie) => !alone || [...tie.sponsored, ...tie.reviewed].some(({ id }) => here.has(id)))
    .map(({ who, sponsored, reviewed }) => ({ who, sponsored: lines(sponsored), reviewed: lines(reviewed) }))
    .filter(({ sponsored, reviewed }) => sponsored.length > 0 && reviewed.length > 0);
}
