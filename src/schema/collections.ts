/**
 * The collections of the project and where each lives: the one table that library, check, addresses, search and pages are derived
 * from. Data alone.
 */

export interface CollectionRow {
  /** What its entries are called together, which is also their name in the library, e.g. `sources`. */
  readonly many: string;
  /** Folder below `content/`, or the file of a list. */
  readonly path: string;
  /** Ending of its files: frontmatter and body, or YAML alone. */
  readonly ending: '.md' | '.mdx' | '.yaml';
  /** True: one file holds the whole list. */
  readonly list: boolean;
  /** True: one file holds the one entry, and the library holds that entry alone. */
  readonly single: boolean;
  /** The collection by whose ids the library finds an entry, most often its own; null for what is only gone through. */
  readonly ids: string | null;
  /** The order in the library: of ids, of names, or of the file. */
  readonly order: 'id' | 'name' | 'file';
  /** For what a clinician approves, the fields that an approval covers: all that readers get of them but names, days and links. Else null. */
  readonly approved: readonly string[] | null;
  /** Who writes its files. What programs write is neither corrected nor read as prose of ours. */
  readonly writtenBy: 'editors' | 'programs';
}

/**
 * Where the pages of a collection stand, in the order in which they are listed: the id of an entry and a slash follow. What is not
 * here has no pages. By itself, because browsers need no more of the table.
 */
export const pageFolders = {
  topic: '/topics/',
  question: '/questions/',
  source: '/sources/',
  pathway: '/pathways/',
  term: '/glossary/',
} as const;

// A browser that wants an address gets the folders above and nothing else of this file: what is pure is marked so.
export const collections = /* @__PURE__ */ (() => {
  const folder = { list: false, single: false, order: 'id', approved: null, writtenBy: 'editors' } as const;
  const list = { ...folder, list: true, order: 'file', ending: '.yaml' } as const;
  const single = { ...folder, single: true, ending: '.yaml', ids: null, order: 'file' } as const;
  return {
    vocabulary: { ...single, many: 'vocabulary', path: 'vocabulary.yaml' },
    site: { ...single, many: 'site', path: 'site.yaml' },
    source: {
      ...folder,
      many: 'sources',
      path: 'sources',
      ending: '.md',
      ids: 'source',
      approved: [
        ...['kind', 'title', 'issued', 'coverage', 'interests', 'jurisdiction', 'gist', 'design', 'regimens', 'includes', 'restsOn'],
        ...['absent', 'silentOn', 'unresolved', 'supersededBy', 'retracted', 'withdrawn', 'concern', 'corrected', 'pending'],
        ...['findings', 'results', 'terms', 'body'],
      ],
    },
    question: {
      ...folder,
      many: 'questions',
      path: 'questions',
      ending: '.mdx',
      ids: 'question',
      approved: ['question', 'gist', 'asks', 'pico', 'situations', 'searched', 'outcomes', 'emergency', 'body'],
    },
    topic: {
      ...folder,
      many: 'topics',
      path: 'topics',
      ending: '.mdx',
      ids: 'topic',
      approved: [
        ...['kind', 'title', 'summary', 'emergency', 'objectives', 'pitfalls', 'steps', 'maker', 'mechanism', 'regulatory'],
        ...['criteria', 'regimens', 'body'],
      ],
    },
    pathway: {
      ...folder,
      many: 'pathways',
      path: 'pathways',
      ending: '.yaml',
      ids: 'pathway',
      approved: [
        ...['title', 'summary', 'source', 'entry', 'emergency', 'intervention', 'inputs', 'rules', 'outcomes'],
        ...['constraints', 'impossible', 'acknowledged'],
      ],
    },
    figure: { ...folder, many: 'figures', path: 'figures', ending: '.yaml', ids: 'figure' },
    term: {
      ...list,
      many: 'terms',
      path: 'terms.yaml',
      ids: 'term',
      order: 'name',
      approved: [
        ...['name', 'abbreviations', 'synonyms', 'languages', 'definition', 'from', 'source', 'locator'],
        ...['contested', 'senses', 'lookalikes'],
      ],
    },
    section: { ...list, many: 'sections', path: 'sections.yaml', ids: 'section' },
    history: { ...list, many: 'histories', path: 'history.yaml', ids: 'source', order: 'id', writtenBy: 'programs' },
    verification: { ...list, many: 'verifications', path: 'verifications.yaml', ids: 'source', order: 'id', writtenBy: 'programs' },
    fingerprint: { ...folder, many: 'fingerprints', path: 'fingerprints', ending: '.yaml', ids: 'source', writtenBy: 'programs' },
    lookup: { ...list, many: 'lookups', path: 'lookups.yaml', ids: null, writtenBy: 'programs' },
    feed: { ...list, many: 'feeds', path: 'feeds.yaml', ids: null },
    person: { ...list, many: 'people', path: 'people.yaml', ids: 'person' },
    approval: { ...folder, many: 'approvals', path: 'approvals', ending: '.yaml', ids: 'approval', writtenBy: 'programs' },
  } as const satisfies Record<string, CollectionRow>;
})();

type Table = typeof collections;
export type Collection = keyof Table;
/** Collections whose rows fit `Shape`, e.g. `CollectionWith<{ list: true }>`. */
export type CollectionWith<Shape> = { [C in Collection]: Table[C] extends Shape ? C : never }[Collection];
/** What pages are made of. */
export type PageCollection = keyof typeof pageFolders;
/** What a clinician approves that has a file and a `status` of its own. Terms are approved too, one by one in their list. */
export type ApprovedCollection = CollectionWith<{ readonly approved: readonly string[]; readonly list: false }>;
/** What search and its filter call a kind of page, e.g. `Term`. */
export type PageKind = Capitalize<PageCollection> | 'Figure' | 'About';
/** Files with a body below their fields. */
export type BodyCollection = CollectionWith<{ readonly ending: '.md' | '.mdx' }>;
/** What is one file with one entry. */
export type SingleCollection = CollectionWith<{ readonly single: true }>;
/** The name that the library has for a collection, e.g. `ManyOf<'person'>` is `'people'`. */
export type ManyOf<C extends Collection> = Table[C]['many'];

/** Where an entry lies below the content folder, e.g. `sources/nice-2019-ipg651.md` or `terms.yaml`. */
export function filePath(collection: Collection, id: string): string {
  const { path, ending } = collections[collection];
  return isOneFile(collection) ? path : `${path}/${id}${ending}`;
}

/** Whether one file is all there is of it, of one entry or of many. */
export const isOneFile = (name: Collection): boolean => collections[name].list || collections[name].single;

export const collectionNames = /* @__PURE__ */ Object.keys(collections) as Collection[];
export const hasPages = (name: Collection): name is PageCollection => name in pageFolders;
export const isApproved = (name: Collection): name is ApprovedCollection => collections[name].approved !== null && !collections[name].list;
export const hasBody = (name: Collection): name is BodyCollection => collections[name].ending !== '.yaml';
export const pageCollections = /* @__PURE__ */ Object.keys(pageFolders) as PageCollection[];
export const approvedCollections = /* @__PURE__ */ collectionNames.filter(isApproved);
export const bodyCollections = /* @__PURE__ */ collectionNames.filter(hasBody);
