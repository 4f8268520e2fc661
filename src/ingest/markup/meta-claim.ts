/** What the `<meta>` elements of a page claim: Highwire (`citation_*`), PRISM, Dublin Core, Open Graph and the plain ones. */
import { isDoi, isIsbn, isPmid } from '../../schema/identifiers.ts';
import { identifiersInUrl, isAddress, withoutTracking } from '../canonical-url.ts';
import { toIsoDate } from '../dates.ts';
import { toMetaAuthors } from '../names.ts';
import { toPlainCharacters, toPlainText } from '../plain-text.ts';
import { metaNames, type AuthorClaim, type Claim, type ClaimField } from './claim.ts';

/** Vocabularies in the order in which they are trusted; what is of none comes last. */
const VOCABULARIES = [/^citation_/, /^prism\./, /^dc\./, /^(?:og|article):/, /^/];
const rankOf = (name: string): number => VOCABULARIES.findIndex((vocabulary) => vocabulary.test(name));
const trusted = (Object.keys(metaNames) as (keyof typeof metaNames)[])
  .flatMap((field) => metaNames[field].split(' ').map((key) => ({ key, field })))
  .sort((a, b) => rankOf(a.key) - rankOf(b.key));

/** Papers of large groups name hundreds of authors; beyond this many elements nobody reads on. */
const MOST = 3000;

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
  for (const { key, field } of trusted) {
    const found = contents.get(key);
    if (!found) continue;
    if (field === 'author') authors.push({ authors: found.values.flatMap((value) => toMetaAuthors(toPlainText(value))), from: found.name });
    else claims.push(...found.values.flatMap((value) => toClaim(field, value, found.name)));
  }
  return { claims, authors };
}
