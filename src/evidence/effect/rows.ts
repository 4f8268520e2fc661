/**
 * The results on one question as rows: what is compared with what, which way round, one row for each study, and the estimate that
 * each row stands with. The rule in words:
 *
 * - A row needs two groups, one of them given what the question asks about. It is read with that group first: what a source prints the
 *   other way round is turned round. What compares people and not treatments (`notFor: effect`) is no row.
 * - Papers of one study give one row for one outcome, definition, time, population and comparison: the one with an interval, of the
 *   study's first paper, the newest. The other papers are named.
 * - The printed estimate stands. A difference or ratio of ours comes only from the counts of both groups of a randomised study of
 *   single people; never where the study prints a hazard ratio, was matched, counts something else than people, or `notFor` says so.
 */
import type { SourceEntry } from '../../library/library.ts';
import { kindRow } from '../../schema/kinds.ts';
import type { Question } from '../../schema/question.ts';
import type { Arm, Result } from '../../schema/result.ts';
import { takenInBy, type Vocabulary } from '../../schema/vocabulary.ts';
import { labelOf } from '../../schema/word-list.ts';
import type { PlacedFinding } from '../evidence-graph.ts';
import { rowsOf } from '../position.ts';
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

/** `synthesis`: pooled by a review or guideline, unless it pooled studies without randomisation too. */
export type EffectBasis = 'synthesis' | 'randomised' | 'non-randomised';

export interface EffectRow {
  /** As in the address of the result, e.g. `moon-2020-cheese--pts-24m`. */
  readonly id: string;
  readonly source: SourceEntry;
  readonly result: Result;
  readonly studies: readonly string[];
  readonly basis: EffectBasis;
  /** The two groups, given first. */
  readonly arms: readonly [Arm, Arm];
  /** True where the source prints them the other way round. */
  readonly turned: boolean;
  /** Every estimate there is, the one that stands first: printed, then ours. Empty where no interval is to be had. */
  readonly estimates: readonly EffectEstimate[];
  /** How many people stand behind it; undefined where it is not told. */
  readonly people?: number;
  /** Other papers that print the same of the same study. */
  readonly papers: readonly SourceEntry[];
  /** Id of the row of a review that takes this study in: it is counted there. */
  readonly under?: string;
}

/** Rows that may stand on one axis. */
export interface EffectGroup {
  readonly outcome: string;
  /** The outcome as it is called, e.g. `Major bleeding`. */
  readonly label: string;
  readonly definition: string;
  readonly at: string;
  readonly population: string;
  /** What it is compared with, as a word of the list of interventions; the name of the group where that lacks it or both were given it. */
  readonly against: string;
  /** Syntheses, then randomised studies, then the others. */
  readonly rows: readonly EffectRow[];
  /** How many studies report it of one group alone. */
  readonly alone: number;
}

/** What a question asks for, as far as its rows go. */
export type EffectQuestion = Pick<Question, 'pico' | 'outcomes'>;

function askedFor({ pico }: EffectQuestion, vocabulary: Vocabulary): ReadonlySet<string> {
  const { comparison } = vocabulary;
  const whole = comparison?.whole === pico.intervention ? comparison.given : [];
  return new Set([pico.intervention, ...takenInBy(vocabulary, pico.intervention), ...whole]);
}

/** Turned round; of a ratio to three digits, since it was printed with no more. */
function mirrored({ value, low, high }: Interval, ratio: boolean): Interval {
  const turn = (one: number): number => (ratio ? Number((1 / one).toPrecision(3)) : -one);
  return { value: turn(value), low: turn(high), high: turn(low) };
}

/** The printed estimate, given first; undefined without an interval, or where nobody says out of how many a difference counts. */
function printedEstimate({ effect }: Result, turned: boolean): EffectEstimate | undefined {
  if (effect?.value === undefined || effect.low === undefined || effect.high === undefined) return undefined;
  const { measure, per, reduction = false, adjusted } = effect;
  if (measure === 'RD' && per === undefined) return undefined;
  const printed = { value: effect.value, low: effect.low, high: effect.high };
  const difference = measure === 'RD' || measure === 'MD';
  const turn = turned !== (measure === 'RD' && reduction);
  const told = { measure, ours: false, ...(per && { per }), ...(adjusted !== undefined && { adjusted }) };
  return { ...(turn ? mirrored(printed, !difference) : printed), ...told };
}

function ownEstimates(basis: EffectBasis, result: Result, arms: readonly [Arm, Arm]): EffectEstimate[] {
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

function basisOf({ kind, design }: SourceEntry, { pools }: Result): EffectBasis {
  const pooled = kind === 'systematic-review' || kindRow(kind).carries === 'recommendation';
  if (pooled) return pools === 'mixed' || pools === 'non-randomised' ? 'non-randomised' : 'synthesis';
  const allocated = design?.allocation?.value;
  const trial = kind === 'trial' || kind === 'subgroup-analysis';
  return allocated === 'randomised' || (trial && allocated === undefined) ? 'randomised' : 'non-randomised';
}

function peopleOf({ people }: Result, [one, other]: readonly [Arm, Arm]): number | undefined {
  if (one.total !== undefined && other.total !== undefined) return one.total + other.total;
  return typeof people === 'number' ? people : undefined;
}

interface Placed {
  readonly placed: PlacedFinding;
  readonly result: Result;
}

/** Results on a question by themselves, each once, of sources that may count and whose words are those of the question. */
const resultsOn = (all: readonly PlacedFinding[], { outcomes }: EffectQuestion): Placed[] => [
  ...new Map(
    all
      .filter(({ source, comparable }) => {
        const gone = source.retracted ?? source.withdrawn ?? source.supersededBy;
        return comparable && !gone && kindRow(source.kind).movesVerdict;
      })
      .flatMap((placed) =>
        rowsOf(placed.finding, placed.source, outcomes).map((result) => [`${placed.source.id}--${result.id}`, { placed, result }] as const),
      ),
  ).values(),
];

function toRow({ placed: { source, studies }, result }: Placed, asked: ReadonlySet<string>): EffectRow | undefined {
  const [first, second, third] = result.arms;
  if (!first || !second || third || result.notFor === 'effect') return undefined;
  const given = ({ intervention }: Arm): boolean => intervention !== undefined && asked.has(intervention);
  if (!given(first) && !given(second)) return undefined;
  const turned = !given(first);
  const arms = turned ? ([second, first] as const) : ([first, second] as const);
  const basis = basisOf(source, result);
  const printed = printedEstimate(result, turned);
  const people = peopleOf(result, arms);
  return {
    ...{ id: `${source.id}--${result.id}`, source, result, studies, basis, arms, turned, papers: [] },
    estimates: [...(printed ? [printed] : []), ...ownEstimates(basis, result, arms)],
    ...(people !== undefined && { people }),
  };
}

/** A time as a number of months where it is one, e.g. `2 years` is `24 months`. */
const timeOf = (at: string): string => at.replace(/^(\d+) years?$/, (_, years: string) => `${Number(years) * 12} months`);

const basisOrder: readonly EffectBasis[] = ['synthesis', 'randomised', 'non-randomised'];
const newest = (a: EffectRow, b: EffectRow): number =>
  (Number.parseInt(b.source.issued, 10) || 0) - (Number.parseInt(a.source.issued, 10) || 0);
const isFirstPaper = ({ source, studies }: EffectRow): boolean => studies.includes(source.id);

/** Best row of a study first: with an interval, of its first paper, the newest. */
const byStanding = (a: EffectRow, b: EffectRow): number =>
  Number(b.estimates.length > 0) - Number(a.estimates.length > 0) ||
  Number(isFirstPaper(b)) - Number(isFirstPaper(a)) ||
  newest(a, b) ||
  (a.id < b.id ? -1 : 1);

/** One row for each study and what it gave; what the same paper prints of it by another measure goes with it. */
function oneForEachStudy(rows: readonly EffectRow[]): EffectRow[] {
  const studies = Map.groupBy(rows, ({ studies, basis, arms: [given] }) => JSON.stringify([basis, studies, given.intervention]));
  const kept = [...studies.values()].flatMap((own) => {
    const [row, ...others] = own.toSorted(byStanding);
    if (!row) return [];
    const [same, papers] = [
      others.filter(({ source }) => source.id === row.source.id),
      others.filter(({ source }) => source.id !== row.source.id),
    ];
    const known = new Set(row.estimates.map(({ measure }) => measure));
    const more = same.flatMap(({ estimates }) => estimates).filter(({ measure }) => !known.has(measure));
    return [{ ...row, estimates: [...row.estimates, ...more], papers: papers.map(({ source }) => source) }];
  });
  const reviews = kept.filter(({ source, basis }) => basis === 'synthesis' && source.includes);
  const reviewOf = ({ basis, studies: own }: EffectRow): EffectRow | undefined =>
    basis === 'synthesis'
      ? undefined
      : reviews.find(({ source }) => source.includes?.studies.some(({ source: id }) => id !== undefined && own.includes(id)));
  return kept
    .map((row) => ({ ...row, ...(reviewOf(row) && { under: reviewOf(row)?.id }) }))
    .toSorted((a, b) => basisOrder.indexOf(a.basis) - basisOrder.indexOf(b.basis) || byStanding(a, b));
}

/**
 * The rows on a question, in groups of one outcome, definition, time, population and comparison; the outcomes of the question come
 * first, in its order. Example: two papers of one trial on one outcome at 24 months give one group with one row. Throws nothing.
 */
export function toEffectGroups(placed: readonly PlacedFinding[], question: EffectQuestion, vocabulary: Vocabulary): EffectGroup[] {
  const asked = askedFor(question, vocabulary);
  const keyed = resultsOn(placed, question).map((one) => {
    const { outcome, label, scale = '', at, population, arms } = one.result;
    const row = toRow(one, asked);
    const [, other] = row?.arms ?? arms;
    const against = other ? (other.intervention && !asked.has(other.intervention) ? other.intervention : other.name) : '';
    const whom = population ?? one.placed.finding.population;
    const called = label ?? labelOf(vocabulary.outcomes, outcome);
    const head = { outcome, label: called, definition: scale, at: timeOf(at), population: whom, against };
    // Of one group alone: it has no row, and is told with those that have.
    const alone = arms.length === 1 && asked.has(arms[0]?.intervention ?? '') && one.result.notFor !== 'effect';
    return { head, row, alone, key: JSON.stringify({ ...head, against: alone ? '' : against }) };
  });
  const groups = [...Map.groupBy(keyed, ({ key }) => key).values()].flatMap((own) => {
    const [first] = own;
    const rows = oneForEachStudy(own.flatMap(({ row }) => row ?? []));
    const alone = own.filter((one) => one.alone).length;
    return first && (rows.length || alone) ? [{ ...first.head, rows, alone }] : [];
  });
  const rank = ({ outcome }: EffectGroup): number => (question.outcomes.includes(outcome) ? question.outcomes.indexOf(outcome) : Infinity);
  const place = (group: EffectGroup): number => groups.findIndex((one) => sameComparison(one, group));
  const compared = ({ rows }: EffectGroup): number => Number(rows.length === 0);
  return groups.toSorted((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)) || compared(a) - compared(b) || place(a) - place(b));
}

/** Whether two groups are about one outcome in the same people, compared with the same: they differ in definition or time alone. */
export const sameComparison = (one: EffectGroup, other: EffectGroup): boolean =>
  one.outcome === other.outcome && one.population === other.population && one.against === other.against;
