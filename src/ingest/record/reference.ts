/** What a reference file says of one work -> RawArticle: what all its formats share. A record is about a work and is not the work. */
import { guessRecordKind, toLanguage, type KindGuess } from '../guess.ts';
import { findIdentifiers, readDoi, readIsbn, registryInUrl, type IdentifiersFound } from '../identifiers.ts';
import { isAddress, readAddresses } from '../canonical-url.ts';
import type { NamesRead } from '../names.ts';
import { toPlainText, toRecordText } from '../plain-text.ts';
import type { IssuedRead } from '../field-date.ts';
import { filled, nothingRead, type IngestRefusal, type RawArticle } from '../raw-article.ts';
import { toLanguageTag } from './record-article.ts';
import { toPages as writtenOut } from '../origins/pubmed.ts';
import { isPmid, isRegistryNumber } from '../../schema/identifiers.ts';

/** Names of what a record may say, the same for every format; each holds the values as printed, in order. */
export type ReferenceField =
  | 'type'
  | 'types'
  | 'title'
  | 'subtitle'
  | 'container'
  | 'publisher'
  | 'volume'
  | 'issue'
  | 'page'
  | 'first'
  | 'last'
  | 'number'
  | 'doi'
  | 'pmid'
  | 'isbn'
  | 'url'
  | 'ids'
  | 'abstract'
  | 'keyword'
  | 'language';

export interface ReferenceRecord {
  readonly fields: Readonly<Partial<Record<ReferenceField, readonly string[]>>>;
  readonly names: NamesRead;
  readonly issued: IssuedRead;
  /** What the format itself leaves open, as whole sentences. */
  readonly doubts?: readonly string[];
}

/** Types of pages and newspapers in the words of all formats; titles do not tell more about them. */
const PAGE =
  /^(?:elec|web|blog|news|mgzn|icomm|online|electronic|www|web ?page|webpage|web site|post(?:-weblog)?|blog ?post|forum ?post|article-(?:newspaper|magazine)|(?:newspaper|magazine)(?: ?article)?|broadcast|internet ?communication)$/i;
/** A chapter carries the ISBN of its book, which is another work. */
const CHAPTER =
  /^(?:chap|echap|chapter|inbook|incollection|inreference|book ?section|book ?chapter|entry(?:-.*)?|encyc|dictionary ?entry|encyclopedia ?article)$/i;
const BOOK = /^(?:book|edbook|ebook|collection|proceedings|edited book|electronic book|b|serial?|conf(?:erence proceedings)?)$/i;

const LANGUAGES: Readonly<Record<string, string>> = Object.fromEntries(
  'english en, french fr, german de, spanish es, italian it, dutch nl, portuguese pt, ngerman de, chinese zh, japanese ja, russian ru, polish pl, turkish tr, korean ko, american en, british en'
    .split(', ')
    .map((pair) => pair.split(' ') as [string, string]),
);

/** The language that the record names, e.g. `en` for `eng`, `en-US` or `English`; undefined when it names none. */
function readLanguage(named = ''): string | undefined {
  const text = named.toLowerCase().split(/[,;]/)[0]?.trim() ?? '';
  return toLanguageTag(LANGUAGES[text] ?? /^[a-z]{2,3}(?=$|[-_])/.exec(text)?.[0]);
}

const VISIBLE_TEX = /\\[A-Za-z]+/g;

function toKind(types: readonly string[], title: string): KindGuess {
  const page = types.find((type) => PAGE.test(type.trim()));
  if (page) return { kind: 'news', because: `the reference file calls it \`${page}\`` };
  return guessRecordKind(
    'the reference file',
    types.flatMap((type) => [type, ...type.split(/\s*[;,]\s*/)]),
    title,
  );
}

/** Identifiers from their own fields, then from addresses, then from notes and fields for numbers. */
function toIdentifiers({ fields }: ReferenceRecord): IdentifiersFound & { readonly isbn?: string; readonly url?: string } {
  const all = (name: ReferenceField): readonly string[] => fields[name] ?? [];
  const addresses = [...all('url'), ...all('doi'), ...all('container').filter(isAddress)].flatMap(readAddresses);
  const scanned = [...addresses, ...all('url'), ...all('ids')].map(findIdentifiers);
  const first = (name: keyof IdentifiersFound): string | undefined => scanned.find((each) => each[name])?.[name];
  const types = [...all('type'), ...all('types')];
  const doi =
    all('doi')
      .map(readDoi)
      .find((each) => each !== undefined) ?? first('doi');
  const pmid =
    all('pmid')
      .map((text) => /\d{1,8}(?!\d)/.exec(text)?.[0] ?? '')
      .find(isPmid) ?? first('pmid');
  // A paper stands elsewhere than the entry of its trial.
  const own = addresses.filter(
    (each) =>
      !/\/central\/doi\/10\.1002\/central\/|^https?:\/\/(?:[\w-]+\.)*(?:doi\.org|doi-org\.[\w.-]+)\//i.test(each) &&
      ((doi ?? pmid) === undefined || registryInUrl(each) === undefined),
  );
  return filled({
    doi,
    pmid,
    pmcid: first('pmcid'),
    registry: first('registry'),
    isbn: types.some((type) => CHAPTER.test(type))
      ? undefined
      : all('isbn')
          .map(readIsbn)
          .find((isbn) => isbn !== undefined),
    url: own.find((each) => !/\.nih\.gov\/|\bocid\b|ovidsp/i.test(each)) ?? own[0],
  });
}

/** A title without the full stop that databases put behind it; one that belongs to an abbreviation stays. */
const withoutStop = (title: string): string => title.replace(/(?<=\p{Ll}{3}|[\d)\]])\.$/u, '').replace(/^\[(.*)\]$/, '$1');

/** Pages as one stretch, e.g. of the fields `101` and `110`; an article number where there are none. */
function toPages(page = '', first = '', last = ''): string | undefined {
  if (first && /\w/.test(last) && first !== last && !/[-–]/.test(first)) return writtenOut(`${first}-${last}`);
  return writtenOut((page || first).replace(/\s*(?:--+|[‐‑–—])\s*/g, '-').replace(/^pp?\.\s*/, '')) || undefined;
}

/** The work of a record, e.g. of `{ fields: { title: ['Gel or plaster'] }, … }`, or a refusal that names the field it lacks. */
export function toReferenceArticle(reference: ReferenceRecord): RawArticle | IngestRefusal {
  const { fields, names, issued: dated, doubts = [] } = reference;
  const plain = (name: ReferenceField): string => toRecordText(fields[name]?.find((text) => toRecordText(text) !== '') ?? '');
  const [main, more] = [withoutStop(plain('title')), plain('subtitle')];
  const title = more && !main.includes(more) ? `${main}: ${more}` : main;
  if (!title) {
    return {
      field: 'title',
      reason: '`title` is missing or empty, expected the title of the work.',
      hint: 'Complete the entry in your reference manager and export it again.',
    };
  }
  const types = [...(fields.type ?? []), ...(fields.types ?? [])];
  const { pmcid, ...identifiers } = toIdentifiers(reference);
  const guess = toKind(types, title);
  const abstract = toPlainText(fields.abstract?.[0] ?? '');
  const container =
    isAddress(plain('container')) || (types.some((type) => BOOK.test(type)) && plain('container') === title) ? '' : plain('container');
  const at = identifiers.doi ? `https://doi.org/${identifiers.doi}` : identifiers.url ? 'its `url`' : 'the publisher’s';
  const retracted =
    types.some((type) => /^retracted publication$/i.test(type.trim())) || (fields.ids ?? []).some((note) => /^\W*retracted\b/i.test(note));
  const tex = [
    ...new Set([title, container, ...names.authors.flatMap(Object.values<string>)].flatMap((text) => text.match(VISIBLE_TEX) ?? [])),
  ];
  return {
    title,
    kind: guess.kind,
    kindBecause: guess.because,
    authors: names.authors.filter((author) => !('organisation' in author) || !isRegistryNumber(author.organisation)),
    issued: dated.issued,
    ...filled({
      container,
      publisher: plain('publisher'),
      volume: plain('volume'),
      issue: plain('issue'),
      pages: toPages(plain('page'), plain('first'), plain('last')),
      number: plain('number'),
    }),
    ...identifiers,
    language: readLanguage(fields.language?.[0]) ?? toLanguage(`${title} ${abstract}`),
    coverage: abstract ? 'abstract' : 'second-hand',
    ...nothingRead,
    text: [abstract, (fields.keyword ?? []).map(toPlainText).join(', '), container].filter(Boolean).join('\n'),
    doubts: [
      ...(retracted ? ['The record says that the work was retracted or withdrawn: add `retracted` with day and notice.'] : []),
      ...dated.doubts,
      ...names.doubts,
      ...doubts,
      ...(tex.length > 0
        ? [
            `Write out the TeX commands that nobody here knows, and which stand as printed: ${tex
              .slice(0, 5)
              .map((each) => `\`${each}\``)
              .join(', ')}.`,
          ]
        : []),
      ...(pmcid ? [`Read the whole text in PubMed Central: it is ${pmcid} there.`] : []),
      abstract
        ? `Read the work itself at ${at}: the entry holds an abstract and no more, and the snapshot keeps it. Then correct \`coverage\`.`
        : `Read the work at ${at} before you write a finding: the entry holds no text of it. Then correct \`coverage\`.`,
    ],
  };
}
