/** Old addresses of findings and results: which of them lead to an item that is there, and which to one that is gone. */
import type { Library, SourceEntry } from '../library/library.ts';
import { countedFragment, itemFragments } from '../schema/addresses.ts';
import type { ItemHistory } from '../schema/history.ts';
import type { QuestionId } from '../schema/id.ts';

const kinds = { findings: 'finding', results: 'result' } as const;
export type ItemListName = keyof typeof kinds;
type Item = SourceEntry[ItemListName][number];

const rowsOf = ({ histories }: Library, source: SourceEntry, list: ItemListName): readonly ItemHistory[] =>
  histories.get(source.id)?.[list] ?? [];

const namesOf = ({ id, aliases }: Item): readonly string[] => [id, ...aliases];

/** The fragment of the first edition, which counted findings; results had none. */
const counted = (source: SourceEntry, { was }: ItemHistory): string[] => (was === undefined ? [] : [countedFragment(source.id, was)]);

/** Every fragment by which an item was found before, e.g. `['finding-moon-2020-a--old-name', 'finding-moon-2020-a-3']`. */
export function formerFragments(library: Library, source: SourceEntry, list: ItemListName, item: Item): string[] {
  const [, ...former] = itemFragments(kinds[list], source.id, item);
  const rows = rowsOf(library, source, list).filter(({ id }) => id !== undefined && namesOf(item).includes(id));
  return [...new Set([...former, ...rows.flatMap((row) => counted(source, row))])];
}

/** A finding or result that is not there any more under any of its names. */
export interface GoneItem {
  readonly fragments: readonly string[];
  /** Day on which it was taken out; undefined while the history is behind. */
  readonly on: string | undefined;
  readonly question: QuestionId | undefined;
  /** What took its place, where somebody said so; else what the source says now on the question of a finding. */
  readonly now: readonly Item[];
}

/** What took the place of a row that is gone, from one to the next. */
function successorOf(row: ItemHistory, rows: readonly ItemHistory[], items: readonly Item[]): Item | undefined {
  const met = new Set<ItemHistory>();
  for (let at: ItemHistory | undefined = row; at && !met.has(at);) {
    met.add(at);
    const next: string | undefined = at.removed?.now;
    if (next === undefined) return undefined;
    const item = items.find((one) => namesOf(one).includes(next));
    if (item) return item;
    at = rows.find(({ id }) => id === next);
  }
  return undefined;
}

/** Items of a source that are gone, in the order of the history. */
export function goneItems(library: Library, source: SourceEntry, list: ItemListName): GoneItem[] {
  const items: readonly Item[] = source[list];
  const living = new Set(items.flatMap(namesOf));
  const rows = rowsOf(library, source, list);
  return rows
    .filter(({ id }) => id === undefined || !living.has(id))
    .map((row) => {
      const successor = successorOf(row, rows, items);
      const onQuestion = list === 'findings' ? source.findings.filter(({ question }) => question === row.question) : [];
      return {
        fragments: [...(row.id === undefined ? [] : itemFragments(kinds[list], source.id, { id: row.id })), ...counted(source, row)],
        on: row.removed?.on,
        question: row.question,
        now: successor ? [successor] : onQuestion,
      };
    });
}

/** Every old address of a source that its page answers. */
export const allFormerFragments = (library: Library, source: SourceEntry): string[] =>
  (Object.keys(kinds) as ItemListName[]).flatMap((list) => [
    ...source[list].flatMap((item: Item) => formerFragments(library, source, list, item)),
    ...goneItems(library, source, list).flatMap(({ fragments }) => fragments),
  ]);
