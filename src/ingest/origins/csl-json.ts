/** CSL records in JSON, in YAML and one a line, as Zotero, Better BibTeX, pandoc and doi.org give them, and Zotero's own JSON: one article for each item. */
import { CORE_SCHEMA, load } from 'js-yaml';
import type { Origin, ExtractedArticle } from '../document.ts';
import { readNames, toAuthor, type NamesRead } from '../names.ts';
import { toPlainText } from '../plain-text.ts';
import { readIssued, type IssuedRead } from '../field-date.ts';
import type { Author } from '../../schema/source.ts';
import { toReferenceArticle, type ReferenceRecord } from '../record/reference.ts';
import { isJson, toJsonSnapshot, valueAt, type Json } from '../record/values.ts';

/** The texts of a field, which may be one, a number or a list of them. */
const textsOf = (record: Json, ...names: readonly string[]): string[] =>
  names
    .flatMap((name) => [record[name]].flat())
    .flatMap((value) => (typeof value === 'string' || typeof value === 'number' ? [String(value)] : []));

const textOf = (record: Json, name: string): string => toPlainText(textsOf(record, name)[0] ?? '');

/** Fields that Zotero keeps in a note because it has none of that name, e.g. `PMID: 1` and `{:issued: 2018-01}`. */
const noteFields = (notes: readonly string[]): ReadonlyMap<string, string> =>
  new Map(
    notes.flatMap((note) =>
      [...note.matchAll(/(?:^|\n|\{:)\s*([A-Za-z-]+):\s*([^\n}]+)/g)].map(([, name = '', value = '']) => [
        name.toLowerCase(),
        value.trim(),
      ]),
    ),
  );

/** One creator of CSL or Zotero: its parts where they are told apart, else the name as printed, to be read. */
function toCreator(value: unknown): { readonly author?: Author; readonly printed?: string } {
  if (!isJson(value)) return typeof value === 'string' ? { printed: value } : {};
  const part = (name: string): string => textOf(value, name);
  const literal = part('literal') || part('name');
  const family = [part('dropping-particle'), part('non-dropping-particle'), part('family') || part('lastName')].filter(Boolean).join(' ');
  const given = [part('given') || part('firstName'), part('suffix')].filter(Boolean).join(', ');
  if (family && given) return /;|\bet\.? al\b|\band\b/i.test(given) ? { printed: `${family}, ${given}` } : { author: { family, given } };
  const [only] = toAuthor(undefined, undefined, literal || family || given);
  if (!only) return {};
  const text = 'organisation' in only ? only.organisation : '';
  return /,|;|\bet al\b|^others$| \p{Lu}\.?(?:\p{Lu}\.?){0,3}$/iu.test(text) && !/\.$/.test(text.slice(0, -1))
    ? { printed: text }
    : { author: only };
}

function toNames(values: readonly unknown[]): NamesRead {
  const creators = values.map(toCreator);
  const read = creators.map(({ author, printed }) =>
    printed === undefined ? { authors: author ? [author] : [], cut: false, doubts: [] } : readNames([printed]),
  );
  return {
    authors: read.flatMap(({ authors }) => authors),
    cut: read.some(({ cut }) => cut),
    doubts: [...new Set(read.flatMap(({ doubts }) => doubts))],
  };
}

/** What `issued` prints: parts joined, words, or the object of an older pandoc. */
function printedDates(issued: unknown): string[] {
  if (typeof issued === 'string' || typeof issued === 'number') return [String(issued)];
  if (Array.isArray(issued)) return issued.slice(0, 1).flatMap(printedDates);
  if (!isJson(issued)) return [];
  const parts = valueAt(issued, 'date-parts', 0) ?? [issued['year'], issued['month'], issued['day']];
  const numbers = (Array.isArray(parts) ? (parts as unknown[]) : [parts])
    .map((part) => (typeof part === 'number' || typeof part === 'string' ? String(part) : ''))
    .filter(Boolean);
  if (numbers.length > 0) return [`${numbers.join('-')}${issued['circa'] ? '?' : ''}`];
  return textsOf(issued, 'raw', 'literal').slice(0, 1);
}

function toIssued(record: Json, notes: ReadonlyMap<string, string>): IssuedRead {
  const own = printedDates(record['issued'] ?? record['date']);
  return readIssued(own.length > 0 ? own : [notes.get('issued') ?? notes.get('date') ?? '']);
}

/** Names of fields in CSL, and after them those of Zotero. */
function toReference(record: Json): ReferenceRecord {
  const notes = textsOf(record, 'note', 'annote', 'extra');
  const said = noteFields(notes);
  const creators = Array.isArray(record['creators']) ? record['creators'].filter(isJson) : [];
  const named = (role: string): unknown[] => {
    const list: readonly unknown[] = record[role] === undefined ? [] : [record[role]].flat();
    return [...list, ...creators.filter((each) => each['creatorType'] === role)];
  };
  const people = [named('author'), named('editor'), creators].find((list) => list.length > 0) ?? [];
  const all = (...names: string[]): string[] => textsOf(record, ...names);
  return {
    fields: {
      type: all('type', 'itemType'),
      types: all('genre', 'reportType'),
      title: all('title', 'caseName', 'subject', 'nameOfAct'),
      container: all(
        'container-title',
        'publicationTitle',
        'bookTitle',
        'proceedingsTitle',
        'websiteTitle',
        'blogTitle',
        'encyclopediaTitle',
      ),
      publisher: all('publisher', 'institution', 'university'),
      volume: all('volume'),
      issue: all('issue'),
      page: all('page', 'pages'),
      number: all('number', 'reportNumber'),
      doi: [...all('DOI', 'doi'), said.get('doi') ?? ''],
      pmid: [...all('PMID'), said.get('pmid') ?? ''],
      isbn: all('ISBN'),
      url: all('URL', 'url'),
      ids: [...all('PMCID', 'archiveLocation', 'archive_location', 'status'), ...notes],
      abstract: all('abstract', 'abstractNote'),
      keyword: all('keyword'),
      language: all('language'),
    },
    names: toNames(people),
    issued: toIssued(record, said),
  };
}

const TYPE =
  /^(?:article(?:-\w+)?|bill|book|broadcast|chapter|classic|collection|dataset|document|entry(?:-\w+)?|event|figure|graphic|hearing|interview|journal-article|legal_case|legislation|manuscript|map|motion_picture|musical_score|pamphlet|paper-conference|patent|performance|periodical|personal_communication|post(?:-weblog)?|regulation|report|review(?:-book)?|software|song|speech|standard|thesis|treaty|webpage)$/;
const NO_WORK = /^(?:attachment|note|annotation)$/;

const isItem = (value: unknown): value is Json =>
  isJson(value) &&
  // OpenAlex has types of the same names, and other fields.
  !('authorships' in value) &&
  (TYPE.test(textOf(value, 'type')) || (typeof value['itemType'] === 'string' && 'title' in value));

/** The list in a value: itself, its `items` or `references`, or the value alone; Zotero's server wraps each item in `data`. */
function listIn(value: unknown): readonly unknown[] {
  const list = isJson(value) && !isEmptyExport(value) ? (value['items'] ?? value['references']) : value;
  return (Array.isArray(list) ? (list as unknown[]) : [value]).map((item) => (isJson(item) && isJson(item['data']) ? item['data'] : item));
}

/** True for the export of a collection that holds no item, e.g. `{ items: [] }`. A JSON feed without an item says what it is. */
const isEmptyExport = (value: unknown): boolean =>
  isJson(value) &&
  ['items', 'references'].some((name) => Array.isArray(value[name]) && value[name].length === 0) &&
  !('version' in value) &&
  !('home_page_url' in value);

interface Items {
  readonly form: 'JSON' | 'YAML';
  readonly items: readonly unknown[];
}

/** The items of a file in any of its forms; undefined for any other text. */
function toItems(text: string): Items | undefined {
  const attempt = (read: () => unknown): readonly unknown[] => {
    try {
      return listIn(read()).filter((item) => !(isJson(item) && NO_WORK.test(textOf(item, 'itemType'))));
    } catch {
      return [];
    }
  };
  if (/^\s*\{/.test(text) && isEmptyExport(attempt(() => JSON.parse(text))[0])) return { form: 'JSON', items: [] };
  if (!/\b(?:type|itemType)\b/.test(text)) return undefined;
  if (/^\s*[[{]/.test(text)) {
    const whole = attempt(() => JSON.parse(text));
    const items =
      whole.length > 0
        ? whole
        : attempt(() =>
            text
              .trim()
              .split(/\n+/)
              .map((line): unknown => JSON.parse(line)),
          );
    return items.some(isItem) ? { form: 'JSON', items } : undefined;
  }
  // Digests have frontmatter too, with text behind it.
  if (!/^(?:---\s*\n)?(?:references:\s*\n|\s*- \w+:)/.test(text) || !/^\s*(?:- )?type: /m.test(text)) return undefined;
  const items = attempt(() =>
    load(
      text
        .trim()
        .replace(/^---\s*\n/, '')
        .replace(/\n(?:---|\.\.\.)\s*$/, ''),
      { schema: CORE_SCHEMA },
    ),
  );
  return items.some(isItem) ? { form: 'YAML', items } : undefined;
}

const EMPTY = {
  reason: 'It is an export of CSL or Zotero items, and its list of items is empty.',
  hint: 'Choose the collection or the items again in your reference manager, and export them as CSL JSON.',
} as const;

export const cslJson: Origin = {
  name: 'CSL file',
  looksFor: 'items in JSON or YAML with a CSL `type` such as `article-journal`, or with Zotero’s `itemType`',
  recognise: ({ text }) => {
    const items = text === undefined ? undefined : toItems(text)?.items;
    return items && (items.length === 0 ? 'its list of items' : items.length === 1 ? 'its one item' : `its ${items.length} items`);
  },
  toArticles: ({ text = '' }) => {
    const { items } = toItems(text) ?? { items: [] };
    if (items.length === 0) return [{ bytes: new TextEncoder().encode(text), ending: '.json', article: EMPTY }];
    return items.map((item, i): ExtractedArticle => {
      const id = isJson(item) ? textOf(item, 'id').replace(/^https?:\/\/(?:www\.)?zotero\.org\/\S*\//, '') || textOf(item, 'key') : '';
      return {
        label: `item ${id || i + 1}`,
        ...toJsonSnapshot(item, 2),
        article: toReferenceArticle(toReference(isJson(item) ? item : {})),
      };
    });
  },
};
