/** What was given in studies or is described elsewhere, by intervention and source: read from the digests, and no advice. */
import { kindRow } from '../schema/kinds.ts';
import type { Intervention } from '../schema/vocabulary.ts';
import type { Library, SourceEntry } from '../library/library.ts';

export type Regimen = SourceEntry['regimens'][number];

/** The regimens of one source that belong to an intervention. */
export interface RegimenRow {
  readonly source: SourceEntry;
  readonly regimens: readonly Regimen[];
}

const order = ['trial', 'trial-protocol', 'subgroup-analysis', 'registry', 'cohort', 'case-series'];
const place = ({ source }: RegimenRow): number => {
  const found = order.indexOf(source.kind);
  return found < 0 ? order.length + (kindRow(source.kind).movesVerdict ? 0 : 1) : found;
};

/** Regimens of one intervention by source, e.g. of `cdt`: trials first, then the newest. */
export function regimensOfIntervention({ sources }: Pick<Library, 'sources'>, intervention: Intervention): readonly RegimenRow[] {
  const year = ({ source }: RegimenRow): number => Number.parseInt(source.issued, 10) || 0;
  return [...sources.values()]
    .map((source) => ({ source, regimens: source.regimens.filter(({ of }) => of === intervention) }))
    .filter(({ regimens }) => regimens.length > 0)
    .sort((a, b) => place(a) - place(b) || year(b) - year(a) || (a.source.id < b.source.id ? -1 : 1));
}
