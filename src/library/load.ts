/**
 * What pages are made from: the library, read from disk once in a build and anew for each request in `astro dev`, and bodies as
 * components, which Astro renders. The only place that decides that drafts show in `astro dev` alone.
 */
import { getEntry, render } from 'astro:content';
import { site } from '../config.ts';
import { collections, type BodyCollection } from '../schema/collections.ts';
import { readContent } from './from-files.ts';
import { draftsOf, withoutDrafts, type Library } from './library.ts';

const read = async (): Promise<Library> => (await readContent(site.contentFolder)).library;

let whole: Promise<Library> | undefined;
let shown: Promise<Library> | undefined;

/** The library as pages may show it. */
export const loadLibrary = (): Promise<Library> => (import.meta.env.DEV ? read() : (shown ??= (whole ??= read()).then(withoutDrafts)));

/** The site as pages and exports name it: where it lies, and what it calls itself. */
export async function loadSite() {
  const { name, tagline, description } = (await loadLibrary()).site;
  return { ...site, name, tagline, description };
}

/** The drafts alone, for the desk of the editors: it says which there are and what is left to do, and prints none of their words. */
export const loadDrafts = async (): Promise<Library> => draftsOf(await (import.meta.env.DEV ? read() : (whole ??= read())));

/** The body of one entry as a component, e.g. `await loadBody('topic', 'phlegmasia')`. Throws when there is no such entry. */
export async function loadBody(collection: BodyCollection, id: string) {
  const entry = await getEntry(collections[collection].many, id);
  if (!entry) throw new Error(`No entry \`${id}\` in \`${collection}\`, although its page is being built.`);
  return render(entry);
}
