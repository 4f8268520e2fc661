/** Raw bytes as lines of text, or a refusal that says why they are not text. */
import { toDecoded, type Decoded } from './encoding.ts';
import { isRefusal, type IngestRefusal } from './outcome.ts';

/** Articles are text: eight megabytes of it is a book or a mistake. */
const MOST_BYTES = 8 * 1024 * 1024;

const ligatures: Readonly<Record<string, string>> = { ﬀ: 'ff', ﬁ: 'fi', ﬂ: 'fl', ﬃ: 'ffi', ﬄ: 'ffl', ﬅ: 'st', ﬆ: 'st' };

/**
 * Characters as an editor would type them: composed (NFC), printers' ligatures as letters, invisible ones gone and all
 * spaces plain, e.g. `toPlainCharacters('ﬁ\u00adnal') === 'final'`. The joiners that Persian and Indian scripts need stay.
 */
export const toPlainCharacters = (text: string): string =>
  text
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000\t]/g, ' ')
    .replace(/[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad]/g, '')
    .replace(/[ﬀ-ﬆ]/g, (sign) => ligatures[sign] ?? sign)
    .normalize('NFC');

/** The text of a file: line feeds only, plain characters, e.g. `text` of `toText(bytes)` is `Title\n\nBody`. `mediaType` is as served. */
export function toText(bytes: Uint8Array, mediaType?: string): Decoded | IngestRefusal {
  if (bytes.length > MOST_BYTES) {
    return { reason: 'The file is larger than 8 MB, too large for one article.', hint: 'Give one article per file.' };
  }
  const decoded = toDecoded(bytes, mediaType);
  if (isRefusal(decoded)) return decoded;
  if (decoded.text.includes('\0')) {
    return { reason: 'The file holds data, not text.', hint: 'Save the article as plain text or Markdown.' };
  }
  const text = toPlainCharacters(decoded.text);
  return text.trim() ? { ...decoded, text } : { reason: 'The file is empty.', hint: 'Save the text of the article in it, or delete it.' };
}
