/** CSL records, which is what every reference file is turned into, and files of them, as Zotero, Better BibTeX and doi.org give them: one article for each. */
import type { Origin, ExtractedArticle } from '../document.ts';
import { isJson, toJsonSnapshot, type Json } from '../record/values.ts';
import { guessRecordKind, type KindGuess, toLanguage } from '../guess.ts';
import { type IngestRefusal, filled, nothingRead, type RawArticle } from '../raw-article.ts';
import { partialDate } from '../../schema/date.ts';
import { isDoi, isIsbn, isPmid } from '../../schema/identifiers.ts';
import type { Author } from '../../schema/source.ts';
import { identifiersInUrl, isAddress, withoutTracking } from '../canonical-url.ts';
import { toAuthor } from '../names.ts';
import { toPlainText } from '../plain-text.ts';
import { toLanguageTag } from '../record/record-article.ts';

const COMMANDS = 'AA aa AE ae OE oe O o L l ss'.split(' ');
const LETTERS = 'Å å Æ æ Œ œ Ø ø Ł ł ß'.split(' ');

/** What TeX leaves behind: letters that have a command become the letter, other commands lose their backslash. */
const withoutTex = (text: string): string =>
  text
    .replace(/\\(AA|aa|AE|ae|OE|oe|ss|[OoLl](?![a-z]))\s?/g, (_, name: string) => LETTERS[COMMANDS.indexOf(name)] ?? name)
    .replace(/\\(?=[A-Za-z&%$#_{}\s])/g, '');

/** A field as plain text: markup, entities and TeX gone; empty for what is no text, e.g. `textOf({ title: '<i>A</i> b' }, 'title') === 'A b'`. */
function textOf(record: Json, field: string): string {
  const value = record[field];
  return typeof value === 'string' || typeof value === 'number' ? toPlainText(withoutTex(String(value))) : '';
}

const OTHERS = /^(?:others|et\.? al\.?)$/i;

function toName(value: unknown): Author[] {
  if (!isJson(value)) return [];
  const literal = textOf(value, 'literal');
  const particle = textOf(value, 'non-dropping-particle') || textOf(value, 'dropping-particle');
  const family = [particle, textOf(value, 'family')].filter(Boolean).join(' ');
  const given = textOf(value, 'given');
  if (family && given) return toAuthor(family, [given, textOf(value, 'suffix')].filter(Boolean).join(', '));
  return toAuthor(undefined, undefined, literal || family || given);
}

/** Authors, else editors, in order; `cut` when the entry says that there are more. A name in one piece is an organisation's. */
function readNames(record: Json): { readonly authors: Author[]; readonly cut: boolean } {
  const list = [record['author'], record['editor']].find((value): value is unknown[] => Array.isArray(value) && value.length > 0) ?? [];
  const names = list.flatMap(toName);
  const isOthers = (name: Author): boolean => 'organisation' in name && OTHERS.test(name.organisation);
  return { authors: names.filter((name) => !isOthers(name)), cut: names.some(isOthers) };
}

/** The date of publication as precise as the record has it, and what is wrong with it, if anything. */
function readIssued(record: Json): { readonly issued: string; readonly doubt?: string } {
  const issued = record['issued'];
  const parts: unknown = isJson(issued) ? issued['date-parts'] : undefined;
  const first: unknown = Array.isArray(parts) ? parts[0] : undefined;
  const numbers = Array.isArray(first) ? first.map(String).filter((part) => /^\d{1,4}$/.test(part)) : [];
  const raw = typeof issued === 'string' ? issued : isJson(issued) ? textOf(issued, 'raw') || textOf(issued, 'literal') : '';
  const printed = numbers.length > 0 ? [numbers[0], ...numbers.slice(1).map((part) => part.padStart(2, '0'))].join('-') : raw;
  if (partialDate.safeParse(printed).success && printed !== 'undated') return { issued: printed };
  const year = /^(?:19|20)\d\d(?!\d)/.exec(printed)?.[0];
  if (!printed) return { issued: 'undated', doubt: 'Look `issued` up: the entry gives no date.' };
  return { issued: year ?? 'undated', doubt: `Check \`issued\`: the entry gives “${printed.slice(0, 40)}”, which is no date that exists.` };
}

/** Identifiers of the work, from their own fields, from its address, and from notes in which Zotero keeps `PMID: 123`. */
function readIdentifiers(record: Json): { doi?: string; pmid?: string; isbn?: string; url?: string } {
  const note = `${textOf(record, 'note')}\n${textOf(record, 'annote')}`;
  const address = textOf(record, 'URL').replace(/%5C(?=[&_%#~])/gi, '');
  const linked = identifiersInUrl(address);
  const doi = [
    textOf(record, 'DOI').replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, ''),
    linked.doi,
    /\bDOI:?\s*(10\.\S+)/i.exec(note)?.[1],
  ].find((each) => each && isDoi(each));
  const pmid = [textOf(record, 'PMID'), linked.pmid, /\bPMID:?\s*(\d{1,8})\b/i.exec(note)?.[1]].find((each) => each && isPmid(each));
  // A chapter carries the ISBN of its book, which is another work.
  const isbns = textOf(record, 'type') === 'chapter' ? [] : textOf(record, 'ISBN').split(/[,;]|\s(?=97[89])/);
  const isbn = isbns.map((each) => each.trim()).find(isIsbn);
  return filled({ doi, pmid, isbn, url: isAddress(address) && !linked.doi ? withoutTracking(address) : undefined });
}

const LANGUAGES: Readonly<Record<string, string>> = Object.fromEntries(
  'english en, french fr, german de, spanish es, italian it, dutch nl, portuguese pt, ngerman de'
    .split(', ')
    .map((pair) => pair.split(' ') as [string, string]),
);

/** The language that the record names, e.g. `en` for `eng`, `en-US` or `English`; undefined when it names none. */
function readLanguage(record: Json): string | undefined {
  const named = textOf(record, 'language').toLowerCase();
  return toLanguageTag(LANGUAGES[named] ?? /^[a-z]{2,3}(?=$|[-_])/.exec(named)?.[0]);
}

/** CSL types of pages and newspapers, which titles do not tell more about. */
const PAGE = /^(?:webpage|post(?:-weblog)?|article-(?:newspaper|magazine)|broadcast)$/;

const guessKind = (type: string, title: string): KindGuess =>
  PAGE.test(type)
    ? { kind: 'news', because: `the reference file calls it \`${type}\`` }
    : guessRecordKind('the reference file', type.startsWith('article-') ? [] : [type], title);

/** The work of one CSL record, e.g. `{ type: 'article-journal', title: 'Gel or plaster' }`, or a refusal that names the field it lacks. */
export function toReferenceArticle(value: unknown): RawArticle | IngestRefusal {
  const record = isJson(value) ? value : {};
  const text = (field: string): string => textOf(record, field);
  const title = text('title');
  if (!title) {
    return {
      field: 'title',
      reason: '`title` is missing or empty, expected the title of the work.',
      hint: 'Complete the entry in your reference manager and export it again.',
    };
  }
  const { authors, cut } = readNames(record);
  const { issued, doubt } = readIssued(record);
  const identifiers = readIdentifiers(record);
  const abstract = text('abstract');
  const { kind, because } = guessKind(text('type'), title);
  const container = text('container-title');
  const at = identifiers.doi ? `https://doi.org/${identifiers.doi}` : identifiers.url ? 'its `url`' : 'the publisher’s';
  return {
    title,
    kind,
    kindBecause: because,
    authors,
    issued,
    ...filled({
      container,
      publisher: text('publisher'),
      volume: text('volume'),
      issue: text('issue'),
      pages: text('page'),
      number: text('number'),
    }),
    ...identifiers,
    language: readLanguage(record) ?? toLanguage(`${title} ${abstract}`),
    coverage: abstract ? 'abstract' : 'second-hand',
    ...nothingRead,
    text: [abstract, text('keyword'), container].filter(Boolean).join('\n'),
    doubts: [
      ...(doubt ? [doubt] : []),
      ...(cut ? ['Complete `authors`: the entry cuts its list short.'] : []),
      abstract
        ? `Read the work itself at ${at}: the entry holds an abstract and no more, and the snapshot keeps it. Then correct \`coverage\`.`
        : `Read the work at ${at} before you write a finding: the entry holds no text of it. Then correct \`coverage\`.`,
    ],
  };
}

const TYPE =
  /^(?:article(?:-\w+)?|bill|book|broadcast|chapter|classic|collection|dataset|document|entry(?:-\w+)?|event|figure|graphic|hearing|interview|legal_case|legislation|manuscript|map|motion_picture|musical_score|pamphlet|paper-conference|patent|performance|periodical|personal_communication|post(?:-weblog)?|regulation|report|review(?:-book)?|software|song|speech|standard|thesis|treaty|webpage)$/;

const isItem = (value: unknown): boolean => isJson(value) && TYPE.test(textOf(value, 'type'));

/** The items of a file: a list, an object with `items`, or one item alone; undefined for any other JSON. */
function toItems(text: string): readonly unknown[] | undefined {
  if (!/^\s*[[{]/.test(text) || !text.includes('"type"')) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const items: readonly unknown[] = Array.isArray(value)
    ? value
    : isJson(value) && Array.isArray(value['items'])
      ? value['items']
      : [value];
  return items.some(isItem) ? items : undefined;
}

export const cslJson: Origin = {
  name: 'CSL-JSON file',
  looksFor: 'JSON items with a CSL `type` such as `article-journal`',
  recognise: ({ text }) => {
    const items = text === undefined ? undefined : toItems(text);
    return items && (items.length === 1 ? 'its one item' : `its ${items.length} items`);
  },
  toArticles: ({ text = '' }) =>
    (toItems(text) ?? []).map((item, i): ExtractedArticle => {
      const id = isJson(item) ? textOf(item, 'id').replace(/^https?:\/\/(?:www\.)?zotero\.org\/\S*\//, '') : '';
      return {
        label: `item ${id || i + 1}`,
        ...toJsonSnapshot(item, 2),
        article: toReferenceArticle(item),
      };
    }),
};
