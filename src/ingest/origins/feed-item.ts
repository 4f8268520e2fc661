/** Brings the items of RSS, RDF, Atom and JSON feeds to one shape. Reads what the feed says and judges none of it. */
import { nodesAt, textIn, type XmlNode } from '../record/values.ts';
import type { AnyFeed, AtomFeed, JsonFeed, RdfFeed, RssFeed } from 'feedsmith';

/** One item, every text as the feed has it: HTML, entities and all. */
export interface FeedItem {
  readonly title?: string | undefined;
  /** The first of these that is an address, or a path on the feed's own site, is the article's. */
  readonly links: readonly string[];
  /** Names of the item that may be addresses too. */
  readonly ids: readonly string[];
  /** Recordings and pictures: an address where the item has no page. */
  readonly files: readonly string[];
  /** What `links` start from, where the feed says so (`xml:base`). */
  readonly base?: string | undefined;
  /** Teaser, as HTML. */
  readonly summary: string;
  /** The article, as HTML, where the feed carries it. */
  readonly content: string;
  readonly published?: string | undefined;
  /** Day of the last change, where the item gives no other. */
  readonly changed?: string | undefined;
  readonly authors: readonly string[];
  /** Texts that may be or hold a DOI or a PubMed number. */
  readonly identifiers: readonly string[];
  /** Journal or site that the item itself names. */
  readonly container?: string | undefined;
  readonly volume?: string | undefined;
  readonly issue?: string | undefined;
  readonly pages?: string | undefined;
  readonly language?: string | undefined;
  readonly image?: string | undefined;
}

export interface FeedHead {
  readonly title: string;
  readonly link?: string | undefined;
  readonly language?: string | undefined;
  readonly base?: string | undefined;
}

type Text = string | undefined;
const all = (...texts: readonly Text[]): string[] => texts.flatMap((text) => (text?.trim() ? text : []));
const first = (...texts: readonly Text[]): Text => all(...texts)[0];
/** The first of several lists that holds anything. */
const either = (...lists: readonly (readonly Text[] | undefined)[]): string[] =>
  lists.map((list) => all(...(list ?? []))).find((list) => list.length > 0) ?? [];

interface Extras {
  readonly dc?: RssFeed.Item<string>['dc'];
  readonly dcterms?: RssFeed.Item<string>['dcterms'];
  readonly media?: RssFeed.Item<string>['media'];
  readonly itunes?: RssFeed.Item<string>['itunes'];
  readonly xml?: { readonly base?: string; readonly lang?: string };
}

/** What the vocabularies that feeds borrow say of an item: Dublin Core, Media RSS and that of podcasts. */
function fromExtras({ dc, dcterms, media, itunes, xml }: Extras) {
  const groups = media?.groups ?? [];
  const contents = [...(media?.contents ?? []), ...groups.flatMap((group) => group.contents ?? [])];
  const pictures = [...(media?.thumbnails ?? []), ...groups.flatMap((group) => group.thumbnails ?? [])];
  const credits = [...(media?.credits ?? []), ...contents.flatMap((one) => one.credits ?? [])];
  const journal = all(...(dc?.sources ?? [])).find((name) => !/^\w+:|^https?:/i.test(name));
  return {
    title: first(dc?.titles?.[0], media?.title?.value, itunes?.title),
    links: all(media?.player?.url),
    files: all(...contents.map(({ url }) => url)),
    summary: first(dc?.descriptions?.[0], dcterms?.abstracts?.[0], media?.description?.value, groups[0]?.description?.value) ?? '',
    published: first(...(dcterms?.issued ?? []), ...(dc?.dates ?? []), ...(dcterms?.dates ?? []), ...(dcterms?.created ?? [])),
    authors: either(
      dc?.creators,
      dcterms?.creators,
      [itunes?.author],
      credits.filter(({ role }) => role === undefined || /author|writer/i.test(role)).map(({ value }) => value),
    ),
    identifiers: all(...(dc?.identifiers ?? []), ...(dcterms?.identifiers ?? [])),
    container: journal,
    language: dc?.languages?.[0] ?? xml?.lang,
    image: first(pictures[0]?.url, contents.find(({ medium, type }) => medium === 'image' || type?.startsWith('image/'))?.url),
    base: xml?.base,
  };
}

function fromRss(item: RssFeed.Item<string>): FeedItem {
  const extras = fromExtras(item);
  const guid = item.guid?.value;
  const own = item.atom?.links?.filter(({ rel }) => rel === undefined || rel === 'alternate') ?? [];
  return {
    ...extras,
    title: first(item.title, extras.title),
    links: all(item.link, ...own.map(({ href }) => href), ...extras.links),
    ids: all(item.guid?.isPermaLink === false ? undefined : guid),
    files: all(...(item.enclosures ?? []).map(({ url }) => url), ...extras.files),
    summary: item.description ?? extras.summary,
    content: item.content?.encoded ?? '',
    published: first(item.pubDate, extras.published, item.atom?.published),
    changed: first(item.atom?.updated, item.dcterms?.modified?.[0]),
    authors: either(
      extras.authors,
      (item.authors ?? []).map((author) => author.name ?? author.email),
      (item.atom?.authors ?? []).map(({ name }) => name),
    ),
    identifiers: all(...extras.identifiers, guid, item.link),
    container: first(extras.container, item.source?.title),
    image: first(item.enclosures?.find(({ type }) => type?.startsWith('image/'))?.url, extras.image),
  };
}

function fromRdf(item: RdfFeed.Item<string>): FeedItem {
  const extras = fromExtras(item);
  return {
    ...extras,
    title: first(item.title, extras.title),
    links: all(item.link, ...extras.links),
    ids: all(item.rdf?.about),
    summary: item.description ?? extras.summary,
    content: item.content?.encoded ?? '',
    identifiers: all(...extras.identifiers, item.link, item.rdf?.about),
  };
}

function fromAtom(entry: AtomFeed.Entry<string>): FeedItem {
  const extras = fromExtras(entry);
  const links = entry.links ?? [];
  const own = links.filter(({ rel }) => rel === undefined || rel === 'alternate');
  const files = links.filter(({ rel }) => rel === 'enclosure');
  return {
    ...extras,
    title: first(entry.title?.value, extras.title),
    links: all(...own.map(({ href }) => href), ...extras.links, entry.content?.src),
    ids: all(entry.id),
    files: all(...files.map(({ href }) => href), ...extras.files),
    summary: entry.summary?.value ?? extras.summary,
    content: entry.content?.value ?? '',
    published: first(entry.published, extras.published),
    changed: entry.updated,
    authors: either(
      (entry.authors ?? []).map(({ name }) => name),
      extras.authors,
    ),
    identifiers: all(entry.arxiv?.doi, ...extras.identifiers, entry.id, ...own.map(({ href }) => href)),
    container: first(extras.container, entry.source?.title?.value),
    language: extras.language,
    image: first(files.find(({ type }) => type?.startsWith('image/'))?.href, extras.image),
  };
}

function fromJson(item: JsonFeed.Item<string>): FeedItem {
  return {
    title: item.title,
    links: all(item.url, item.external_url),
    ids: all(item.id),
    files: all(...(item.attachments ?? []).map(({ url }) => url)),
    summary: item.summary ?? '',
    content: item.content_html ?? item.content_text ?? '',
    published: item.date_published,
    changed: item.date_modified,
    authors: all(...(item.authors ?? []).map(({ name }) => name)),
    identifiers: all(item.id, item.url, item.external_url),
    language: item.language,
    image: item.image,
  };
}

/** What the parser of feeds leaves out: the fields of journals (PRISM) and podcasts, and the address that a counter of readers replaced (`origLink`). */
function withRaw(item: FeedItem, raw: XmlNode | undefined): FeedItem {
  if (raw === undefined) return item;
  const prism = (...names: readonly string[]): Text => first(...names.map((name) => textIn(raw, `prism:${name}`)));
  const original = raw.children.find(({ name }) => /:origLink$/i.test(name))?.text;
  const start = prism('startingPage');
  return {
    ...item,
    links: all(original, ...item.links, prism('url')),
    summary: item.summary || (first(textIn(raw, 'itunes:summary'), textIn(raw, 'itunes:subtitle')) ?? ''),
    published: first(item.published, prism('publicationDate', 'coverDate', 'coverDisplayDate')),
    identifiers: all(prism('doi'), ...item.identifiers, ...nodesAt(raw, 'prism:url').map(({ text }) => text)),
    container: first(prism('publicationName'), item.container),
    volume: prism('volume'),
    issue: prism('number', 'issueIdentifier'),
    pages: prism('pageRange') ?? (start && [start, prism('endingPage')].filter(Boolean).join('-')),
  };
}

const toHead = (title = '', link?: string, language?: string, base?: string): FeedHead => ({
  title,
  link: link || undefined,
  language: language || undefined,
  base,
});

interface ReadFeed {
  readonly head: FeedHead;
  readonly items: readonly FeedItem[];
}

function readParsed(parsed: AnyFeed): ReadFeed {
  switch (parsed.format) {
    case 'rss': {
      const { title, link, language, xml, itunes, items = [] } = parsed.feed;
      return { head: toHead(title ?? itunes?.title, link, language, xml?.base), items: items.map(fromRss) };
    }
    case 'rdf': {
      const { title, link, dc, items = [] } = parsed.feed;
      return { head: toHead(title, link, dc?.languages?.[0]), items: items.map(fromRdf) };
    }
    case 'atom': {
      const { title, links, xml, entries = [] } = parsed.feed;
      return {
        head: toHead(title?.value, links?.find(({ rel }) => rel !== 'self')?.href, xml?.lang, xml?.base),
        items: entries.map(fromAtom),
      };
    }
    case 'json': {
      const { title, home_page_url, language, items = [] } = parsed.feed;
      return { head: toHead(title, home_page_url, language), items: items.map(fromJson) };
    }
  }
}

/**
 * What a parsed feed says of itself, e.g. `{ title: 'Example News', link: 'https://example.org/' }`, and its items in their order.
 * `raw` are the elements of the items, where they are as many.
 */
export function readFeed(parsed: AnyFeed, raw: readonly XmlNode[]): ReadFeed {
  const { head, items } = readParsed(parsed);
  return { head, items: raw.length === items.length ? items.map((item, i) => withRaw(item, raw[i])) : items };
}
