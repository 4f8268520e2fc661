/**
 * Makes the files of a Pagefind index the same for the same pages, cuts them smaller, and leaves out those that our own search box never
 * asks for. Pagefind 1.5 keeps filters in hash maps, so their order, and every name derived from it, changes from run to run; and a search
 * fetches one piece of the index for each word, for which Pagefind offers no size.
 */
import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { readCbor, toCbor, type Cbor } from './cbor.ts';

export interface IndexFile {
  /** Below the `pagefind` folder, e.g. `filter/en-gb_26c5c0c.pf_filter`. */
  readonly path: string;
  readonly content: Uint8Array;
}

/** What `pagefind-entry.json` says: one index for each language of the pages. */
interface IndexEntry {
  readonly version: string;
  readonly languages: Record<string, { hash: string; wasm: string | null; page_count: number }>;
}

/** Words in a row; Pagefind finds a piece by its first and last word, so each piece says them in full. */
interface IndexPiece {
  readonly from: string;
  readonly to: string;
  readonly words: Cbor[];
}

const entryPath = 'pagefind-entry.json';
const signature = Buffer.from('pagefind_dcd');
/** Compressed bytes that a piece should have at most; one word alone may have more. */
const most = 9000;

/** Reads the entry of an index. Throws when there is none. */
export function toIndexEntry(files: readonly IndexFile[]): IndexEntry {
  const file = files.find(({ path }) => path === entryPath);
  if (!file) throw new Error('Pagefind wrote no entry file. Is its version the one in package.json?');
  return JSON.parse(Buffer.from(file.content).toString('utf8')) as IndexEntry;
}

/** The files to publish, sorted by path, with filters and sorts in the order of their names. */
export function toPublishedFiles(files: readonly IndexFile[]): IndexFile[] {
  const entry = toIndexEntry(files);
  const filters = new Map<string, string>();
  const chunks = new Map<string, Cbor[]>();
  const published = files.filter(({ path }) => path.startsWith('fragment/') || path === 'pagefind.js');
  const publish = (before: string, folder: string, ending: string, value: Cbor): string => {
    const content = repack(value);
    const name = renamed(before, digest(content, 7));
    published.push({ path: `${folder}/${name}.${ending}`, content });
    return name;
  };
  for (const { path, content } of files) {
    const [, folder, before = '', ending = ''] = /^(filter|index)\/(.*)\.(pf_\w+)$/.exec(path) ?? [];
    // A filter is [name, [[value, pages], …]], a chunk [[[word, pages, …], …]].
    if (folder === 'filter') {
      const [name, values] = unpack(content) as [Cbor, Cbor[]];
      filters.set(before, publish(before, folder, ending, [name, byFirst(values)]));
    } else if (folder === 'index') {
      const [words = []] = unpack(content) as Cbor[][];
      chunks.set(
        before,
        toPieces(words).map((piece) => [piece.from, piece.to, publish(before, folder, ending, [piece.words])]),
      );
    }
  }
  for (const language of Object.values(entry.languages)) {
    const meta = files.find(({ path }) => path === `pagefind.${language.hash}.pf_meta`);
    const wasm = files.find(({ path }) => path === `wasm.${language.wasm ?? 'unknown'}.pagefind`);
    if (!meta || !wasm) throw new Error(`Pagefind's entry names \`${language.hash}\`, whose files are missing.`);
    // The metadata is [version, pages, [[from, to, chunk], …], [[filter, file], …], [[sort, pages], …], fields].
    const [version, pages, cut, named, sorts, ...rest] = unpack(meta.content) as [Cbor, Cbor, string[][], string[][], Cbor[], ...Cbor[]];
    const pieces = cut.flatMap((chunk) => chunks.get(chunk[2] ?? '') ?? [chunk]);
    const filed = named.map(([name = '', file = '']) => [name, filters.get(file) ?? file]);
    const content = repack([version, pages, pieces, byFirst(filed), byFirst(sorts), ...rest]);
    language.hash = renamed(language.hash, digest(content, 13));
    published.push({ path: `pagefind.${language.hash}.pf_meta`, content }, wasm);
  }
  published.push({ path: entryPath, content: Buffer.from(JSON.stringify(entry)) });
  return published.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/**
 * The pieces of one chunk, which is `[[word, pages, …], …]` in the order of its words.
 * Throws when the words are not as Pagefind 1.5 writes them.
 */
export function toPieces(words: readonly Cbor[]): IndexPiece[] {
  const weigh = (some: readonly Cbor[]): number => repack([[...some]]).length;
  const packed = weigh(words);
  const whole = packed <= most || words.length === 1;
  const weights = whole ? [] : words.map((word) => gzipSync(repack([[word]])).length);
  const target = weights.reduce((sum, weight) => sum + weight, 0) / Math.ceil(packed / most);
  const pieces: Cbor[][] = [];
  let [current, sum]: [Cbor[], number] = [[], 0];
  words.forEach((word, place) => {
    current.push(word);
    sum += weights[place] ?? 0;
    if ((whole || sum < target) && place < words.length - 1) return;
    pieces.push(current);
    [current, sum] = [[], 0];
  });
  return pieces.map((some) => ({ from: wordOf(some[0]), to: wordOf(some.at(-1)), words: some }));
}

function wordOf(row: Cbor | undefined): string {
  const word = Array.isArray(row) ? row[0] : undefined;
  if (typeof word !== 'string') throw new Error('A piece of the search index is not as Pagefind 1.5 writes it.');
  return word;
}

/** A name with the digest at its end exchanged, e.g. `en-gb_26c5c0c`. */
const renamed = (before: string, hash: string): string => `${before.replace(/_[^_]*$/, '')}_${hash}`;
const byFirst = (rows: readonly Cbor[]): Cbor[] => [...rows].sort((a, b) => (String((a as Cbor[])[0]) < String((b as Cbor[])[0]) ? -1 : 1));
const digest = (content: Uint8Array, length: number): string => createHash('sha256').update(content).digest('hex').slice(0, length);

function unpack(content: Uint8Array): Cbor {
  const bytes = gunzipSync(content);
  if (!bytes.subarray(0, signature.length).equals(signature)) throw new Error('A Pagefind file does not begin as Pagefind 1.5 writes it.');
  return readCbor(bytes.subarray(signature.length));
}

const repack = (value: Cbor): Uint8Array => gzipSync(Buffer.concat([signature, toCbor(value)]), { level: 9 });
