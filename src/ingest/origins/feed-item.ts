/** Brings the items of RSS, RDF, Atom and JSON feeds to one shape. Reads what the feed says and judges none of it. */
import type { AnyFeed, AtomFeed, JsonFeed, RdfFeed, RssFeed } from 'feedsmith';

/** One item, every text as the feed has it: HTML, entities and all. */
export interface FeedItem {
  readonly title?: string | undefined;
  /** The first of these that is an address is the article's. */
  readonly links: readonly string[];
  /** Teaser, as HTML. */
  readonly summary: string;
  /** The article, as HTML, where the feed carries it. */
  readonly content: string;
  readonly published?: string | undefined;
  readonly authors: readonly string[];
  /** Texts that may be or hold a DOI. */
  readonly identifiers: readonly string[];
  /** Journal or site that the item itself names. */
  readonly container?: string | undefined;
  readonly volume?: string | undefined;
  readonly issue?: string | undefined;
  readonly language?: string | undefined;
  readonly image?: string | undefined;
}

export interface FeedHead {
  readonly title: string;
  readonly link?: string | undefined;
  readonly language?: string | undefined;
}

const all = (...texts: readonly (string | undefined)[]): string[] => texts.flatMap((text) => text ?? []);

function fromRss(item: RssFeed.Item<string>): FeedItem {
  const { dc, prism, media } = item;
  const guid = item.guid?.value;
  const picture = item.enclosures?.find(({ type }) => type?.startsWith('image/'))?.url ?? media?.thumbnails?.[0]?.url;
  return {
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
  };
}

function fromRdf(item: RdfFeed.Item<string>): FeedItem {
  const { dc } = item;
  return {
    title: item.title ?? dc?.titles?.[0],
    links: all(item.link, item.rdf?.about),
    summary: item.description ?? dc?.descriptions?.[0] ?? '',
    content: item.content?.encoded ?? '',
    published: dc?.dates?.[0],
    authors: dc?.creators ?? [],
    identifiers: all(...(dc?.identifiers ?? []), item.link),
    container: dc?.sources?.[0],
    language: dc?.languages?.[0],
  };
}

function fromAtom(entry: AtomFeed.Entry<string>): FeedItem {
  const links = entry.links ?? [];
  const own = links.filter(({ rel }) => rel === undefined || rel === 'alternate');
  return {
    title: entry.title?.value,
    links: all(...own.map(({ href }) => href), entry.id),
    summary: entry.summary?.value ?? '',
    content: entry.content?.value ?? '',
    published: entry.published ?? entry.updated,
    authors: all(...(entry.authors ?? []).map(({ name }) => name)),
    identifiers: all(...(entry.dc?.identifiers ?? []), entry.id, ...own.map(({ href }) => href)),
    container: entry.source?.title?.value,
    language: entry.xml?.lang,
    image: links.find(({ rel, type }) => rel === 'enclosure' && type?.startsWith('image/'))?.href,
  };
}

function fromJson(item: JsonFeed.Item<string>): FeedItem {
  return {
    title: item.title,
    links: all(item.url, item.external_url, item.id),
    summary: item.summary ?? '',
    content: item.content_html ?? item.content_text ?? '',
    published: item.date_published,
    authors: all(...(item.authors ?? []).map(({ name }) => name)),
    identifiers: all(item.id, item.url, item.external_url),
    language: item.language,
    image: item.image,
  };
}

const toHead = (title = '', link?: string, language?: string): FeedHead => ({
  title,
  link: link || undefined,
  language: language || undefined,
});

/** What a parsed feed says of itself, e.g. `{ title: 'Example News', link: 'https://example.org/' }`, and its items in their order. */
export function readFeed(parsed: AnyFeed): { readonly head: FeedHead; readonly items: readonly FeedItem[] } {
  switch (parsed.format) {
    case 'rss': {
      const { title, link, language, items = [] } = parsed.feed;
      return { head: toHead(title, link, language), items: items.map(fromRss) };
    }
    case 'rdf': {
      const { title, link, dc, items = [] } = parsed.feed;
      return { head: toHead(title, link, dc?.languages?.[0]), items: items.map(fromRdf) };
    }
    case 'atom': {
      const { title, links, xml, entries = [] } = parsed.feed;
      return { head: toHead(title?.value, links?.find(({ rel }) => rel !== 'self')?.href, xml?.lang), items: entries.map(fromAtom) };
    }
    case 'json': {
      const { title, home_page_url, language, items = [] } = parsed.feed;
      return { head: toHead(title, home_page_url, language), items: items.map(fromJson) };
    }
  }
}
