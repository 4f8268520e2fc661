/** Where in the content a fault of a built page comes from: the file of the page, and the line that holds what is wrong. Pure. */
import { entryAt } from '../schema/addresses.ts';
import { filePath } from '../schema/collections.ts';
import type { RawFile } from '../library/content.ts';
import type { Fault } from './built-page.ts';

/** The spellings of what stands on a page that may stand in a text, without what its line does not hold. */
function spellings(sought: string): string[] {
  const line = sought.toLowerCase().trim().split('\n')[0] ?? '';
  try {
    return [line, decodeURI(line)];
  } catch {
    return [line];
  }
}

/** Line of the first text of `sought` that is there, from 1; undefined for none. */
function lineOf(text: string, sought: readonly string[], shortest: number): number | undefined {
  const lines = text.toLowerCase().split('\n');
  for (const spelling of sought.flatMap(spellings)) {
    const at = spelling.length < shortest ? -1 : lines.findIndex((line) => line.includes(spelling));
    if (at >= 0) return at + 1;
  }
  return undefined;
}

/**
 * The place of a fault in a content folder, e.g. `content/sources/nice-2019-ipg651.md:40`: of the page's own file the first line
 * where the line cannot be told; undefined where no file can.
 */
export function placeOf({ file, sought }: Fault, folder: string, files: readonly RawFile[]): string | undefined {
  const entry = entryAt(`/${file.split('/').slice(0, 2).join('/')}/`);
  const own = entry && files.find(({ path }) => path === filePath(entry.collection, entry.id));
  const decoder = new TextDecoder();
  if (own) return `${folder}/${own.path}:${lineOf(decoder.decode(own.bytes), sought, 2) ?? 1}`;
  for (const { path, bytes } of files) {
    // What is short stands in many files.
    const line = lineOf(decoder.decode(bytes), sought, 8);
    if (line) return `${folder}/${path}:${line}`;
  }
  return undefined;
}
