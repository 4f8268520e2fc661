/** What a page says of itself, claim by claim, each with the place that says it. The first claim stands; others that differ become doubts. */
import type { Author } from '../../schema/source.ts';
import { canonicalUrl } from '../canonical-url.ts';
import { toPlain } from '../plain-text.ts';

/** The `<meta>` names that stand for a field, those of one vocabulary in the order in which they are trusted; `author` gathers people. */
export const metaNames = {
  title: 'citation_title dc.title og:title',
  author: 'citation_author citation_authors dc.creator article:author author',
  published:
    'citation_publication_date citation_online_date citation_date citation_cover_date citation_year prism.publicationdate dc.date.issued dc.issued dc.date article:published_time date',
  updated: 'dc.modified dc.date.modified article:modified_time',
  container: 'citation_journal_title citation_conference_title citation_inbook_title prism.publicationname',
  publisher: 'citation_publisher citation_technical_report_institution dc.publisher',
  volume: 'citation_volume prism.volume',
  issue: 'citation_issue prism.number',
  firstPage: 'citation_firstpage prism.startingpage',
  lastPage: 'citation_lastpage prism.endingpage',
  doi: 'citation_doi prism.doi dc.identifier',
  pmid: 'citation_pmid',
  isbn: 'citation_isbn',
  url: 'citation_public_url citation_abstract_html_url og:url',
  language: 'citation_language dc.language',
  type: 'citation_article_type dc.type',
  site: 'og:site_name',
};

export type ClaimField = Exclude<keyof typeof metaNames, 'author'>;

export interface Claim {
  readonly field: ClaimField;
  readonly value: string;
  /** As an editor finds it on the page, e.g. `citation_title`. */
  readonly from: string;
}

export interface AuthorClaim {
  readonly authors: readonly Author[];
  readonly from: string;
}

const plain = (text: string): string => toPlain(text).replaceAll(' ', '');

/** Whether two claims of one field say the same, as far as their precision goes. */
const agreements: Partial<Record<ClaimField, (a: string, b: string) => boolean>> = {
  title: (a, b) => plain(a).includes(plain(b)) || plain(b).includes(plain(a)),
  published: (a, b) => a.startsWith(b) || b.startsWith(a),
  updated: (a, b) => a.startsWith(b) || b.startsWith(a),
  doi: (a, b) => a.toLowerCase() === b.toLowerCase(),
  url: (a, b) => canonicalUrl(a) === canonicalUrl(b),
  language: (a, b) => a.slice(0, 2).toLowerCase() === b.slice(0, 2).toLowerCase(),
  isbn: (a, b) => a.replace(/\D/g, '') === b.replace(/\D/g, ''),
  pmid: (a, b) => a === b,
};
/** Names of the draft's fields, where a doubt has to name one. */
const draftField: Partial<Record<ClaimField, string>> = { published: 'issued' };

export interface Chosen {
  readonly values: Readonly<Partial<Record<ClaimField, string>>>;
  readonly doubts: readonly string[];
}

/** The first claim of each field, made as precise as one that agrees with it, and a doubt for each that contradicts it. */
export function chooseClaims(claims: readonly Claim[]): Chosen {
  const values: Partial<Record<ClaimField, string>> = {};
  const doubts: string[] = [];
  for (const field of new Set(claims.map((claim) => claim.field))) {
    const [first, ...others] = claims.filter((claim) => claim.field === field && claim.value !== '');
    if (!first) continue;
    const agree = agreements[field];
    const dated = field === 'published' || field === 'updated';
    const finest = dated ? others.find(({ value }) => value.length > first.value.length && value.startsWith(first.value)) : undefined;
    values[field] = (finest ?? first).value;
    const other = agree && others.find(({ value }) => !agree(first.value, value));
    if (!other) continue;
    const name = draftField[field] ?? field;
    doubts.push(
      `Check \`${name}\`: \`${first.from}\` on the page says ${quoted(first.value)} and \`${other.from}\` says ${quoted(other.value)}.`,
    );
  }
  return { values, doubts };
}

const quoted = (value: string): string => `“${value.length > 120 ? `${value.slice(0, 117)}…` : value}”`;
const nameOf = (author: Author): string => ('family' in author ? author.family : author.organisation);

/** The authors that the first place names, and a doubt where another place names others. */
export function chooseAuthors(claims: readonly AuthorClaim[]): { readonly authors: readonly Author[]; readonly doubts: readonly string[] } {
  const [first, ...others] = claims.filter(({ authors }) => authors.length > 0);
  if (!first) return { authors: [], doubts: [] };
  const names = (authors: readonly Author[]): string =>
    authors
      .map((author) => plain(nameOf(author)))
      .sort()
      .join();
  const other = others.find(({ authors }) => names(authors) !== names(first.authors));
  if (!other) return { authors: first.authors, doubts: [] };
  const list = ({ authors }: AuthorClaim): string => quoted(authors.map(nameOf).join(', '));
  return {
    authors: first.authors,
    doubts: [`Check \`authors\`: \`${first.from}\` on the page names ${list(first)} and \`${other.from}\` names ${list(other)}.`],
  };
}
