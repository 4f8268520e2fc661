/**
 * The Library: all content as one value. Every check, graph, page and export is a pure function of it.
 * This room knows nothing about disk or Astro except in `from-files.ts` and `load.ts`.
 */
import {
  collectionNames,
  collections,
  isApproved,
  type Collection,
  type ManyOf,
  type PageCollection,
  type SingleCollection,
} from '../schema/collections.ts';
import type { IdOf } from '../schema/id.ts';
import { absent, type FieldsOf } from '../schema/schemas.ts';
import type { Status } from '../schema/vocabulary.ts';

type Row<C extends Collection> = (typeof collections)[C];
type KeyOf<C extends Collection> = Row<C>['ids'] extends infer Named extends Collection ? IdOf<Named> : never;

/** What a file adds to its fields. `file` is relative to the project, e.g. `content/sources/nice-2019-ipg651.md`. */
export interface FromFile<Id> {
  readonly id: Id;
  readonly file: string;
  /** Markdown or MDX below the frontmatter, as written; empty for YAML files. */
  readonly body: string;
}

/** An entry of a collection: its fields, and of a file of its own where that lies. `EntryOf<'term'>` is `Term`. */
export type EntryOf<C extends Collection> = C extends Collection
  ? true extends Row<C>['list'] | Row<C>['single']
    ? FieldsOf<C>
    : FieldsOf<C> & FromFile<KeyOf<C>>
  : never;

export type SourceEntry = EntryOf<'source'>;
export type QuestionEntry = EntryOf<'question'>;
export type TopicEntry = EntryOf<'topic'>;
export type PathwayEntry = EntryOf<'pathway'>;
export type FigureEntry = EntryOf<'figure'>;

/**
 * The entries of each collection by its name in the table, found by the ids that its row names, in the order that its row gives;
 * of what is one file, such as the vocabulary that all were read by, the entry itself.
 */
export type Library = {
  readonly [C in Collection as ManyOf<C>]: C extends SingleCollection
    ? EntryOf<C>
    : Row<C>['ids'] extends null
      ? readonly EntryOf<C>[]
      : ReadonlyMap<KeyOf<C>, EntryOf<C>>;
};

const isSingle = (name: Collection): name is SingleCollection => collections[name].single;

type Fields = Readonly<Record<string, string>>;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** One collection as its row wants it. Of two entries with one id the later stands; the check reports it. */
function arrange(collection: Collection, entries: Iterable<unknown>): unknown {
  if (isSingle(collection)) return [...entries][0] ?? absent[collection];
  const { list, ids, order } = collections[collection];
  const rows = [...(entries as Iterable<Fields>)];
  const keyOf = (row: Fields): string => row[list && ids && ids !== collection ? ids : 'id'] ?? '';
  if (order === 'id') rows.sort((a, b) => compare(keyOf(a), keyOf(b)));
  if (order === 'name') rows.sort((a, b) => (a['name'] ?? '').localeCompare(b['name'] ?? '', 'en'));
  return ids === null ? rows : new Map(rows.map((row) => [keyOf(row), row]));
}

/** A library of whatever `entriesIn` has of each collection, in whatever order; what it has must have passed the schemas. */
export const toLibrary = (entriesIn: (collection: Collection) => Iterable<unknown>): Library =>
  Object.fromEntries(collectionNames.map((name) => [collections[name].many, arrange(name, entriesIn(name))])) as Library;

/** The entries of one collection in their order, e.g. `entriesOf(library, 'source')`. */
export const entriesOf = <C extends Collection>(library: Library, collection: C): readonly EntryOf<C>[] => {
  const held = library[collections[collection].many];
  return isSingle(collection) ? [held as EntryOf<C>] : [...(held as unknown as ReadonlyMap<string, EntryOf<C>>).values()];
};

/** One entry by the id under which the library has it, e.g. `entryOf(library, 'source', 'nice-2019-ipg651')`. */
export function entryOf<C extends Collection>(library: Library, collection: C, id: string): EntryOf<C> | undefined {
  const entries = library[collections[collection].many];
  return entries instanceof Map ? (entries as ReadonlyMap<string, EntryOf<C>>).get(id) : undefined;
}

/** What an entry is called, e.g. the question that a question asks. */
export const titleOf = (entry: EntryOf<PageCollection>): string =>
  'question' in entry ? entry.question : 'title' in entry ? entry.title : entry.name;

/** The entries whose status `keep` takes; what has none of its own (terms, sections, people) stays. */
const withStatus = (library: Library, keep: (status: Status) => boolean): Library =>
  toLibrary((name) => (isApproved(name) ? entriesOf(library, name).filter(({ status }) => keep(status)) : entriesOf(library, name)));

/** The library as readers get it: without drafts. */
export const withoutDrafts = (library: Library): Library => withStatus(library, (status) => status !== 'draft');

/** What readers do not get yet: the drafts alone. */
export const draftsOf = (library: Library): Library => withStatus(library, (status) => status === 'draft');
