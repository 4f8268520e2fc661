/**
 * The estimates that one result stands with. The rule in words: the printed one comes first. A difference or ratio of ours comes only
 * from the counts of both groups of a randomised study of single people; never where the study prints a hazard ratio, was matched,
 * counts something else than people, or `notFor` says so.
 */
import type { SourceEntry } from '../../library/library.ts';
import { kindRow } from '../../schema/kinds.ts';
import type { Arm, Result } from '../../schema/result.ts';
import { oddsRatio, riskDifference, riskRatio, type Interval } from './risk.ts';

export type EffectMeasure = NonNullable<Result['effect']>['measure'];

/** An estimate, given first less or over not given. A difference between risks counts people of `per`. */
export interface EffectEstimate extends Interval {
  readonly measure: EffectMeasure;
  readonly per?: 100 | 1000;
  /** True where we worked it out from the counts. */
  readonly ours: boolean;
  readonly adjusted?: boolean;
}

/** `synthesis`: given by a review or guideline, unless studies without randomisation went into it. */
export type EffectBasis = 'synthesis' | 'randomised' | 'non-randomised';

/** Turned round; of a ratio to three digits, since it was printed with no more. */
function mirrored({ value, low, high }: Interval, ratio: boolean): Interval {
  const turn = (one: number): number => (ratio ? Number((1 / one).toPrecision(3)) : -one);
  return { value: turn(value), low: turn(high), high: turn(low) };
}

/** The printed estimate, given first; undefined without an interval, or where nobody says out of how many a difference counts. */
export function printedEstimate({ effect }: Result, turned: boolean): EffectEstimate | undefined {
  if (effect?.value === undefined || effect.low === undefined || effect.high === undefined) return undefined;
  const { measure, per, reduction = false, adjusted } = effect;
  if (measure === 'RD' && per === undefined) return undefined;
  const printed = { value: effect.value, low: effect.low, high: effect.high };
  const difference = measure === 'RD' || measure === 'MD';
  const turn = turned !== (measure === 'RD' && reduction);
  const told = { measure, ours: false, ...(per && { per }), ...(adjusted !== undefined && { adjusted }) };
  return { ...(turn ? mirrored(printed, !difference) : printed), ...told };
}

/** Ours from the counts of both groups, the difference first; none where the rule allows none. */
export function ownEstimates(basis: EffectBasis, result: Result, arms: readonly [Arm, Arm]): EffectEstimate[] {
  const { notFor, unit, effect } = result;
  const [one, other] = arms.map(({ events, total }) => (events === undefined || total === undefined ? undefined : { events, total }));
  if (basis !== 'randomised' || notFor || unit || effect?.measure === 'HR' || !one || !other) return [];
  const difference = riskDifference(one, other);
  const of100 = { value: difference.value * 100, low: difference.low * 100, high: difference.high * 100 };
  const ratios = { RR: riskRatio(one, other), OR: oddsRatio(one, other) };
  return [
    { ...of100, measure: 'RD', per: 100, ours: true },
    ...(['RR', 'OR'] as const).flatMap((measure) => (ratios[measure] ? [{ ...ratios[measure], measure, ours: true }] : [])),
  ];
}

/** Whether a source prints the numbers of studies by others, as reviews and guidelines do. */
export const isPooling = ({ kind }: Pick<SourceEntry, 'kind'>): boolean =>
  kind === 'systematic-review' || kindRow(kind).carries === 'recommendation';

/** Whether a source tells again the number of one study, which nobody pooled. */
export const isRestated = (source: Pick<SourceEntry, 'kind'>, { studies }: Pick<Result, 'studies'>): boolean =>
  isPooling(source) && studies === 1;

/** What a row stands on, e.g. `randomised` for a trial; one that was told not to be is not. */
export function basisOf(source: SourceEntry, { pools }: Result): EffectBasis {
  const { kind, design } = source;
  if (isPooling(source)) return pools === 'mixed' || pools === 'non-randomised' ? 'non-randomised' : 'synthesis';
  const allocated = design?.allocation?.value;
  const trial = kind === 'trial' || kind === 'subgroup-analysis';
  return allocated === 'randomised' || (trial && allocated === undefined) ? 'randomised' : 'non-randomised';
}
