/** The record of what a machine saw in raw articles: anchors that it found, and what it did not find. Pure. */
import type { Verification } from '../schema/verification.ts';
import { anchorHash } from '../library/anchor.ts';
import { seeAbsences, seeSilence, type SeenSilence } from './absences.ts';
import { seeAnchors } from './anchors.ts';
import type { LintContext } from './lint-context.ts';
import { formatCount } from '../words/phrase.ts';

const kinds = ['anchors', 'absent', 'silent'] as const;
type Seen = Record<(typeof kinds)[number], readonly SeenSilence[]>;

/** Everything that can be looked for in raw articles, as the record names it, each with whether it held where one was at hand. */
export function seeAll(context: Pick<LintContext, 'sources' | 'snapshots' | 'content'>): Seen {
  const anchors = seeAnchors(context).map(({ entry, anchor, state }) => ({
    source: entry.id,
    hash: anchorHash(anchor),
    holds: state === 'unchecked' ? undefined : state === 'found',
  }));
  return { anchors, ...seeSilence(context) };
}

/**
 * The record after a look: sources whose raw article was at hand are written anew as of `on`, of the others only what
 * still holds is kept. In order of source; the same look gives the same record.
 */
export function buildVerifications(
  context: Pick<LintContext, 'sources' | 'snapshots' | 'content'>,
  earlier: Iterable<Verification>,
  on: string,
): Verification[] {
  const seen = seeAll(context);
  const known = new Map([...earlier].map((row) => [row.source as string, row]));
  const rows = context.sources.flatMap(({ id, data: { snapshot } }): Verification[] => {
    if (snapshot === undefined) return [];
    const old = known.get(id);
    const looked = context.snapshots?.has(snapshot) ?? false;
    const held = (kind: (typeof kinds)[number]): string[] => {
      const own = seen[kind].filter(({ source, holds }) => source === id && (!looked || holds));
      const hashes = own.map(({ hash }) => hash).filter((hash) => looked || (old?.snapshot === snapshot && old[kind].includes(hash)));
      return [...new Set(hashes)].sort();
    };
    const [anchors, absent, silent] = kinds.map(held) as [string[], string[], string[]];
    if (anchors.length + absent.length + silent.length === 0) return [];
    return [{ source: id as Verification['source'], snapshot, on: looked || !old ? on : old.on, anchors, absent, silent }];
  });
  return rows.sort((a, b) => (a.source < b.source ? -1 : 1));
}

/** How many absences were looked for, as a sentence, e.g. `61 absences looked for, 268 not checked.`; empty for none. */
export function absenceLine(context: Pick<LintContext, 'sources' | 'snapshots' | 'content'>): string {
  const all = seeAbsences(context);
  const looked = all.filter(({ hits }) => hits !== undefined).length;
  if (!looked) return '';
  const open = all.filter(({ absence }) => absence.checked === 'no').length;
  return `${formatCount(looked, 'absence')} looked for, ${open} not checked.`;
}
