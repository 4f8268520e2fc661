/** Made-up fingerprints for made-up content, so that the check of wording has as much to do as it would have. */
import { toFingerprintFile } from '../../src/ingest/fingerprint.ts';
import { madeId, madeSnapshot, madeWords } from './made-content.ts';

/** The raw articles that we hold have 506 words on average. */
const ARTICLE_WORDS = 500;
// Backwards, because all made-up words lie on one cycle: forwards, articles and digests would share long stretches of it.
const article = (n: number) => ({
  text: madeWords(n * 7919 + 13, ARTICLE_WORDS)
    .split(' ')
    .reverse()
    .join(' '),
  headings: [],
  disclaimers: [],
  boilerplate: [],
});

/** One fingerprint file for each source that `buildMadeContent` makes, by its path below the content folder. */
export function* makeFingerprints(sources: number): Iterable<readonly [path: string, text: string]> {
  for (let n = 1; n <= sources; n += 1) {
    const file = toFingerprintFile(madeId(n), article(n), madeSnapshot(n));
    if (file) yield [file.path, file.text];
  }
}
