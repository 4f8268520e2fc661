/** Every address of the site, and every place on a page that a link can name, as the site is seen from its own root. */
import { pageCollections, pageFolders, type PageCollection } from './collections.ts';

/** Pages that do not come from one entry. */
export const sitePaths = {
  home: '/',
  topics: pageFolders.topic,
  questions: pageFolders.question,
  matrix: '/matrix/',
  patient: '/matrix/patient/',
  pathways: pageFolders.pathway,
  comparePathways: '/pathways/compare/',
  glossary: pageFolders.term,
  references: '/references/',
  search: '/search/',
  updates: '/updates/',
  figures: '/figures/',
  timeline: '/figures/timeline/',
  learn: '/learn/',
  daily: '/learn/daily/',
  offline: '/offline/',
  editorial: '/editorial/',
  people: '/editorial/people/',
  /** The name of a rule and a slash follow. */
  rules: '/editorial/rules/',
  about: '/about/',
  method: '/about/method/',
  policy: '/about/editorial-policy/',
  accessibility: '/about/accessibility/',
  licences: '/about/licences/',
  disclaimer: '/about/disclaimer/',
} as const;

/** Files that pages and programs name. */
export const siteFiles = {
  theme: '/theme.js',
  font: '/fonts/patency-serif.woff2',
  favicon: '/favicon.svg',
  touchIcon: '/icons/apple-touch-icon.png',
  openSearch: '/opensearch.xml',
  manifest: '/manifest.webmanifest',
  serviceWorker: '/service-worker.js',
  sitemap: '/sitemap.xml',
  /** Every feed, for feed readers. */
  feedList: '/feeds/opml.xml',
  /** Every address of the site with its title, for the page that is shown at a wrong one. */
  addresses: '/addresses.json',
  /** Folder of the search index. */
  pagefind: '/pagefind/',
  /** What a search must know of the site to read what was typed. */
  reading: '/search/reading.json',
} as const;

export const fixedPaths: readonly string[] = /* @__PURE__ */ Object.values(sitePaths);

/** The address of an entry, e.g. `entryPath('source', 'nice-2019-ipg651') === '/sources/nice-2019-ipg651/'`. */
export const entryPath = (collection: PageCollection, id: string): string => `${pageFolders[collection]}${id}/`;

/** The page of a figure that content draws, e.g. `/figures/leg/`. */
export const figurePath = (id: string): string => `${sitePaths.figures}${id}/`;

/** What cards are gathered by. */
export const deckFolders = ['topics', 'sections'] as const;
export type DeckFolder = (typeof deckFolders)[number];
/** The page of the cards of a topic or a section, e.g. `/learn/topics/bleeding/`. */
export const deckPath = (folder: DeckFolder, id: string): string => `${sitePaths.learn}${folder}/${id}/`;
/** Address of a card on the page of its topic’s deck, e.g. `card-attract-bleeding`. */
export const cardFragment = (id: string): string => `card-${id}`;

/** The entry whose page is at an address, e.g. `{ collection: 'term', id: 'phlegmasia' }`; undefined for every other page. */
export function entryAt(path: string): { readonly collection: PageCollection; readonly id: string } | undefined {
  const [, folder, id, rest] = path.split('/');
  const collection = pageCollections.find((name) => pageFolders[name] === `/${folder}/`);
  return collection && id && rest === '' && path !== sitePaths.comparePathways ? { collection, id } : undefined;
}

interface NamedItem {
  readonly id: string;
  readonly aliases?: readonly string[] | undefined;
}
/**
 * Every fragment by which a finding or result of a source is found: by its name first, which is its address, then by the names
 * that it had. E.g. `['finding-nice-2020-ng158--filter-failed']`.
 */
export const itemFragments = (
  kind: 'finding' | 'result',
  source: string,
  { id, aliases = [] }: NamedItem,
): readonly [string, ...string[]] => [`${kind}-${source}--${id}`, ...aliases.map((name) => `${kind}-${source}--${name}`)];
/** Address that a finding had before names came, by its place, e.g. `finding-nice-2020-ng158-3`. */
export const countedFragment = (source: string, number: number): string => `finding-${source}-${number}`;
/** Address of a finding on the page of its source, e.g. `finding-nice-2020-ng158--filter-failed`. */
export const findingFragment = (source: string, finding: NamedItem): string => itemFragments('finding', source, finding)[0];
export const resultFragment = (source: string, result: NamedItem): string => itemFragments('result', source, result)[0];
/** Fragment of an entry in a reference list, e.g. `ref-nice-2019-public`. */
export const referenceFragment = (source: string): string => `ref-${source}`;
/** Fragment of the n-th citation of a source on a page, from 1: where the ↩ of the reference list leads. */
export const citationFragment = (source: string, number: number): string => `cite-${source}-${number}`;
export const stepFragment = (number: number): string => `step-${number}`;
