/**
 * The context that the rules read: every entry as far as it is right, the names that exist, and the facts of bodies.
 * A file with one mistake still shows all its others. It reports nothing itself.
 */
import { collectionOf, type Content } from '../library/content.ts';
import type { ContentFile, FieldPath } from '../library/content-file.ts';
import { entryOf } from '../library/library.ts';
import { bodyCollections, collectionNames, collections, type BodyCollection, type Collection, type ManyOf } from '../schema/collections.ts';
import { fileSchema, schemaOf, type FieldsOf } from '../schema/schemas.ts';
import type { Vocabulary } from '../schema/vocabulary.ts';
import type { Person } from '../schema/person.ts';
import type { Source } from '../schema/source.ts';
import type { z } from 'zod';
import { filledBody } from '../evidence/prose-values.ts';
import { toFilledFacts, type BodyFacts } from './body-facts.ts';

/** A type with every field and entry possibly missing, all the way down. */
export type DeepPartial<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends readonly (infer E)[]
    ? readonly (DeepPartial<E> | undefined)[]
    : { readonly [K in keyof T]?: DeepPartial<T[K]> };

type Tree = Record<string | number, unknown>;
const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;

function cut(value: Tree, path: readonly PropertyKey[]): void {
  let at: unknown = value;
  for (const step of path.slice(0, -1)) at = isTree(at) ? at[step as string] : undefined;
  const last = path.at(-1) as string | undefined;
  if (isTree(at) && last !== undefined) at[last] = undefined;
}

/**
 * The value without what `issues` complain about, so that the other rules can go on with the rest of a file that has a mistake.
 * Entries of lists keep their place: a bad one becomes `undefined`.
 */
function toDeepPartial<T>(value: unknown, issues: readonly z.core.$ZodIssue[]): DeepPartial<T> {
  if (!isTree(value) || Array.isArray(value)) return {} as DeepPartial<T>;
  const rest = structuredClone(value);
  for (const issue of issues) {
    if (issue.code === 'unrecognized_keys') for (const key of issue.keys) cut(rest, [...issue.path, key]);
    else cut(rest, issue.path);
  }
  return rest as DeepPartial<T>;
}

/** The fields of every form of a choice, e.g. those of all kinds of topic. */
type AllFields<T> = { readonly [K in T extends unknown ? keyof T : never]: T extends unknown ? (K extends keyof T ? T[K] : never) : never };

export interface LintEntry<T> {
  readonly file: ContentFile;
  readonly id: string;
  /** Where the entry starts in its file: empty for a file of its own, `[3]` for the fourth row of a list. */
  readonly at: FieldPath;
  readonly data: DeepPartial<AllFields<T>>;
  readonly draft: boolean;
}

type LintEntries = { readonly [C in Collection as ManyOf<C>]: readonly LintEntry<FieldsOf<C>>[] };

/** Names of one collection. Of a list that cannot be read every name may exist. */
export interface EntryNames {
  has(name: string): boolean;
  readonly all: readonly string[];
}

export interface SchemaViolation {
  readonly file: ContentFile;
  readonly at: FieldPath;
  readonly issues: readonly z.core.$ZodIssue[];
}

export interface LintContext extends LintEntries {
  readonly content: Content;
  readonly asOf: string;
  /** Texts of the raw articles that are at hand, by `sha256-…`; undefined when nobody gave any. */
  readonly snapshots: ReadonlyMap<string, string> | undefined;
  /** Who stood on the branch that a change is made for: only they approve. Undefined where there is no such branch: those of the content. */
  readonly trusted: ReadonlyMap<string, Person> | undefined;
  readonly names: Readonly<Record<Collection, EntryNames>>;
  readonly sourceOf: ReadonlyMap<string, LintEntry<Source>>;
  /** What schemas refused, file by file. */
  readonly violations: readonly SchemaViolation[];
  /** Everything with a body: sources, questions and topics. */
  readonly pages: readonly LintEntry<FieldsOf<BodyCollection>>[];
  /** Paths of files known to be right, each against every other of them. */
  readonly settled: ReadonlySet<string>;
  /** Facts of a body, worked out once. */
  bodyOf(file: ContentFile): BodyFacts;
  /** A body as readers get it: with the words of its values, line by line in the same places. */
  wordsOf(file: ContentFile): string;
}

export interface LintOptions {
  /** Day as of which reviews are due, e.g. `2026-11-20`. */
  readonly asOf: string;
  readonly settled?: ReadonlySet<string> | undefined;
  readonly snapshots?: ReadonlyMap<string, string> | undefined;
  /** People as they stood before the change that is checked. */
  readonly trusted?: ReadonlyMap<string, Person> | undefined;
  /** Facts of bodies that are known already, by path of their file. */
  readonly bodies?: ReadonlyMap<string, BodyFacts> | undefined;
}

const idOf = (value: unknown): string => {
  const id = (value as { id?: unknown } | null)?.id;
  return typeof id === 'string' ? id : '';
};

interface Read {
  readonly entries: readonly LintEntry<never>[];
  readonly violations: readonly SchemaViolation[];
}

/** One value against its schema: the entry as far as it is right, and what was refused. */
function readValue(file: ContentFile, value: unknown, at: FieldPath, id: string, vocabulary: Vocabulary): Read {
  const { collection } = file;
  const row = schemaOf(collection, vocabulary);
  const parsed = row.safeParse(value);
  if (parsed.success) return { entries: [{ file, id, at, data: parsed.data as never, draft: isDraft(parsed.data) }], violations: [] };
  const issues = parsed.error.issues;
  // An unknown kind of topic hides what else its schema would refuse; one kind stands in for it.
  const asConcept = collection === 'topic' && issues.some((issue) => issue.path[0] === 'kind');
  const hidden = asConcept ? (row.safeParse({ ...(value as object), kind: 'concept' }).error?.issues ?? []) : [];
  const data = toDeepPartial<never>(value, [...issues, ...hidden]);
  const others = hidden.filter((issue) => issue.code !== 'unrecognized_keys');
  return { entries: [{ file, id, at, data, draft: isDraft(data) }], violations: [{ file, at, issues: [...issues, ...others] }] };
}

const isDraft = (data: unknown): boolean => (data as { status?: unknown } | null)?.status === 'draft';

function readCollection(content: Content, collection: Collection): Read {
  const { vocabulary } = content.library;
  const own = content.files.filter((file) => file.collection === collection);
  const reads = own.flatMap((file) => {
    if (!collections[collection].list) {
      const data = entryOf(content.library, collection, file.id);
      if (data) return [{ entries: [{ file, id: file.id, at: [], data, draft: isDraft(data) }], violations: [] }];
      return file.value === null && collections[collection].single ? [] : [readValue(file, file.value, [], file.id, vocabulary)];
    }
    if (file.value === null) return [];
    const rows = Array.isArray(file.value) ? file.value : undefined;
    if (rows) return rows.map((row, index) => readValue(file, row, [index], idOf(row), vocabulary));
    const issues = fileSchema(collection, vocabulary).safeParse(file.value).error?.issues ?? [];
    return [{ entries: [], violations: [{ file, at: [], issues }] }];
  });
  return { entries: reads.flatMap((read) => read.entries), violations: reads.flatMap((read) => read.violations) };
}

function namesOf(content: Content, collection: Collection, entries: readonly LintEntry<never>[]): EntryNames {
  const unread = content.unreadable.filter(({ path }) => collectionOf(path.slice(content.folder.length + 1)) === collection);
  if (collections[collection].list && unread.length) return { has: () => true, all: [] };
  const lost = unread.map(({ path }) => path.slice(path.lastIndexOf('/') + 1).replace(/\.[a-z]+$/, ''));
  const names = new Set([...entries.map((entry) => entry.id), ...lost]);
  return { has: (name) => names.has(name), all: [...names] };
}

const byCollection = <T>(of: (collection: Collection) => T): Readonly<Record<Collection, T>> =>
  Object.fromEntries(collectionNames.map((name) => [name, of(name)])) as Record<Collection, T>;

/** Reads content for the rules. Pure; costs one pass, bodies only when a rule asks. */
export function buildLintContext(content: Content, options: LintOptions): LintContext {
  const read = byCollection((name) => readCollection(content, name));
  const entries = Object.fromEntries(collectionNames.map((name) => [collections[name].many, read[name].entries])) as LintEntries;
  const bodies = new Map<ContentFile, BodyFacts>();
  return {
    ...entries,
    content,
    asOf: options.asOf,
    settled: options.settled ?? new Set(),
    snapshots: options.snapshots,
    trusted: options.trusted,
    names: byCollection((name) => namesOf(content, name, read[name].entries)),
    sourceOf: new Map(entries.sources.map((entry) => [entry.id, entry])),
    violations: collectionNames.flatMap((name) => read[name].violations),
    pages: bodyCollections.flatMap((name): readonly LintEntry<FieldsOf<BodyCollection>>[] => entries[collections[name].many]),
    bodyOf(file) {
      const known = bodies.get(file) ?? options.bodies?.get(file.path);
      if (known) return known;
      const facts = toFilledFacts(file.body, collections[file.collection].ending === '.mdx' ? 'mdx' : 'md', (body) =>
        filledBody(content.library, body),
      );
      bodies.set(file, facts);
      return facts;
    },
    wordsOf: (file) => filledBody(content.library, file.body),
  };
}
