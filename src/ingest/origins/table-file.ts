/** Tables of records, as Embase, Scopus, PubMed, the Cochrane Library and Web of Science export them: one article for each row. */
import { parse } from 'csv-parse/sync';
import { toDecoded, type DecodedDocument, type ExtractedArticle, type Origin } from '../document.ts';
import { isRefusal } from '../raw-article.ts';
import { toReferenceArticle } from '../record/reference.ts';
import { toReference, type TagMeaning } from '../record/tagged.ts';

/** Heads of columns in small letters; the earlier one counts more. */
const heads: Readonly<Partial<Record<TagMeaning, string>>> = {
  type: 'item type|pt|reference type',
  types: 'document type|publication type|publication types|dt|type',
  title: 'title|article title|document title|ti|titles',
  container: 'source title|journal/book|publication title|journal|journal title|secondary title|source|so|publication',
  full: 'author full names|af',
  author: 'author names|authors|author|au|author(s)|creators',
  group: 'group authors|ca',
  year: 'publication year|year|py|pub year|year of publication',
  date: 'publication date|date|pd|date of publication',
  volume: 'volume|vl',
  issue: 'issue|is|number',
  page: 'pages|pagination|page range|art. no.|article number|ar',
  first: 'first page|page start|start page|bp',
  last: 'last page|page end|end page|ep',
  publisher: 'publisher|source publisher name|pu',
  doi: 'doi|di|doi link|digital object identifier',
  pmid: 'pmid|medline pmid|pubmed id|pubmed pmid|pm',
  isbn: 'isbn|bn|isbns',
  url: 'url|urls|link|full text link|links',
  ids: 'pmcid|clinical trial numbers|accession number|extra|ut|ut (unique wos id)|id|notes',
  abstract: 'abstract|ab|abstract note',
  keyword: 'author keywords|keywords|de|manual tags',
  language: 'language|language of original document|language of article|la',
};
const known = new Map(
  Object.values(heads)
    .flatMap((list) => list.split('|'))
    .map((head) => [head, true]),
);
const meanings = new Map(Object.entries(heads).map(([meaning, list]) => [meaning as TagMeaning, list.toUpperCase().split('|')] as const));
/** Heads of which a table of works has one; a title and a date stand in many others. */
const WORKS = new Set([heads.author, heads.doi, heads.pmid].flatMap((list = '') => list.split('|')));
const headOf = (cell: string): string =>
  cell
    .replace(/^\ufeff/, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();

interface Table {
  readonly form: 'columns' | 'rows';
  readonly records: readonly (readonly (readonly [string, string])[])[];
  readonly delimiter: string;
}

function toRows(text: string, delimiter: string): string[][] {
  try {
    return parse(text, {
      delimiter,
      bom: true,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: false,
      quote: delimiter === '\t' ? false : '"',
    });
  } catch {
    return [];
  }
}

/** The records of a table whose first row names them, or whose first column does, as Embase prints one field a row; undefined for any other. */
function toTable(text: string): Table | undefined {
  const [top = ''] = text.trimStart().split('\n');
  const delimiter = ['\t', ';', ','].sort((a, b) => top.split(b).length - top.split(a).length)[0] ?? ',';
  if (!top.includes(delimiter)) return undefined;
  const rows = toRows(text, delimiter);
  const [first = [], ...rest] = rows;
  const names = first.map(headOf);
  const title = names.some((name) => meanings.get('title')?.includes(name.toUpperCase()));
  const filled = (row: readonly string[]): boolean => row.some((cell) => cell.trim() !== '');
  if (title && names.filter((name) => known.has(name)).length >= 2 && names.some((name) => WORKS.has(name))) {
    const records = rest.filter(filled).map((row) => names.map((name, i) => [name.toUpperCase(), row[i]?.trim() ?? ''] as const));
    return { form: 'columns', records, delimiter };
  }
  const labels = new Set(rows.slice(0, 40).map(([cell = '']) => headOf(cell)));
  if (!labels.has('title') || [...labels].filter((name) => known.has(name)).length < 3) return undefined;
  const records: (readonly [string, string])[][] = [];
  for (const [cell = '', ...values] of rows.filter(filled)) {
    const name = headOf(cell).toUpperCase();
    if (name === 'TITLE' || records.length === 0) records.push([]);
    for (const value of values.filter((each) => each.trim() !== '')) records.at(-1)?.push([name, value.trim()]);
  }
  return { form: 'rows', records, delimiter };
}

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

/** The text with its tabs, which decoding made into spaces. */
function toSource({ text = '', bytes, mediaType }: DecodedDocument): string {
  const [top = ''] = text.trimStart().split('\n');
  if (/[,;]/.test(top) || !bytes.includes(0x09)) return text;
  const decoded = toDecoded(bytes, mediaType);
  return isRefusal(decoded) ? text : decoded.text.replace(/\r\n?/g, '\n');
}

export const tableFile: Origin = {
  name: 'table of records',
  looksFor: 'CSV or tab-separated rows under heads such as `Title`, `Authors`, `Publication Year` and `DOI`',
  recognise: (document) => {
    const { length } = toTable(toSource(document))?.records ?? [];
    return length === 0 ? undefined : length === 1 ? 'its one row' : `its ${length} rows`;
  },
  toArticles: (document) =>
    (toTable(toSource(document))?.records ?? []).map((rows, i): ExtractedArticle => ({
      label: `row ${i + 1}`,
      bytes: new TextEncoder().encode(
        `${rows.map(([name]) => quoted(name)).join(',')}\n${rows.map(([, value]) => quoted(value)).join(',')}\n`,
      ),
      ending: '.csv',
      article: toReferenceArticle(toReference(rows, meanings)),
    })),
};
