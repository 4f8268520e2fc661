/** Evidence chains: what a source leans on, what that leans on in turn, and how far it is down to the patients. */
import type { SourceId } from '../schema/id.ts';
import { kindRow } from '../schema/kinds.ts';
import type { Support } from '../schema/source.ts';
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

/** Where a chain comes to its end. */
export interface ChainEnd {
  /** Links from the source down to the lowest work, e.g. 2 for a summary of a summary of a trial. */
  readonly depth: number;
  /** Lowest works that we hold and that summarise summaries. */
  readonly tertiary: number;
  /** Lowest works that we hold and that are no evidence: news, makers' pages. */
  readonly none: number;
  /** Lowest works of which we hold no digest, so that nobody can look further down here. */
  readonly unheld: number;
  /** Tiers of the lowest works that we hold and that are evidence. */
  readonly sound: readonly ('primary' | 'secondary')[];
  /** Whether the source has marks that lead to no certain work. */
  readonly unresolved: boolean;
  /** True when the source studies no patients itself and what it stands on cannot be followed to any who did. */
  readonly weak: boolean;
}

/** The ends of a source's chain. One that names nothing it leans on has depth 0 and is not called weak for it. */
export function chainEnd(source: SourceEntry, links: readonly ChainLink[]): ChainEnd {
  const ends = new Set<ChainLink>();
  const met = new Set<readonly ChainLink[]>();
  const walk = (level: readonly ChainLink[]): void => {
    if (met.has(level)) return;
    met.add(level);
    for (const link of level) {
      // A study of patients is an end, whatever else it cites.
      if (link.restsOn.length && link.tier !== 'primary') walk(link.restsOn);
      else ends.add(link);
    }
  };
  walk(links);
  const lowest = [...ends];
  const held = (tier: ChainLink['tier']): number => lowest.filter((link) => link.source && link.tier === tier).length;
  const [tertiary, none] = [held('tertiary'), held('none')];
  const unheld = lowest.filter((link) => !link.source).length;
  const unresolved = source.unresolved.some(({ marks }) => marks.length > 0);
  return {
    depth: chainDepth(links),
    tertiary,
    none,
    unheld,
    sound: (['primary', 'secondary'] as const).filter((tier) => held(tier) > 0),
    unresolved,
    weak: kindRow(source.kind).tier !== 'primary' && tertiary + none + unheld + Number(unresolved) > 0,
  };
}

/** How a source's citation marks gather on one work. */
export interface ChainShare {
  readonly marks: number;
  readonly of: number;
  /** The reference number that most marks carry, where it stands for no certain work. */
  readonly number?: string;
  /** The work that most marks go to, where that is certain. */
  readonly work?: Support;
}

/**
 * The largest part of a source's citation marks that goes to one reference, e.g. 25 of 34; undefined where the marks were
 * not counted. Marks that lead to no certain work are taken from `unresolved`, the others from `restsOn`.
 */
export function chainShare({ restsOn, unresolved }: Pick<SourceEntry, 'restsOn' | 'unresolved'>): ChainShare | undefined {
  const open = unresolved.filter(({ marks, count }) => marks.length > 0 && count !== undefined);
  const settled = restsOn.reduce((sum, { count }) => sum + (count ?? 0), 0);
  const of = settled + Math.max(0, ...open.map(({ count }) => count ?? 0));
  const shares: ChainShare[] = [
    ...open.filter(({ marks }) => marks.length === 1).map(({ marks, count }) => ({ marks: count ?? 0, of, number: marks[0] ?? '' })),
    ...restsOn.filter(({ count }) => count !== undefined).map((work) => ({ marks: work.count ?? 0, of, work })),
  ];
  return shares.sort((a, b) => b.marks - a.marks)[0];
}
