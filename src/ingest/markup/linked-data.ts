/** What the JSON-LD of a page claims (schema.org articles). Broken blocks are passed over: a page may hold several. */
import type { Author } from '../../schema/source.ts';
import { toAuthor, toMetaAuthors } from '../names.ts';
import { toPlainText } from '../plain-text.ts';
import { isJson, type Json } from '../record/values.ts';
import { type AuthorClaim, type Claim, toClaim } from './claim.ts';

const ARTICLE =
  /^(?:(?:Medical)?ScholarlyArticle|(?:Analysis|Reportage|Background|Review)?NewsArticle|Article|Report|BlogPosting|TechArticle|MedicalGuideline(?:Recommendation)?|MedicalWebPage|Book|Chapter)$/;
const DEEPEST = 6;
const MOST_THINGS = 2000;

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : isJson(value) ? textOf(value['@value'] ?? value['name']) : '';
const typesOf = (thing: Json): string[] => listOf(thing['@type']).map((type) => textOf(type).replace(/^.*[/#:]/, ''));

/** Every thing of a block, the block's own parts included, outermost first. */
function toThings(value: unknown, depth = 0, into: Json[] = []): Json[] {
  if (depth > DEEPEST || into.length > MOST_THINGS) return into;
  if (Array.isArray(value)) for (const one of value) toThings(one, depth + 1, into);
  else if (isJson(value)) {
    into.push(value);
    for (const one of Object.values(value)) if (typeof one === 'object') toThings(one, depth + 1, into);
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

interface LinkedClaims {
  readonly claims: readonly Claim[];
  readonly authors: readonly AuthorClaim[];
  /** Type of the article, e.g. `NewsArticle`. */
  readonly type?: string;
  /** False where the page says that readers have to pay. */
  readonly free?: boolean;
}

/** The claims of JSON-LD blocks, e.g. of `{"@type":"NewsArticle","headline":"A"}` a title from `NewsArticle.headline`. */
export function toLinkedClaims(blocks: readonly string[]): LinkedClaims {
  const things = blocks.flatMap((block) => toThings(parse(block)));
  const byId = new Map(things.flatMap((thing) => (Object.keys(thing).length > 1 && thing['@id'] ? [[textOf(thing['@id']), thing]] : [])));
  const resolve = (value: unknown): unknown =>
    isJson(value) && Object.keys(value).length === 1 ? (byId.get(textOf(value['@id'])) ?? value) : value;
  const article = things.find(
    (thing) => typesOf(thing).some((type) => ARTICLE.test(type)) && (thing['headline'] ?? thing['name']) !== undefined,
  );
  if (!article) return { claims: [], authors: [] };

  const type = typesOf(article).find((one) => ARTICLE.test(one)) ?? 'Article';
  const from = (key: string): string => `${type}.${key}`;
  const nameOf = (key: string): string => textOf(resolve(listOf(article[key])[0]));
  const authorOf = (value: unknown): readonly Author[] => {
    const one = resolve(value);
    const name = toPlainText(textOf(one));
    if (isJson(one) && typesOf(one).some((each) => /Organi[sz]ation|Hospital|Association|Department/.test(each)))
      return toAuthor(undefined, undefined, name);
    const family = isJson(one) ? textOf(one['familyName']) : '';
    return isJson(one) && family ? toAuthor(family, textOf(one['givenName'])) : toMetaAuthors(name);
  };
  const parents = things.filter((thing) => thing !== article);
  const part = (type: string, key: string): string => textOf(parents.find((thing) => typesOf(thing).includes(type))?.[key]);
  const identifiers = [...listOf(article['identifier']), ...listOf(article['sameAs']), article['@id']].map((one) =>
    isJson(one) ? textOf(one['value']) : textOf(one),
  );
  const free = article['isAccessibleForFree'];
  return {
    type,
    ...(free !== undefined && { free: free !== false && !/^false$/i.test(textOf(free)) }),
    authors: [{ authors: listOf(article['author'] ?? article['creator']).flatMap(authorOf), from: from('author') }],
    claims: [
      ...toClaim('title', textOf(article['headline'] ?? article['name']), from('headline')),
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
