/** What the JSON-LD of a page claims (schema.org articles). Broken blocks are passed over: a page may hold several. */
import type { Author } from '../../schema/source.ts';
import { toAuthor, toAuthors } from '../names.ts';
import { toPlainText } from '../plain-text.ts';
import { isJson, type Json } from '../record/values.ts';
import { type AuthorClaim, type Claim, sameTitle, toClaim } from './claim.ts';
import { canonicalUrl, isAddress } from '../canonical-url.ts';

const ARTICLE =
  /^(?:(?:Medical)?ScholarlyArticle|(?:Analysis|AskPublic|Background|Opinion|Reportage|Review)?NewsArticle|(?:AdvertiserContent|Satirical)?Article|Report|(?:Live)?BlogPosting|SocialMediaPosting|TechArticle|MedicalGuideline(?:Recommendation)?|MedicalWebPage|Book|Chapter)$/;
const DEEPEST = 6;
const MOST_THINGS = 2000;

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : isJson(value) ? textOf(value['@value'] ?? value['name']) : '';
const typesOf = (thing: Json): string[] => listOf(thing['@type']).map((type) => textOf(type).replace(/^.*[/#:]/, ''));

/** Where a page lists other works than itself. */
const OTHERS =
  /^(?:itemListElement|mentions|hasPart|citation|isBasedOn|relatedLink|isRelatedTo|comment|review|subjectOf|blogPost|workExample|recommendations)$/;

interface Thing {
  readonly json: Json;
  /** True for one that stands in a list of others. */
  readonly listed: boolean;
}

/** Every thing of a block, the block's own parts included, outermost first. */
function toThings(value: unknown, listed = false, depth = 0, into: Thing[] = []): Thing[] {
  if (depth > DEEPEST || into.length > MOST_THINGS) return into;
  if (Array.isArray(value)) for (const one of value) toThings(one, listed, depth + 1, into);
  else if (isJson(value)) {
    into.push({ json: value, listed });
    for (const [key, one] of Object.entries(value)) if (typeof one === 'object') toThings(one, listed || OTHERS.test(key), depth + 1, into);
  }
  return into;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json.replace(/^\s*(?:<!--|\/\*.*?\*\/|<!\[CDATA\[)|(?:-->|\]\]>)\s*$/g, ''));
  } catch {
    return undefined;
  }
}

/** What else the page says of itself, by which an article is known to be this one. */
export interface PageSelf {
  readonly addresses: readonly string[];
  /** Titles and first headings. */
  readonly names: readonly string[];
}

interface LinkedClaims {
  readonly claims: readonly Claim[];
  readonly authors: readonly AuthorClaim[];
  /** Type of the article, e.g. `NewsArticle`. */
  readonly type?: string;
  /** False where the page says that readers have to pay. */
  readonly free?: boolean;
  readonly doubts: readonly string[];
}

const addressesOf = (article: Json): string[] =>
  [article['url'], article['mainEntityOfPage'], article['@id']]
    .map((one) => (isJson(one) ? textOf(one['@id'] ?? one['url']) : textOf(one)))
    .filter(isAddress);
const namesOf = (article: Json): string[] => [textOf(article['headline']), textOf(article['name'])].map(toPlainText).filter(Boolean);

/** The article that is this page, by its address, else by its name; else the only one that is not listed and names no other address. */
function findOwn(articles: readonly Thing[], page: PageSelf): { readonly article: Json; readonly bound: boolean } | undefined {
  const own = new Set(page.addresses.map(canonicalUrl).filter(Boolean));
  const here = articles.filter(({ json }) => addressesOf(json).some((address) => own.has(canonicalUrl(address))));
  const named = articles.filter(({ json }) => namesOf(json).some((name) => page.names.some((other) => sameTitle(name, other))));
  const found =
    here.find((one) => named.includes(one)) ?? here.find(({ listed }) => !listed) ?? named.find(({ listed }) => !listed) ?? named[0];
  if (found) return { article: found.json, bound: true };
  const free = articles.filter(({ listed }) => !listed);
  const [only] = free;
  if (!only || free.length > 1) return undefined;
  const elsewhere = own.size > 0 && addressesOf(only.json).some((address) => canonicalUrl(address) !== undefined);
  return elsewhere ? undefined : { article: only.json, bound: false };
}

/** The claims of JSON-LD blocks, e.g. of `{"@type":"NewsArticle","headline":"A"}` a title from `NewsArticle.headline`. */
export function toLinkedClaims(blocks: readonly string[], page: PageSelf): LinkedClaims {
  const all = blocks.flatMap((block) => toThings(parse(block)));
  const things = all.map(({ json }) => json);
  const byId = new Map(things.flatMap((thing) => (Object.keys(thing).length > 1 && thing['@id'] ? [[textOf(thing['@id']), thing]] : [])));
  const resolve = (value: unknown): unknown =>
    isJson(value) && Object.keys(value).length === 1 ? (byId.get(textOf(value['@id'])) ?? value) : value;
  const articles = all.filter(({ json }) => typesOf(json).some((type) => ARTICLE.test(type)) && namesOf(json).length > 0);
  const own = findOwn(articles, page);
  if (!own) {
    const free = articles.find(({ listed }) => !listed);
    const doubt = `See that title, authors and date are this page’s: its data for search engines (JSON-LD) speak of “${(free ? (namesOf(free.json)[0] ?? '') : '').slice(0, 80)}”, which is not this page, and were left aside.`;
    return { claims: [], authors: [], doubts: free ? [doubt] : [] };
  }
  const { article, bound } = own;

  const type = typesOf(article).find((one) => ARTICLE.test(one)) ?? 'Article';
  const from = (key: string): string => `${type}.${key}`;
  const nameOf = (key: string): string => textOf(resolve(listOf(article[key])[0]));
  const authorOf = (value: unknown): readonly Author[] => {
    const one = resolve(value);
    const name = toPlainText(textOf(one));
    if (isJson(one) && typesOf(one).some((each) => /Organi[sz]ation|Hospital|Association|Department/.test(each)))
      return toAuthor(undefined, undefined, name);
    const family = isJson(one) ? textOf(one['familyName']) : '';
    return isJson(one) && family ? toAuthor(family, textOf(one['givenName'])) : toAuthors(name);
  };
  const parents = things.filter((thing) => thing !== article);
  const part = (type: string, key: string): string => textOf(parents.find((thing) => typesOf(thing).includes(type))?.[key]);
  const identifiers = [...listOf(article['identifier']), ...listOf(article['sameAs']), article['@id']].map((one) =>
    isJson(one) ? textOf(one['value']) : textOf(one),
  );
  const free = article['isAccessibleForFree'];
  return {
    type,
    doubts: bound
      ? []
      : [
          `Check \`authors\` and \`issued\`: they may come from the page’s data for search engines (JSON-LD) on “${(namesOf(article)[0] ?? '').slice(0, 80)}”, which neither address nor title binds to this page; compare with what it shows.`,
        ],
    ...(free !== undefined && { free: free !== false && !/^false$/i.test(textOf(free)) }),
    authors: [{ authors: listOf(article['author'] ?? article['creator']).flatMap(authorOf), from: from('author') }],
    claims: [
      ...toClaim('title', textOf(article['headline']), from('headline')),
      ...toClaim('title', textOf(article['name']), from('name')),
      ...toClaim('published', textOf(article['datePublished']), from('datePublished')),
      ...toClaim('updated', textOf(article['dateModified']), from('dateModified')),
      ...toClaim('container', part('Periodical', 'name'), from('isPartOf')),
      ...toClaim('volume', part('PublicationVolume', 'volumeNumber'), from('isPartOf')),
      ...toClaim('issue', part('PublicationIssue', 'issueNumber'), from('isPartOf')),
      ...toClaim('publisher', nameOf('publisher'), from('publisher')),
      ...identifiers.flatMap((one) => toClaim('doi', one, from('identifier'))),
      ...toClaim('isbn', textOf(article['isbn']), from('isbn')),
      ...toClaim(
        'url',
        textOf(article['url']) ||
          textOf(isJson(article['mainEntityOfPage']) ? article['mainEntityOfPage']['@id'] : article['mainEntityOfPage']),
        from('url'),
      ),
      ...toClaim('language', textOf(article['inLanguage']), from('inLanguage')),
    ],
  };
}
