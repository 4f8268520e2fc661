/** Reads the fields of one CSL record, which is what every reference file is turned into. Trusts no type: files are edited by hand. */
import { partialDate } from '../../schema/date.ts';
import { isDoi, isIsbn, isPmid } from '../../schema/identifiers.ts';
import type { Author } from '../../schema/source.ts';
import { identifiersInUrl, isAddress, withoutTracking } from '../canonical-url.ts';
import { toAuthor } from '../names.ts';
import { toPlainText } from '../plain-text.ts';
import { filled } from '../raw-article.ts';
import { toLanguageTag } from '../record/record-article.ts';
import { isJson, type Json } from '../record/values.ts';

const COMMANDS = 'AA aa AE ae OE oe O o L l ss'.split(' ');
const LETTERS = 'Å å Æ æ Œ œ Ø ø Ł ł ß'.split(' ');

/** What TeX leaves behind: letters that have a command become the letter, other commands lose their backslash. */
const withoutTex = (text: string): string =>
  text
    .replace(/\\(AA|aa|AE|ae|OE|oe|ss|[OoLl](?![a-z]))\s?/g, (_, name: string) => LETTERS[COMMANDS.indexOf(name)] ?? name)
    .replace(/\\(?=[A-Za-z&%$#_{}\s])/g, '');

/** A field as plain text: markup, entities and TeX gone; empty for what is no text, e.g. `textOf({ title: '<i>A</i> b' }, 'title') === 'A b'`. */
export function textOf(record: Json, field: string): string {
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
export function readNames(record: Json): { readonly authors: Author[]; readonly cut: boolean } {
  const list = [record['author'], record['editor']].find((value): value is unknown[] => Array.isArray(value) && value.length > 0) ?? [];
  const names = list.flatMap(toName);
  const isOthers = (name: Author): boolean => 'organisation' in name && OTHERS.test(name.organisation);
  return { authors: names.filter((name) => !isOthers(name)), cut: names.some(isOthers) };
}

/** The date of publication as precise as the record has it, and what is wrong with it, if anything. */
export function readIssued(record: Json): { readonly issued: string; readonly doubt?: string } {
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
export function readIdentifiers(record: Json): { doi?: string; pmid?: string; isbn?: string; url?: string } {
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
export function readLanguage(record: Json): string | undefined {
  const named = textOf(record, 'language').toLowerCase();
  return toLanguageTag(LANGUAGES[named] ?? /^[a-z]{2,3}(?=$|[-_])/.exec(named)?.[0]);
}
