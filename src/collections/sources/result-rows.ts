/** The numbers of one source as rows of a table, under the names by which links find them. */
import type { Library, SourceEntry } from '../../library/library.ts';
import { formerFragments } from '../../evidence/former-items.ts';
import { resultFragment } from '../../schema/addresses.ts';
import { labelOf } from '../../schema/word-list.ts';
import { toPrintedResult, type PrintedResult } from '../../parts/figures/printed-result.ts';

export interface ResultRow extends Pick<
  PrintedResult,
  'facts' | 'arms' | 'printed' | 'baseline' | 'certainty' | 'label' | 'note' | 'locator'
> {
  readonly id: string;
  /** Names that it had before, as fragments that still lead here. */
  readonly formerIds: readonly string[];
  readonly outcome: string;
}

/** In the order of the source, e.g. `toResultRows(source, library)[0].id === 'result-vedantham-2017-attract--pts-24m'`. */
export const toResultRows = (source: SourceEntry, library: Library): ResultRow[] =>
  source.results.map((result) => {
    const { vocabulary } = library;
    const [id, formerIds] = [resultFragment(source.id, result), formerFragments(library, source, 'results', result)];
    const { facts, arms, printed, baseline, certainty, label, note, locator } = toPrintedResult(source, result, vocabulary);
    const outcome = [labelOf(vocabulary.outcomes, result.outcome), result.scale].filter(Boolean).join(': ');
    return { id, formerIds, outcome, facts, arms, printed, baseline, certainty, label, note, locator };
  });
