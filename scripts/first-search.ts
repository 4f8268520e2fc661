/** What the first search costs, by the sizes of the files that Pagefind fetches for it. An estimate from above, not a browser. */
import { gzipSync } from 'node:zlib';

/** A file below `dist/pagefind`, by its path there. */
export interface IndexFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface SearchPart {
  readonly name: string;
  readonly files: number;
  /** As sent. */
  readonly bytes: number;
}

/** Pagefind compresses its own files; only what ends in `.js` and `.json` is left to the server. */
const sent = ({ path, bytes }: IndexFile): number => (/\.(?:js|json)$/.test(path) ? gzipSync(bytes, { level: 9 }).length : bytes.length);

const parts: readonly { readonly name: string; readonly pattern: RegExp; readonly most: number }[] = [
  { name: 'program', pattern: /^pagefind\.js$/, most: 1 },
  { name: 'worker', pattern: /^pagefind-worker\.js$/, most: 1 },
  { name: 'engine (wasm)', pattern: /^wasm\.(?!unknown)[\w-]+\.pagefind$/, most: 1 },
  { name: 'entry', pattern: /^pagefind-entry\.json$/, most: 1 },
  { name: 'meta', pattern: /\.pf_meta$/, most: 1 },
  { name: 'filters, all of them', pattern: /\.pf_filter$/, most: Infinity },
  { name: 'one index chunk, the largest', pattern: /\.pf_index$/, most: 1 },
  { name: 'five results, the largest', pattern: /\.pf_fragment$/, most: 5 },
];

/** The parts of a first search. Throws when the folder is not one that Pagefind wrote. */
export function weighFirstSearch(files: readonly IndexFile[]): SearchPart[] {
  const weighed = parts.map(({ name, pattern, most }) => {
    const sizes = files
      .filter((file) => pattern.test(file.path))
      .map(sent)
      .sort((a, b) => b - a)
      .slice(0, most);
    return { name, files: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
  });
  const lacking = weighed.find((part) => part.files === 0 && !/worker|filters/.test(part.name));
  if (lacking) throw new Error(`The search index has no file for “${lacking.name}”. Build the site again with \`npm run build\`.`);
  return weighed;
}
