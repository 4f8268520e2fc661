/** Tells whether an article is one that we hold already, and by what. The surest sign is tried first, over all sources. */
import { canonicalUrl } from './canonical-url.ts';
import type { HeldSource } from './held-source.ts';
import type { RawArticle } from './raw-article.ts';

export interface Recognition {
  readonly source: HeldSource;
  /** Completes "the same …", e.g. `ISBN 978-1-4731-3431-7`. */
  readonly sign: string;
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const digits = (isbn: string): string => isbn.replace(/[\s-]/g, '').toUpperCase();
const path = (alias: string): string => alias.replace(/\/+$/, '').toLowerCase();
const housesOf = (article: RawArticle): string[] => [
  ...[article.container, article.publisher].flatMap((house) => house ?? []),
  ...article.authors.flatMap((author) => ('organisation' in author ? author.organisation : [])),
];
const year = (date: string | undefined): string | undefined => (date && /^\d{4}/.test(date) ? date.slice(0, 4) : undefined);

/** The last resort: one title, one publisher, and no two years that contradict each other. */
function sameTitle(article: RawArticle, held: HeldSource): boolean {
  if (!held.title || plain(held.title) !== plain(article.title)) return false;
  const [ours, theirs] = [year(article.issued), year(held.issued)];
  if (ours && theirs && ours !== theirs) return false;
  const known = new Set(held.houses.map(plain));
  return housesOf(article).some((house) => known.has(plain(house)));
}

const either = (a: string | undefined, b: string | undefined, by: (text: string) => string | undefined): boolean =>
  a !== undefined && b !== undefined && by(a) !== undefined && by(a) === by(b);

interface Sign {
  readonly sign: (article: RawArticle) => string;
  readonly fits: (article: RawArticle, held: HeldSource, hash: string) => boolean;
}

const signs: readonly Sign[] = [
  { sign: (article) => `DOI ${article.doi}`, fits: (article, held) => either(article.doi, held.doi, (doi) => doi.toLowerCase()) },
  { sign: (article) => `PubMed number ${article.pmid}`, fits: (article, held) => either(article.pmid, held.pmid, (pmid) => pmid) },
  { sign: (article) => `ISBN ${article.isbn}`, fits: (article, held) => either(article.isbn, held.isbn, digits) },
  { sign: () => 'address', fits: (article, held) => either(article.url, held.url, canonicalUrl) },
  {
    sign: () => 'old path in `aliases`',
    fits: (article, held) => article.aliases.some((alias) => held.aliases.some((other) => path(alias) === path(other))),
  },
  { sign: () => 'content hash in `snapshot`', fits: (_, held, hash) => held.snapshot === `sha256-${hash}` },
  { sign: () => 'title and publisher', fits: sameTitle },
];

/** The source that an article is, or undefined for a new one. `hash` is the SHA-256 of its raw bytes. */
export function recogniseSource(article: RawArticle, hash: string, held: readonly HeldSource[]): Recognition | undefined {
  for (const { sign, fits } of signs) {
    const source = held.find((each) => fits(article, each, hash));
    if (source) return { source, sign: sign(article) };
  }
  return undefined;
}
