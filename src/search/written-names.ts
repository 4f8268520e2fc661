/**
 * Small files beside the index: what pages are called, fetched with the first search; all words, fetched when one is not understood;
 * where figures stand, fetched for a search with a digit; and what the filters need. Made from the index itself, so that neither can know a page that the other does not.
 */
import { gunzipSync } from 'node:zlib';
import { foldForSearch } from '../words/fold.ts';
import type { FacetRow } from './facets.client.ts';
import { toFigureShards, type PageWithFigures } from './figures.ts';
import type { IndexFile } from './pagefind-files.ts';

interface Fragment {
  readonly content: string;
  readonly filters?: FacetRow[2];
  readonly meta: Readonly<Record<string, string>>;
}

/** A page as `names.json` has it: its number in the index, its kind, its title, its other names. */
type NamedPage = readonly [id: string, page: string, title: string, ...names: readonly string[]];

const fragmentPath = /^fragment\/(.+)\.pf_fragment$/;
const signature = 'pagefind_dcd';

/** `names.json`, `words.json`, `facets.json` and `figures/<n>.json` for an index, e.g. with `["en-gb_0d8d62f", "Term", "Thrombectomy", "clot removal"]`. */
export function toNameFiles(files: readonly IndexFile[]): IndexFile[] {
  const names: NamedPage[] = [];
  const words = new Set<string>();
  const figures: PageWithFigures[] = [];
  const facets: FacetRow[] = [];
  for (const file of files) {
    const id = fragmentPath.exec(file.path)?.[1];
    if (id === undefined) continue;
    const { content, meta, filters = {} } = readFragment(file);
    facets.push([id, meta['day'] ?? '', filters]);
    const other = meta['names']?.split('; ') ?? [];
    // The titles of a thousand papers would weigh more than the first search may; the index finds them by their words.
    const isSource = meta['page'] === 'Source';
    if (!isSource || other.length > 0) names.push([id, meta['page'] ?? 'Page', isSource ? '' : (meta['title'] ?? ''), ...other]);
    for (const text of [content, ...Object.values(meta)]) for (const word of wordsOf(text)) words.add(word);
    const own = [meta['title'], meta['names'], isSource ? meta['aliases'] : ''].join(' ');
    figures.push({ id, own, text: [content, ...Object.values(meta)].join(' ') });
  }
  const byId = ([a]: readonly [string, ...unknown[]], [b]: readonly [string, ...unknown[]]): number => (a < b ? -1 : 1);
  names.sort(byId);
  return [
    { path: 'names.json', content: Buffer.from(JSON.stringify(names)) },
    { path: 'words.json', content: Buffer.from(JSON.stringify(packWords(words))) },
    { path: 'facets.json', content: Buffer.from(JSON.stringify(facets.sort(byId))) },
    ...toFigureShards(figures).map((shard, n) => ({ path: `figures/${n}.json`, content: Buffer.from(JSON.stringify(shard)) })),
  ];
}

function readFragment(file: IndexFile): Fragment {
  const bytes = gunzipSync(file.content).toString('utf8');
  if (!bytes.startsWith(signature)) throw new Error(`\`${file.path}\` does not begin as Pagefind 1.5 writes it.`);
  return JSON.parse(bytes.slice(signature.length)) as Fragment;
}

const wordsOf = (text: string): string[] => foldForSearch(text).match(/(?<![\p{L}\p{N}])\p{L}{2,}(?![\p{L}\p{N}])/gu) ?? [];

/** Sorted words, each as the number of letters that it shares with the one before and the rest: `0vein2ssel` is `vein`, `vessel`. */
export function packWords(words: Iterable<string>): string {
  let before = '';
  let packed = '';
  for (const word of [...new Set(words)].sort()) {
    let shared = 0;
    while (shared < 9 && shared < before.length && before[shared] === word[shared]) shared++;
    packed += `${shared}${word.slice(shared)}`;
    before = word;
  }
  return packed;
}
