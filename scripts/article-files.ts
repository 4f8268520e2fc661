/** Finds the files that `npm run ingest` was given. Reads names only, never what is in a file. */
import { lstat, readdir, stat } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';

export interface ArticleFile {
  /** As messages name it: as it was given, or below the folder that was given. */
  readonly path: string;
  /** Why it is passed over; undefined for a file to read. */
  readonly passedOver?: string;
}

/** Endings under which articles are saved as text. */
const ENDINGS = new Set(['', '.md', '.markdown', '.txt', '.text']);

const unreadable = (name: string): string | undefined =>
  ENDINGS.has(extname(name).toLowerCase()) ? undefined : `files ending in \`${extname(name)}\` are not read; articles are .md or .txt`;

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
    if (hidden) files.push({ path, passedOver: 'hidden files are not read' });
    else if (!entry.isFile() && !(entry.isSymbolicLink() && (await stat(path).catch(() => undefined))?.isFile()))
      files.push({ path, passedOver: 'it is no plain file' });
    else files.push({ path, passedOver: unreadable(entry.name) });
  }
  return files.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

/**
 * All files that the arguments name, each once, folders in order of name and through all their levels.
 * Throws a sentence with a hint for an argument that is neither file nor folder.
 */
export async function readArticleFiles(paths: readonly string[]): Promise<ArticleFile[]> {
  const files = new Map<string, ArticleFile>();
  for (const path of paths) {
    const found = await lstat(path)
      .then(() => stat(path))
      .catch(() => undefined);
    if (!found) {
      const address = /^(?:https?:|doi:|pmid:)/i.test(path);
      throw new Error(
        address
          ? `\`${path}\` is an address, expected a file or a folder. Save the article as text and give the file.`
          : `There is no file or folder \`${path}\`. Check the spelling, and put quotation marks around a name with spaces.`,
      );
    }
    const below = found.isDirectory() ? await readFolder(path) : [{ path, passedOver: found.isFile() ? undefined : 'it is no plain file' }];
    for (const file of below) if (!files.has(resolve(file.path))) files.set(resolve(file.path), file);
  }
  return [...files.values()];
}
