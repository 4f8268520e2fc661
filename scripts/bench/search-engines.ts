/** The searches that are compared: ours, as it runs in a browser, and three others with sensible settings over the same built pages. */
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import lunr from 'lunr';
import MiniSearch from 'minisearch';
import * as pagefind from 'pagefind';
import { toGroups, type PageData } from '../../src/search/hit.client.ts';
import { SearchIndex, type Pagefind } from '../../src/search/index-reader.client.ts';
import { toWordQuery } from '../../src/search/query.client.ts';

export interface SearchEngine {
  readonly name: string;
  /** Addresses of the first ten pages, in the order in which a reader sees them. */
  readonly find: (asks: string) => Promise<readonly string[]>;
  /** All pages that are found, in the order of their rank, and what is said not to be covered; of ours alone. */
  readonly all?: (asks: string) => Promise<{ readonly urls: readonly string[]; readonly outside: string | undefined }>;
}

interface Page {
  readonly url: string;
  readonly title: string;
  readonly names: string;
  readonly text: string;
}

const shown = 10;
/** As the search page groups them. */
const best = 3;
const each = 4;

/**
 * The engines over a built site, ours first. Each has the titles, the other names and the whole text of every page.
 * Throws when the folder has no search index; `close` removes what was made for the comparison.
 */
export async function openEngines(dist: string): Promise<{ engines: readonly SearchEngine[]; close: () => Promise<void> }> {
  if (!existsSync(join(dist, 'pagefind', 'names.json')))
    throw new Error(`There is no search index in \`${dist}\`. Run \`npm run build\` first, or name the folder with \`--dist\`.`);
  const folder = await mkdtemp(join(tmpdir(), 'patency-plain-index-'));
  await writePlainIndex(dist, folder);
  const closeFiles = serveFiles(
    new Map([
      ['/pagefind/', join(dist, 'pagefind')],
      ['/plain/', folder],
    ]),
  );
  const program = async (query: string): Promise<Pagefind> =>
    (await import(/* @vite-ignore */ `${pathToFileURL(join(dist, 'pagefind', 'pagefind.js')).href}?${query}`)) as Pagefind;
  const pages = await readPages(folder);
  return {
    engines: [ours(dist, () => program('ours')), await plain(await program('plain')), mini(pages), lunrOf(pages)],
    close: async () => {
      closeFiles();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function ours(dist: string, program: () => Promise<Pagefind>): SearchEngine {
  const json = (name: string): unknown =>
    JSON.parse(readFileSync(join(dist, name === 'reading.json' ? 'search' : 'pagefind', name), 'utf8'));
  const index = new SearchIndex({
    program,
    json: (name) => Promise.resolve(json(name)),
    page: (id) => Promise.resolve(fragment(join(dist, 'pagefind', 'fragment', `${id}.pf_fragment`))),
  });
  return {
    name: 'Patency',
    find: async (asks) => {
      const { ids, reading } = await index.find(toWordQuery(asks));
      const rows = toGroups(ids, (id) => index.pageOf(id), best, each).flatMap((group) => group.rows);
      return (await index.hits(rows.slice(0, shown), reading)).map(({ url }) => url);
    },
    all: async (asks) => {
      const { ids, reading, outside } = await index.find(toWordQuery(asks));
      return { urls: (await index.hits(ids, reading)).map(({ url }) => url), outside: outside?.what };
    },
  };
}

async function plain(program: Pagefind): Promise<SearchEngine> {
  await program.options({ basePath: '/plain/', baseUrl: '/', noWorker: true });
  await program.init();
  return {
    name: 'Pagefind',
    find: async (asks) => {
      const { results } = await program.search(asks);
      return Promise.all(results.slice(0, shown).map(async (result) => (await result.data()).url));
    },
  };
}

function mini(pages: readonly Page[]): SearchEngine {
  const index = new MiniSearch<Page>({
    idField: 'url',
    fields: ['title', 'names', 'text'],
    searchOptions: { boost: { title: 2, names: 2 }, prefix: true, fuzzy: 0.2 },
  });
  index.addAll(pages);
  return {
    name: 'MiniSearch',
    find: (asks) =>
      Promise.resolve(
        index
          .search(asks)
          .slice(0, shown)
          .map(({ id }) => String(id)),
      ),
  };
}

function lunrOf(pages: readonly Page[]): SearchEngine {
  const index = lunr((builder) => {
    builder.ref('url');
    builder.field('title', { boost: 10 });
    builder.field('names', { boost: 5 });
    builder.field('text');
    for (const page of pages) builder.add(page);
  });
  return {
    name: 'Lunr',
    find: (asks) =>
      Promise.resolve(
        index
          // Its query language would read a colon or a hyphen in a question as an instruction.
          .query((query) => lunr.tokenizer(asks).forEach((token) => query.term(token, {})))
          .slice(0, shown)
          .map(({ ref }) => ref),
      ),
  };
}

/** Indexes the pages as Pagefind does by itself. */
async function writePlainIndex(dist: string, folder: string): Promise<void> {
  try {
    const { index, errors } = await pagefind.createIndex();
    if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
    await index.addDirectory({ path: dist });
    await index.writeFiles({ outputPath: folder });
  } finally {
    await pagefind.close();
  }
}

const fragment = (path: string): PageData =>
  JSON.parse(gunzipSync(readFileSync(path)).toString('utf8').slice('pagefind_dcd'.length)) as PageData;

async function readPages(folder: string): Promise<Page[]> {
  const fragments = join(folder, 'fragment');
  return (await readdir(fragments)).sort().map((name) => {
    const { url, content, meta } = fragment(join(fragments, name));
    return { url, title: meta['title'] ?? '', names: `${meta['names'] ?? ''} ${meta['aliases'] ?? ''}`, text: content };
  });
}

/** Answers what Pagefind fetches from folders, and gives it the one thing that it asks of a document. Returns the way back. */
function serveFiles(folders: ReadonlyMap<string, string>): () => void {
  const scope = globalThis as { fetch?: unknown; document?: unknown };
  const before = { fetch: scope.fetch, document: scope.document };
  scope.document = { currentScript: null, querySelector: () => ({ getAttribute: () => 'en-GB' }) };
  scope.fetch = (address: unknown) => {
    const path = new URL(String(address), 'http://site/').pathname;
    const [prefix, folder] = [...folders].find(([start]) => path.startsWith(start)) ?? [];
    if (prefix === undefined || folder === undefined) return Promise.reject(new Error(`Nothing is served at \`${path}\`.`));
    return Promise.resolve(new Response(readFileSync(join(folder, path.slice(prefix.length)))));
  };
  return () => Object.assign(scope, before);
}
