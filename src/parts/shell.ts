/** What every page has, whatever it is about: head, menus, breadcrumbs, search facts. */
import type { PageKind } from '../schema/collections.ts';
import type { Register } from '../schema/vocabulary.ts';
import { site } from '../config.ts';
import { editUrl, errorReportUrl, siteRepository, sourceSuggestionUrl, type ReportedPage } from './repository.ts';
import * as urls from './urls.ts';

export interface Link {
  readonly href: string;
  readonly text: string;
}

/** What the search index is told about a page besides its words. */
export interface SearchFacts {
  /** Kind of page: the first facet. */
  readonly page: PageKind;
  /** Further facets, by the names in `search/query.client.ts`, e.g. `tier`. */
  readonly filters: readonly { readonly name: string; readonly value: string }[];
  /** Shown with a result. */
  readonly kind: string;
  readonly date: string;
  readonly summary: string;
  /** The answer of a question in one sentence, which is what a hit says of it. */
  readonly gist?: string;
  /** Abbreviations and other words under which the page must be found. */
  readonly aliases: readonly string[];
  /** What the page itself is called besides its title, e.g. `CDT` or a trial’s acronym: whoever types exactly that gets it first. */
  readonly names?: readonly string[];
  /** Below 1 for pages whose words should weigh less, e.g. a maker's: on the scale of Pagefind, where 0.7 halves. */
  readonly weight?: number;
  /** Day by which results are sorted, e.g. `2017-12-07` or `2017`. */
  readonly day?: string;
}

/** What a page says about itself. */
export interface ShellFacts {
  /** Heading of the page and first part of its title. */
  readonly title: string;
  readonly description: string;
  /** Root-relative address with trailing slash, e.g. `/topics/phlegmasia/`. */
  readonly path: string;
  readonly breadcrumbs: readonly Link[];
  /** Left out for pages that search should not find. */
  readonly search?: SearchFacts;
  /** Register that the page opens with, for pages that have three. */
  readonly leads?: Register;
  /** True for pages that search engines should pass over. */
  readonly hidden?: boolean;
  /** From which day this state of the page is, its version, and when its review falls due: printed on paper. */
  readonly edition?: { readonly of: string; readonly version: string; readonly due: string };
  /** Which entry of the main menu is the current one. */
  readonly menu?: string;
  /** The file that the page is made from, where one file makes it, e.g. `content/terms.yaml`. */
  readonly file?: string;
}

export interface Shell extends ShellFacts {
  /** Address of the page, complete with host; undefined where the site has none. */
  readonly canonical: string | undefined;
  /** The same in other forms, and feeds of what changes on it. */
  readonly alternates: readonly { readonly href: string; readonly type: string; readonly title: string }[];
  /** Address of the picture that goes with a shared link, complete with host where the site has one. */
  readonly card: string;
  readonly site: { readonly home: string; readonly language: string };
  /** The main menu, each name with the pages behind it. */
  readonly entries: readonly (Link & { readonly current: boolean; readonly pages: readonly Link[] })[];
  /** Where a reader can say what is wrong or missing, or put it right; empty where the site names no repository. */
  readonly help: readonly Link[];
  readonly licences: { readonly content: Link; readonly code: Link };
  readonly searchHref: string;
}

const home: Link = { href: urls.homeUrl, text: 'Home' };
/** The lists that pages lie below. */
const lists = {
  topics: { href: urls.topicsUrl, text: 'Topics' },
  questions: { href: urls.questionsUrl, text: 'Questions' },
  figures: { href: urls.figuresUrl, text: 'Figures' },
  references: { href: urls.referencesUrl, text: 'References' },
  glossary: { href: urls.glossaryUrl, text: 'Glossary' },
  pathways: { href: urls.pathwaysUrl, text: 'Pathways' },
  cards: { href: urls.learnUrl, text: 'Cards' },
} as const;
const pageLink = (href: string, text: string): Link => ({ href, text });

/** The main menu: five names, the same everywhere, each with the pages behind it. The first page is where the name leads. */
const menu = {
  Answers: [pageLink(urls.questionsUrl, 'Questions'), lists.pathways],
  Compare: [
    pageLink(urls.matrixUrl, 'Compare sources'),
    pageLink(urls.patientUrl, 'By patient'),
    pageLink(urls.comparePathwaysUrl, 'Pathways side by side'),
  ],
  Learn: [lists.topics, lists.cards, lists.glossary, lists.figures],
  Sources: [lists.references, pageLink(urls.updatesUrl, 'Updates')],
  About: [
    pageLink(urls.aboutUrl, 'About'),
    pageLink(urls.methodUrl, 'Method'),
    pageLink(urls.policyUrl, 'Editorial policy'),
    pageLink(urls.editorialUrl, 'Content quality'),
    pageLink(urls.offlineUrl, 'Offline'),
    pageLink(urls.accessibilityUrl, 'Accessibility'),
    pageLink(urls.disclaimerUrl, 'Disclaimer'),
  ],
} as const satisfies Readonly<Record<string, readonly [Link, ...Link[]]>>;
const groups: readonly (readonly [string, readonly Link[]])[] = Object.entries(menu);
const toLink = ({ url, name }: { url: string; name: string }): Link => ({ href: url, text: name });

/** What the foot of a page offers: report, suggest and, where one file makes the page, edit. Empty without a repository. */
function toHelpLinks(page: ReportedPage, repository = siteRepository()): Link[] {
  const links = [
    { href: errorReportUrl(page, repository), text: 'Report an error on this page' },
    { href: sourceSuggestionUrl(page, repository), text: 'Suggest a source' },
    { href: page.file && editUrl(page.file, repository), text: 'Edit this page' },
  ];
  return links.flatMap(({ href, text }) => (href ? [{ href, text }] : []));
}

const mediaTypes = { atom: 'application/atom+xml', rss: 'application/rss+xml', json: 'application/feed+json' } as const;
/** A page of an entry as data and as Markdown, and the feeds of what changes on it; of the site where the page is about all of it. */
function alternatesOf(path: string): Shell['alternates'] {
  const { collection, id } = urls.entryIn(path) ?? {};
  if (collection) {
    const twins = [
      { href: urls.twinUrl(path, 'json'), type: 'application/json', title: 'This page as data' },
      { href: urls.twinUrl(path, 'md'), type: 'text/markdown', title: 'This page as Markdown' },
    ];
    if (collection !== 'topic' && collection !== 'question') return twins;
    const href = urls.feedUrl(`${collection}s/${id ?? ''}`, 'atom');
    return [...twins, { href, type: mediaTypes.atom, title: 'Changes of the evidence on this page' }];
  }
  if (path !== urls.homeUrl && path !== urls.updatesUrl) return [];
  const forms = Object.entries(mediaTypes) as [keyof typeof mediaTypes, string][];
  return forms.map(([form, type]) => ({ href: urls.feedUrl('', form), type, title: `Changes of the evidence (${form})` }));
}

/** Adds what all pages share. Example: `toShell({ title: 'Topics', path: '/topics/', … }).canonical`. */
export const toShell = (page: ShellFacts, repository = siteRepository()): Shell => ({
  ...page,
  leads: page.leads ?? 'public',
  canonical: site.url && urls.withHost(page.path, site.url),
  alternates: alternatesOf(page.path),
  card: urls.withHost(urls.socialCardUrl(page.path), site.url),
  site: { home: urls.homeUrl, language: site.language },
  entries: groups.map(([text, pages]) => ({
    href: pages[0]?.href ?? urls.homeUrl,
    text,
    pages,
    current: pages.some(({ href }) => href === page.menu),
  })),
  help: toHelpLinks({ address: urls.withHost(page.path, site.url), of: page.edition?.of, file: page.file }, repository),
  licences: { content: toLink(site.licence.content), code: toLink(site.licence.code) },
  searchHref: urls.searchUrl,
});

/** The shell of a page that lists. */
export const listShell = (title: string, path: string, description: string): Shell =>
  toShell({ title, description, path, menu: path, breadcrumbs: [home] });

/** The shell of a page below a list, `between` being what lies between the two, e.g. the section of a topic. */
export const shellBelow = (list: keyof typeof lists, page: Omit<ShellFacts, 'menu' | 'breadcrumbs'>, ...between: readonly Link[]): Shell =>
  toShell({ ...page, menu: lists[list].href, breadcrumbs: [home, lists[list], ...between] });

/** The shell of a page that is found by no search: the search itself, and the page for wrong addresses. */
export const hiddenShell = (title: string, path: string, description: string): Shell =>
  toShell({ title, description, path, breadcrumbs: [], hidden: true });
