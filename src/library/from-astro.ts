/** The Library out of Astro's collections, and the only place that decides that drafts show in `astro dev` alone. */
import { getEntry, render, type CollectionEntry } from 'astro:content';
import { site } from '../config.ts';
import { readContent } from './from-files.ts';
import { draftsOf, withoutDrafts, type Library } from './library.ts';

let whole: Promise<Library> | undefined;
let loaded: Promise<Library> | undefined;

const readCollections = async (): Promise<Library> => (await readContent(site.contentFolder)).library;

/** Everything that the collections hold; read once per build, anew for each request in dev. */
const readWhole = (): Promise<Library> => (import.meta.env.DEV ? readCollections() : (whole ??= readCollections()));

/** The whole library as pages may show it; read once per build, anew for each request in dev. */
export function loadLibrary(): Promise<Library> {
  if (import.meta.env.DEV) return readWhole();
  loaded ??= readWhole().then(withoutDrafts);
  return loaded;
}

/** The site as pages and exports name it: where it lives, and what it calls itself. */
export async function loadSite() {
  const { name, tagline, description } = (await loadLibrary()).site;
  return { ...site, name, tagline, description };
}

/** The drafts alone, for the desk of the editors: it says which there are and what is left to do, and prints none of their words. */
export const loadDrafts = async (): Promise<Library> => draftsOf(await readWhole());

/** The body of one entry as a component, e.g. `await loadBody('topics', 'phlegmasia')`. Throws when there is no such entry. */
export async function loadBody(collection: 'sources' | 'questions' | 'topics', id: string) {
  const entry: CollectionEntry<'sources' | 'questions' | 'topics'> | undefined = await getEntry(collection, id);
  if (!entry) throw new Error(`No entry \`${id}\` in \`${collection}\`, although its page is being built.`);
  return render(entry);
}
