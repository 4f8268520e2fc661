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
  /** True for a term that has what was typed as a name, abbreviation or synonym. */
  readonly named: boolean;
}

/** Splits an excerpt at its marks, e.g. `a <mark>b</mark>` is `a ` and, found, `b`. */
export function toPieces(excerpt: string): Piece[] {
  return excerpt
    .split(/<mark>(.*?)<\/mark>/s)
    .map((text, place) => ({ text: text.replaceAll('&lt;', '<').replaceAll('&gt;', '>'), found: place % 2 === 1 }))
    .filter(({ text }) => text !== '');
}

/** A page as a hit, e.g. of the kind `Source` with the note `Randomised trial · 7 December 2017`. */
export function toHit({ url, excerpt, meta }: PageData, named = false): Hit {
  const { title = url, page = 'Page', kind = '', date = '', summary = '' } = meta;
  return {
    url,
    title,
    page,
    note: [kind === page ? '' : kind, date].filter((part) => part !== '').join(' · '),
    // A term is its definition: the words around a match may speak of what it must not be confused with.
    excerpt: page === 'Term' && summary !== '' ? [{ text: summary, found: false }] : toPieces(excerpt),
    named,
  };
}

/**
 * Puts first what the reader named: a page of exactly that title, then a term that goes by that name, then topics with it in their title.
 * All others keep Pagefind's order, e.g. `PCD` leads to the term before any page that merely uses it.
 */
export function toRanked(words: string, hits: readonly Hit[]): Hit[] {
  const asked = plain(words);
  if (asked === '') return [...hits];
  const rank = (hit: Hit): number => {
    if (plain(hit.title) === asked) return 0;
    if (hit.named) return 1;
    return hit.page === 'Topic' && ` ${plain(hit.title)} `.includes(` ${asked} `) ? 2 : 3;
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
