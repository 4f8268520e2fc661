/**
 * The results on one question as rows: what is compared with what, which way round, and one row for each study. The rule in words:
 *
 * - A row needs two groups, one of them given what the question asks about. It is read with that group first: what a source prints the
 *   other way round is turned round. What compares people and not treatments (`notFor: effect`) is no row.
 * - Papers of one study give one row for one outcome, definition, time, population and comparison: the one with an interval, of the
 *   study's first paper, the newest. The other papers are named. Other arms of the same paper are another row.
 * - What reviews give of different treatments never shares a group: each treatment has its own, with the studies of it.
 * - What AI wrote has no row.
 */
import type { SourceEntry } from '../../library/library.ts';
import { kindRow } from '../../schema/kinds.ts';
import type { Question } from '../../schema/question.ts';
import type { Arm, Result } from '../../schema/result.ts';
import { takenInBy, type Vocabulary } from '../../schema/vocabulary.ts';
import { labelOf } from '../../schema/word-list.ts';
import type { PlacedFinding } from '../evidence-graph.ts';
import { rowsOf } from '../position.ts';
import { basisOf, isPooling, ownEstimates, printedEstimate, type EffectBasis, type EffectEstimate } from './estimates.ts';

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
  /** What was given, as a word of that list, where reviews give results on several treatments; else undefined. */
  readonly given?: string;
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

function peopleOf({ people }: Result, [one, other]: readonly [Arm, Arm]): number | undefined {
  if (one.total !== undefined && other.total !== undefined) return one.total + other.total;
  return typeof people === 'number' ? people : undefined;
}

interface Placed {
  readonly placed: PlacedFinding;
  readonly result: Result;
}

/** Results on a question by themselves, each once, of sources that may count and whose words are those of the question. */
const resultsOn = (all: readonly PlacedFinding[]): Placed[] => [
  ...new Map(
    all
      .filter(({ source, finding, comparable }) => {
        const gone = source.retracted ?? source.withdrawn ?? source.supersededBy;
        return comparable && !gone && !finding.aiGenerated && kindRow(source.kind).movesVerdict;
      })
      .flatMap((placed) =>
        rowsOf(placed.finding, placed.source).map((result) => [`${placed.source.id}--${result.id}`, { placed, result }] as const),
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

const namesIn = ({ arms }: EffectRow): string => JSON.stringify(arms.map(({ name }) => name));

/** The row that stands for a study and what it gave, and one for each other pair of arms of the same paper. */
function standing(own: readonly EffectRow[]): EffectRow[] {
  const [row, ...others] = own.toSorted(byStanding);
  if (!row) return [];
  const same = others.filter(({ source }) => source.id === row.source.id);
  const papers = others.filter(({ source }) => source.id !== row.source.id).map(({ source }) => source);
  const known = new Set(row.estimates.map(({ measure }) => measure));
  const [twins, apart] = [same.filter((one) => namesIn(one) === namesIn(row)), same.filter((one) => namesIn(one) !== namesIn(row))];
  const more = twins.flatMap(({ estimates }) => estimates).filter(({ measure }) => !known.has(measure));
  return [{ ...row, estimates: [...row.estimates, ...more], papers }, ...standing(apart)];
}

/** One row for each study and what it gave; what the same paper prints of it by another measure goes with it. */
function oneForEachStudy(rows: readonly EffectRow[]): EffectRow[] {
  const studies = Map.groupBy(rows, ({ studies, basis, arms: [given] }) => JSON.stringify([basis, studies, given.intervention]));
  const kept = [...studies.values()].flatMap(standing);
  const reviews = kept.filter(({ source, basis }) => basis === 'synthesis' && source.includes);
  const reviewOf = ({ basis, studies: own }: EffectRow): EffectRow | undefined =>
    basis === 'synthesis'
      ? undefined
      : reviews.find(({ source }) => source.includes?.studies.some(({ source: id }) => id !== undefined && own.includes(id)));
  return kept
    .map((row) => ({ ...row, ...(reviewOf(row) && { under: reviewOf(row)?.id }) }))
    .toSorted((a, b) => basisOrder.indexOf(a.basis) - basisOrder.indexOf(b.basis) || byStanding(a, b));
}

const givenIn = ({ arms: [given] }: EffectRow): string => given.intervention ?? given.name;

/** Rows of one comparison: apart by treatment where reviews give results on several. */
function byTreatment(rows: readonly EffectRow[]): EffectRow[][] {
  const reviewed = new Set(rows.filter(({ source }) => isPooling(source)).map(givenIn));
  return reviewed.size > 1 ? [...Map.groupBy(rows, givenIn).values()] : [[...rows]];
}

/**
 * The rows on a question, in groups of one outcome, definition, time, population and comparison; the outcomes of the question come
 * first, in its order. Example: two papers of one trial on one outcome at 24 months give one group with one row. Throws nothing.
 */
export function toEffectGroups(placed: readonly PlacedFinding[], question: EffectQuestion, vocabulary: Vocabulary): EffectGroup[] {
  const asked = askedFor(question, vocabulary);
  const keyed = resultsOn(placed).map((one) => {
    const { outcome, label, scale = '', at, population, arms } = one.result;
    const row = toRow(one, asked);
    const [, other] = row?.arms ?? arms;
    const against = other ? (other.intervention && !asked.has(other.intervention) ? other.intervention : other.name) : '';
    const whom = population ?? one.placed.finding.population;
    const called = label ?? labelOf(vocabulary.outcomes, outcome);
    const head = { outcome, label: called, definition: scale, at: timeOf(at), population: whom, against };
    // Of one group alone: it has no row, and is told with those that have.
    const alone = arms.length === 1 && asked.has(arms[0]?.intervention ?? '') && one.result.notFor !== 'effect';
    return { head, row, alone, studies: one.placed.studies.join(' '), key: JSON.stringify({ ...head, against: alone ? '' : against }) };
  });
  const groups = [...Map.groupBy(keyed, ({ key }) => key).values()].flatMap((own) => {
    const [first] = own;
    const alone = new Set(own.filter((one) => one.alone).map(({ studies }) => studies)).size;
    const treatments = byTreatment(own.flatMap(({ row }) => row ?? []));
    return treatments.flatMap((rows) => {
      const given = treatments.length > 1 && rows[0] ? { given: givenIn(rows[0]) } : {};
      return first && (rows.length || alone) ? [{ ...first.head, ...given, rows: oneForEachStudy(rows), alone }] : [];
    });
  });
  const rank = ({ outcome }: EffectGroup): number => (question.outcomes.includes(outcome) ? question.outcomes.indexOf(outcome) : Infinity);
  const place = (group: EffectGroup): number => groups.findIndex((one) => sameComparison(one, group));
  const compared = ({ rows }: EffectGroup): number => Number(rows.length === 0);
  return groups.toSorted((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)) || compared(a) - compared(b) || place(a) - place(b));
}

/** Whether two groups are about one outcome in the same people, compared with the same: they differ in definition or time alone. */
export const sameComparison = (one: EffectGroup, other: EffectGroup): boolean =>
  one.outcome === other.outcome && one.population === other.population && one.against === other.against && one.given === other.given;
