/** States of the sources, day by day -> what `history.yaml` says: when each finding and result came, changed and went. Pure. */
import type { SourceEntry } from '../library/library.ts';
import type { ItemChange, ItemHistory, SourceHistory } from '../schema/history.ts';
import { levelOf, type Change } from './change.ts';
import { fieldChanges, matchItems } from './compare.ts';
import type { Entry } from './entries.ts';
import { lists, type WalkPlace } from './fields.ts';
import { comparable, isUnnamed } from './first-edition.ts';
import { itemLists, meaningOf, stateOf, type ItemList, type RawItem } from './item-state.ts';
import { isSame, toneOf } from './values.ts';
import type { Version } from './versions.ts';

/** What one commit did: the fields of each source that it touched, in whatever form the day had; undefined for one that it took out. */
export interface HistoryStep {
  /** Day of the commit, e.g. `2026-11-20`. */
  readonly on: string;
  readonly sources: ReadonlyMap<string, Entry | undefined>;
}

interface Told {
  readonly item: RawItem;
  readonly since: string;
  readonly was?: number;
  readonly changes: readonly ItemChange[];
  readonly removed?: { readonly on: string; readonly now?: string };
}
type Rows = Readonly<Record<ItemList, readonly Told[]>>;

/** The walk over fields names the file and whom it reaches; here the words alone are kept. */
const nowhere = { file: '', subject: '', reaches: [] };

const idOf = (item: RawItem): string | undefined => item['id'] as string | undefined;
const aliasesOf = (item: RawItem): readonly string[] => (item['aliases'] ?? []) as string[];

/** The same items before and after: by name and former names; where one of them has no name yet, by what they say. */
function pairsOf(olds: readonly RawItem[], news: readonly RawItem[], list: ItemList) {
  const [before, names] = [new Set(olds), new Set(olds.map(idOf))];
  const former = (item: RawItem): string | undefined => (before.has(item) ? idOf(item) : aliasesOf(item).find((alias) => names.has(alias)));
  const bySense = [...olds, ...news].some(isUnnamed) ? (lists[`source ${list}`]?.marks ?? []) : [];
  return matchItems<RawItem>(olds, news, [idOf, former, ...(bySense as ((item: RawItem) => string | undefined)[])]);
}

/** A minus as it is printed; a hyphen before a digit would also make readers of YAML look twice. */
const minus = (words: string): string => words.replace(/(?<![\p{L}\d])-(?=[\d.])/gu, '−');

const toChange = (on: string, { says, before, after, kind }: Partial<Change>): ItemChange => ({
  on,
  what: says ?? 'numbers',
  ...(before ? { was: minus(before) } : {}),
  // What a sentence says now stands on the page.
  ...(after && kind !== 'finding-claim' ? { is: minus(after) } : {}),
});

/** A result is told in two parts: its numbers with what they count, and our note beside them, whose choice of words is free. */
function resultChanges(on: string, { note: was, ...before }: RawItem, { note: is, ...after }: RawItem): ItemChange[] {
  const { pair } = lists['source results'] ?? {};
  const told = typeof pair === 'function' ? pair(before as never, after as never) : undefined;
  const noted = toneOf(was as string | undefined, is as string | undefined) === 'claim';
  return [
    ...(told ? [toChange(on, told)] : []),
    ...(noted ? [toChange(on, { says: 'note', kind: 'finding-claim', before: was as string, after: is as string })] : []),
  ];
}

/** What differs in what one item says, in words; nothing where only its form or its choice of words does. */
function changesOf(place: WalkPlace, list: ItemList, on: string, was: RawItem, is: RawItem): ItemChange[] {
  const named = { before: !isUnnamed(was), after: !isUnnamed(is) };
  const [before, after] = comparable(meaningOf(was, list), meaningOf(is, list), named);
  if (isSame(before, after)) return [];
  if (list === 'findings')
    return fieldChanges('finding', place, before, after)
      .filter(({ kind }) => levelOf(kind) === 'evidence')
      .map((change) => toChange(on, change));
  return resultChanges(on, before, after);
}

/** Several changes of one thing on one day are one; one that was taken back the same day is none. */
function folded(changes: readonly ItemChange[], since: string): ItemChange[] {
  const later = changes.filter(({ on }) => on !== since);
  return [...Map.groupBy(later, ({ on, what }) => `${on} ${what}`).values()].flatMap((same) => {
    const [first, last] = [same[0], same.at(-1)];
    if (!first || !last) return [];
    const { is: _is, ...rest } = first;
    return last.is !== undefined && last.is === first.was ? [] : [{ ...rest, ...(last.is === undefined ? {} : { is: last.is }) }];
  });
}

/** The rows of one list after a commit in which its source has these items. */
function step(place: WalkPlace, list: ItemList, on: string, rows: readonly Told[], items: readonly RawItem[]): Told[] {
  const [present, gone] = [rows.filter(({ removed }) => !removed), rows.filter(({ removed }) => removed)];
  const rowOf = new Map(present.map((row) => [row.item, row]));
  const olds = present.map(({ item }) => item);
  const { pairs, removed } = pairsOf(olds, items, list);
  const before = new Map(pairs.map((pair) => [pair.after, pair.before]));
  const now = items.map((item): Told => {
    const old = before.get(item);
    const row = old && rowOf.get(old);
    if (!old || !row) return { item, since: on, changes: [] };
    const counted = list === 'findings' && isUnnamed(old) && !isUnnamed(item) ? { was: olds.indexOf(old) + 1 } : {};
    return { ...row, ...counted, item, changes: [...row.changes, ...changesOf(place, list, on, old, item)] };
  });
  // Before names came, only what was there on the last day of the counted form had an address that somebody may still hold.
  const moved = items.some((item) => !isUnnamed(item));
  const went = removed.flatMap((item): Told[] => {
    const row = rowOf.get(item);
    if (!row || (isUnnamed(item) && !(moved && list === 'findings'))) return [];
    return [{ ...row, ...(isUnnamed(item) ? { was: olds.indexOf(item) + 1 } : {}), removed: { on } }];
  });
  const successor = (item: RawItem): string | undefined =>
    items.flatMap((one) => (aliasesOf(one).includes(idOf(item) ?? '') ? (idOf(one) ?? []) : []))[0];
  const left = [...gone, ...went].map((row): Told => {
    const next = row.removed?.now ?? successor(row.item);
    return row.removed && next ? { ...row, removed: { ...row.removed, now: next } } : row;
  });
  return [...now, ...left];
}

const itemsOf = (source: Entry | undefined, list: ItemList): readonly RawItem[] =>
  source === undefined || source.status === 'draft' || !Array.isArray(source[list]) ? [] : (source[list] as RawItem[]);

/** What a row says, in the order of the schema; `state` is that of an item which is still there. */
function toItem({ item, since, was, changes, removed }: Told, state: string | undefined): ItemHistory {
  const id = idOf(item);
  const question = item['question'] as ItemHistory['question'];
  return {
    ...(id === undefined ? {} : { id }),
    ...(was === undefined ? {} : { was }),
    since,
    changes: folded(changes, since),
    ...(removed ? { removed, ...(question && { question }) } : { state }),
  };
}

/** The history of one source; `source` is what its file says now, undefined for one that is gone. */
function toHistory(id: SourceEntry['id'], rows: Rows, source: SourceEntry | undefined): SourceHistory {
  const [findings, results] = itemLists.map((list) => {
    const now = new Map(itemsOf(source as unknown as Entry, list).map((item) => [idOf(item), stateOf(item, list)]));
    return rows[list].flatMap((row) => {
      const state = now.get(idOf(row.item));
      return row.removed || state ? [toItem(row, state)] : [];
    });
  }) as [ItemHistory[], ItemHistory[]];
  return { source: id, findings, results };
}

/** The source that stood at an address which this one keeps as a former one. */
const formerId = (source: Entry, held: ReadonlyMap<string, Rows>): string | undefined =>
  ((source['aliases'] ?? []) as string[]).map((alias) => alias.split('/').at(-2) ?? '').find((id) => held.has(id));

/**
 * The history of every source from its commits, oldest first, with what stands there now; words of questions and of the
 * vocabulary are those of `now`. What was renamed with an alias keeps its past, and a draft has none.
 */
export function buildHistories(steps: readonly HistoryStep[], now: Version): SourceHistory[] {
  const versions = { before: now, after: now };
  const held = new Map<string, Rows>();
  const take = (on: string, id: string, entry: Entry, rows: Rows): void => {
    const place = { versions, entry, base: nowhere, prefix: '' };
    const next = (list: ItemList): Told[] => step(place, list, on, rows[list], itemsOf(entry, list));
    held.set(id, { findings: next('findings'), results: next('results') });
  };
  for (const { on, sources } of steps) {
    const [written, gone] = [[...sources].filter(([, one]) => one), [...sources].filter(([, one]) => !one)];
    for (const [id, source = {}] of written) {
      const former = held.has(id) ? undefined : formerId(source, held);
      take(on, id, source, held.get(former ?? id) ?? { findings: [], results: [] });
      if (former) held.delete(former);
    }
    for (const [id] of gone) {
      const rows = held.get(id);
      if (rows) take(on, id, { id }, rows);
    }
  }
  const { sources } = now.content.library;
  return [...held]
    .map(([id, rows]) => toHistory(id as SourceEntry['id'], rows, sources.get(id as SourceEntry['id'])))
    .filter(({ findings, results }) => findings.length + results.length > 0)
    .sort((a, b) => (a.source < b.source ? -1 : 1));
}

/**
 * The same with the days that an older history gives: what was told once keeps its day, though a merge or a squash has given
 * its commit another. A change is known again by its words.
 */
export function settled(rows: readonly SourceHistory[], told: ReadonlyMap<string, SourceHistory>): SourceHistory[] {
  const over = (list: ItemList, { source, [list]: items }: SourceHistory): ItemHistory[] =>
    items.map((item) => {
      const old = told.get(source)?.[list].find(({ id, was }) => (item.id === undefined ? was === item.was : id === item.id));
      if (!old) return item;
      const dayOf = ({ on, ...words }: ItemChange): string => old.changes.find(({ on: _on, ...one }) => isSame(one, words))?.on ?? on;
      const changes = item.changes.map((change) => ({ ...change, on: dayOf(change) }));
      const removed = item.removed && { ...item.removed, on: old.removed?.on ?? item.removed.on };
      return { ...item, since: old.since < item.since ? old.since : item.since, changes, ...(removed && { removed }) };
    });
  return rows.map((row) => ({ ...row, findings: over('findings', row), results: over('results', row) }));
}
