/** Evidence chains: what a source leans on, what that leans on in turn, and how far it is down to the patients. */
import type { SourceId } from '../schema/id.ts';
import { kindRow } from '../schema/kinds.ts';
import type { Library, SourceEntry } from '../library/library.ts';
import type { ChainLink } from './evidence-graph.ts';

/** How many links lie below, at most: 0 for a source that names nothing it leans on. Shared parts are walked once. */
export function chainDepth(links: readonly ChainLink[], known = new Map<readonly ChainLink[], number>()): number {
  const before = known.get(links);
  if (before !== undefined) return before;
  const depth = links.reduce((deepest, link) => Math.max(deepest, 1 + chainDepth(link.restsOn, known)), 0);
  known.set(links, depth);
  return depth;
}

/** The chain of every source. Where a chain closes on itself it ends, so that it can be walked without care. */
export function buildChains(library: Library): Map<SourceId, readonly ChainLink[]> {
  /** Chains in which nothing was cut short; only those hold for every way that leads to them. */
  const whole = new Map<SourceId, readonly ChainLink[]>();

  function chainOf(source: SourceEntry, above: ReadonlySet<SourceId>): { links: readonly ChainLink[]; cut: boolean } {
    const known = whole.get(source.id);
    if (known) return { links: known, cut: false };
    const path = new Set([...above, source.id]);
    let cut = false;
    const links = source.restsOn.map((support): ChainLink => {
      const held = support.source === undefined ? undefined : library.sources.get(support.source);
      const kind = held?.kind ?? support.kind;
      const tier = kind ? kindRow(kind).tier : 'none';
      if (!held) return { support, tier, restsOn: [] };
      const below = path.has(held.id) ? { links: [], cut: true } : chainOf(held, path);
      cut ||= below.cut;
      return { support, source: held, tier, restsOn: below.links };
    });
    if (!cut) whole.set(source.id, links);
    return { links, cut };
  }

  return new Map([...library.sources.values()].map((source) => [source.id, chainOf(source, new Set()).links]));
}
