/** One result as its source prints it, in words for a table: groups, effect, certainty, place. */
import { measureNames } from '../../evidence/effect/words.ts';
import { citationName } from '../../evidence/source-name.ts';
import type { SourceEntry } from '../../library/library.ts';
import { certaintyLevels, certaintyReasons } from '../../schema/certainty.ts';
import { kindRow } from '../../schema/kinds.ts';
import { inThousands } from '../../schema/limits.ts';
import type { Arm, Result } from '../../schema/result.ts';
import type { Vocabulary } from '../../schema/vocabulary.ts';
import { labelOf } from '../../schema/word-list.ts';
import { resultUrl } from '../urls.ts';
import { capitalise, formatList } from '../../words/phrase.ts';

export interface PrintedResult {
  readonly href: string;
  readonly name: string;
  /** Whom and when, e.g. `Iliofemoral · 24 months`. */
  readonly facts: string;
  /** The groups with what was counted in each. */
  readonly arms: readonly string[];
  /** The effect as printed, with its P value; empty when the study prints none. */
  readonly printed: string;
  /** The risk that the source starts from, and how sure the source itself is of this estimate; empty where it says neither. */
  readonly baseline: string;
  readonly certainty: string;
  readonly label: string;
  readonly note: string;
  readonly locator: string;
  readonly kind: string;
}

/** A number with a true minus sign, e.g. `formatNumber(-14.4) === '−14.4'`; given digits, rounded to so many. */
export const formatNumber = (value: number, digits?: number): string =>
  (digits === undefined ? String(value) : value.toFixed(digits)).replace(/^-(?=.*[1-9])/, '−').replace(/^-/, '');

/** What a group was given, in full where the study’s name for it is our short word, e.g. `Control (anticoagulation)`. */
function armName({ name, intervention }: Arm, { interventions }: Vocabulary): string {
  const label = intervention && labelOf(interventions, intervention);
  if (label && name === intervention) return label;
  return label && name === 'control' ? `Control (${label.toLowerCase()})` : capitalise(name);
}

/** What was counted in a group, in full, e.g. `37 of 87, 43%`; empty where nothing is recorded. */
function armWords(arm: Arm, vocabulary: Vocabulary): string {
  const { events, total, percent, mean } = arm;
  const counts = events === undefined ? '' : total === undefined ? String(events) : `${events} of ${total}`;
  const share = percent === undefined ? '' : `${formatNumber(percent)}%`;
  const size = events === undefined && total !== undefined ? `of ${total}` : '';
  const words = [counts, [share, size].filter(Boolean).join(' '), mean === undefined ? '' : formatNumber(mean)].filter(Boolean);
  return `${armName(arm, vocabulary)}: ${words.join(', ') || 'number not recorded'}`;
}

const units = { 100: ' percentage points', 1000: ' per 1,000' } as const;

function printedWords({ effect }: Result): string {
  if (!effect) return '';
  const { measure, value, low, high, p, per, reduction, adjusted } = effect;
  const interval = low === undefined || high === undefined ? '' : ` (${formatNumber(low)} to ${formatNumber(high)})`;
  const number =
    value === undefined ? '' : `${capitalise(measureNames[measure])} ${formatNumber(value)}${interval}${per ? units[per] : ''}`;
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

/** A result in words, e.g. `toPrintedResult(source, result, vocabulary).printed === 'Risk ratio 0.9 (0.8 to 1.1); P < 0.001'`. */
export function toPrintedResult(source: SourceEntry, result: Result, vocabulary: Vocabulary): PrintedResult {
  const who = result.population ? labelOf(vocabulary.populations, result.population) : '';
  return {
    href: resultUrl(source.id, result),
    name: citationName(source),
    facts: capitalise([who, result.at, ...(result.unit ? [`counted in ${result.unit}`] : [])].filter(Boolean).join(' · ')),
    arms: result.arms.map((arm) => armWords(arm, vocabulary)),
    printed: printedWords(result),
    baseline: baselineWords(result),
    certainty: certaintyWords(result),
    label: result.label ?? '',
    note: result.note ?? '',
    locator: result.locator ?? '',
    kind: kindRow(source.kind).label,
  };
}
