/** Brings the items of RSS, RDF, Atom and JSON feeds to one shape. Reads what the feed says and judges none of it. */
import type { AnyFeed, AtomFeed, JsonFeed, RdfFeed, RssFeed } from 'feedsmith';

/** One item, every text as the feed has it: HTML, entities and all. */
export interface FeedItem {
  readonly title?: string;
  /** The first of these that is an address is the article's. */
  readonly links: readonly string[];
  /** Teaser, as HTML. */
  readonly summary: string;
  /** The article, as HTML, where the feed carries it. */
  readonly content: string;
  readonly published?: string;
  readonly updated?: string;
  readonly authors: readonly string[];
  /** Texts that may be or hold a DOI. */
  readonly identifiers: readonly string[];
  /** Journal or site that the item itself names. */
  readonly container?: string;
  readonly volume?: string;
  readonly issue?: string;
  readonly language?: string;
  readonly image?: string;
}

export interface FeedHead {
  readonly title: string;
  readonly link?: string;
  readonly language?: string;
}

/** The item without the fields that it does not have. */
const filled = (item: { readonly [K in keyof FeedItem]: FeedItem[K] | undefined }): FeedItem =>
  Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined)) as unknown as FeedItem;
const all = (...texts: readonly (string | undefined)[]): string[] => texts.flatMap((text) => text ?? []);

function fromRss(item: RssFeed.Item<string>): FeedItem {
  const { dc, prism, media } = item;
  const guid = item.guid?.value;
  const picture = item.enclosures?.find(({ type }) => type?.startsWith('image/'))?.url ?? media?.thumbnails?.[0]?.url;
  return filled({
    title: item.title ?? dc?.titles?.[0],
    links: all(item.link, item.guid?.isPermaLink === false ? undefined : guid),
    summary: item.description ?? dc?.descriptions?.[0] ?? '',
    content: item.content?.encoded ?? '',
    published: item.pubDate ?? prism?.publicationDates?.[0] ?? dc?.dates?.[0],
    authors: dc?.creators ?? all(...(item.authors ?? []).map((author) => author.name)),
    identifiers: all(prism?.doi, ...(dc?.identifiers ?? []), guid, item.link),
    container: prism?.publicationName ?? item.source?.title,
    volume: prism?.volume,
    issue: prism?.number,
    language: dc?.languages?.[0],
    image: picture,
  });
}

function fromRdf(item: RdfFeed.Item<string>): FeedItem {
  const { dc } = item;
  return filled({
    title: item.title ?? dc?.titles?.[0],
    links: all(item.link, item.rdf?.about),
    summary: item.description ?? dc?.descriptions?.[0] ?? '',
    content: item.content?.encoded ?? '',
    published: dc?.dates?.[0],
    authors: dc?.creators ?? [],
    identifiers: all(...(dc?.identifiers ?? []), item.link),
    container: dc?.sources?.[0],
    language: dc?.languages?.[0],
  });
}

function fromAtom(entry: AtomFeed.Entry<string>): FeedItem {
  const links = entry.links ?? [];
  const own = links.filter(({ rel }) => rel === undefined || rel === 'alternate');
  return filled({
    title: entry.title?.value,
    links: all(...own.map(({ href }) => href), entry.id),
    summary: entry.summary?.value ?? '',
    content: entry.content?.value ?? '',
    published: entry.published ?? entry.updated,
    updated: entry.published ? entry.updated : undefined,
    authors: all(...(entry.authors ?? []).map(({ name }) => name)),
    identifiers: all(...(entry.dc?.identifiers ?? []), entry.id, ...own.map(({ href }) => href)),
    container: entry.source?.title?.value,
    language: entry.xml?.lang,
    image: links.find(({ rel, type }) => rel === 'enclosure' && type?.startsWith('image/'))?.href,
  });
}

function fromJson(item: JsonFeed.Item<string>): FeedItem {
  return filled({
    title: item.title,
    links: all(item.url, item.external_url, item.id),
    summary: item.summary ?? '',
    content: item.content_html ?? item.content_text ?? '',
    published: item.date_published,
    updated: item.date_modified,
    authors: all(...(item.authors ?? []).map(({ name }) => name)),
    identifiers: all(item.id, item.url, item.external_url),
    language: item.language,
    image: item.image,
  });
}

/** The items of a parsed feed, in its order. */
export function toFeedItems(parsed: AnyFeed): FeedItem[] {
  switch (parsed.format) {
    case 'rss':
      return (parsed.feed.items ?? []).map((item) => fromRss(item));
    case 'rdf':
      return (parsed.feed.items ?? []).map((item) => fromRdf(item));
    case 'atom':
      return (parsed.feed.entries ?? []).map((entry) => fromAtom(entry));
    case 'json':
      return (parsed.feed.items ?? []).map((item) => fromJson(item));
  }
}

/** What the feed says of itself, e.g. `{ title: 'Example News', link: 'https://example.org/' }`. */
export function toFeedHead(parsed: AnyFeed): FeedHead {
  const named = ((): { readonly [K in keyof FeedHead]: FeedHead[K] | undefined } => {
    switch (parsed.format) {
      case 'rss':
        return { title: parsed.feed.title, link: parsed.feed.link, language: parsed.feed.language };
      case 'rdf':
        return { title: parsed.feed.title, link: parsed.feed.link, language: parsed.feed.dc?.languages?.[0] };
      case 'atom':
        return {
          title: parsed.feed.title?.value,
          link: parsed.feed.links?.find(({ rel }) => rel !== 'self')?.href,
          language: parsed.feed.xml?.lang,
        };
      case 'json':
        return { title: parsed.feed.title, link: parsed.feed.home_page_url, language: parsed.feed.language };
    }
  })();
  return { title: named.title ?? '', ...(named.link && { link: named.link }), ...(named.language && { language: named.language }) };
}
