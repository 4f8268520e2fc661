/** How a source is typed in the outside world, and sources as CSL-JSON, the form that citation engines read. Says nothing that the source's own fields do not say. */
import type { CSL, CSLDate, CSLName, CSLType } from '@citation-js/core';
import type { Author } from '../schema/source.ts';
import type { SourceEntry } from '../library/library.ts';
import { kindRow } from '../schema/kinds.ts';

interface WorkType {
  readonly csl: string;
  readonly bibtex: string;
  readonly ris: string;
  readonly schemaOrg: string;
}

const article: Omit<WorkType, 'schemaOrg'> = { csl: 'article-journal', bibtex: 'article', ris: 'JOUR' };

/** Whether it is exported as an article: its kind can stand in a journal, and it names one. */
export const standsInJournal = (source: Pick<SourceEntry, 'kind' | 'container'>): boolean =>
  kindRow(source.kind).inJournal && source.container !== undefined;

/** The export types of a source, e.g. a guideline printed in a journal is a `JOUR` for reference managers. */
export function workType(source: Pick<SourceEntry, 'kind' | 'container'>): WorkType {
  const { csl, bibtex, ris, schemaOrg } = kindRow(source.kind);
  return { csl, bibtex, ris, schemaOrg, ...(standsInJournal(source) ? article : {}) };
}

const toName = (author: Author): CSLName =>
  'organisation' in author ? { literal: author.organisation } : { family: author.family, ...(author.given && { given: author.given }) };

/** A partial date as CSL, e.g. `2017-12` gives `{ 'date-parts': [[2017, 12]] }`; `undated` gives nothing. */
export function toCslDate(date: string): CSLDate | undefined {
  if (date === 'undated') return undefined;
  const [year = 0, month, day] = date.split('-').map(Number);
  if (month === undefined) return { 'date-parts': [[year]] };
  return { 'date-parts': [day === undefined ? [year, month] : [year, month, day]] };
}

/** Leaves out what is undefined, so that the same source always gives the same bytes. */
const filled = (item: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined));

/** One source as a CSL-JSON item; its id is the source id, which is the citation key. */
export function toCslItem(source: SourceEntry): CSL {
  const item = {
    id: source.id,
    type: workType(source).csl as CSLType,
    title: source.title,
    'title-short': source.shortTitle,
    author: source.authors?.map(toName),
    issued: toCslDate(source.issued),
    'container-title': source.container,
    publisher: source.publisher,
    volume: source.volume,
    issue: source.issue,
    page: source.pages,
    number: source.number,
    DOI: source.doi,
    PMID: source.pmid,
    ISBN: source.isbn,
    URL: source.url,
    accessed: source.url === undefined ? undefined : toCslDate(source.retrieved),
    language: source.language,
  };
  return filled(item) as unknown as CSL;
}

/** Sources as a CSL-JSON file, in the order given, with a line feed at the end. */
export const toCslJson = (sources: Iterable<SourceEntry>): string => `${JSON.stringify([...sources].map(toCslItem), undefined, 2)}\n`;
