/**
 * Cuts a feed into feeds of one item each: what the snapshot of an article keeps. Each can be read again on its own, and
 * nothing in it changes from one day to the next but the item, so that the same item keeps its hash.
 */
import { encodeXML } from 'entities';
import { Parser } from 'htmlparser2';
import type { FeedHead } from './feed-item.ts';

const ITEM = /^(?:\w+:)?(?:item|entry)$/i;

interface Cut {
  /** The opening tag of the feed, with the namespaces that its items use. */
  readonly root: string;
  readonly name: string;
  readonly items: readonly string[];
}

function cutXml(text: string): Cut {
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

function wrapXml({ root, name }: Cut, head: FeedHead, item: string): string {
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

/** One feed for each item, e.g. of `<rss>…<item>a</item><item>b</item>…</rss>` two, each with the title and link of the whole. */
export function toFeedRecords(text: string, format: 'rss' | 'atom' | 'rdf' | 'json', head: FeedHead): string[] {
  if (format !== 'json') {
    const cut = cutXml(text);
    return cut.items.map((item) => wrapXml(cut, head, item));
  }
  const { version, title, home_page_url, language, items } = JSON.parse(text) as Readonly<Record<string, unknown>>;
  const list: readonly unknown[] = Array.isArray(items) ? items : [];
  return list.map((item) => `${JSON.stringify({ version, title, home_page_url, language, items: [item] }, null, 2)}\n`);
}
