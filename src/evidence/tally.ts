/** Findings that count, counted: recommendations by direction and strength, results by what their rows say. */
import { kindRow } from '../schema/kinds.ts';
import { isAdvice } from '../schema/recommendation.ts';
import type { Vocabulary } from '../schema/vocabulary.ts';
import type { AdviceCount, AdviceKey, PlacedFinding, RowCount } from './evidence-graph.ts';
import { rowsOf } from './position.ts';
import { readRow } from './row-reading.ts';
import { formatCount } from '../words/phrase.ts';

/** What recommendations are counted by, in the order in which they are said. */
const kindsOfAdvice: Readonly<Record<AdviceKey, string>> = {
  'for strong': 'strong for',
  'for varies': 'for in varying strength',
  'for conditional': 'conditional for',
  'for not-stated': 'for with no strength stated',
  permits: 'permits',
  'research-only': 'only in research',
  'against conditional': 'conditional against',
  'against not-stated': 'against with no strength stated',
  'against varies': 'against in varying strength',
  'against strong': 'strong against',
  'none-made': 'made none',
};

/** The one who speaks, by a name of ours: an organisation with all its works, or a study with all its papers. */
export const voiceOf = ({ studies }: Pick<PlacedFinding, 'studies'>): string => studies.join(' ');

/** How many voices take each position. One that says the same way with several strengths is counted once, as `varies`. */
export function countAdvice(counting: readonly PlacedFinding[]): AdviceCount {
  const advising = counting.filter(({ source, finding }) => finding.direction && kindRow(source.kind).carries === 'recommendation');
  const ways = Map.groupBy(advising, (one) => `${one.finding.direction} ${voiceOf(one)}`);
  const keys = [...ways.values()].map((own): AdviceKey => {
    const { direction = 'none-made' } = own[0]?.finding ?? {};
    if (!isAdvice(direction)) return direction;
    const [strength = 'not-stated', ...more] = new Set(own.map(({ finding }) => finding.strength));
    return `${direction} ${more.length ? 'varies' : strength}`;
  });
  const told = (Object.keys(kindsOfAdvice) as AdviceKey[]).filter((key) => keys.includes(key));
  return Object.fromEntries(told.map((key) => [key, keys.filter((one) => one === key).length]));
}

/** E.g. `1 strong for, 2 conditional against, 1 made none`; empty for none. */
export const adviceWords = (counted: AdviceCount): string =>
  Object.entries(counted)
    .map(([key, number]) => `${number} ${kindsOfAdvice[key as AdviceKey]}`)
    .join(', ');

/**
 * How many studies have a result here, and how many of their printed intervals lie on either side: fewer or lower, more or higher, and
 * neither. Of each study a number is counted once for one outcome, time and population, however many papers print it.
 */
export function countRows(counting: readonly PlacedFinding[], outcomes: readonly string[], vocabulary: Vocabulary): RowCount {
  const rows = new Map<string, ReturnType<typeof readRow>>();
  for (const { finding, source, studies } of counting)
    for (const row of rowsOf(finding, source, outcomes)) {
      const key = JSON.stringify([studies, row.outcome, row.label, row.scale, row.population, row.at]);
      const reading = readRow(row, vocabulary);
      if (!rows.has(key) || rows.get(key) === 'reports') rows.set(key, reading);
    }
  const all = [...rows.values()];
  const number = (...readings: readonly string[]): number => all.filter((one) => readings.includes(one)).length;
  return {
    studies: new Set(counting.flatMap(({ studies }) => studies)).size,
    fewer: number('fewer', 'lower'),
    more: number('more', 'higher'),
    notSettled: number('not-settled'),
  };
}

/** E.g. `3 studies report; of 4 printed intervals 1 lies on the side of fewer or lower, 3 on neither`. */
export function rowWords({ studies, fewer, more, notSettled }: RowCount): string {
  const all = fewer + more + notSettled;
  const report = formatCount(studies, 'study reports', 'studies report');
  if (!all) return report;
  const told = [
    fewer && `${fewer} on the side of fewer or lower`,
    more && `${more} on the side of more or higher`,
    notSettled && `${notSettled} on both sides of no effect`,
  ].filter((one) => one !== 0);
  return `${report}; ${formatCount(all, 'printed interval')}: ${told.join(', ')}`;
}
