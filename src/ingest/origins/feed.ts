/** A feed: RSS, RDF, Atom or JSON Feed. Each of its items is an article of its own. */
import { parseFeed, type AnyFeed } from 'feedsmith';
import type { Origin, ExtractedArticle } from '../origin.ts';
import type { DecodedDocument } from '../document.ts';
import { toFeedArticle } from './feed-article.ts';
import { toFeedHead, toFeedItems } from './feed-item.ts';
import { toFeedRecords } from './feed-record.ts';

const PROLOGUE = /^(?:\s|<\?[^>]*\?>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*>)*/i;
const ROOTS: readonly (readonly [name: string, root: RegExp])[] = [
  ['an `rss` element', /^<rss\b/i],
  ['a `feed` element of Atom', /^<(?:\w+:)?feed\b[^>]*(?:purl\.org\/atom|w3\.org\/2005\/Atom)/i],
  ['an `rdf:RDF` element with the namespace of RSS', /^<rdf:RDF\b[^>]*(?:purl\.org\/(?:rss|net\/rss)|my\.netscape\.com\/rdf)/i],
];
const HEAD = 4000;

function rootOf(text: string): string | undefined {
  const head = text.slice(0, HEAD);
  if (/^\s*\{/.test(head))
    return /"version"\s*:\s*"https?:\\?\/\\?\/jsonfeed\.org\\?\/version/.test(head) ? 'the version of a JSON Feed' : undefined;
  const body = head.replace(PROLOGUE, '');
  return ROOTS.find(([, root]) => root.test(body))?.[0];
}

const whole = (document: DecodedDocument, reason: string, hint: string): readonly ExtractedArticle[] => [
  { bytes: document.bytes, ending: '.xml', article: { reason, hint } },
];

/** Where a feed is broken is for its publisher to mend; an editor can go to the articles. */
const AROUND = 'Fetch it again; if it stays so, give the addresses of its articles one by one.';

function toArticles(document: DecodedDocument): readonly ExtractedArticle[] {
  const text = document.text ?? '';
  let parsed: AnyFeed;
  try {
    parsed = parseFeed(text);
  } catch (error) {
    const detail = error instanceof Error ? error.message.split('\n')[0]?.replace(/\.$/, '') : String(error);
    return whole(document, `The feed is broken off or malformed and cannot be read (${detail}).`, AROUND);
  }
  const items = toFeedItems(parsed);
  if (items.length === 0) return whole(document, 'The feed holds no items.', 'There is nothing to take in; look again later.');
  const head = toFeedHead(parsed);
  const records = toFeedRecords(text, parsed.format, head);
  const ending = parsed.format === 'json' ? '.json' : '.xml';
  return items.map((item, i) => ({
    label: `item ${i + 1}`,
    // Empty items are left out by the parser, and the cut texts no longer line up with the items.
    bytes: new TextEncoder().encode(records.length === items.length ? records[i] : JSON.stringify(item, null, 2)),
    ending: records.length === items.length ? ending : '.json',
    article: toFeedArticle(item, head, document.address),
  }));
}

export const feed: Origin = {
  name: 'feed',
  looksFor: 'an `rss`, `feed` or `rdf:RDF` element, or the version of a JSON Feed, at its top',
  recognise: ({ text }) => (text === undefined ? undefined : rootOf(text)),
  toArticles,
};
