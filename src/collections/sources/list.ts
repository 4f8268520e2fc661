/** The page of all sources by tier, each with the pages that cite it. */
import type { EvidenceGraph } from '../../evidence/evidence-graph.ts';
import { toEntryLink } from '../../parts/entry-link.ts';
import type { Link } from '../../parts/shell.ts';
import { toSourceLine, type SourceLine } from '../../parts/source-line.ts';
import { tiers, type Tier } from '../../schema/kinds.ts';
import { capitalise } from '../../words/phrase.ts';

export interface ReferenceRow extends SourceLine {
  readonly pages: readonly Link[];
  readonly findings: number;
}

/** Every source by tier, the strongest tier first, with the pages that use it. */
export function referenceRows(graph: EvidenceGraph): { tier: Tier; label: string; says: string; rows: ReferenceRow[] }[] {
  const rows = [...graph.library.sources.values()].map((source) => ({
    ...toSourceLine(source, graph.freshness.sources.get(source.id)),
    pages: (graph.usedIn.get(source.id) ?? [])
      .filter(({ collection }) => collection !== 'term')
      .map((ref) => toEntryLink(graph.library, ref)),
    findings: source.findings.length,
  }));
  return (['primary', 'secondary', 'tertiary', 'none'] as const)
    .map((tier) => ({ tier, label: tiers[tier].label, says: capitalise(tiers[tier].says), rows: rows.filter((row) => row.tier === tier) }))
    .filter(({ rows: own }) => own.length > 0);
}
