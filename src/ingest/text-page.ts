/** Raw bytes as lines of text, or a refusal that says why they are not text. */
import type { Refusal } from './outcome.ts';

/** Articles are text: eight megabytes of it is a book or a mistake. */
const MOST_BYTES = 8 * 1024 * 1024;

/** The text of a file: UTF-8 without BOM, line feeds only, invisible spaces made plain, e.g. `toText(bytes) === 'Title\n\nBody'`. */
export function toText(bytes: Uint8Array): string | Refusal {
  if (bytes.length > MOST_BYTES) {
    return { reason: 'The file is larger than 8 MB, too large for one article.', hint: 'Give one article per file.' };
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { reason: 'The file is not UTF-8 text.', hint: 'Open it in an editor and save it again as plain text with the encoding UTF-8.' };
  }
  if (text.includes('\0')) {
    return { reason: 'The file holds data, not text.', hint: 'Save the article as plain text or Markdown.' };
  }
  const plain = text
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/[\u00a0\u2007\u202f\t]/g, ' ')
    .replace(/[\u200b\u200e\u200f\u2060\ufeff\u00ad]/g, '');
  return plain.trim() ? plain : { reason: 'The file is empty.', hint: 'Save the text of the article in it, or delete it.' };
}
