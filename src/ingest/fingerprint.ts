/** RawArticle -> fingerprint file: what lets the check tell our wording from the article's without having the article. */
import { stringify } from 'yaml';
import { RUN, toShingles, toShingleText } from '../library/shingle.ts';
import { toPlainWords, toWords } from '../library/wording.ts';
import type { Fingerprint } from '../schema/fingerprint.ts';
import { nouns } from '../schema/nouns.ts';
import type { RawArticle } from './raw-article.ts';

/** A heading is cut here: enough to know it by, and too little to try words for a ninth (see library/shingle.ts). */
const HEADING_WORDS = 6;
const MOST_HEADINGS = 200;
const SAYS = '# Hashes of each nine words in a row of the raw article, for the check of wording. Written by a machine, never by hand.\n';

type Worded = Pick<RawArticle, 'text' | 'headings' | 'disclaimers' | 'furniture'>;

/** Whether the words of a heading stand at a place. */
const standsAt = (words: readonly string[], heading: readonly string[], at: number): boolean =>
  heading.every((word, i) => words[at + i] === word);

/** Headings in order, each looked for after the one before; one that does not stand in the text is left out. */
function findHeadings(words: readonly string[], headings: Worded['headings']): Fingerprint['headings'] {
  const found: Fingerprint['headings'] = [];
  let from = 0;
  for (const { text } of headings.slice(0, MOST_HEADINGS)) {
    const own = toWords(text);
    const plain = own.map((word) => word.text);
    let at = from;
    while (plain.length > 0 && at + plain.length <= words.length && !standsAt(words, plain, at)) at += 1;
    if (plain.length === 0 || at + plain.length > words.length) continue;
    const cut = own.length > HEADING_WORDS;
    found.push({ at: at + 1, opens: cut ? `${text.slice(0, own[HEADING_WORDS - 1]?.end)} …` : text.trim() });
    from = at + plain.length;
  }
  return found;
}

/** The fingerprint of an article, e.g. of one with eleven words three shingles. `hash` is the SHA-256 of its raw bytes. */
export function buildFingerprint(article: Worded, hash: string): Fingerprint {
  const words = toPlainWords([article.text, ...article.disclaimers, ...article.furniture].join('\n'));
  return {
    snapshot: `sha256-${hash}`,
    words: words.length,
    headings: findHeadings(words, article.headings),
    shingles: toShingleText(toShingles(words)),
  };
}

export interface FingerprintFile {
  /** Below the content folder, e.g. `fingerprints/nice-2019-ipg651.yaml`. */
  readonly path: string;
  readonly text: string;
}

/** The file that keeps the fingerprint of a source's raw article; undefined for an article with no nine words to compare. */
export function toFingerprintFile(id: string, article: Worded, hash: string): FingerprintFile | undefined {
  const fingerprint = buildFingerprint(article, hash);
  if (fingerprint.words < RUN) return undefined;
  const path = `${nouns.fingerprint.path}/${id}${nouns.fingerprint.ending}`;
  return { path, text: `${SAYS}${stringify(fingerprint, { lineWidth: 0, blockQuote: 'literal' })}` };
}
