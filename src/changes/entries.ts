/** What the entries of each collection are called in a sentence, and which pages depend on them in either version. */
import type { PageRef } from '../evidence/evidence-graph.ts';
import { sourceName } from '../evidence/source-name.ts';
import type { Library } from '../library/library.ts';
import type { QuestionId, SourceId } from '../schema/id.ts';
import type { Lookup } from '../schema/lookup.ts';
import { nouns, type Noun } from '../schema/nouns.ts';
import type { Sighting } from '../schema/sighting.ts';
import type { Section } from '../schema/term.ts';
import type { Change } from './change.ts';
import type { Version, Versions } from './versions.ts';

type Known = 'id' | 'file' | 'body' | 'status' | 'short' | 'title' | 'name' | 'definition' | 'job' | 'source' | 'address';
/** An entry as the walk over its fields sees it: a page with its file and body, or one row of a list. */
export type Entry = Readonly<Record<string, unknown> & Partial<Record<Known, string>>>;

const maps = {
  source: 'sources',
  question: 'questions',
  topic: 'topics',
  pathway: 'pathways',
  term: 'terms',
  section: 'sections',
  person: 'people',
  sighting: 'sightings',
  lookup: 'lookups',
} as const;
/** The entries of a collection in the order of the library. */
export const entriesOf = (library: Library, noun: Noun): Entry[] =>
  noun in maps ? ([...library[maps[noun as keyof typeof maps]].values()] as object[] as Entry[]) : [];

/** An entry in the newer version, else in the older. */
export const latest = ({ before, after }: Versions, noun: Noun, id: string): Entry | undefined =>
  [after, before].flatMap(({ content }) => entriesOf(content.library, noun)).find((entry) => entry.id === id);

/** By what an entry is known again: its id, or what a row without one is about. */
export const keyOf = ({ id, job, source, address }: Entry): string => id ?? [job, source ?? address].filter(Boolean).join(' ');

/** How an entry is called where neither its short name nor its title would do. */
const names: Readonly<Partial<Record<Noun, (entry: never) => string>>> = {
  source: sourceName,
  section: ({ title }: Section) => `Section “${title}”`,
  sighting: ({ source }: Sighting) => `Anchors of ${source} found by machine`,
  lookup: ({ job, source }: Lookup) => `Lookup of ${source}: ${job}`,
  feed: ({ title }: { readonly title: string }) => `Feed “${title}”`,
};

/** A question and the topics that list it. */
function withTopics(graph: Version['graph'], id: QuestionId): PageRef[] {
  const listing = [...graph.questionsOfTopic].filter(([, questions]) => questions.includes(id));
  const own: PageRef[] = graph.library.questions.has(id) ? [{ noun: 'question', id }] : [];
  return [...own, ...listing.map(([topic]): PageRef => ({ noun: 'topic', id: topic }))];
}

/** Pages on which an entry stands, in one version: those that use a source, list a question on which it speaks, or mention a term. */
function pagesOf(graph: Version['graph'], noun: Noun, id: never): readonly PageRef[] {
  if (noun === 'source')
    return (graph.usedIn.get(id) ?? []).flatMap((ref) => (ref.noun === 'question' ? withTopics(graph, ref.id) : [ref]));
  if (noun === 'question') return withTopics(graph, id);
  if (noun === 'term') return [{ noun, id }, ...(graph.pagesOfTerm.get(id) ?? [])];
  return noun === 'topic' || noun === 'pathway' ? [{ noun, id }] : [];
}

/** Pages of both versions, each once and in the order of first mention. */
function inBoth({ before, after }: Versions, pagesIn: (graph: Version['graph']) => readonly PageRef[]): PageRef[] {
  const refs = [...pagesIn(before.graph), ...pagesIn(after.graph)];
  return [...new Map(refs.map((ref) => [`${ref.noun} ${ref.id}`, ref])).values()];
}

/**
 * Pages that a statement of a source on some questions can touch: those questions with their topics, and whatever cites the
 * source by name. A question that has a finding of that source of its own cites it for that one, and is left out.
 */
export const reachOfFinding = (versions: Versions, id: SourceId, questions: readonly QuestionId[]): PageRef[] =>
  inBoth(versions, (graph) => {
    const source = graph.library.sources.get(id);
    const own = new Set(source?.findings.map(({ question }) => question));
    const citing = (graph.usedIn.get(id) ?? []).filter((ref) => ref.noun !== 'question' || !own.has(ref.id));
    return source ? [...questions.flatMap((question) => withTopics(graph, question)), ...citing] : [];
  });

/** Where a change is seen. */
export type Base = Pick<Change, 'file' | 'subject' | 'reaches' | 'unit'>;

/** The file and the name of an entry, and the pages that depend on it, e.g. `{ file: 'content/terms.yaml', subject: 'distal', … }`. */
export function baseOf(versions: Versions, noun: Noun, held: object): Base {
  const entry = held as Entry;
  const file = entry.file ?? `${versions.after.content.folder}/${nouns[noun].path}`;
  const subject = names[noun]?.(entry as never) ?? entry.short ?? entry.title ?? entry.name ?? keyOf(entry);
  return { file, subject, reaches: inBoth(versions, (graph) => pagesOf(graph, noun, entry.id as never)), unit: `${file} ${keyOf(entry)}` };
}
