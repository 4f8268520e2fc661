/** The interests lens in words: what leaves a page when makers, news, machines and industry money are set aside, and how much. */
import type { EvidenceGraph } from '../evidence/evidence-graph.ts';
import { departures, type Departure } from '../evidence/interests.ts';
import type { SourceId } from '../schema/id.ts';
import { toSourceLine, type SourceLine } from './source-line.ts';
import { formatCount, orList } from '../words/phrase.ts';

export interface LensView {
  /** How many leave, e.g. `4 of 9 findings here are by manufacturers or from unreviewed AI-generated summaries.` */
  readonly says: string;
  readonly leaves: number;
}

/** What the page would lose. `noun` is what it lists: findings on a question, sources on a topic. */
export function toLens(listed: readonly { readonly leaves: Departure | '' }[], noun: 'finding' | 'source'): LensView {
  const gone = listed.flatMap(({ leaves }) => (leaves ? [leaves] : []));
  const reasons = (Object.keys(departures) as Departure[]).filter((name) => gone.includes(name)).map((name) => departures[name].says);
  const all = formatCount(listed.length, noun);
  if (!gone.length) {
    const none = listed.length === 1 ? `The one ${noun} here is not` : `None of the ${all} here is`;
    return { leaves: 0, says: `${none} by a manufacturer, from the news, AI-generated or funded by industry alone.` };
  }
  return { leaves: gone.length, says: `${gone.length} of ${all} here ${gone.length === 1 ? 'is' : 'are'} ${orList(reasons)}.` };
}

/** What stands over the part of a list that leaves. */
export const setApart = {
  // Not “not counted”: a study that industry paid for counts, and its row says so.
  label: 'Industry, news, AI-generated',
  says: 'by manufacturers, from the news, unreviewed AI-generated summaries, or funded by industry alone',
} as const;

/** One person or organisation with their works of both kinds, side by side. */
export interface TieView {
  readonly who: string;
  readonly sponsored: readonly SourceLine[];
  readonly independent: readonly SourceLine[];
}

/** Those who speak in a sponsored and in an independent work: on the page of either work, or where a page cites one of each. */
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
    .filter((tie) => !alone || [...tie.sponsored, ...tie.independent].some(({ id }) => here.has(id)))
    .map(({ who, sponsored, independent }) => ({ who, sponsored: lines(sponsored), independent: lines(independent) }))
    .filter(({ sponsored, independent }) => sponsored.length > 0 && independent.length > 0);
}
