/**
 * What no origin reads and what must never be read as prose: markup, tagged records, tables, code. Stands before the origins
 * that take plain text, names what stands there, and says the way out.
 */
import { findDois } from './identifiers.ts';
import type { IngestRefusal } from './raw-article.ts';

const HEAD = 20_000;
const records = 'Export the records again as RIS, PubMed (.nbib), EndNote or BibTeX, and give that file.';
const page = 'Open the article in a browser and save that page, or give its address or DOI.';
const feeds = 'Give the address of one RSS or Atom feed, or of an article.';
const text = 'If an article stands in it, save the text of the article alone and give that file.';

type Shape = readonly [sign: RegExp, name: string, hint: string];

/** What a text is known by, how messages name it, and the way out; the first that fits is named. */
const shapes: readonly Shape[] = [
  [
    /^\s*(?:from|to|date|subject|return-path|delivered-to|received|message-id|mime-version|content-type):[^\n]*\n(?:[ \t][^\n]*\n|[\w-]+:[^\n]*\n)*(?:mime-version|content-type|message-id|snapshot-content-location):/i,
    'a saved e-mail or web archive (.eml, .mht)',
    'Save the page as HTML alone, or the text of the mail.',
  ],
  [/^\s*\{\\rtf/, 'a document of a word processor (RTF)', 'Save it as plain text and give that file.'],
  [/^(?:%[^\n]*\n|\s)*\\documentclass\b/, 'LaTeX', 'Give the PDF that is made from it.'],
  [/^\s*WEBVTT|^\s*\d+\n\d\d:\d\d:\d\d[,.]\d{3} -->/, 'the subtitles of a film', 'Give the address of the film, or of a page about it.'],
  [/^#!|^diff --git |^(?:---|\+\+\+) [ab]\//, 'a program or a list of changes to one', text],
  [/loc\.gov\/MARC21\/|^\s*=LDR {2}|^\d{5}[acdnp][a-z]{2}[ a-z\d]{2}22\d{5}/, 'a library’s record (MARC)', records],
  [/^FN (?:Clarivate|Thomson|ISI)|^PT [JBSP]\s*$[\s\S]*^AU /m, 'a Web of Science export', records],
  [
    /^<\d+>\s*$[\s\S]{0,600}^(?:Unique Identifier|Accession Number|Title|Database|Status|VN|DB|UI|AN|TI)\b|^(?:VN {2}- Ovid|Database: Ovid)|^Accession Number *\n {1,4}\S[\s\S]{0,4000}^(?:Author|Title|Source) *\n {1,4}\S/im,
    'an Ovid export',
    records,
  ],
  [/^Record #\d+ of \d+/m, 'a Cochrane Library export', records],
  [/^PMID ?- ?\d+/m, 'a PubMed (MEDLINE) export', records],
  [/^%0 \S/m, 'an EndNote export', records],
  [/^TY {0,3}- ?\w+/im, 'an RIS export', records],
  [
    /^\s*@\s*\w+\s*[({]\s*[^\s,]*\s*,/m,
    'BibTeX',
    'See that each entry begins with its type and key, such as `@article{key,`, and ends with its bracket, and run it again.',
  ],
  [
    /^---[ ]*\n(?:[\w-]+[ ]*:[^\n]*\n|[ \t][^\n]*\n|- [^\n]*\n|\n)+---/,
    'a text with fields between lines of `---` at its top, of which none names its original',
    'Add the address of the original there as `sourceUrl: …`, or give that address itself.',
  ],
];

/** Names of first elements. */
const roots: readonly Shape[] = [
  [/^opml$/i, 'OPML, a list of feeds', feeds],
  [/^channel$/i, 'XML of the kind CDF, an old channel of links', feeds],
  [/^(?:urlset|sitemapindex)$/i, 'a sitemap, a list of addresses', 'Give the addresses of the articles.'],
  [/^(?:article(?:-?set)?|pmc-articleset|front)$/i, 'JATS, the XML of journals', page],
  [/^mods(?:collection)?$|^collection$|^marc/i, 'a library’s record in XML (MODS or MARC)', records],
  [/^(?:oai-pmh|dc|resource|doi_records?|doi_batch|crossref_result)$/i, 'the record of a repository or registry in XML', page],
  [/^(?:svg|kml|plist|tei|wordDocument|document|package)$/i, 'XML that holds no web page and no record', text],
  [
    /^(?:a|b|blockquote|br|center|font|header|i|iframe|img|li|link|nav|ol|pre|script|span|strong|style|table|tbody|td|tr|ul)$/i,
    'a piece of a web page',
    page,
  ],
];

const cut = (line: string): string => (line.length > 60 ? `${line.slice(0, 57)}…` : line);
const opening = (head: string): string => `it begins with “${cut(head.trim().split('\n')[0] ?? '')}”`;

/** How much of a text stands between `<` and `>`. */
function markupShare(head: string): number {
  const tags = head.match(/<[/!?]?[a-z][^<>]{0,400}>/gi) ?? [];
  return tags.length < 3 ? 0 : tags.join('').length / head.length;
}

function nameMarkup(head: string): IngestRefusal | undefined {
  const rest = head.replace(/^(?:\s|<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!doctype[^>[]*(?:\[[\s\S]*?\])?\s*>)*/i, '');
  const root = /^<([a-z][\w:.-]*)(?=[\s/>])/i.exec(rest)?.[1];
  if (root === undefined) {
    const isMarkup = /^\s*<\?xml\b/i.test(head) || markupShare(head) > 0.2;
    return isMarkup
      ? { reason: `It is text with tags, as web pages have them, of a kind that is not known here: ${opening(head)}.`, hint: page }
      : undefined;
  }
  const [, name, hint] = roots.find(([sign]) => sign.test(root.replace(/^.*:/, ''))) ?? [];
  if (name !== undefined && hint !== undefined) return { reason: `It is ${name}: it begins with \`<${cut(root)}>\`.`, hint };
  return {
    reason: `It is XML of a kind that is not known here, expected a feed or a record: it begins with \`<${cut(root)}>\`.`,
    hint: `${page} A feed begins with \`<rss>\`, \`<feed>\` or \`<rdf:RDF>\`.`,
  };
}

/** JSON, one value or one a line. */
function nameJson(head: string): IngestRefusal | undefined {
  if (!/^\s*(?:\[\s*\]|\{\s*\}|[[{]\s*(?:["{[]|-?\d|true|false|null)[\s\S]*[:,])/.test(head)) return undefined;
  const keys = [...new Set([...head.matchAll(/"([\w$@ -]{1,30})"\s*:/g)].map(([, key]) => `\`${key}\``))].slice(0, 5);
  const what = keys.length > 0 ? `data (JSON) with the fields ${keys.join(', ')}` : 'data (JSON)';
  return /^\s*(?:\[\s*\]|\{\s*\}|\{\s*"\w+"\s*:\s*\[\s*\]\s*\})\s*$/.test(head)
    ? {
        reason: `It is ${what}, and its list holds no records.`,
        hint: 'Choose the records in the program that they come from, and export them again.',
      }
    : { reason: `It is ${what}, expected references (CSL-JSON), a feed (JSON Feed) or the record of a registry.`, hint: records };
}

const SIGNS = { commas: ',', tabs: '\t', semicolons: ';', 'upright lines': '|' };

/** The cells of the first lines, by the sign that parts as many on each: `"a","b","c"`. A line or two may stand above them. */
function nameTable(lines: readonly string[]): IngestRefusal | undefined {
  for (const [name, sign] of Object.entries(SIGNS)) {
    const cells = (line: string): string[] => line.replace(/"(?:[^"]|"")*"/g, (cell) => cell.replaceAll(sign, ' ')).split(sign);
    for (const at of [0, 1, 2, 3]) {
      const [first = '', ...rest] = lines.slice(at, at + 21);
      const heads = cells(first);
      const even = rest.filter((line) => Math.abs(cells(line).length - heads.length) <= 1).length;
      if (heads.length < 3 || rest.length < (at === 0 ? 1 : 3) || even * 5 < rest.length * 4) continue;
      if (sign === ',' && !first.includes('"') && heads.some((cell) => cell.trim().split(/\s+/).length > 4)) continue;
      const titles = heads.slice(0, 4).map((cell) => `“${cut(cell.trim().replace(/^"|"$/g, ''))}”`);
      return {
        reason: `It is a table of ${heads.length} columns parted by ${name} (${titles.join(', ')} …), not an article.`,
        hint: records,
      };
    }
  }
  return undefined;
}

/** Lines that begin with a tag of a few letters, with a field or a time of day, as records of programs do. */
function nameTagged(lines: readonly string[]): IngestRefusal | undefined {
  const own = lines.filter((line) => /^\S/.test(line));
  const most = (sign: RegExp, least: number, share: number, among: readonly string[] = own): readonly string[] => {
    const found = among.filter((line) => sign.test(line));
    return found.length >= least && found.length > among.length * share ? found : [];
  };
  const names = (some: readonly string[]): string =>
    [...new Set(some.map((line) => `\`${/^[\s-]*([%\w][\w ()/]*?)(?=\s*[-:=]|\s)/.exec(line)?.[1] ?? ''}\``))].slice(0, 4).join(', ');
  const tagged = most(/^(?:[A-Z][A-Z0-9]{1,3} {0,3}- ?|[A-Z][A-Z0-9] {1,4}(?=\S)(?![a-z])|%[0-9A-Z] |[.#*]?[A-Z]{2,4}: )/, 4, 0.5);
  if (tagged.length > 0)
    return {
      reason: `It holds lines that begin with a tag (${names(tagged)}), as exports of databases do, in no form that is known here.`,
      hint: records,
    };
  const fields = most(/^\s*(?:- )?["']?[A-Za-z][\w ()/-]{0,30}["']?\s*[:=](?:\s|$)/, 5, 0.8, lines);
  if (fields.length > 0) return { reason: `It is a list of fields (${names(fields)}), not an article.`, hint: records };
  const timed = most(/^\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d|^\d{1,3}(?:\.\d{1,3}){3} - /, 4, 0.5);
  return timed.length > 0 ? { reason: `It is a log, as programs keep them: ${opening(timed[0] ?? '')}.`, hint: text } : undefined;
}

/** Text of a program: brackets and signs where prose has letters, or no spaces at all. */
function nameCode(head: string): IngestRefusal | undefined {
  const signs = head.match(/[{}[\]<>=;|\\$_]|\/\//g)?.length ?? 0;
  const letters = head.match(/[\p{L}\p{M}\s]/gu)?.length ?? 0;
  if (signs * 25 < head.length && letters * 3 > head.length * 2 && !/[!-~]{400}/.test(head)) return undefined;
  return { reason: `It looks like code or data, not prose: ${opening(head)}.`, hint: text };
}

function findShape(head: string, bytes: Uint8Array): IngestRefusal | undefined {
  const toLines = (some: string): string[] => some.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
  const [, name, hint] = shapes.find(([sign]) => sign.test(head)) ?? [];
  if (name !== undefined && hint !== undefined) return { reason: `It is ${name}, which cannot be read as an article.`, hint };
  const raw = toLines(new TextDecoder().decode(bytes.subarray(0, HEAD)));
  return nameMarkup(head) ?? nameJson(head) ?? nameTable(raw) ?? nameTagged(toLines(head)) ?? nameCode(head);
}

/**
 * Why a text that no origin knows is not to be read as prose, e.g. of `<opml>…` that it is OPML, a list of feeds; undefined
 * for what may be prose. A DOI that stands there alone is a way out. `bytes` are those of the file: in its text tabs are spaces by now.
 */
export function findForeignShape(whole: string, bytes: Uint8Array): IngestRefusal | undefined {
  const found = findShape(whole.slice(0, HEAD), bytes);
  const [doi, ...more] = found ? findDois(whole.slice(0, HEAD)) : [];
  return found && doi !== undefined && more.length === 0
    ? { ...found, hint: `${found.hint} It names one DOI: run \`npm run ingest -- doi:${doi}\`, which reads the record of that work.` }
    : found;
}
