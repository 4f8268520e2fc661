/**
 * What no origin reads and what must never be read as prose: markup, tagged records, tables, code. Stands before the origins
 * that take plain text, names what stands there, and says the way out.
 */
import type { IngestRefusal } from './raw-article.ts';

const HEAD = 20_000;
const export_ = 'Export the records again as RIS, PubMed (.nbib), EndNote or BibTeX, and give that file.';
const page = 'Open the article in a browser and save that page, or give its address or DOI.';
const feed = 'Give the address of one of the feeds that it lists, or of an article.';
const text = 'If an article stands in it, save the text of the article alone and give that file.';

/** What a text is known by, how messages name it, and the way out; the first that fits is named. */
const shapes: readonly (readonly [sign: RegExp, name: string, hint: string])[] = [
  [/<opml\b/i, 'OPML, a list of feeds', feed],
  [
    /^(?:\s|<[?!][^>]*>)*<channel\b/i,
    'XML of the kind CDF, an old channel of links',
    'Give the address of an RSS or Atom feed of the site, or of an article.',
  ],
  [/<(?:urlset|sitemapindex)\b/i, 'a sitemap, a list of addresses', 'Give the addresses of the articles.'],
  [
    /^\s*(?:from|date|subject|return-path|received|mime-version|content-type):[^\n]*\n(?:[ \t][^\n]*\n|[\w-]+:[^\n]*\n)*(?:mime-version|content-type|message-id|snapshot-content-location):/i,
    'a saved e-mail or web archive (MIME)',
    'Save the page as HTML alone, or the text of the mail.',
  ],
  [/^\s*\{\\rtf/, 'RTF', 'Save it as plain text and give that file.'],
  [/^\s*%!PS/, 'PostScript', 'Make a PDF of it and give that file.'],
  [/^(?:\s*%[^\n]*\n|\s)*\\documentclass\b/, 'LaTeX', 'Give the PDF that is made from it.'],
  [/^\s*BEGIN:V(?:CARD|CALENDAR)/i, 'a card or calendar', page],
  [/^FN (?:Clarivate|Thomson|ISI)|^PT [JBSP]\s*$[\s\S]*^AU /m, 'a Web of Science export', export_],
  [
    /^<\d+>\s*$[\s\S]{0,400}^(?:Unique Identifier|Accession Number|Title|Database|Status|VN|DB|UI|AN|TI)\b|ovid(?:sp|web)?\.(?:ovid\.com|cgi)/im,
    'an Ovid export',
    export_,
  ],
  [/^Record #\d+ of \d+/m, 'a Cochrane Library export', export_],
  [/^PMID ?- ?\d+/m, 'a PubMed (MEDLINE) export', export_],
  [/^%0 \S/m, 'an EndNote export', export_],
  [/^TY {0,3}- ?\w+/im, 'an RIS export', export_],
  [
    /^\s*@\s*(?:\w+)\s*[({]\s*[^\s,]*\s*,/m,
    'BibTeX',
    'See that each entry begins with its type and key, such as `@article{key,`, and ends with its bracket, and run it again.',
  ],
  [
    /^---[ ]*\n(?:[\w-]+[ ]*:[^\n]*\n|\s+[^\n]*\n|- [^\n]*\n)+---/,
    'Markdown with frontmatter that is no digest’s',
    'A digest names the address of its original in `sourceUrl`: add that, or give the address itself.',
  ],
];

const xmlNames: Readonly<Record<string, string>> = {
  article: 'JATS, the XML of journals',
  modscollection: 'MODS',
  mods: 'MODS',
  tei: 'TEI',
  svg: 'a picture (SVG)',
  plist: 'a property list',
  kml: 'a map (KML)',
  collection: 'MARC XML',
  records: 'records in XML',
  html: 'a web page',
};

/** The name of the first element behind prologue and comments. */
function rootOf(head: string): string | undefined {
  const rest = head.replace(/^(?:\s|<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!doctype[^>[]*(?:\[[\s\S]*?\])?\s*>)*/i, '');
  return /^<([a-z][\w:.-]*)(?=[\s/>])/i.exec(rest)?.[1];
}

/** How much of a text stands between `<` and `>`. */
const markupShare = (head: string): number => {
  const tags = head.match(/<[/!?]?[a-z][^<>]{0,400}>/gi) ?? [];
  return tags.length < 3 ? 0 : tags.join('').length / head.length;
};

const cut = (line: string): string => (line.length > 60 ? `${line.slice(0, 57)}…` : line);

function nameMarkup(head: string): IngestRefusal | undefined {
  const root = rootOf(head);
  const declared = /^\s*<\?xml\b/i.test(head);
  if (!root && !declared && markupShare(head) < 0.2) return undefined;
  if (!root) return { reason: `It is markup of no known kind: it begins with “${cut(head.trim().split('\n')[0] ?? '')}”.`, hint: page };
  const known = xmlNames[root.toLowerCase().replace(/^.*:/, '')];
  const named = known === undefined ? `XML that is not known here, expected a feed or a record` : known;
  return {
    reason: `It is ${named}: its first element is \`<${cut(root)}>\`.`,
    hint: `${page} A feed begins with \`<rss>\`, \`<feed>\` or \`<rdf:RDF>\`.`,
  };
}

/** JSON, one value or one a line. */
function nameJson(head: string): IngestRefusal | undefined {
  if (!/^\s*[[{]\s*(?:["{[\]}]|-?\d|true|false|null)/.test(head) || !/^\s*(?:\[\s*\]|\{\s*\}|[[{][\s\S]*[:,][\s\S]*)/.test(head))
    return undefined;
  const keys = [...new Set([...head.matchAll(/"([\w$@ -]{1,30})"\s*:/g)].map(([, key]) => `\`${key}\``))].slice(0, 5);
  const empty = /^\s*(?:\[\s*\]|\{\s*\}|\{\s*"(?:items|references|records)"\s*:\s*\[\s*\]\s*\})\s*$/.test(head);
  const what = keys.length > 0 ? ` with ${keys.join(', ')}` : '';
  return empty
    ? {
        reason: `It is JSON${what}, and its list holds no records.`,
        hint: 'Choose the records in the program that they come from, and export them again.',
      }
    : { reason: `It is JSON${what}, expected records in CSL-JSON, a JSON Feed, or a record of a registry.`, hint: export_ };
}

/** The cells of the first lines, by the sign that parts as many on each: `"a","b","c"`. */
function nameTable(lines: readonly string[]): IngestRefusal | undefined {
  const [first = '', ...rest] = lines;
  for (const [sign, name] of [
    [',', 'commas'],
    ['\t', 'tabs'],
    [';', 'semicolons'],
    ['|', 'upright lines'],
  ] as const) {
    const cells = (line: string): string[] => line.replace(/"(?:[^"]|"")*"/g, 'x').split(sign);
    const heads = cells(first);
    const quoted = first.match(/"(?:[^"]|"")*"/g) ?? [];
    const even = rest.slice(0, 20).filter((line) => Math.abs(cells(line).length - heads.length) <= 1).length;
    if (heads.length < 3 || rest.length === 0 || even * 5 < Math.min(rest.length, 20) * 4) continue;
    if (sign === ',' && quoted.length === 0 && heads.some((cell) => cell.trim().split(/\s+/).length > 4)) continue;
    const titles = first
      .split(sign)
      .slice(0, 4)
      .map((cell) => `“${cut(cell.replace(/^"|"$/g, '').trim())}”`);
    return {
      reason: `It is a table of ${heads.length} columns parted by ${name} (${titles.join(', ')} …), not an article.`,
      hint: export_,
    };
  }
  return undefined;
}

/** Lines that begin with a tag of a few letters, as records of reference programs do. */
function nameTagged(lines: readonly string[]): IngestRefusal | undefined {
  const own = lines.filter((line) => /^\S/.test(line));
  const tagged = own.filter((line) =>
    /^(?:[A-Z][A-Z0-9]{1,3} {0,3}- ?|[A-Z][A-Z0-9] {1,4}(?=\S)(?![a-z])|%[0-9A-Z] |[.#*]?[A-Z]{2,4}: )/.test(line),
  );
  const fields = own.filter((line) => /^[A-Z][\w ()/-]{1,30}:\s+\S/.test(line));
  const tags = (some: readonly string[]): string =>
    [...new Set(some.map((line) => `\`${/^[%\w ()/-]+?(?=\s*[-:]|\s)/.exec(line)?.[0] ?? ''}\``))].slice(0, 4).join(', ');
  if (tagged.length >= 4 && tagged.length * 2 > own.length)
    return { reason: `It holds tagged lines (${tags(tagged)}), as exports of databases do, in no form that is known here.`, hint: export_ };
  if (fields.length >= 5 && fields.length * 5 > own.length * 4)
    return { reason: `It is a list of fields (${tags(fields)}), not an article.`, hint: export_ };
  return undefined;
}

/** Text of a program: brackets and signs, where prose has letters. */
function nameCode(head: string): IngestRefusal | undefined {
  const signs = head.match(/[{}[\]<>=;|\\$_]|\/\//g)?.length ?? 0;
  const letters = head.match(/[\p{L}\s]/gu)?.length ?? 0;
  if (signs * 25 < head.length && letters * 3 > head.length * 2) return undefined;
  return { reason: `It looks like code or data, not prose: it begins with “${cut(head.trim().split('\n')[0] ?? '')}”.`, hint: text };
}

/**
 * Why a text that no origin knows is not to be read as prose, e.g. of `<opml>…` that it is OPML, a list of feeds; undefined
 * for what may be prose.
 */
export function findForeignShape(whole: string): IngestRefusal | undefined {
  const head = whole.slice(0, HEAD);
  const lines = head.split('\n').filter((line) => line.trim() !== '');
  const [, name, hint] = shapes.find(([sign]) => sign.test(head)) ?? [];
  if (name !== undefined && hint !== undefined) return { reason: `It is ${name}, which cannot be read as an article.`, hint };
  return nameMarkup(head) ?? nameJson(head) ?? nameTable(lines) ?? nameTagged(lines) ?? nameCode(head);
}
