/** Cuts a feed into the texts of its items as they stand in it, so that each snapshot keeps its own item and no more. */
import { Parser } from 'htmlparser2';

const ITEM = /^(?:\w+:)?(?:item|entry)$/i;

function cutXml(text: string): string[] {
  const records: string[] = [];
  let depth = 0;
  let start = 0;
  const parser: Parser = new Parser(
    {
      onopentagname: (name) => {
        if (ITEM.test(name) && depth++ === 0) start = parser.startIndex;
      },
      onclosetag: (name) => {
        if (ITEM.test(name) && --depth === 0) records.push(text.slice(start, parser.endIndex + 1));
      },
    },
    { xmlMode: true, decodeEntities: false },
  );
  parser.end(text);
  return records;
}

/** The text of each item, e.g. `toFeedRecords('<rss>…<item>a</item></rss>', 'rss')` gives `['<item>a</item>']`. */
export function toFeedRecords(text: string, format: 'rss' | 'atom' | 'rdf' | 'json'): string[] {
  if (format !== 'json') return cutXml(text);
  const feed = JSON.parse(text) as { readonly items?: readonly unknown[] };
  return (feed.items ?? []).map((item) => JSON.stringify(item, null, 2));
}
