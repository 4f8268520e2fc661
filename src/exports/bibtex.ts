/**
 * Sources as BibTeX, UTF-8. Own writer: the types come from `kinds.ts`, the key is the source id, and no character of a
 * title is lost or left unescaped, none of which the plugin of our citation engine holds.
 */
import type { Author } from '../schema/source.ts';
import type { SourceEntry } from '../library/library.ts';
import { monthAbbreviations } from '../words/date.ts';
import { workType } from './csl.ts';

/** Braces are spelt out because BibTeX counts them even behind a backslash. */
const special: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
};

/** Text for a field in braces, on one line, e.g. `escapeBibtex('5 % & more') === '5 \\% \\& more'`. */
export const escapeBibtex = (text: string): string =>
  text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .replace(/[\\{}~^<>&%$#_]/g, (character) => special[character] ?? `\\${character}`)
    .replace(/-(?=-)/g, '-{}');

/** Addresses and identifiers are read as they stand, so only what would break the entry is encoded. */
const verbatim = (text: string): string => text.replace(/[\s{}\\\p{Cc}]/gu, (character) => encodeURIComponent(character));

/** A comma or the word “and” within a name would split it. */
const namePart = (text: string): string => (/,|\band\b/i.test(text) ? `{${escapeBibtex(text)}}` : escapeBibtex(text));

const toName = (author: Author): string =>
  'organisation' in author
    ? `{${escapeBibtex(author.organisation)}}`
    : [author.family, author.given]
        .filter((part) => part !== undefined)
        .map(namePart)
        .join(', ');

const braced = (text: string | undefined): string | undefined => (text === undefined ? undefined : `{${escapeBibtex(text)}}`);
const raw = (text: string | undefined): string | undefined => (text === undefined ? undefined : `{${verbatim(text)}}`);

/** The fields that say where a work stands, by type of entry. */
function placeOf(source: SourceEntry, type: string): Record<string, string | undefined> {
  if (type === 'article') return { journal: braced(source.container), publisher: braced(source.publisher), number: braced(source.issue) };
  if (type === 'techreport') return { institution: braced(source.publisher ?? source.container), number: braced(source.number) };
  return { howpublished: braced(source.container), publisher: braced(source.publisher), number: braced(source.number) };
}

/** One source as a BibTeX entry with a line feed at the end, e.g. `@article{vedantham-2017-attract, …}`. */
export function toBibtex(source: SourceEntry): string {
  const type = workType(source).bibtex;
  const [year, month] = source.issued === 'undated' ? [] : source.issued.split('-');
  const fields: Record<string, string | undefined> = {
    author: source.authors && `{${source.authors.map(toName).join(' and ')}}`,
    title: `{{${escapeBibtex(source.title)}}}`,
    ...placeOf(source, type),
    volume: braced(source.volume),
    pages:
      source.pages &&
      `{${source.pages
        .split(/[-–—]+/)
        .map(escapeBibtex)
        .join('--')}}`,
    year: year && `{${year}}`,
    month: month && monthAbbreviations[Number(month) - 1],
    doi: raw(source.doi),
    pmid: raw(source.pmid),
    isbn: raw(source.isbn),
    url: raw(source.url),
    urldate: source.url === undefined ? undefined : `{${source.retrieved}}`,
    language: raw(source.language),
  };
  const lines = Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = ${value},\n`]));
  return `@${type}{${source.id},\n${lines.join('')}}\n`;
}
