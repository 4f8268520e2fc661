/** What the entries of each collection are called in a sentence, and which pages depend on them in either version. */
import type { PageRef } from '../evidence/evidence-graph.ts';
import { sourceName } from '../evidence/source-name.ts';
import { entriesOf, entryOf } from '../library/library.ts';
import type { QuestionId, SourceId } from '../schema/id.ts';
import type { Lookup } from '../schema/lookup.ts';
import { collections, type Collection } from '../schema/collections.ts';
import type { Verification } from '../schema/verification.ts';
import type { Section } from '../schema/term.ts';
import { absent } from '../schema/schemas.ts';
import type { Change } from './change.ts';
import type { Version, Versions } from './versions.ts';

type Known = 'id' | 'file' | 'body' | 'status' | 'short' | 'title' | 'name' | 'definition' | 'job' | 'source' | 'address';
/** An entry as the walk over its fields sees it: a page with its file and body, or one row of a list. */
export type Entry = Readonly<Record<string, unknown> & Partial<Record<Known, string>>>;

/** The entries of a collection in one version, drafts included; what stands in for a file that cannot be read is none. */
export const entriesIn = ({ content }: Version, collection: Collection): Entry[] =>
  (entriesOf(content.library, collection) as readonly unknown[] as Entry[]).filter(
    (entry) => !Object.values<unknown>(absent).includes(entry),
  );

/** An entry in the newer version, else in the older. */
export const latest = ({ before, after }: Versions, collection: Collection, id: string): Entry | undefined =>
  [after, before].map(({ content }) => entryOf(content.library, collection, id) as Entry | undefined).find(Boolean);

/** By what an entry is known again: its id, or what a row without one is about. */
export const keyOf = ({ id, job, source, address }: Entry): string => id ?? [job, source ?? address].filter(Boolean).join(' ');

/** How an entry is called where neither its short name nor its title would do. */
const names: Readonly<Partial<Record<Collection, (entry: never) => string>>> = {
  source: sourceName,
  section: ({ title }: Section) => `Section “${title}”`,
  verification: ({ source }: Verification) => `Anchors of ${source} found by machine`,
  lookup: ({ job, source }: Lookup) => `Lookup of ${source}: ${job}`,
  feed: ({ title }: { readonly title: string }) => `Feed “${title}”`,
};

/** A question and the topics that list it. */
function withTopics(graph: Version['graph'], id: QuestionId): PageRef[] {
  const listing = [...graph.questionsOfTopic].filter(([, questions]) => questions.includes(id));
  const own: PageRef[] = graph.library.questions.has(id) ? [{ collection: 'question', id }] : [];
  return [...own, ...listing.map(([topic]): PageRef => ({ collection: 'topic', id: topic }))];
}

/** Pages on which an entry stands, in one version: those that use a source, list a question on which it speaks, or mention a term. */
function pagesOf(graph: Version['graph'], collection: Collection, id: never): readonly PageRef[] {
  if (collection === 'source')
    return (graph.usedIn.get(id) ?? []).flatMap((ref) => (ref.collection === 'question' ? withTopics(graph, ref.id) : [ref]));
  if (collection === 'question') return withTopics(graph, id);
  if (collection === 'term') return [{ collection, id }, ...(graph.pagesOfTerm.get(id) ?? [])];
  return collection === 'topic' || collection === 'pathway' ? [{ collection, id }] : [];
}

/** Pages of both versions, each once and in the order of first mention. */
function inBoth({ before, after }: Versions, pagesIn: (graph: Version['graph']) => readonly PageRef[]): PageRef[] {
  const refs = [...pagesIn(before.graph), ...pagesIn(after.graph)];
  return [...new Map(refs.map((ref) => [`${ref.collection} ${ref.id}`, ref])).values()];
}

/**
 * Pages that a statement of a source on some questions can touch: those questions with their topics, and whatever cites the
 * source by name. A question that has a finding of that source of its own cites it for that one, and is left out.
 */
export const reachOfFinding = (versions: Versions, id: SourceId, questions: readonly QuestionId[]): PageRef[] =>
  inBoth(versions, (graph) => {
    const source = graph.library.sources.get(id);
    const own = new Set(source?.findings.map(({ question }) => question));
    const citing = (graph.usedIn.get(id) ?? []).filter((ref) => ref.collection !== 'question' || !own.has(ref.id));
    return source ? [...questions.flatMap((question) => withTopics(graph, question)), ...citing] : [];
  });

/** Where a change is seen. */
export type Base = Pick<Change, 'file' | 'subject' | 'reaches' | 'unit'>;

/** The file and the name of an entry, and the pages that depend on it, e.g. `{ file: 'content/terms.yaml', subject: 'distal', … }`. */
export function baseOf(versions: Versions, collection: Collection, held: object): Base {
  const entry = held as Entry;
  const file = entry.file ?? `${versions.after.content.folder}/${collections[collection].path}`;
  const subject = (names[collection]?.(entry as never) ?? entry.short ?? entry.title ?? entry.name ?? keyOf(entry)) || collection;
  return {
    file,
    subject,
    reaches: inBoth(versions, (graph) => pagesOf(graph, collection, entry.id as never)),
    unit: `${file} ${keyOf(entry)}`,
  };
}
