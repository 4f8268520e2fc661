/** The Library out of Astro's collections, and the only place that decides that drafts show in `astro dev` alone. */
import { getCollection, getEntry, render, type CollectionEntry } from 'astro:content';
import { toLibrary } from './entries.ts';
import { withoutDrafts, type Library } from './library.ts';

let loaded: Promise<Library> | undefined;

async function readCollections(): Promise<Library> {
  const [sources, questions, topics, pathways, terms, sections, sightings, people] = await Promise.all([
    getCollection('sources'),
    getCollection('questions'),
    getCollection('topics'),
    getCollection('pathways'),
    getCollection('terms'),
    getCollection('sections'),
    getCollection('sightings'),
    getCollection('people'),
  ]);
  const library = toLibrary({ sources, questions, topics, pathways, terms, sections, sightings, people });
  return import.meta.env.DEV ? library : withoutDrafts(library);
}

/** The whole library as pages may show it; read once per build, anew for each request in dev. */
export function loadLibrary(): Promise<Library> {
  if (import.meta.env.DEV) return readCollections();
  loaded ??= readCollections();
  return loaded;
}

/** The body of one entry as a component, e.g. `await loadBody('topics', 'phlegmasia')`. Throws when there is no such entry. */
export async function loadBody(collection: 'sources' | 'questions' | 'topics', id: string) {
  const entry: CollectionEntry<'sources' | 'questions' | 'topics'> | undefined = await getEntry(collection, id);
  if (!entry) throw new Error(`No entry \`${id}\` in \`${collection}\`, although its page is being built.`);
  return render(entry);
}
