/**
 * What one printed result says, read from its interval and never from a P value. The rule in words:
 *
 * - The interval lies wholly on one side of no effect (1 for a ratio, 0 for a difference): `fewer` or `more` events, or `lower` or
 *   `higher` where means are compared. A reduction that is printed as a positive number is turned round first, and so is what the
 *   source prints with the group for comparison before the treated one.
 * - Any other interval: `not settled`. That is not “no difference”.
 * - No interval, an outcome that is no one thing, a group alone or more than two: it `reports`.
 */
import type { Result } from '../schema/result.ts';
import type { Vocabulary } from '../schema/vocabulary.ts';

export const rowReadings = ['fewer', 'more', 'lower', 'higher', 'not-settled', 'reports'] as const;
export type RowReading = (typeof rowReadings)[number];

/** Whether the group for comparison is printed first and the treated one second, by the comparison that the vocabulary puts first. */
function isTurned({ arms }: Result, { comparison }: Vocabulary): boolean {
  const [first, second] = arms.map(({ intervention }) => intervention);
  return comparison !== undefined && first === comparison.against && second !== undefined && comparison.given.includes(second);
}

/** E.g. `readRow({ effect: { measure: 'RR', low: 0.4, high: 0.8, … }, … }, vocabulary) === 'fewer'`. */
export function readRow(row: Result, vocabulary: Vocabulary): RowReading {
  const { outcome, arms, effect } = row;
  const { outcomes } = vocabulary;
  if (outcomes[outcome]?.better === undefined || arms.length !== 2) return 'reports';
  if (effect?.low === undefined || effect.high === undefined) return 'reports';
  const { measure, reduction = false } = effect;
  const none = measure === 'RD' || measure === 'MD' ? 0 : 1;
  const [low, high] = measure === 'RD' && reduction ? [-effect.high, -effect.low] : [effect.low, effect.high];
  const [less, more] = measure === 'MD' ? (['lower', 'higher'] as const) : (['fewer', 'more'] as const);
  const [below, above] = isTurned(row, vocabulary) ? [more, less] : [less, more];
  return high < none ? below : low > none ? above : 'not-settled';
}

/** Whether a row is what one hopes for, e.g. more of an open vein; undefined where it settles nothing. */
export function isHopedFor(reading: RowReading, better: 'fewer' | 'more' | undefined): boolean | undefined {
  if (better === undefined || reading === 'not-settled' || reading === 'reports') return undefined;
  return (better === 'fewer') === (reading === 'fewer' || reading === 'lower');
}
