/** Finds what `npm run ingest` was given: files, folders with all their levels, and what is fetched. Reads names only, never what is in a file. */
import { lstat, readdir, stat } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import { isRemote } from '../src/ingest/fetch-document.ts';
import { orList } from '../src/words/phrase.ts';

export interface ArticleFile {
  /** As messages name it: as it was given, or below the folder that was given. */
  readonly path: string;
  /** True for what is fetched, e.g. `doi:10.1000/xyz`. */
  readonly remote?: boolean;
  /** True where a person named this very file or address, and did not hand over a folder of them. */
  readonly named?: boolean;
  /** Why it is passed over; left out for a file to read. */
  readonly passedOver?: string;
}

/** Endings under which articles, feeds and references are saved. */
const ENDINGS =
  'md markdown txt text html htm xhtml pdf xml rss atom rdf json jsonl ndjson yaml yml csv tsv bib bibtex biblatex ris nbib medline enw ciw isi'
    .split(' ')
    .map((ending) => `.${ending}`);

const unreadable = (name: string): string | undefined =>
  ['', ...ENDINGS].includes(extname(name).toLowerCase())
    ? undefined
    : `files ending in \`${extname(name)}\` are not read; articles end in ${orList(ENDINGS)}`;

const toFile = (path: string, passedOver: string | undefined): ArticleFile => ({ path, ...(passedOver !== undefined && { passedOver }) });

async function readFolder(folder: string): Promise<ArticleFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files: ArticleFile[] = [];
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    const hidden = path
      .slice(folder.length)
      .split(/[/\\]/)
      .some((part) => part.startsWith('.'));
    if (entry.isDirectory()) continue;
    if (hidden) files.push(toFile(path, 'hidden files are not read'));
    else if (!entry.isFile() && !(entry.isSymbolicLink() && (await stat(path).catch(() => undefined))?.isFile()))
      files.push(toFile(path, 'it is no plain file'));
    else files.push(toFile(path, unreadable(entry.name)));
  }
  return files.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

/**
 * All that the arguments name, each once, folders in order of name and through all their levels.
 * Throws a sentence with a hint for an argument that is neither file nor folder nor anything that can be fetched.
 */
export async function readArticleFiles(paths: readonly string[]): Promise<ArticleFile[]> {
  const files = new Map<string, ArticleFile>();
  for (const path of paths) {
    const found = await lstat(path)
      .then(() => stat(path))
      .catch(() => undefined);
    if (!found && isRemote(path)) {
      if (!files.has(path.trim())) files.set(path.trim(), { path: path.trim(), remote: true, named: true });
      continue;
    }
    if (!found)
      throw new Error(`There is no file or folder \`${path}\`. Check the spelling, and put quotation marks around a name with spaces.`);
    const alone = { ...toFile(path, found.isFile() ? undefined : 'it is no plain file'), named: true };
    const below = found.isDirectory() ? await readFolder(path) : [alone];
    for (const file of below) if (!files.has(resolve(file.path)) || file.named) files.set(resolve(file.path), file);
  }
  return [...files.values()];
}
