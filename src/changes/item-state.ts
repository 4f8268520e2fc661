/** What a finding or result says apart from how it is written down, as a hash: by it `history.yaml` is seen to be behind. */
import { createHash } from 'node:crypto';
import type { Library } from '../library/library.ts';
import type { ItemHistory } from '../schema/history.ts';
import { formatCount, formatList } from '../words/phrase.ts';

/** A finding or result as its file has it, in whatever form its day had. */
export type RawItem = Readonly<Record<string, unknown>>;

export const itemLists = ['findings', 'results'] as const;
export type ItemList = (typeof itemLists)[number];

/** Names, where it stands in its source, and its short form: a reader is told nothing else when they change. */
const form: ReadonlySet<string> = new Set(['id', 'aliases', 'locator', 'anchor', 'gist']);

/** Keys in one order, and nothing that is empty. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.length ? value.map(inOrder) : undefined;
  if (typeof value !== 'object' || value === null) return value ?? undefined;
  const fields = Object.entries(value).flatMap(([key, one]): [string, unknown][] => {
    const held = inOrder(one);
    return held === undefined ? [] : [[key, held]];
  });
  return fields.length ? Object.fromEntries(fields.sort(([a], [b]) => (a < b ? -1 : 1))) : undefined;
}

/** What it says, its form left out, e.g. `meaningOf({ id: 'a', says: 'It helps.', conditions: [] })` is `{ says: 'It helps.' }`. */
export function meaningOf(item: RawItem, list: ItemList): RawItem {
  const { results, ...rest } = item;
  const kept = Object.entries(list === 'findings' ? rest : { ...rest, results }).filter(([key]) => !form.has(key));
  return (inOrder(Object.fromEntries(kept)) ?? {}) as RawItem;
}

/** Twelve hexadecimal digits that differ where what it says differs. */
export const stateOf = (item: RawItem, list: ItemList): string =>
  createHash('sha256')
    .update(JSON.stringify(meaningOf(item, list)))
    .digest('hex')
    .slice(0, 12);

/** Of one list of one source: how many items the history does not know as they are, or knows though they are gone. */
function behindIn(items: readonly RawItem[], rows: readonly ItemHistory[], list: ItemList): number {
  const told = new Map(rows.flatMap(({ id, state, removed }) => (id && !removed ? [[id, state] as const] : [])));
  const ids = new Set(items.map(({ id }) => id));
  return (
    items.filter((item) => told.get(item['id'] as string) !== stateOf(item, list)).length +
    [...told.keys()].filter((id) => !ids.has(id)).length
  );
}

/**
 * How many findings and results the history does not tell as they stand now, e.g. `{ findings: 2, results: 0 }`. A library
 * without a history is not behind: nobody keeps one there. Asks no commit, so that every clone can be asked.
 */
export function behind({ sources, histories }: Library): Readonly<Record<ItemList, number>> {
  const counts = { findings: 0, results: 0 };
  if (!histories.size) return counts;
  const ids = new Set([...sources.keys(), ...histories.keys()]);
  for (const list of itemLists)
    for (const id of ids) {
      const source = sources.get(id);
      const items = source && source.status !== 'draft' ? (source[list] as readonly RawItem[]) : [];
      counts[list] += behindIn(items, histories.get(id)?.[list] ?? [], list);
    }
  return counts;
}

/** The same as a sentence with the way out, e.g. `history.yaml is behind by 2 findings: commit …`; empty where nothing is behind. */
export function behindSentence(library: Library): string {
  const { findings, results } = behind(library);
  const counts = [findings && formatCount(findings, 'finding'), results && formatCount(results, 'result')].filter((one) => one !== 0);
  return counts.length
    ? `\`history.yaml\` is behind by ${formatList(counts)}: commit what changed in sources, run \`npm run history\`, and commit that file too.`
    : '';
}
