/** A page that a search found, ready to print, and the groups in which hits are shown. Pure: takes what Pagefind gives, gives no HTML. */
import { bestSentence, tidy, toPieces, type HitPiece } from './snippet.client.ts';

/** What Pagefind tells about one page. */
export interface PageData {
  readonly url: string;
  /** All its text, without markup. */
  readonly content: string;
  readonly meta: Readonly<Record<string, string>>;
  /** Parts of the page under their headings, the one with the most words first. */
  readonly sub_results?: readonly { readonly title: string; readonly url: string }[];
}

export interface HitPart {
  readonly url: string;
  readonly title: string;
}

export interface Hit {
  readonly url: string;
  readonly title: string;
  /** Kind of page: Topic, Question, Source, Term or another. */
  readonly page: string;
  /** What else is said beside the title, e.g. `Randomised trial · 7 December 2017`, or the verdict on a question. */
  readonly note: string;
  readonly excerpt: readonly HitPiece[];
  /** Headings of the page under which the words stand. */
  readonly parts: readonly HitPart[];
}

const mostParts = 2;
/** Headings that stand on many pages and tell nothing about the match. */
const bands = new Set(
  (
    'bottom-line in-full findings meaning names work interests digest status pico objectives pitfalls sources figure drawn ' +
    'why-the-sources-differ what-is-missing what-it-is what-it-says what-it-leaves-out how-far-to-trust-it'
  ).split(' '),
);
const isOwn = ({ url }: HitPart): boolean => url.includes('#') && !bands.has(url.slice(url.indexOf('#') + 1));

/**
 * A page as a hit, e.g. of the kind `Source` with the note `Randomised trial · 7 December 2017`. A term is its definition and a question
 * its answer; of other pages the sentence with most of the `wanted` words is shown, or else what they are about.
 */
export function toHit({ url, content, meta, sub_results: parts = [] }: PageData, wanted: ReadonlySet<string>): Hit {
  const { title = url, page = 'Page', kind = '', date = '', summary = '', says = '', gist = says } = meta;
  const told = page === 'Term' ? summary : page === 'Question' ? tidy(gist) : '';
  return {
    url,
    title,
    page,
    note: page === 'Question' ? summary : [kind === page ? '' : kind, date].filter((part) => part !== '').join(' · '),
    excerpt: toPieces(
      told || bestSentence(page === 'Source' ? `${says} ${content}` : content, wanted) || (page === 'Source' && tidy(says)) || summary,
      wanted,
    ),
    parts: parts.filter(isOwn).slice(0, mostParts),
  };
}

export interface HitGroup<Row> {
  readonly label: string;
  /** The value of the filter `page` that gives all of the group; undefined for the best matches and for what has no section. */
  readonly page: string | undefined;
  readonly rows: readonly Row[];
  /** How many more there are. */
  readonly more: number;
}

const sections: readonly { readonly page: string; readonly label: string }[] = [
  { page: 'Question', label: 'Questions' },
  { page: 'Topic', label: 'Topics' },
  { page: 'Source', label: 'Sources' },
  { page: 'Term', label: 'Terms' },
];

/**
 * The best matches of any kind, then the rest by kind: questions first, for they are what most searches ask.
 * Example: `toGroups(rows, pageOf, 3, 4)` gives three best matches and at most four of each kind.
 */
export function toGroups<Row>(rows: readonly Row[], pageOf: (row: Row) => string, best: number, each: number): HitGroup<Row>[] {
  const rest = rows.slice(best);
  const groups: HitGroup<Row>[] = [{ label: 'Best matches', page: undefined, rows: rows.slice(0, best), more: 0 }];
  for (const { page, label } of sections) {
    const ofKind = rest.filter((row) => pageOf(row) === page);
    groups.push({ label, page, rows: ofKind.slice(0, each), more: Math.max(0, ofKind.length - each) });
  }
  const others = rest.filter((row) => !sections.some(({ page }) => page === pageOf(row)));
  groups.push({ label: 'Pathways, figures and other pages', page: undefined, rows: others.slice(0, each), more: 0 });
  return groups.filter((group) => group.rows.length > 0);
}
