/** What happened to works after they were published, and how that reaches the works that lean on them. */
import type { SourceId } from '../schema/id.ts';
import type { Library, SourceEntry } from '../library/library.ts';
import type { FreshnessState } from './evidence-graph.ts';
import { sourceName } from './source-name.ts';
import { dateInWords } from '../words/date.ts';

/** Why something no longer holds as it stood, as the end of a sentence, e.g. `was retracted on 27 March 2024`. */
export interface Reason {
  readonly state: FreshnessState;
  readonly says: string;
  /** The source next on the way, where the reason comes from one. */
  readonly through?: SourceId;
}

/** How a concern reads, e.g. `is the subject of an expression of concern of 27 March 2024`. */
export const doubted = (on: string): string => `is the subject of an expression of concern of ${dateInWords(on)}`;

/** What happened to the work itself. A correction that we had already read is no reason. */
export function fateOf(source: SourceEntry, library: Library): Reason[] {
  const reasons: Reason[] = [];
  if (source.retracted) reasons.push({ state: 'retracted', says: `was retracted on ${dateInWords(source.retracted.on)}` });
  if (source.withdrawn) reasons.push({ state: 'retracted', says: `was withdrawn by its publisher on ${dateInWords(source.withdrawn.on)}` });
  if (source.concern) reasons.push({ state: 'doubted', says: doubted(source.concern.on) });
  if (source.supersededBy) {
    const successor = library.sources.get(source.supersededBy);
    reasons.push({ state: 'superseded', says: `was superseded by ${successor ? sourceName(successor) : 'a newer work'}` });
  }
  if (source.corrected && source.corrected.on > source.retrieved) {
    reasons.push({ state: 'corrected', says: `was corrected on ${dateInWords(source.corrected.on)}, after we read it` });
  }
  return reasons;
}

/**
 * Reasons that a source has from the works below it, each with the shortest way down. Followed upwards from what was
 * retracted, doubted, superseded or corrected, so that it costs as much as is affected and chains may close on themselves.
 */
export function buildInherited(library: Library): Map<SourceId, Reason[]> {
  const leaning = new Map<SourceId, SourceId[]>();
  for (const source of library.sources.values()) {
    for (const { source: below } of source.restsOn) {
      const above = below && leaning.get(below);
      if (above) above.push(source.id);
      else if (below) leaning.set(below, [source.id]);
    }
  }
  const inherited = new Map<SourceId, Reason[]>();
  for (const origin of library.sources.values()) {
    const ways = new Map<SourceId, readonly Reason[]>([[origin.id, fateOf(origin, library)]]);
    for (const [id, reasons] of ways) {
      const source = library.sources.get(id);
      if (!source || !reasons.length) continue;
      const passedOn = reasons.map(({ state, says }) => ({ state, says: `rests on ${sourceName(source)}, which ${says}` }));
      for (const above of leaning.get(id) ?? []) {
        if (ways.has(above)) continue;
        ways.set(above, passedOn);
        inherited.set(above, [...(inherited.get(above) ?? []), ...passedOn]);
      }
    }
  }
  return inherited;
}
