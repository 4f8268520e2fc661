/** Estimates side by side: whether independent studies conflict, and whether an effect differs between two kinds of people. */
import { partsOf, type Vocabulary } from '../../schema/vocabulary.ts';
import { labelOf } from '../../schema/word-list.ts';
import { withinSentence } from '../../words/phrase.ts';
import { contrast, heterogeneity, toNormal, type Heterogeneity, type NormalEstimate } from './heterogeneity.ts';
import type { Interval } from './risk.ts';
import type { EffectEstimate, EffectMeasure } from './estimates.ts';
import type { EffectGroup, EffectRow } from './rows.ts';
import { directionOf, isRatio, measureNames, numberWords } from './words.ts';

const pText = (p: number): string => (p < 0.001 ? 'P<0.001' : `P=${p.toFixed(p < 0.1 ? 3 : 2)}`);
const percent = (share: number): string => `${Math.round(share * 100)}%`;

/** The same counted out of 100 people. */
export const scaled = ({ value, low, high, per = 100 }: EffectEstimate): Interval => {
  const by = 100 / per;
  return { value: value * by, low: low * by, high: high * by };
};

/** The measure that all rows can be told by, e.g. risk ratios worked out from counts beside printed ones; undefined without one. */
export function commonMeasure(rows: readonly EffectRow[]): { measure: EffectMeasure; estimates: EffectEstimate[] } | undefined {
  for (const measure of ['RR', 'OR', 'HR', 'MD', 'RD'] as const) {
    const estimates = rows.flatMap((row) => row.estimates.find((one) => one.measure === measure) ?? []);
    if (estimates.length === rows.length && estimates.length) return { measure, estimates };
  }
  return undefined;
}

export interface BetweenStudies {
  readonly kind: keyof typeof says;
  readonly says: string;
  readonly heterogeneity: Heterogeneity;
}

const says = {
  conflict: 'studies conflict',
  size: 'studies differ in size',
  none: 'no conflict shown',
  // Few events far apart: chance alone would seldom part them so, yet each takes in what the other found.
  overlap: 'estimates on different sides whose intervals overlap: no conflict shown',
} as const;

/** What may be said of independent estimates side by side; undefined for fewer than two, of one study, or without a common measure. */
export function betweenStudies(rows: readonly EffectRow[]): BetweenStudies | undefined {
  const studies = rows.flatMap((row) => row.studies);
  if (new Set(studies).size < studies.length) return undefined;
  const common = commonMeasure(rows);
  if (!common) return undefined;
  const none = isRatio(common.measure) ? 1 : 0;
  const ends = common.estimates.map(scaled);
  const normal = ends.flatMap((one) => toNormal(one, none === 1) ?? []);
  if (normal.length < 2 || normal.length < rows.length) return undefined;
  const found = heterogeneity(normal);
  const { iSquared, p } = found;
  const apart = ends.flatMap((one) => ends.filter((other) => one.high < other.low).map((other) => [one, other] as const));
  const oneSide = ends.every(({ value }) => value < none) || ends.every(({ value }) => value > none);
  const opposed = apart.some(([one, other]) => one.value < none && other.value > none);
  const kind = p >= 0.1 ? 'none' : opposed ? 'conflict' : oneSide || apart.length ? 'size' : 'overlap';
  const how = iSquared ? `I² ${percent(iSquared.value)}, ${percent(iSquared.low)} to ${percent(iSquared.high)}; ` : '';
  return { kind, says: `${says[kind]} (${how}${pText(p)})`, heterogeneity: found };
}

export interface EffectInteraction {
  readonly outcome: string;
  readonly at: string;
  /** Labels of the two kinds of people, and the row of each. */
  readonly between: readonly [string, string];
  readonly rows: readonly [EffectRow, EffectRow];
  /** First over second for ratios, first less second for differences. */
  readonly ratio: Interval;
  readonly p: number;
  readonly says: string;
}

/**
 * The test of interaction for each pair of separate populations that one study reports by the same measure at the same time: the only
 * ground on which a gain may be said to lie in one of them. Example: the risk ratios 0.65 (0.45 to 0.94) and 0.93 (0.57 to 1.52) give
 * 0.70 (0.38 to 1.29), P=0.25: seen in the first and not shown to differ from the second. Throws nothing.
 */
export function effectInteractions(groups: readonly EffectGroup[], vocabulary: Vocabulary): EffectInteraction[] {
  const apart = (one: EffectGroup, other: EffectGroup): boolean => {
    const [parts, others] = [one, other].map(({ population }) => partsOf(vocabulary, population) ?? []) as [
      readonly string[],
      readonly string[],
    ];
    return parts.length > 0 && others.length > 0 && !parts.some((part) => others.includes(part));
  };
  return groups.flatMap((one, i) =>
    groups.slice(i + 1).flatMap((other) => {
      if (one.outcome !== other.outcome || one.at !== other.at || one.against !== other.against || !apart(one, other)) return [];
      return one.rows.flatMap((first) => {
        const second = other.rows.find(({ studies, basis }) => basis === 'randomised' && studies.join() === first.studies.join());
        const common = second && first.basis === 'randomised' ? commonMeasure([first, second]) : undefined;
        return second && common ? (interaction([one, other], [first, second], common, vocabulary) ?? []) : [];
      });
    }),
  );
}

function interaction(
  groups: readonly [EffectGroup, EffectGroup],
  rows: readonly [EffectRow, EffectRow],
  { measure, estimates }: NonNullable<ReturnType<typeof commonMeasure>>,
  vocabulary: Vocabulary,
): EffectInteraction | undefined {
  const ratio = isRatio(measure);
  const [one, other] = estimates.map<NormalEstimate | undefined>((estimate) => toNormal(scaled(estimate), ratio));
  if (!one || !other) return undefined;
  const { difference, p } = contrast(one, other);
  const on = ratio ? Math.exp : (value: number): number => value;
  const found = { value: on(difference.value), low: on(difference.low), high: on(difference.high) };
  const facts = vocabulary.outcomes[groups[0].outcome] ?? {};
  const between = groups.map(({ population }) => labelOf(vocabulary.populations, population)) as [string, string];
  const settled = rows.map(({ estimates: all }) => !['not-settled', 'reports'].includes(directionOf(all, facts)));
  const [here, there] = settled[1] && !settled[0] ? [between[1], between[0]] : between;
  const seen =
    settled[0] === settled[1]
      ? 'not shown to differ between the two'
      : `seen in: ${withinSentence(here)}; not shown to differ from: ${withinSentence(there)}`;
  const credible = 'credible only as far as planning, the number of such tests, the direction foreseen and confirmation elsewhere go';
  const numbers = [found.low, found.high].map((end) => numberWords(Number(end.toFixed(2)), true)).join(' to ');
  const called = ratio ? `Ratio of the ${measureNames[measure]}s` : 'Difference of the differences';
  const says = `${called} ${numberWords(Number(found.value.toFixed(2)), true)} (${numbers}), interaction ${pText(p)}: ${p < 0.05 ? credible : seen}.`;
  return { outcome: groups[0].outcome, at: groups[0].at, between, rows, ratio: found, p, says };
}
