/** Tells whether an article is one that we hold already, and by what. The surest sign is tried first, over all sources. */
import { toPlain } from './plain-text.ts';
import type { RawArticle } from './raw-article.ts';
import type { KnownSource, SourceIndex } from './source-index.ts';

export interface Recognition {
  readonly source: KnownSource;
  /** Completes "the same …", e.g. `ISBN 978-1-4731-3431-7`. */
  readonly sign: string;
}

/** Shorter titles are shared by works that have nothing else in common, e.g. `Deep vein thrombosis`. */
const TELLING_WORDS = 6;

const housesOf = (article: RawArticle): string[] => [
  ...[article.container, article.publisher].flatMap((house) => house ?? []),
  ...article.authors.flatMap((author) => ('organisation' in author ? author.organisation : [])),
];
const familiesOf = (article: RawArticle): string[] => article.authors.flatMap((author) => ('family' in author ? author.family : []));
const year = (date: string | undefined): string | undefined => (date && /^\d{4}/.test(date) ? date.slice(0, 4) : undefined);
const meet = (ours: readonly string[], theirs: readonly string[]): boolean => {
  const known = new Set(theirs.map(toPlain));
  return ours.some((each) => known.has(toPlain(each)));
};
const differ = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && a.toLowerCase() !== b.toLowerCase();

/**
 * What, besides the title, two works of one title share: a publisher, an author, or, where the title is long, the year.
 * Nothing where their years, DOIs or PubMed numbers contradict each other.
 */
function sharedBeside(article: RawArticle, held: KnownSource): string | undefined {
  const [ours, theirs] = [year(article.issued), year(held.issued)];
  if (differ(ours, theirs) || differ(article.doi, held.doi) || differ(article.pmid, held.pmid)) return undefined;
  if (meet(housesOf(article), held.houses)) return 'publisher';
  if (meet(familiesOf(article), held.families)) return 'author';
  const long = toPlain(article.title).split(' ').length >= TELLING_WORDS;
  return long && ours !== undefined && ours === theirs ? 'year' : undefined;
}

function byTitle(article: RawArticle, index: SourceIndex): Recognition | undefined {
  for (const source of index.find('title', article.title)) {
    const beside = sharedBeside(article, source);
    if (beside) return { source, sign: `title and ${beside}` };
  }
  return undefined;
}

/** The source that was made from these very bytes, whatever they are; `hash` is their SHA-256. */
export function recogniseBytes(hash: string, index: SourceIndex): Recognition | undefined {
  const [source] = index.find('snapshot', `sha256-${hash}`);
  return source && { source, sign: 'content hash in `snapshot`' };
}

/** The source that an article is, or undefined for a new one. `hash` is the SHA-256 of its raw bytes. */
export function recogniseSource(article: RawArticle, hash: string, index: SourceIndex): Recognition | undefined {
  const tries: readonly (readonly [KnownSource | undefined, string])[] = [
    [index.find('doi', article.doi)[0], `DOI ${article.doi}`],
    [index.find('pmid', article.pmid)[0], `PubMed number ${article.pmid}`],
    [index.find('isbn', article.isbn)[0], `ISBN ${article.isbn}`],
    [index.find('url', article.url)[0], 'address'],
    [article.aliases.flatMap((alias) => index.find('alias', alias))[0], 'old path in `aliases`'],
  ];
  const [source, sign] = tries.find(([found]) => found) ?? [];
  if (source && sign) return { source, sign };
  return recogniseBytes(hash, index) ?? byTitle(article, index);
}
