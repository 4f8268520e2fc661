/** The door to the index: fetches Pagefind, the names and, when need be, the words, each once; gives pages in the order in which they are shown. */
import { at, fileUrl, homeUrl } from '../parts/urls.ts';
import { toHit, type Hit, type PageData } from './hit.client.ts';
import { countFacets, toMembership, type FacetCounts, type FacetRow } from './facets.client.ts';
import { Names, type NamedPage } from './names.client.ts';
import type { SearchQuery } from './query.client.ts';
import { toRanking, type Engine, type EngineResult, type Ranking } from './ranking.client.ts';
import { pagesOfFigure, shardOf, type FigureShard } from './figures.ts';
import { outsideOf, type OutsideSubject } from './outside.client.ts';
import { markedBy } from './snippet.client.ts';
import { toReading, type KnownWords, type QueryReading } from './reading.client.ts';
import type { ReadableInput } from './situation.client.ts';
import { unpackWords } from './spelling.client.ts';
import { WordForms } from './words.client.ts';
import { formatCount } from '../words/phrase.ts';

/** The part of Pagefind's interface that is used here; see its documentation of the JavaScript API. */
export interface Pagefind extends Engine {
  readonly options: (options: object) => Promise<void>;
  readonly init: () => Promise<void>;
  readonly search: (words: string) => Promise<{ readonly results: readonly Result[] }>;
}

interface Result extends EngineResult {
  readonly data: () => Promise<PageData>;
}

/** Where the files come from: the site in a browser, a folder in a test. */
interface SearchFiles {
  readonly program: () => Promise<unknown>;
  /** A page by its number in the index. */
  readonly page: (id: string) => Promise<PageData>;
  readonly json: (name: 'names.json' | 'words.json' | 'reading.json' | 'facets.json' | `figures/${number}.json`) => Promise<unknown>;
}

/** `reading.json`: what the site says of itself that search must know to read what was typed. */
export interface SearchScope {
  readonly outside: readonly OutsideSubject[];
  /** Words that are everywhere on the site. */
  readonly everywhere: readonly string[];
  readonly inputs: readonly ReadableInput[];
}

export interface SearchAnswer {
  readonly reading: QueryReading;
  /** True when no page has all that was asked. */
  readonly partly: boolean;
  /** Figures, identifiers and phrases that no page has. */
  readonly lacking: readonly string[];
  /** What was asked for and is not covered. */
  readonly outside: OutsideSubject | undefined;
  /** Pages within the ticked filters, by their number in the index, in the order that was asked for. */
  readonly ids: readonly string[];
  /** Empty unless counts were asked for. */
  readonly counts: FacetCounts;
}

/** Titles, and the other names of a thing, count for more than words in the running text. */
const weights = { title: 6, names: 6, aliases: 2, summary: 2, says: 0, gist: 0, page: 0, kind: 0, date: 0, day: 0 };
// Its worker would fetch the same code a second time for a search of some milliseconds.
const settings = { basePath: fileUrl('pagefind'), baseUrl: homeUrl, ranking: { metaWeights: weights }, excerptLength: 24, noWorker: true };

export class SearchIndex {
  private readonly files: SearchFiles;
  private readonly kept = new Map<string, Promise<unknown>>();
  private readonly last = new Map<string, Result>();
  private names: Names | undefined;

  constructor(files: SearchFiles) {
    this.files = files;
  }

  /** Fetches what every search needs. Rejects when it is not to be had; the next call tries again. */
  async open(): Promise<{ pagefind: Pagefind; names: Names; scope: SearchScope }> {
    const scope = this.once('scope', async () => (await this.files.json('reading.json')) as SearchScope);
    const names = this.once('names', async () => new Names((await this.files.json('names.json')) as readonly NamedPage[]));
    const pagefind = this.once('program', async () => {
      const program = (await this.files.program()) as Pagefind;
      await program.options(settings);
      await program.init();
      return program;
    });
    this.names = await names;
    return { pagefind: await pagefind, names: this.names, scope: await scope };
  }

  /** The pages of a search; the counts of filters, which cost some kilobytes, when `counted` asks for them or a filter is ticked. */
  async find(query: SearchQuery, counted = false): Promise<SearchAnswer> {
    const { pagefind, names, scope } = await this.open();
    const hasFigure = async (figure: string): Promise<boolean> => (await this.pagesOf(figure)).length > 0;
    const known: KnownWords = { names, all: () => this.words(), hasFigure, inputs: scope.inputs };
    const reading = await toReading(query.words, known, query.literal);
    const outside = outsideOf(query.words, scope.outside, scope.everywhere, names);
    const { ids, partly, lacking } = await this.rank(pagefind, names, reading);
    const needed = counted || Object.keys(query.filters).length > 0 || query.sort === 'date';
    const rows = needed ? await this.once('facets', async () => (await this.files.json('facets.json')) as readonly FacetRow[]) : [];
    const { kept, counts } = countFacets(query.words === '' ? rows.map(([id]) => id) : ids, query.filters, toMembership(rows));
    return { reading, partly, lacking, outside, counts, ids: query.sort === 'date' ? byDate(rows, kept) : kept };
  }

  /** The pages with these numbers, ready to print. */
  hits(ids: readonly string[], { spellings }: Pick<QueryReading, 'spellings'>): Promise<Hit[]> {
    const wanted = new Set([...spellings.values()].flat().flatMap(markedBy));
    return Promise.all(
      ids.map(async (id) => {
        const data = this.last.get(id)?.data ?? (() => this.files.page(id));
        return toHit(await data(), wanted);
      }),
    );
  }

  /** Kind of a page before it is fetched: the pages without a short name are all sources. */
  pageOf(id: string): string {
    return this.names?.pageOf(id) ?? 'Source';
  }

  private words(): Promise<WordForms> {
    return this.once('words', async () => new WordForms(unpackWords(String(await this.files.json('words.json')))));
  }

  /** The pages on which a figure stands, with scores. */
  private async pagesOf(figure: string): Promise<EngineResult[]> {
    const name = `figures/${shardOf(figure)}.json` as const;
    return pagesOfFigure((await this.once(name, () => this.files.json(name))) as FigureShard, figure);
  }

  private async rank(pagefind: Pagefind, names: Names, reading: QueryReading): Promise<Ranking> {
    const ask = async (words: string): Promise<{ results: readonly EngineResult[] }> => {
      if (!words.startsWith('"') && /\p{Nd}/u.test(words)) return { results: await this.pagesOf(words) };
      const { results } = await pagefind.search(words);
      for (const result of results) this.last.set(result.id, result);
      return { results };
    };
    if (reading.units.length === 0) return { ids: [], partly: false, lacking: [] };
    const ranking = await toRanking({ search: ask }, names, reading);
    // Asked together, the words show the place where most of them stand.
    const together = reading.units.flatMap(({ wordings }) => wordings[0] ?? []).filter((word) => !/["\p{Nd}]/u.test(word));
    if (together.length > 0) await ask(together.join(' '));
    return ranking;
  }

  /** Fetches once, and again after a failure. */
  private once<Kept>(name: string, fetch: () => Promise<Kept>): Promise<Kept> {
    const held = this.kept.get(name) as Promise<Kept> | undefined;
    if (held) return held;
    const fetched = fetch().catch((error: unknown) => {
      this.kept.delete(name);
      throw error;
    });
    this.kept.set(name, fetched);
    return fetched;
  }
}

/** Newest first; pages without a date follow in the order in which they came. */
function byDate(rows: readonly FacetRow[], ids: readonly string[]): string[] {
  const days = new Map(rows.map(([id, day]) => [id, day]));
  return [...ids].sort((a, b) => (days.get(b) ?? '').localeCompare(days.get(a) ?? ''));
}

const folder = fileUrl('pagefind');

export const siteIndex = new SearchIndex({
  // A variable, so that the bundler leaves the address alone: the file exists only after the build.
  program: () => import(/* @vite-ignore */ `${folder}pagefind.js`) as Promise<unknown>,
  // Only what Pagefind found has its page at hand; to ask it for all pages would fetch the whole index.
  page: async (id) => {
    const response = await fetch(`${folder}fragment/${id}.pf_fragment`);
    const packed = new Blob([await response.arrayBuffer()]).stream().pipeThrough(new DecompressionStream('gzip'));
    const data = JSON.parse((await new Response(packed).text()).replace(/^pagefind_dcd/, '')) as PageData;
    return { ...data, url: at(data.url) };
  },
  json: async (name) => {
    const path = name === 'reading.json' ? fileUrl('reading') : folder + name;
    const response = await fetch(path);
    if (!response.ok) throw new Error(`The site has no \`${path}\`.`);
    return response.json() as Promise<unknown>;
  },
});

const pages = (count: number): string => formatCount(count, 'page');
const quoted = (words: readonly string[]): string => words.map((word) => `“${word}”`).join(' and ');

/** E.g. `12 pages for “PCD”`, `Showing results for “phlegmasia”: 12 pages`, `Nothing found for “zzz”. Try a shorter word, …`. */
export function toSummary(
  { words, filters }: SearchQuery,
  { reading, partly, lacking, ids }: Pick<SearchAnswer, 'reading' | 'partly' | 'lacking' | 'ids'>,
): string {
  const what = words === '' ? '' : ` for “${words}”`;
  if (ids.length === 0) {
    if (lacking.length > 0) return `Nothing found${what}. No page has ${quoted(lacking)}.`;
    const way = Object.keys(filters).length > 0 ? 'Untick a filter, or try a shorter word.' : 'Try a shorter word, or another name for it.';
    return `Nothing found${what}. ${way}`;
  }
  const found = partly
    ? `No page has all of it; ${pages(ids.length)} with most of it`
    : reading.corrected
      ? `Showing results for “${reading.words}”: ${pages(ids.length)}`
      : pages(ids.length) + what;
  return reading.unknown.length > 0 ? `${found}. No page has ${quoted(reading.unknown)}.` : found;
}
