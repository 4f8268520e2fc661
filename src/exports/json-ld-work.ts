/** A published work as structured data, and structured data as text. The type of a work comes from its kind: what is no guideline is never called one. */
import type { CreativeWork, MedicalGuideline, Organization, Person, Thing } from 'schema-dts';
import type { Author } from '../schema/source.ts';
import type { SourceEntry } from '../library/library.ts';
import { doiUrl, pmidUrl, registryUrl } from '../parts/urls.ts';
import { standsInJournal, workType } from './csl.ts';

/** Things as one JSON-LD document. `<` is escaped, so that no text can end the script element. */
export function toJsonLdText(things: readonly Thing[]): string {
  const document =
    things.length === 1
      ? { '@context': 'https://schema.org', ...(things[0] as object) }
      : { '@context': 'https://schema.org', '@graph': things };
  return JSON.stringify(document).replace(/[<\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

const toAgent = (author: Author): Person | Organization =>
  'organisation' in author
    ? { '@type': 'Organization', name: author.organisation }
    : {
        '@type': 'Person',
        name: [author.given, author.family].filter(Boolean).join(' '),
        familyName: author.family,
        givenName: author.given,
      };

const identifier = (propertyID: string, value: string | undefined) =>
  value === undefined ? [] : [{ '@type': 'PropertyValue' as const, propertyID, value }];

const filledOrNone = <T>(list: readonly T[]): readonly T[] | undefined => (list.length ? list : undefined);

const addressesOf = (source: SourceEntry): readonly string[] | undefined =>
  filledOrNone(
    [source.doi && doiUrl(source.doi), source.pmid && pmidUrl(source.pmid), source.registry && registryUrl(source.registry)].filter(
      (one): one is string => Boolean(one),
    ),
  );

/** A guideline is a thing apart from the paper that prints it, and only the paper has authors. */
const publicationType = (source: SourceEntry): string => {
  const { schemaOrg } = workType(source);
  if (schemaOrg !== 'MedicalGuideline') return schemaOrg;
  return standsInJournal(source) ? 'MedicalScholarlyArticle' : 'Report';
};

/** The work as something that can be cited, e.g. a `MedicalScholarlyArticle`, a `NewsArticle`, a `WebPage`. */
export function toPublication(source: SourceEntry): CreativeWork {
  return {
    '@type': publicationType(source),
    name: source.title,
    author: source.authors?.map(toAgent),
    datePublished: source.issued === 'undated' ? undefined : source.issued,
    dateModified: source.updated,
    publisher: source.publisher === undefined ? undefined : { '@type': 'Organization', name: source.publisher },
    isPartOf:
      source.container === undefined ? undefined : { '@type': standsInJournal(source) ? 'Periodical' : 'WebSite', name: source.container },
    identifier: filledOrNone([...identifier('doi', source.doi), ...identifier('pmid', source.pmid), ...identifier('isbn', source.isbn)]),
    url: source.url,
    sameAs: addressesOf(source),
    inLanguage: source.language,
  } as CreativeWork;
}

/** The work as a page cites it, by name and address: its whole record stands on the page of its digest. */
export const toCitation = (source: SourceEntry): CreativeWork =>
  ({ '@type': publicationType(source), name: source.title, url: addressesOf(source)?.[0] ?? source.url }) as CreativeWork;

/** The work as what it is: a guideline with the paper that prints it, or the publication itself. */
export function toWork(source: SourceEntry): Thing {
  const publication = toPublication(source);
  if (workType(source).schemaOrg !== 'MedicalGuideline') return publication;
  const bodies = (source.authors ?? []).filter((author) => 'organisation' in author).map((author) => toAgent(author) as Organization);
  const guideline: MedicalGuideline = {
    '@type': 'MedicalGuideline',
    name: source.title,
    guidelineDate: source.issued === 'undated' ? undefined : source.issued,
    recognizingAuthority: bodies[0],
    url: source.url,
    subjectOf: publication,
  };
  return guideline;
}
