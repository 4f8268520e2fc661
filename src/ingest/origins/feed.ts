/** A feed: RSS, RDF, Atom or JSON Feed. Each of its items is an article of its own. */
import { encodeXML } from 'entities';
import { parseFeed, type AnyFeed } from 'feedsmith';
import { Parser } from 'htmlparser2';
import type { Origin, ExtractedArticle, DecodedDocument } from '../document.ts';
import { toFeedArticle } from './feed-article.ts';
import { readFeed, type FeedHead } from './feed-item.ts';

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

const ITEM = /^(?:\w+:)?(?:item|entry)$/i;

interface CutFeed {
  /** The opening tag of the feed, with the namespaces that its items use. */
  readonly root: string;
  readonly name: string;
  readonly items: readonly string[];
}

function cutXml(text: string): CutFeed {
  const items: string[] = [];
  let root: string | undefined;
  let name = '';
  let depth = 0;
  let start = 0;
  const parser: Parser = new Parser(
    {
      onopentagname: (tag) => {
        if (name === '') {
          name = tag;
          start = parser.startIndex;
        }
        if (ITEM.test(tag) && depth++ === 0) start = parser.startIndex;
      },
      onopentag: () => (root ??= text.slice(start, parser.endIndex + 1)),
      onclosetag: (tag) => {
        if (ITEM.test(tag) && --depth === 0) items.push(text.slice(start, parser.endIndex + 1));
      },
    },
    { xmlMode: true, decodeEntities: false },
  );
  parser.end(text);
  return { root: root ?? '', name, items };
}

function wrapXml({ root, name }: CutFeed, head: FeedHead, item: string): string {
  const [rss, atom] = [/^rss$/i.test(name), /feed$/i.test(name)];
  const prefix = atom && name.includes(':') ? name.slice(0, name.indexOf(':') + 1) : '';
  const tongue = rss ? 'language' : root.includes('xmlns:dc=') ? 'dc:language' : undefined;
  const link = head.link === undefined ? undefined : encodeXML(head.link);
  const about = [
    `<${prefix}title>${encodeXML(head.title)}</${prefix}title>`,
    ...(link === undefined ? [] : [atom ? `<${prefix}link href="${link}"/>` : `<link>${link}</link>`]),
    // In Atom the language stands in the root.
    ...(!atom && tongue && head.language ? [`<${tongue}>${encodeXML(head.language)}</${tongue}>`] : []),
  ];
  const lines = atom ? [...about, item] : rss ? ['<channel>', ...about, item, '</channel>'] : ['<channel>', ...about, '</channel>', item];
  return [root, ...lines, `</${name}>`, ''].join('\n');
}

/**
 * One feed for each item: what the snapshot of an article keeps. Each can be read again on its own, and nothing in it
 * changes from one day to the next but the item, so that the same item keeps its hash. E.g. of `<rss>…<item>a</item><item>b</item>…</rss>` two, each
 * with the title and link of the whole.
 */
function toFeedRecords(text: string, format: 'rss' | 'atom' | 'rdf' | 'json', head: FeedHead): string[] {
  if (format !== 'json') {
    const cut = cutXml(text);
    return cut.items.map((item) => wrapXml(cut, head, item));
  }
  const { version, title, home_page_url, language, items } = JSON.parse(text) as Readonly<Record<string, unknown>>;
  const list: readonly unknown[] = Array.isArray(items) ? items : [];
  return list.map((item) => `${JSON.stringify({ version, title, home_page_url, language, items: [item] }, null, 2)}\n`);
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
  const { head, items } = readFeed(parsed);
  if (items.length === 0) return whole(document, 'The feed holds no items.', 'There is nothing to take in; look again later.');
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
