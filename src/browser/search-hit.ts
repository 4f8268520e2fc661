/** A page that a search found, ready to print, and the order in which hits are shown. Pure: takes what Pagefind gives, gives no HTML. */

/** What Pagefind tells about one page. */
export interface PageData {
  readonly url: string;
  /** Escaped text with `<mark>` around the words that were found. */
  readonly excerpt: string;
  readonly meta: Readonly<Record<string, string>>;
}

export interface Piece {
  readonly text: string;
  readonly found: boolean;
}

export interface Hit {
  readonly url: string;
  readonly title: string;
  /** Kind of page: Topic, Question, Source, Term or About. */
  readonly page: string;
  /** What else is said beside the title, e.g. `Randomised trial · 7 December 2017`. */
  readonly note: string;
  readonly excerpt: readonly Piece[];
}

/** Splits an excerpt at its marks, e.g. `a <mark>b</mark>` is `a ` and, found, `b`. */
export function toPieces(excerpt: string): Piece[] {
  return excerpt
    .split(/<mark>(.*?)<\/mark>/s)
    .map((text, place) => ({ text: text.replaceAll('&lt;', '<').replaceAll('&gt;', '>'), found: place % 2 === 1 }))
    .filter(({ text }) => text !== '');
}

export function toHit({ url, excerpt, meta }: PageData): Hit {
  const { title = url, page = 'Page', kind = '', date = '' } = meta;
  return {
    url,
    title,
    page,
    note: [kind === page ? '' : kind, date].filter((part) => part !== '').join(' · '),
    excerpt: toPieces(excerpt),
  };
}

/**
 * Puts first what the reader named: a page of exactly that title, then topics with it in their title.
 * All others keep Pagefind's order, e.g. `thrombectomy` leads to the topic on it before sources that merely mention it.
 */
export function toRanked(words: string, hits: readonly Hit[]): Hit[] {
  const asked = plain(words);
  if (asked === '') return [...hits];
  const rank = (hit: Hit): number => {
    if (plain(hit.title) === asked) return 0;
    return hit.page === 'Topic' && ` ${plain(hit.title)} `.includes(` ${asked} `) ? 1 : 2;
  };
  return [...hits].sort((a, b) => rank(a) - rank(b));
}

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, ' ')
    .trim();
