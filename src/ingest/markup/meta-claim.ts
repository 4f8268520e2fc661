/** What the `<meta>` elements of a page claim: Highwire (`citation_*`), PRISM, Dublin Core, Open Graph and the plain ones. */
import type { Author } from '../../schema/source.ts';
import { isDoi, isIsbn, isPmid } from '../../schema/identifiers.ts';
import { partialDate } from '../../schema/date.ts';
import { toAuthors } from '../byline.ts';
import { identifiersInUrl, isAddress, withoutTracking } from '../canonical-url.ts';
import { toPlainText } from '../html-text.ts';
import { findPrintedDate } from '../printed-date.ts';
import { toPlainCharacters } from '../text-page.ts';
import type { AuthorClaim, Claim, ClaimField } from './claim.ts';

/** Names in the order in which they are trusted. A name stands for the field behind it; `author` gathers people. */
const names: readonly (readonly [name: string, field: ClaimField | 'author'])[] = [
  ['citation_title', 'title'],
  ['citation_author', 'author'],
  ['citation_authors', 'author'],
  ['citation_publication_date', 'published'],
  ['citation_online_date', 'published'],
  ['citation_date', 'published'],
  ['citation_cover_date', 'published'],
  ['citation_year', 'published'],
  ['citation_journal_title', 'container'],
  ['citation_conference_title', 'container'],
  ['citation_inbook_title', 'container'],
  ['citation_publisher', 'publisher'],
  ['citation_technical_report_institution', 'publisher'],
  ['citation_volume', 'volume'],
  ['citation_issue', 'issue'],
  ['citation_firstpage', 'firstPage'],
  ['citation_lastpage', 'lastPage'],
  ['citation_doi', 'doi'],
  ['citation_pmid', 'pmid'],
  ['citation_isbn', 'isbn'],
  ['citation_public_url', 'url'],
  ['citation_abstract_html_url', 'url'],
  ['citation_language', 'language'],
  ['citation_article_type', 'type'],
  ['prism.publicationname', 'container'],
  ['prism.publicationdate', 'published'],
  ['prism.volume', 'volume'],
  ['prism.number', 'issue'],
  ['prism.startingpage', 'firstPage'],
  ['prism.endingpage', 'lastPage'],
  ['prism.doi', 'doi'],
  ['dc.title', 'title'],
  ['dc.creator', 'author'],
  ['dc.date.issued', 'published'],
  ['dc.issued', 'published'],
  ['dc.date', 'published'],
  ['dc.modified', 'updated'],
  ['dc.date.modified', 'updated'],
  ['dc.publisher', 'publisher'],
  ['dc.identifier', 'doi'],
  ['dc.language', 'language'],
  ['dc.type', 'type'],
  ['og:title', 'title'],
  ['article:author', 'author'],
  ['article:published_time', 'published'],
  ['article:modified_time', 'updated'],
  ['og:site_name', 'site'],
  ['og:url', 'url'],
  ['author', 'author'],
  ['date', 'published'],
];

/** Papers of large groups name hundreds of authors; beyond this many elements nobody reads on. */
const MOST = 3000;

const isReal = (date: string | undefined): date is string => date !== undefined && partialDate.safeParse(date).success;

/** The ISO day, month or year in a date as metadata write it, e.g. `2017-12-07` for `2017/12/07`, `2017 Dec 7` and `2017-12-07T09:00Z`; undefined for none. */
export function toIsoDate(text: string): string | undefined {
  const [, printedYear, name, printedDay = ''] = /^\s*(\d{4}) (\p{L}{3,})\.?(?: (\d{1,2}))?\s*$/u.exec(text) ?? [];
  const printed = findPrintedDate(printedYear && name ? `${printedDay} ${name} ${printedYear}`.trim() : text)?.date;
  const [, year, month, dayOfMonth] = /^\s*(\d{4})(?:[/.-](\d{1,2})(?:[/.-](\d{1,2}))?)?(?!\d)/.exec(text) ?? [];
  const iso = [year, month?.padStart(2, '0'), dayOfMonth?.padStart(2, '0')].filter(Boolean).join('-');
  return isReal(printed) ? printed : isReal(iso) ? iso : undefined;
}

/** Authors as metadata write them, e.g. `Sample, Ada` and `Sample A` and `Ada Sample`; an address is no author. */
export function toMetaAuthors(text: string): readonly Author[] {
  if (isAddress(text) || !text) return [];
  const inverted = /^([^,;]{2,60}),\s*([^,;]{1,60})$/.exec(text);
  if (inverted?.[1] && inverted[2] && !/\b(?:MD|PhD|MSc|RN|Inc|Ltd|LLC)\b/.test(inverted[2]))
    return [{ family: inverted[1], given: inverted[2] }];
  const initials = /^(\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?) (\p{Lu}{1,3})$/u.exec(text);
  if (initials?.[1] && initials[2] && text !== text.toUpperCase()) return [{ family: initials[1], given: initials[2] }];
  return text.includes(';') ? text.split(/\s*;\s*/).flatMap(toMetaAuthors) : toAuthors(text);
}

const cleaners: Partial<Record<ClaimField, (value: string) => string | undefined>> = {
  published: toIsoDate,
  updated: (value) => (toIsoDate(value)?.length === 10 ? toIsoDate(value) : undefined),
  doi: (value) => {
    const doi = identifiersInUrl(value).doi ?? value.replace(/^doi:\s*/i, '');
    return isDoi(doi) ? doi : undefined;
  },
  pmid: (value) => (isPmid(value) ? value : undefined),
  isbn: (value) => (isIsbn(value) ? value : undefined),
  url: (value) => (isAddress(value) ? withoutTracking(value) : undefined),
  language: (value) => /^[a-z]{2,3}(?:-[a-z0-9]+)*$/i.exec(value.replace(/_/g, '-'))?.[0],
};

/** A claim as the draft can take it, or none where the page writes what is no such thing. */
export function toClaim(field: ClaimField, text: string, from: string): readonly Claim[] {
  const plain = toPlainCharacters(toPlainText(text)).trim();
  const clean = cleaners[field];
  const value = clean ? clean(plain) : plain;
  return value ? [{ field, value, from }] : [];
}

export interface PageClaims {
  readonly claims: readonly Claim[];
  readonly authors: readonly AuthorClaim[];
}

/** The claims of a page's `<meta>` elements in the order of trust, e.g. `title` from `citation_title` before `og:title`. */
export function toMetaClaims(document: Document): PageClaims {
  const contents = new Map<string, { readonly name: string; readonly values: string[] }>();
  for (const meta of [...document.querySelectorAll('meta')].slice(0, MOST)) {
    const name = meta.getAttribute('name') ?? meta.getAttribute('property') ?? '';
    const content = meta.getAttribute('content')?.trim();
    const key = name.toLowerCase().replace(/^(?:dcterms|dc)[.:]/, 'dc.');
    if (!name || !content) continue;
    const held = contents.get(key) ?? { name, values: [] };
    held.values.push(content);
    contents.set(key, held);
  }
  const claims: Claim[] = [];
  const authors: AuthorClaim[] = [];
  for (const [key, field] of names) {
    const found = contents.get(key);
    if (!found) continue;
    if (field === 'author') authors.push({ authors: found.values.flatMap((value) => toMetaAuthors(toPlainText(value))), from: found.name });
    else claims.push(...found.values.flatMap((value) => toClaim(field, value, found.name)));
  }
  return { claims, authors };
}
