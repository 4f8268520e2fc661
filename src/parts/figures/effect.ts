/** One printed result as a row of a forest plot: what is drawn, what is printed, and why not where it is not. Draws nothing itself. */
import { riskDifference, wilsonInterval, type Interval } from '../../evidence/effect/risk.ts';
import { citationName } from '../../evidence/source-name.ts';
import type { SourceEntry } from '../../library/library.ts';
import { certaintyLevels, certaintyReasons } from '../../schema/certainty.ts';
import { kindRow } from '../../schema/kinds.ts';
import { inThousands } from '../../schema/limits.ts';
import type { Arm, Result } from '../../schema/result.ts';
import type { Vocabulary } from '../../schema/vocabulary.ts';
import { labelOf } from '../../schema/word-list.ts';
import type { ForestRow, Measure } from '../../figures/forest-plot.ts';
import { resultUrl } from '../urls.ts';
import { capitalise, formatList } from '../../words/phrase.ts';

export const measureWords: Readonly<Record<Measure, string>> = {
  RR: 'risk ratio',
  OR: 'odds ratio',
  HR: 'hazard ratio',
  RD: 'risk difference',
  MD: 'difference between means',
};

/** A number with a true minus sign, e.g. `formatNumber(-14.4) === '−14.4'`; given digits, rounded to so many. */
export const formatNumber = (value: number, digits?: number): string =>
  (digits === undefined ? String(value) : value.toFixed(digits)).replace(/^-(?=.*[1-9])/, '−').replace(/^-/, '');

const range = ({ value, low, high }: Interval, digits?: number): string =>
  `${formatNumber(value, digits)} (${formatNumber(low, digits)} to ${formatNumber(high, digits)})`;

/** What a group was given, in full where the study’s name for it is our short word, e.g. `Control (anticoagulation)`. */
function armName({ name, intervention }: Arm, { interventions }: Vocabulary): string {
  const label = intervention && labelOf(interventions, intervention);
  if (label && name === intervention) return label;
  return label && name === 'control' ? `Control (${label.toLowerCase()})` : capitalise(name);
}

/** `37 of 87, 43%`, with our interval of the share where we draw from the counts. */
function armWords(arm: Arm, ours: boolean, vocabulary: Vocabulary): string {
  const { events, total, percent, mean } = arm;
  const counts = events === undefined ? '' : total === undefined ? String(events) : `${events} of ${total}`;
  const share = percent === undefined ? '' : `${formatNumber(percent)}%`;
  const size = events === undefined && total !== undefined ? `of ${total}` : '';
  const interval = ours && events !== undefined && total !== undefined ? wilsonInterval(events, total) : undefined;
  const own = interval ? `our interval ${formatNumber(interval.low * 100, 1)}% to ${formatNumber(interval.high * 100, 1)}%` : '';
  const words = [counts, [share, size].filter(Boolean).join(' '), mean === undefined ? '' : formatNumber(mean), own].filter(Boolean);
  return `${armName(arm, vocabulary)}: ${words.join(', ') || 'number not recorded'}`;
}

const difference = (interval: Interval, per: number, reduction: boolean): Interval => {
  const scale = (value: number): number => Number(((value * 100) / per).toPrecision(12));
  const { value, low, high } = interval;
  return reduction
    ? { value: -scale(value), low: -scale(high), high: -scale(low) }
    : { value: scale(value), low: scale(low), high: scale(high) };
};

interface Drawing {
  readonly drawn?: Interval;
  readonly measure?: Measure;
  readonly ours?: boolean;
  readonly whyNot?: string;
}

/** What can be drawn of a result: the printed effect, else our own difference from both groups’ counts, else nothing and why. */
export function toDrawing(source: Pick<SourceEntry, 'kind' | 'retracted' | 'withdrawn'>, { arms, effect }: Result): Drawing {
  const { movesVerdict, plural } = kindRow(source.kind);
  if (!movesVerdict) return { whyNot: `${plural} are listed and not drawn.` };
  if (source.retracted) return { whyNot: 'The source has been retracted.' };
  if (source.withdrawn) return { whyNot: 'The source has been withdrawn by its publisher.' };
  const [first, second, third] = arms;
  if (!first || !second) return { whyNot: 'One group only: nothing to compare.' };
  if (third) return { whyNot: 'More than two groups.' };
  if (effect?.value !== undefined && effect.low !== undefined && effect.high !== undefined) {
    const printed = { value: effect.value, low: effect.low, high: effect.high };
    if (effect.measure !== 'RD') return { drawn: printed, measure: effect.measure };
    if (effect.per !== undefined) return { drawn: difference(printed, effect.per, effect.reduction ?? false), measure: 'RD' };
    return { whyNot: 'It is not said out of how many the difference counts.' };
  }
  if (first.events !== undefined && first.total !== undefined && second.events !== undefined && second.total !== undefined) {
    const own = riskDifference({ events: first.events, total: first.total }, { events: second.events, total: second.total });
    return { drawn: difference(own, 1, false), measure: 'RD', ours: true };
  }
  return {
    whyNot: effect
      ? 'Neither an interval nor the counts of both groups are recorded.'
      : 'Neither an effect nor the counts of both groups are recorded.',
  };
}

const units = { 100: ' percentage points', 1000: ' per 1,000' } as const;

function printedWords({ effect }: Result): string {
  if (!effect) return '';
  const { measure, value, low, high, p, per, reduction, adjusted } = effect;
  const interval = low === undefined || high === undefined ? '' : ` (${formatNumber(low)} to ${formatNumber(high)})`;
  const number =
    value === undefined ? '' : `${capitalise(measureWords[measure])} ${formatNumber(value)}${interval}${per ? units[per] : ''}`;
  const sign = reduction ? ', printed as a reduction' : '';
  const chance = p === undefined ? '' : `P ${typeof p === 'number' ? '= ' : ''}${String(p).replace(/^([<>])\s?/, '$1 ')}`;
  const how = adjusted === undefined ? '' : adjusted ? ', adjusted' : ', not adjusted';
  return [number && `${number}${sign}${how}`, chance].filter(Boolean).join('; ');
}

const baselineWords = ({ baseline }: Result): string =>
  baseline ? `Without it ${baseline.events} of ${inThousands(baseline.of)}${baseline.from ? ` (${baseline.from})` : ''}` : '';

/** How sure the source itself is of this estimate, with its reasons, e.g. `Certainty low, rated by the source: imprecision`. */
function certaintyWords({ certainty }: Result): string {
  if (!certainty) return '';
  const reasons = certainty.reasons.map((reason) => certaintyReasons[reason].toLowerCase());
  const why = reasons.length ? `: ${formatList(reasons)}` : '';
  return `Certainty ${certaintyLevels[certainty.level].toLowerCase()}, rated by the source${why} (${certainty.locator})`;
}

/** A result as a row. */
export function toForestRow(source: SourceEntry, result: Result, vocabulary: Vocabulary): ForestRow {
  const { drawn, measure, ours = false, whyNot = '' } = toDrawing(source, result);
  const who = result.population ? labelOf(vocabulary.populations, result.population) : '';
  return {
    id: `${source.id}--${result.id}`,
    href: resultUrl(source.id, result),
    name: citationName(source),
    facts: capitalise([who, result.at, ...(result.unit ? [`counted in ${result.unit}`] : [])].filter(Boolean).join(' · ')),
    drawn,
    measure,
    reads: drawn ? range(drawn, ours ? 1 : undefined) : '',
    ours,
    arms: result.arms.map((arm) => armWords(arm, ours, vocabulary)),
    printed: printedWords(result),
    baseline: baselineWords(result),
    certainty: certaintyWords(result),
    label: result.label ?? '',
    note: result.note ?? '',
    locator: result.locator ?? '',
    kind: kindRow(source.kind).label,
    whyNot,
  };
}
