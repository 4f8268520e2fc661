/** What a page says of itself, claim by claim, each with the place that says it. The first claim stands; others that differ become doubts. */
import type { Author } from '../../schema/source.ts';
import { canonicalUrl, isAddress, withoutTracking } from '../canonical-url.ts';
import { toPlain, toPlainCharacters, toPlainText } from '../plain-text.ts';
import { isIsbn, isPmid } from '../../schema/identifiers.ts';
import { readPageDate, toDate, toWholeDay } from '../field-date.ts';
import { readDoi } from '../identifiers.ts';
import { isAccount, toAuthors } from '../names.ts';

/** The `<meta>` names that stand for a field, those of one vocabulary in the order in which they are trusted; `author` gathers people. */
const metaNames = {
  title: 'citation_title dc.title og:title parsely-title',
  author: 'citation_author citation_authors dc.creator article:author parsely-author sailthru.author author',
  published:
    'citation_publication_date citation_online_date citation_date citation_cover_date citation_year prism.publicationdate dc.date.issued dc.issued dc.date article:published_time parsely-pub-date sailthru.date date',
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

type ClaimField = Exclude<keyof typeof metaNames, 'author'>;

export interface Claim {
  readonly field: ClaimField;
  readonly value: string;
  /** As an editor finds it on the page, e.g. `citation_title`. */
  readonly from: string;
  /** What stands there where it could not be read; then `value` is empty. */
  readonly unread?: string;
}

export interface AuthorClaim {
  readonly authors: readonly Author[];
  readonly from: string;
}

const plain = (text: string): string => toPlain(text).replaceAll(' ', '');

/** True for two spellings of one title: the same letters, or the one a good part of the other, e.g. `On splints` and `On splints | Clinic`. */
export function sameTitle(a: string, b: string): boolean {
  const [short = '', long = ''] = [plain(a), plain(b)].sort((one, other) => one.length - other.length);
  return (
    short !== '' &&
    (short === long ||
      (short.length >= 8 && long.startsWith(short)) ||
      (long.includes(short) && short.length >= 6 && short.length * 3 >= long.length))
  );
}

/** Whether two claims of one field say the same, as far as their precision goes. */
const agreements: Partial<Record<ClaimField, (a: string, b: string) => boolean>> = {
  title: sameTitle,
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

/** A journal's own metadata count for two: nobody writes them for a reader or a search engine. */
const votesOf = ({ from }: Claim): number => (/^citation_/i.test(from) ? 2 : 1);

/** The title that most places agree on, the first of them where several do. */
function byVotes(claims: readonly Claim[]): Claim | undefined {
  const places = claims.filter((claim, i) => claims.findIndex((other) => other.from === claim.from && other.value === claim.value) === i);
  const tally = (claim: Claim): number =>
    places.reduce((sum, other) => sum + (sameTitle(claim.value, other.value) ? votesOf(other) : 0), 0);
  const most = Math.max(...places.map(tally));
  return places.find((claim) => tally(claim) === most);
}

/** The first claim of each field (of titles the one that most places agree on), made as precise as one that agrees with it, and a doubt for each that contradicts it. */
export function chooseClaims(claims: readonly Claim[]): Chosen {
  const values: Partial<Record<ClaimField, string>> = {};
  const doubts: string[] = [];
  for (const field of new Set(claims.map((claim) => claim.field))) {
    const own = claims.filter((claim) => claim.field === field && claim.value !== '');
    const first = field === 'title' ? byVotes(own) : own[0];
    if (!first) {
      doubts.push(
        ...claims
          .filter((claim) => claim.field === field)
          .slice(0, 1)
          .map(unreadDoubt),
      );
      continue;
    }
    const others = own.filter((claim) => claim !== first);
    const agree = agreements[field];
    const dated = field === 'published' || field === 'updated';
    const finest = dated ? others.find(({ value }) => value.length > first.value.length && value.startsWith(first.value)) : undefined;
    values[field] = (finest ?? first).value;
    const other = agree && others.find(({ value }) => !agree(first.value, value));
    if (!other) continue;
    const name = draftField[field] ?? field;
    doubts.push(
      `Check \`${name}\`: \`${first.from}\` on the page says ${quoted(first.value)} and \`${other.from}\` says ${quoted(other.value)}; take what the page shows.`,
    );
  }
  return { values, doubts };
}

const unreadDoubt = ({ field, from, unread = '' }: Claim): string =>
  `Check \`${draftField[field] ?? field}\`: \`${from}\` on the page says ${quoted(unread)}, ${readPageDate(unread).why ?? 'which is no date'}.`;

const quoted = (value: string): string => `“${value.length > 120 ? `${value.slice(0, 117)}…` : value}”`;
const nameOf = (author: Author): string => ('family' in author ? author.family : author.organisation);

/**
 * The authors that the first place names which names anybody: the site itself and accounts such as `admin` only where no
 * other does. A doubt where another place names others, and where the site stands in.
 */
export function chooseAuthors(
  claims: readonly AuthorClaim[],
  site?: string,
): { readonly authors: readonly Author[]; readonly from?: string; readonly doubts: readonly string[] } {
  const isSite = (author: Author): boolean =>
    site !== undefined && sameTitle('family' in author ? `${author.given ?? ''} ${author.family}` : author.organisation, site);
  // The name of a site may look like that of a person.
  const real = claims
    .map(({ authors, from }) => ({
      authors: authors
        .filter((author) => !isAccount(nameOf(author)))
        .map((author) => (isSite(author) && site ? { organisation: site } : author)),
      from,
    }))
    .filter(({ authors }) => authors.length > 0);
  const first = real.find(({ authors }) => !authors.every(isSite)) ?? real[0];
  const names = ({ authors }: AuthorClaim): string =>
    authors
      .map((author) => plain(nameOf(author)))
      .sort()
      .join();
  const other = first && real.find((claim) => names(claim) !== names(first));
  const list = ({ authors }: AuthorClaim): string => quoted(authors.map(nameOf).join(', '));
  return {
    authors: first?.authors ?? [],
    ...(first && { from: first.from }),
    doubts: [
      ...(other
        ? [
            `Check \`authors\`: \`${first.from}\` on the page names ${list(first)} and \`${other.from}\` names ${list(other)}; take those whom the page shows.`,
          ]
        : []),
      ...(first?.authors.every(isSite)
        ? [
            `Check \`authors\`: \`${first.from}\` on the page names only the site itself, ${list(first)}, which stands in for a writer. Look on the page for a name.`,
          ]
        : []),
    ],
  };
}

/** Vocabularies in the order in which they are trusted; what is of none comes last. */
const VOCABULARIES = [/^citation_/, /^prism\./, /^dc\./, /^(?:og|article):/, /^/];
const rankOf = (name: string): number => VOCABULARIES.findIndex((vocabulary) => vocabulary.test(name));
const trusted = (Object.keys(metaNames) as (keyof typeof metaNames)[])
  .flatMap((field) => metaNames[field].split(' ').map((key) => ({ key, field })))
  .sort((a, b) => rankOf(a.key) - rankOf(b.key));

/** Papers of large groups name hundreds of authors; beyond this many elements nobody reads on. */
const MOST = 3000;

const cleaners: Partial<Record<ClaimField, (value: string) => string | undefined>> = {
  published: toDate,
  updated: toWholeDay,
  doi: readDoi,
  pmid: (value) => (isPmid(value) ? value : undefined),
  isbn: (value) => (isIsbn(value) ? value : undefined),
  url: (value) => (isAddress(value) ? withoutTracking(value) : undefined),
  language: (value) => /^[a-z]{2,3}(?:-[a-z0-9]+)*$/i.exec(value.replace(/_/g, '-'))?.[0],
};

/** A claim as the draft can take it, or none where the page writes what is no such thing; a date that cannot be read is kept as it stands there. */
export function toClaim(field: ClaimField, text: string, from: string): readonly Claim[] {
  const plain = toPlainCharacters(toPlainText(text)).trim();
  const clean = cleaners[field];
  const value = clean ? clean(plain) : plain;
  if (value) return [{ field, value, from }];
  return field === 'published' && plain ? [{ field, value: '', from, unread: plain }] : [];
}

/** The claims of a page's `<meta>` elements in the order of trust, e.g. `title` from `citation_title` before `og:title`. */
export function toMetaClaims(document: Document): { readonly claims: readonly Claim[]; readonly authors: readonly AuthorClaim[] } {
  const contents = new Map<string, { readonly name: string; readonly values: string[] }>();
  for (const meta of [...document.querySelectorAll('meta')].slice(0, MOST)) {
    const content = meta.getAttribute('content')?.trim();
    // A property may hold several names, parted by spaces.
    for (const name of (meta.getAttribute('name') ?? meta.getAttribute('property') ?? '').split(/\s+/)) {
      const key = name.toLowerCase().replace(/^(?:dcterms|dc)[.:]/, 'dc.');
      if (!name || !content) continue;
      const held = contents.get(key) ?? { name, values: [] };
      held.values.push(content);
      contents.set(key, held);
    }
  }
  const claims: Claim[] = [];
  const authors: AuthorClaim[] = [];
  for (const { key, field } of trusted) {
    const found = contents.get(key);
    if (!found) continue;
    if (field === 'author')
      authors.push({
        authors: found.values.flatMap((value) =>
          toAuthors(toPlainText(value).replace(/\s*[(<]\S*[:@]\S*[)>]/g, ''), /^(?:citation_|dc\.)/.test(key) ? 'inverted' : 'spoken'),
        ),
        from: found.name,
      });
    else claims.push(...found.values.flatMap((value) => toClaim(field, value, found.name)));
  }
  return { claims, authors };
}
