/** The search page before anybody types: examples, and where to go without scripts. */
import type { SiteProfile } from '../schema/site-profile.ts';
import { toShell, type Link, type Shell } from '../parts/shell.ts';
import { glossaryUrl, questionsUrl, referencesUrl, searchUrl, topicsUrl } from '../parts/urls.ts';

export interface SearchPageView {
  readonly shell: Shell;
  readonly examples: readonly Link[];
  readonly shelves: readonly (Link & { readonly says: string })[];
}

export const searchPage = ({ scope, examples }: SiteProfile): SearchPageView => ({
  shell: toShell({
    title: 'Search',
    description: `Search topics, questions, sources and terms on ${scope}.`,
    path: searchUrl,
    breadcrumbs: [],
  }),
  examples: [examples.abbreviation, examples.term, examples.everyday, ...examples.names, examples.question].map((text) => ({
    href: `${searchUrl}?q=${encodeURIComponent(text)}`,
    text,
  })),
  shelves: [
    { href: topicsUrl, text: 'Topics', says: 'pages to read, section by section' },
    { href: questionsUrl, text: 'Questions', says: 'what the sources were asked, with what each one says' },
    { href: glossaryUrl, text: 'Glossary', says: 'terms, abbreviations and everyday words' },
    { href: referencesUrl, text: 'References', says: 'every source, with the pages that cite it' },
  ],
});
