/**
 * Findings and results as the first edition wrote them: counted instead of named, with one word for what they say. What moving
 * them into the present form added or took away is no change of what they say.
 */
import type { RawItem } from './item-state.ts';

const positions: Readonly<Record<string, string>> = {
  for: 'for',
  conditional: 'conditional',
  'research-only': 'only in research',
  against: 'against',
  'no-difference': 'no difference shown',
  describes: 'no position',
};

/** Whether it is from before names. */
export const isUnnamed = (item: RawItem): boolean => item['id'] === undefined;

/** What both forms have, so that it can be compared across the move. */
const shared: ReadonlySet<string> = new Set('question says grade population intervention outcome label scale at arms unit note'.split(' '));

const pick = (item: RawItem, keep: (key: string) => boolean): RawItem =>
  Object.fromEntries(Object.entries(item).filter(([key]) => keep(key)));

/** The printed effect without what only the present form can say of it. */
function withEffect(item: RawItem, whole: RawItem): RawItem {
  const { effect } = whole as { readonly effect?: RawItem };
  return effect ? { ...item, effect: pick(effect, (key) => key !== 'adjusted') } : item;
}

/** Its one word as a word for readers, e.g. `{ position: 'against' }` for `{ stance: 'against' }`. */
const inWords = ({ stance, ...rest }: RawItem): RawItem =>
  typeof stance === 'string' ? { ...rest, position: positions[stance] ?? stance } : rest;

/** Two states of one finding or result with what can be compared in them: all fields within one form, the shared ones across forms. */
export function comparable(
  before: RawItem,
  after: RawItem,
  named: { readonly before: boolean; readonly after: boolean },
): [RawItem, RawItem] {
  if (named.before === named.after) return [inWords(before), inWords(after)];
  const over = (item: RawItem): RawItem =>
    withEffect(
      pick(item, (key) => shared.has(key)),
      item,
    );
  return [over(before), over(after)];
}
