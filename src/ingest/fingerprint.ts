/** RawArticle -> fingerprint file: what lets the check tell our wording from the article's without having the article. */
import { stringify } from 'yaml';
import { RUN, toShingles, toShingleText, toPlainWords, toWords } from '../library/shingle.ts';
import type { Fingerprint } from '../schema/fingerprint.ts';
import { collections } from '../schema/collections.ts';
import type { RawArticle } from './raw-article.ts';

/** A heading is cut here: enough to know it by, and too little to try words for a ninth (see library/shingle.ts). */
const HEADING_WORDS = 6;
const MOST_HEADINGS = 200;
const SAYS = '# Hashes of each nine words in a row of the raw article, for the check of wording. Written by a machine, never by hand.\n';

type Worded = Pick<RawArticle, 'text' | 'headings' | 'disclaimers' | 'boilerplate'>;

/** Headings in order, each looked for after the one before; one that does not stand in the text is left out. */
function findHeadings(words: readonly string[], headings: Worded['headings']): Fingerprint['headings'] {
  const found: Fingerprint['headings'] = [];
  const text = ` ${words.join(' ')} `;
  // Where the search goes on, and how many words stand before that.
  let [from, before] = [0, 0];
  for (const heading of headings.slice(0, MOST_HEADINGS)) {
    const own = toWords(heading.text);
    const wanted = ` ${own.map((word) => word.text).join(' ')} `;
    const at = own.length > 0 ? text.indexOf(wanted, from) : -1;
    if (at < 0) continue;
    before += text.slice(from, at).split(' ').length - 1;
    const cut = own.length > HEADING_WORDS;
    found.push({ at: before + 1, opens: cut ? `${heading.text.slice(0, own[HEADING_WORDS - 1]?.end)} …` : heading.text.trim() });
    from = at + wanted.length - 1;
    before += own.length;
  }
  return found;
}

/** The fingerprint of an article, e.g. of one with eleven words three shingles. `hash` is the SHA-256 of its raw bytes. */
export function buildFingerprint(article: Worded, hash: string): Fingerprint {
  const words = toPlainWords([article.text, ...article.disclaimers, ...article.boilerplate].join('\n'));
  return {
    snapshot: `sha256-${hash}`,
    words: words.length,
    headings: findHeadings(words, article.headings),
    shingles: toShingleText(toShingles(words)),
  };
}

/** The file that keeps the fingerprint of a source's raw article, its path below the content folder; undefined for an article with no nine words to compare. */
export function toFingerprintFile(id: string, article: Worded, hash: string): { readonly path: string; readonly text: string } | undefined {
  const fingerprint = buildFingerprint(article, hash);
  if (fingerprint.words < RUN) return undefined;
  const path = `${collections.fingerprint.path}/${id}${collections.fingerprint.ending}`;
  return { path, text: `${SAYS}${stringify(fingerprint, { lineWidth: 0, blockQuote: 'literal' })}` };
}
