/** The raw articles of `.snapshots` as the words that a reader sees: pages and papers without their markup. Reads, writes nothing. */
import { isRefusal } from '../src/ingest/raw-article.ts';
import { isPdf } from '../src/ingest/document.ts';
import { parseInWorker } from '../src/ingest/parse-in-worker.ts';
import { readSnapshotFiles, type SnapshotFile } from '../src/library/from-files.ts';

const isPrinted = ({ path, bytes }: SnapshotFile): boolean => /\.html?$/i.test(path) || isPdf(bytes);

/** The words of one snapshot: of a page or a paper those of its article, of anything else all. Undefined where it cannot be read. */
async function readText(file: SnapshotFile): Promise<string | undefined> {
  if (!isPrinted(file)) return new TextDecoder().decode(file.bytes);
  const read = await parseInWorker({ name: file.path, bytes: file.bytes });
  const article = isRefusal(read) ? undefined : read.taken[0]?.article;
  return article && !isRefusal(article) ? `${article.title}\n${article.text}` : undefined;
}

/** The snapshots in a folder that are wanted, hash to words, e.g. `sha256-…` to the text of a PDF. What cannot be read is left out. */
export async function readSnapshotTexts(folder: string, wanted: ReadonlySet<string>): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const [hash, file] of await readSnapshotFiles(folder, wanted)) {
    const text = await readText(file);
    if (text !== undefined) texts.set(hash, text);
  }
  return texts;
}
