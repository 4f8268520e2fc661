/** A feed: RSS, RDF, Atom or JSON Feed. Each of its items is an article of its own. */
import { encodeXML } from 'entities';
import { parseFeed, type AnyFeed } from 'feedsmith';
import { Parser } from 'htmlparser2';
import type { Origin, ExtractedArticle, DecodedDocument } from '../document.ts';
import { isRefusal } from '../raw-article.ts';
import { parseXml } from '../record/values.ts';
import { toFeedArticle } from './feed-article.ts';
import { readFeed, type FeedHead } from './feed-item.ts';

const ROOTS: readonly (readonly [name: string, root: RegExp])[] = [
  ['an `rss` element', /<rss\b[^>]*>/i],
  ['a `feed` element of Atom', /<(?:\w+:)?feed\b[^>]*(?:purl\.org\/atom|w3\.org\/2005\/Atom)[^>]*>|<feed\b[^>]*>(?=[\s\S]*?<entry\b)/i],
  ['an `rdf:RDF` element with the namespace of RSS', /<\w+:RDF\b[^>]*(?:purl\.org\/(?:rss|net\/rss)|my\.netscape\.com\/rdf)[^>]*>/i],
];
const HEAD = 8000;
/** A feed inside a page, a mail or a text about feeds is not the document itself. */
const INSIDE = /<(?:!doctype\s+html|html|body|pre|code)\b|^mime-version:|```|^\s*[[{]/im;

/** Where the root of a feed begins, and what it is; notices of the server and declarations may stand before it. */
function rootOf(text: string): { readonly name: string; readonly at: number } | undefined {
  const head = text.slice(0, HEAD);
  for (const [name, root] of ROOTS) {
    const at = root.exec(head)?.index;
    if (at !== undefined && !INSIDE.test(head.slice(0, at).replace(/<!--[\s\S]*?-->/g, ''))) return { name, at };
  }
  return undefined;
}

const isJsonFeed = (text: string): boolean =>
  /^\s*\{/.test(text) && /"version"\s*:\s*"https?:\\?\/\\?\/jsonfeed\.org\\?\/version/.test(text.slice(0, HEAD));

const LONGEST_ENTITY = 200;
const MOST_ENTITIES = 2000;

/** The feed alone, its own entities written out: short ones that hold no other, so that nothing can grow without end. */
function toOwnText(text: string, at: number): string {
  const before = text.slice(0, at);
  const entities = new Map(
    [...before.matchAll(/<!ENTITY\s+([\w.-]+)\s+(?:"([^"%]*)"|'([^'%]*)')\s*>/g)].map(([, name = '', a, b]) => [name, a ?? b ?? '']),
  );
  for (const [name, value] of entities) if (value.length > LONGEST_ENTITY || /&(?!#)/.test(value)) entities.delete(name);
  let written = 0;
  return text.slice(at).replace(/&([\w.-]+);/g, (whole, name: string) => {
    const value = entities.get(name);
    return value === undefined || ++written > MOST_ENTITIES ? whole : value;
  });
}

/** A feed of Atom that names no namespace, or one that is none, with the one that its readers ask for. */
const inAtom = (text: string): string =>
  /^<feed\b/i.test(text) && !/^<feed\b[^>]*(?:purl\.org\/atom|w3\.org\/2005\/Atom)/i.test(text)
    ? text.replace(
        /^<feed\b([^>]*)>/i,
        (_, rest: string) => `<feed xmlns="http://www.w3.org/2005/Atom"${rest.replace(/\sxmlns\s*=\s*(?:"[^"]*"|'[^']*')/, '')}>`,
      )
    : text;

const ITEM = /^(?:\w+:)?(?:item|entry)$/i;

interface CutFeed {
  /** The opening tag of the feed, with the namespaces that its items use. */
  readonly root: string;
  readonly name: string;
  readonly items: readonly string[];
  /** Where the last item ends, for a feed whose own end is missing. */
  readonly brokenAt?: number;
}

function cutXml(text: string): CutFeed {
  const items: string[] = [];
  let root: string | undefined;
  let name = '';
  let depth = 0;
  let start = 0;
  let end = 0;
  let ended = false;
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
      onclosetag: (tag, implied) => {
        if (!implied && tag === name) ended = true;
        if (!ITEM.test(tag) || --depth !== 0 || implied) return;
        end = parser.endIndex + 1;
        items.push(text.slice(start, end));
      },
    },
    { xmlMode: true, decodeEntities: false },
  );
  parser.end(text);
  return { root: root ?? '', name, items, ...(!ended && { brokenAt: end }) };
}

/** A feed that breaks off, ended behind its last whole item. */
const mended = (text: string, { name, brokenAt = 0 }: CutFeed): string =>
  `${text.slice(0, brokenAt)}${/^rss$/i.test(name) ? '</channel>' : ''}</${name}>`;

/** The same for a JSON Feed; the text itself where its brackets close. Nothing within strings is a bracket. */
function mendedJson(text: string): string {
  const open: string[] = [];
  let whole = '';
  for (const { 0: sign, index } of text.matchAll(/"(?:[^"\\]|\\.)*(?:"|$)|[{}[\]]/gs)) {
    if (sign === '{' || sign === '[') open.push(sign === '{' ? '}' : ']');
    // Behind a whole item the feed and its list are open, behind the list the feed alone.
    else if (sign === open.at(-1) && open.pop() && open.length < 3) whole = `${text.slice(0, index + 1)}${open.toReversed().join('')}`;
  }
  return open.length === 0 ? text : whole;
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
  const channel = head.base === undefined || root.includes('xml:base') ? '<channel>' : `<channel xml:base="${encodeXML(head.base)}">`;
  const lines = atom ? [...about, item] : rss ? [channel, ...about, item, '</channel>'] : [channel, ...about, '</channel>', item];
  return [root, ...lines, `</${name}>`, ''].join('\n');
}

/**
 * One feed for each item: what the snapshot of an article keeps. Each can be read again on its own, and nothing in it
 * changes from one day to the next but the item, so that the same item keeps its hash.
 */
function toJsonRecords(text: string): string[] {
  const { version, title, home_page_url, language, items } = JSON.parse(text) as Readonly<Record<string, unknown>>;
  const list: readonly unknown[] = Array.isArray(items) ? items : [];
  return list.map((item) => `${JSON.stringify({ version, title, home_page_url, language, items: [item] }, null, 2)}\n`);
}

const whole = (document: DecodedDocument, reason: string, hint: string): readonly ExtractedArticle[] => [
  { bytes: document.bytes, ending: '.xml', article: { reason, hint } },
];

/** Where a feed is broken is for its publisher to mend; an editor can go to the articles. */
const AROUND = 'Fetch it again; if it stays so, give the addresses of its articles one by one.';
const BROKEN_OFF = 'The feed breaks off: this item is whole, and those behind it may be missing. Fetch the feed again.';

function toArticles(document: DecodedDocument): readonly ExtractedArticle[] {
  const given = document.text ?? '';
  const root = rootOf(given);
  const own = root ? inAtom(toOwnText(given, root.at)) : given;
  const cut = root && cutXml(own);
  const text = cut === undefined ? mendedJson(own) : cut.brokenAt === undefined ? own : mended(own, cut);
  const broken = text !== own;
  if (broken && (cut ? cut.items.length === 0 : !text.includes('"items"')))
    return whole(document, 'The feed breaks off before the end of its first item.', AROUND);
  let parsed: AnyFeed;
  try {
    parsed = parseFeed(text);
  } catch {
    return whole(
      document,
      `The feed cannot be read: it begins as one, with ${feed.recognise(document) ?? 'its root'}, and what follows is none.`,
      AROUND,
    );
  }
  const read = readFeed(parsed, cut?.items.flatMap((item) => parseXml(item).slice(0, 1)) ?? []);
  const { items } = read;
  // The parser knows the base of a channel and of Atom, not that of the root of RSS.
  const head = { ...read.head, base: read.head.base ?? /\bxml:base\s*=\s*["']([^"']+)/.exec(cut?.root ?? '')?.[1] };
  if (items.length === 0) return whole(document, 'The feed holds no items.', 'There is nothing to take in; look again later.');
  const records = cut ? cut.items.map((item) => wrapXml(cut, head, item)) : toJsonRecords(text);
  const ending = parsed.format === 'json' ? '.json' : '.xml';
  return items.map((item, i) => {
    const article = toFeedArticle(item, head, document.address);
    return {
      label: `item ${i + 1}`,
      // Empty items are left out by the parser, and the cut texts no longer line up with the items.
      bytes: new TextEncoder().encode(records.length === items.length ? records[i] : JSON.stringify(item, null, 2)),
      ending: records.length === items.length ? ending : '.json',
      article: broken && !isRefusal(article) ? { ...article, doubts: [BROKEN_OFF, ...article.doubts] } : article,
    };
  });
}

export const feed: Origin = {
  name: 'feed',
  looksFor: 'an `rss`, `feed` or `rdf:RDF` element, or the version of a JSON Feed, at its top',
  recognise: ({ text = '' }) => (isJsonFeed(text) ? 'the version of a JSON Feed' : rootOf(text)?.name),
  toArticles,
};
