/**
 * Makes the files of a Pagefind index the same for the same pages, and leaves out those that our own search box never asks for.
 * Pagefind 1.5 keeps filters in hash maps, so their order, and every name derived from it, changes from run to run.
 */
import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { readCbor, toCbor, type Cbor } from './cbor.ts';
import { toPieces } from './index-chunks.ts';

export interface IndexFile {
  /** Below the `pagefind` folder, e.g. `filter/en-gb_26c5c0c.pf_filter`. */
  readonly path: string;
  readonly content: Uint8Array;
}

/** What `pagefind-entry.json` says: one index for each language of the pages. */
export interface IndexEntry {
  readonly version: string;
  readonly languages: Record<string, { hash: string; wasm: string | null; page_count: number }>;
}

const entryPath = 'pagefind-entry.json';
const signature = Buffer.from('pagefind_dcd');

/** Reads the entry of an index. Throws when there is none. */
export function toIndexEntry(files: readonly IndexFile[]): IndexEntry {
  const file = files.find(({ path }) => path === entryPath);
  if (!file) throw new Error('Pagefind wrote no entry file. Is its version the one in package.json?');
  return JSON.parse(Buffer.from(file.content).toString('utf8')) as IndexEntry;
}

/** The files to publish, sorted by path, with filters and sorts in the order of their names. */
export function toPublishedFiles(files: readonly IndexFile[]): IndexFile[] {
  const entry = toIndexEntry(files);
  const renamed = new Map<string, string>();
  const chunks = new Map<string, readonly Chunk[]>();
  const published: IndexFile[] = [];
  for (const file of files) {
    if (file.path.startsWith('filter/')) published.push(canonicalFilter(file, renamed));
    else if (file.path.startsWith('index/')) published.push(...cutChunk(file, chunks));
    else if (file.path.startsWith('fragment/') || file.path === 'pagefind.js') published.push(file);
  }
  for (const language of Object.values(entry.languages)) {
    const meta = files.find(({ path }) => path === `pagefind.${language.hash}.pf_meta`);
    const wasm = files.find(({ path }) => path === `wasm.${language.wasm ?? 'unknown'}.pagefind`);
    if (!meta || !wasm) throw new Error(`Pagefind's entry names \`${language.hash}\`, whose files are missing.`);
    const content = repack(canonicalMeta(unpack(meta.content), renamed, chunks));
    language.hash = `${language.hash.replace(/_[^_]*$/, '')}_${digest(content, 13)}`;
    published.push({ path: `pagefind.${language.hash}.pf_meta`, content }, wasm);
  }
  published.push({ path: entryPath, content: Buffer.from(JSON.stringify(entry)) });
  return published.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** A filter is [name, [[value, pages], …]]: sorts the values and names the file after what is in it. */
function canonicalFilter(file: IndexFile, renamed: Map<string, string>): IndexFile {
  const [name, values] = unpack(file.content) as [Cbor, Cbor[]];
  const content = repack([name, byFirst(values)]);
  const before = file.path.replace(/^filter\/|\.pf_filter$/g, '');
  const after = `${before.replace(/_[^_]*$/, '')}_${digest(content, 7)}`;
  renamed.set(before, after);
  return { path: `filter/${after}.pf_filter`, content };
}

/** First word, last word, file. */
type Chunk = readonly [from: string, to: string, file: string];

/** A chunk is [[[word, pages, …], …]]: cuts it, names the pieces after what is in them and remembers what became of it. */
function cutChunk(file: IndexFile, cut: Map<string, readonly Chunk[]>): IndexFile[] {
  const [words = []] = unpack(file.content) as Cbor[][];
  const before = file.path.replace(/^index\/|\.pf_index$/g, '');
  const pieces = toPieces(words, (some) => repack([[...some]])).map(({ from, to, words: some }) => {
    const content = repack([[...some]]);
    return { from, to, file: `${before.replace(/_[^_]*$/, '')}_${digest(content, 7)}`, content };
  });
  cut.set(
    before,
    pieces.map(({ from, to, file: name }) => [from, to, name]),
  );
  return pieces.map(({ file: name, content }) => ({ path: `index/${name}.pf_index`, content }));
}

/** The metadata is [version, pages, chunks, [[filter, file], …], [[sort, pages], …], fields]. */
function canonicalMeta(meta: Cbor, renamed: ReadonlyMap<string, string>, cut: ReadonlyMap<string, readonly Chunk[]>): Cbor {
  const [version, pages, chunks, filters, sorts, ...rest] = meta as [Cbor, Cbor, Cbor[], Cbor[], Cbor[], ...Cbor[]];
  const renamedFilters = filters.map((filter) => {
    const [name, file] = filter as [string, string];
    return [name, renamed.get(file) ?? file];
  });
  const pieces = chunks.flatMap((chunk) => cut.get((chunk as string[])[2] ?? '')?.map((piece) => [...piece]) ?? [chunk]);
  return [version, pages, pieces, byFirst(renamedFilters), byFirst(sorts), ...rest];
}

const byFirst = (rows: readonly Cbor[]): Cbor[] => [...rows].sort((a, b) => (String((a as Cbor[])[0]) < String((b as Cbor[])[0]) ? -1 : 1));
const digest = (content: Uint8Array, length: number): string => createHash('sha256').update(content).digest('hex').slice(0, length);

function unpack(content: Uint8Array): Cbor {
  const bytes = gunzipSync(content);
  if (!bytes.subarray(0, signature.length).equals(signature)) throw new Error('A Pagefind file does not begin as Pagefind 1.5 writes it.');
  return readCbor(bytes.subarray(signature.length));
}

const repack = (value: Cbor): Uint8Array => gzipSync(Buffer.concat([signature, toCbor(value)]), { level: 9 });
