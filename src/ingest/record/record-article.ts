/** The facts of one record -> RawArticle: what all registries share. A record is about a work and is not the work. */
import { isDoi, isIsbn, isPmid, isRegistryNumber } from '../../schema/identifiers.ts';
import type { Author } from '../../schema/source.ts';
import type { KindGuess } from '../kind-guess.ts';
import { toLanguage } from '../language.ts';
import type { IngestRefusal } from '../outcome.ts';
import { nothingRead } from '../nothing-read.ts';
import type { RawArticle } from '../raw-article.ts';

export interface RecordFacts {
  /** Who keeps the record, e.g. `Crossref`. */
  readonly registrar: string;
  readonly title: string | undefined;
  readonly guess: KindGuess;
  readonly authors: readonly Author[];
  readonly issued: string;
  readonly updated?: string | undefined;
  readonly container?: string | undefined;
  readonly publisher?: string | undefined;
  readonly volume?: string | undefined;
  readonly issue?: string | undefined;
  readonly pages?: string | undefined;
  readonly url?: string | undefined;
  readonly doi?: string | undefined;
  readonly pmid?: string | undefined;
  readonly isbn?: string | undefined;
  readonly registry?: string | undefined;
  /** As the record writes it, e.g. `eng`. */
  readonly language?: string | undefined;
  readonly abstract?: string | undefined;
  readonly doubts: readonly string[];
}

const LISTED = 6;

/** Names in quotation marks, at most six, e.g. `“A”, “B” and 3 more`. */
export function listed(names: readonly string[]): string {
  const shown = [...new Set(names)].map((name) => `“${name}”`);
  return shown.length > LISTED ? `${shown.slice(0, LISTED).join(', ')} and ${shown.length - LISTED} more` : shown.join(', ');
}

/** Who paid, as a record names it: a place to look, and no answer. Empty when the record names nobody. */
export const fundersDoubt = (registrar: string, field: string, names: readonly string[]): string[] =>
  names.length === 0
    ? []
    : [
        `For \`interests\`: the record of ${registrar} names ${listed(names)} in its field \`${field}\`. Look in the article for what they paid.`,
      ];

/** Points at a statement of conflicts of interest in the record without repeating it. */
export const conflictsDoubt = (registrar: string, field: string): string =>
  `For \`interests\`: the record of ${registrar} carries a statement of conflicts of interest in its field \`${field}\`; read it in the snapshot.`;

const LANGUAGE = /^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/;

/** A language as we write it, e.g. `toLanguageTag('eng') === 'en'`; undefined for what is none. */
export function toLanguageTag(text: string | undefined): string | undefined {
  if (text === undefined || !LANGUAGE.test(text)) return undefined;
  const [tag] = Intl.getCanonicalLocales(text);
  return tag !== undefined && LANGUAGE.test(tag) && tag !== 'und' && tag !== 'mul' ? tag : undefined;
}

const only = (text: string | undefined, holds: (text: string) => boolean): string | undefined =>
  text !== undefined && holds(text) ? text : undefined;

const isAddress = (text: string): boolean => /^https?:$/.test(URL.parse(text)?.protocol ?? '');

/** The article of a record, without anything that the record does not say; refused when there is no title. */
export function toRecordArticle(facts: RecordFacts): RawArticle | IngestRefusal {
  const { registrar, title, guess, abstract = '', authors, issued } = facts;
  if (!title) {
    return {
      field: 'title',
      reason: `The record of ${registrar} has no title.`,
      hint: 'Save the page of the article and give that file, or write the source by hand.',
    };
  }
  const language = toLanguageTag(facts.language) ?? toLanguage(`${title} ${abstract}`);
  const identifiers = {
    doi: only(facts.doi, isDoi),
    pmid: only(facts.pmid, isPmid),
    isbn: only(facts.isbn, isIsbn),
    registry: only(facts.registry, isRegistryNumber),
    url: only(facts.url, isAddress),
  };
  const { updated, container, publisher, volume, issue, pages } = facts;
  const optional = { updated, container, publisher, volume, issue, pages, ...identifiers };
  return {
    title,
    kind: guess.kind,
    kindBecause: guess.because,
    authors,
    issued,
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
    language,
    coverage: abstract ? 'abstract' : 'second-hand',
    ...nothingRead,
    text: abstract,
    doubts: [
      abstract
        ? `Read the work itself before you write a finding, then correct \`coverage\`: the record of ${registrar} holds its abstract and no more.`
        : `Read the work itself before you write a finding, then correct \`coverage\`: the record of ${registrar} holds nothing of its text.`,
      ...(authors.length === 0 ? [`The record of ${registrar} names no author: look in the work.`] : []),
      ...facts.doubts,
    ],
  };
}
