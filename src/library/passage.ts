/** Passages of raw articles: how an anchor finds its passage again and proves that it has not changed. */
import { createHash } from 'node:crypto';

/** White space folded to single spaces and Unicode composed (NFC), so that line breaks and encodings do not matter. */
export const foldText = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/** SHA-256 of a text as 64 hexadecimal digits, over UTF-8. */
export const sha256 = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex');

/**
 * The passage from the first `starts` to the next `ends` after it, both included and white space folded,
 * or `undefined` when either is not there. Example: `findPassage('a b c d', { starts: 'b', ends: 'c' }) === 'b c'`.
 */
export function findPassage(text: string, ends: { readonly starts: string; readonly ends: string }): string | undefined {
  const folded = foldText(text);
  const first = foldText(ends.starts);
  const last = foldText(ends.ends);
  const from = folded.indexOf(first);
  if (from < 0) return undefined;
  const to = folded.indexOf(last, from + (first === last ? 0 : Math.max(0, first.length - last.length)));
  return to < 0 ? undefined : folded.slice(from, to + last.length);
}
