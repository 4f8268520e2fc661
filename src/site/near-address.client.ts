/** Which pages a wrong address may have meant: by the words in it, each allowed its typing mistakes. Pure: addresses in, addresses out. */
import { foldLetters } from '../words/fold.ts';
import { editDistance } from '../search/spelling.client.ts';

/** A row of the site's own list, see src/site/addresses.ts: address, title, where it leads if elsewhere. */
export type AddressRow = readonly [address: string, title: string, leadsTo?: string];

interface Suggestion {
  readonly href: string;
  readonly title: string;
}

const shown = 5;
/** How much of an address must be found again, of 1. */
const enough = 0.5;

/** The words of an address or a title; endings of files and days are no words, e.g. `/papers/2024-03-27-Wall.html` → `papers`, `wall`. */
function wordsOf(text: string): string[] {
  let plain = text;
  try {
    plain = decodeURIComponent(text);
  } catch {
    // An address that cannot be decoded is read as it stands.
  }
  return foldLetters(plain)
    .replace(/\.(?:html?|php|aspx?)$/, '')
    .replace(/\b\d{4}-\d\d-\d\d\b/g, ' ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

/** How alike two words are, from 0 to 1; a third of the letters may be wrong. */
function likeness(a: string, b: string): number {
  const longer = Math.max(a.length, b.length);
  const most = Math.floor(longer / 3);
  const distance = editDistance(a, b, most);
  return distance > most ? 0 : 1 - distance / longer;
}

/** The part of the words of one text that another has, long words counting for more. */
function share(asked: readonly string[], has: readonly string[]): number {
  const whole = asked.reduce((sum, word) => sum + word.length, 0);
  const found = asked.reduce((sum, word) => sum + word.length * Math.max(0, ...has.map((other) => likeness(word, other))), 0);
  return whole === 0 ? 0 : found / whole;
}

/**
 * The pages nearest to an address, the nearest first, each once.
 * Example: `/topics/flegmasia` suggests `/topics/phlegmasia/`. The folder counts little, because people mistake that as well.
 */
export function nearAddresses(path: string, rows: readonly AddressRow[]): Suggestion[] {
  const folders = path.split('/').filter(Boolean);
  const asked = wordsOf(folders.at(-1) ?? '');
  if (asked.length === 0) return [];
  const scored = rows.map(([address, title, leadsTo = address]) => {
    const own = address.split('/').filter(Boolean);
    const words = wordsOf(own.at(-1) ?? '');
    const found = share(asked, [...words, ...wordsOf(title)]);
    const folder = folders.length > 1 && own.length > 1 ? likeness(folders[0] ?? '', own[0] ?? '') : 0;
    return { href: leadsTo, title, found, score: found + share(words, asked) / 2 + folder / 4 };
  });
  const near = scored.filter(({ found }) => found >= enough).sort((a, b) => b.score - a.score || (a.href < b.href ? -1 : 1));
  return near
    .filter(({ href }, place) => near.findIndex((other) => other.href === href) === place)
    .slice(0, shown)
    .map(({ href, title }) => ({ href, title }));
}
