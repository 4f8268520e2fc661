/** Recommendations that count, counted by direction and strength. */
import { kindRow } from '../schema/kinds.ts';
import { isAdvice } from '../schema/recommendation.ts';
import type { AdviceCount, AdviceKey, PlacedFinding } from './evidence-graph.ts';

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
