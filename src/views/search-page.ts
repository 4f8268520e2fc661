/** The search page before anybody types: examples, and where to go without scripts. */
import { toShell, type Link, type Shell } from './shell.ts';
import { glossaryUrl, questionsUrl, referencesUrl, searchUrl, topicsUrl } from './urls.ts';

export interface SearchPageView {
  readonly shell: Shell;
  readonly examples: readonly Link[];
  readonly shelves: readonly (Link & { readonly says: string })[];
}

export const searchPage: SearchPageView = {
  shell: toShell({
    title: 'Search',
    description: 'Search topics, questions, sources and terms on clot removal for deep vein thrombosis.',
    path: searchUrl,
    breadcrumbs: [],
  }),
  examples: ['PCD', 'phlegmasia', 'clot-busting', 'ATTRACT', 'ClotTriever', 'Should a clot in the thigh be removed?'].map((text) => ({
    href: `${searchUrl}?q=${encodeURIComponent(text)}`,
    text,
  })),
  shelves: [
    { href: topicsUrl, text: 'Topics', says: 'pages to read, section by section' },
    { href: questionsUrl, text: 'Questions', says: 'what the sources were asked, with what each one says' },
    { href: glossaryUrl, text: 'Glossary', says: 'terms, abbreviations and everyday words' },
    { href: referencesUrl, text: 'References', says: 'every source, with the pages that cite it' },
  ],
};
