/** The facts of one record -> RawArticle: what all registries share. A record is about a work and is not the work. */
import { isDoi, isIsbn, isPmid, isRegistryNumber } from '../../schema/identifiers.ts';
import { type KindGuess, toLanguage } from '../guess.ts';
import { type IngestRefusal, nothingRead, type RawArticle, type FactName } from '../raw-article.ts';
import { noticeClass, type NoticeClass } from '../../schema/lookup.ts';
import { datePartsAt, textAt, type Json } from './values.ts';

export interface Notice {
  /** As the record words it, e.g. `retraction`, `expression_of_concern`, `ErratumIn`. */
  readonly type: string;
  /** DOI, PubMed number or citation of the notice. */
  readonly work: string;
  readonly on?: string | undefined;
  /** Who reports it, where that is not the publisher. */
  readonly by?: string | undefined;
}

/** An entry of Crossref’s `updated-by` or `update-to`; undefined fields are missing in it. */
export const readUpdate = (update: Json): { readonly [Field in keyof Notice]: Notice[Field] | undefined } => ({
  type: textAt(update, 'type'),
  work: textAt(update, 'DOI'),
  on: datePartsAt(update, 'updated'),
  by: textAt(update, 'source') === 'retraction-watch' ? 'Retraction Watch' : undefined,
});

const asks: Readonly<Record<NoticeClass, string>> = {
  retraction: 'Open it, and if it holds write `retracted` with its day and address, and no finding.',
  concern: 'Open it and write `concern` with its day and address; it is no retraction.',
  correction: 'See whether it changes a number that we use, and write `corrected` with its day and address.',
  'newer-version': 'Hold the newest one, and write `supersededBy` if this one stays; an update is no retraction.',
  other: 'Open it and see whether it changes what may be said.',
};

const words = (type: string): string =>
  type
    .replace(/(?:In|Of|For|From|On)$/, '')
    .replace(/[_-]/g, ' ')
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .toLowerCase();

/** A sentence for a notice about this work, e.g. `The record names a retraction of this work (10.1000/x, 2021-05-06). Open it, …`. */
export const noticeDoubt = ({ type, work, on, by }: Notice): string => {
  const name = words(type);
  const where = [work, on, by && `reported by ${by}`].filter(Boolean).join(', ');
  const what = `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name} ${/concern/.test(name) ? 'about' : 'of'} this work`;
  return `The record names ${what} (${where}). ${asks[noticeClass(type)]}`;
};

/** A sentence for a record that is itself a notice about another work. */
export const isNoticeDoubt = ({ type, work }: Notice): string =>
  noticeClass(type) === 'newer-version'
    ? `This is a newer version of ${work}: where that one has a digest, point it here with \`supersededBy\`.`
    : `This record is itself the notice (${words(type)}) of another work, ${work}: ingest that work, and put the notice into its fields.`;

/** What a record says; what it leaves out is undefined. */
type RecordFacts = Pick<RawArticle, 'authors' | 'issued' | 'doubts'> & { readonly [Field in FactName]?: string | undefined } & {
  /** Who keeps the record, e.g. `Crossref`. */
  readonly registrar: string;
  readonly title: string | undefined;
  readonly guess: KindGuess;
  /** As the record writes it, e.g. `eng`. */
  readonly language?: string | undefined;
  readonly abstract?: string | undefined;
};

/** The sentence that fits: a notice of MEDLINE says by its last word on which side of it the record stands. */
export const sidedDoubt = (notice: Notice): string => (/(?:Of|For|From)$/.test(notice.type) ? isNoticeDoubt(notice) : noticeDoubt(notice));

const LISTED = 6;

/** Names in quotation marks, at most six, e.g. `“A”, “B” and 3 more`. */
function listed(names: readonly string[]): string {
  const shown = [...new Set(names)].map((name) => `“${name}”`);
  return shown.length > LISTED ? `${shown.slice(0, LISTED).join(', ')} and ${shown.length - LISTED} more` : shown.join(', ');
}

/** Fields of a record that say who paid, what interests were declared, and under which licence the work stands. */
interface Interests {
  /** The field that names who paid, and the names. */
  readonly funders: readonly [field: string, names: readonly string[]];
  /** The field with a statement of conflicts of interest, where there is one. */
  readonly conflicts?: string | false;
  readonly licences?: readonly string[];
}

/** Where to look for interests and rights, as sentences that repeat no statement; none for what the record leaves out. */
export function interestDoubts(registrar: string, { funders: [field, names], conflicts = false, licences = [] }: Interests): string[] {
  const record = `For \`interests\`: the record of ${registrar}`;
  return [
    ...(names.length > 0 ? [`${record} names ${listed(names)} in its field \`${field}\`. Look in the article for what they paid.`] : []),
    ...(conflicts
      ? [`${record} carries a statement of conflicts of interest in its field \`${conflicts}\`; read it in the snapshot.`]
      : []),
    ...(licences.length > 0
      ? [
          `For \`rights\`: the record names ${[...new Set(licences)].slice(0, 3).join(', ')} as its licence; see whether the work says the same.`,
        ]
      : []),
  ];
}

const LANGUAGE = /^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/;

/** A language as we write it, e.g. `toLanguageTag('eng') === 'en'`; undefined for what is none. */
export function toLanguageTag(text: string | undefined): string | undefined {
  if (text === undefined || !LANGUAGE.test(text)) return undefined;
  const [tag] = Intl.getCanonicalLocales(text);
  return tag !== undefined && LANGUAGE.test(tag) && tag !== 'und' && tag !== 'mul' ? tag : undefined;
}

/** Fields of other shapes than ours, which the record may hold all the same. */
const shapes: Partial<Record<FactName, (text: string) => boolean>> = {
  doi: isDoi,
  pmid: isPmid,
  isbn: isIsbn,
  registry: isRegistryNumber,
  url: (text) => /^https?:$/.test(URL.parse(text)?.protocol ?? ''),
};

/** The article of a record, without anything that the record does not say; refused when there is no title. */
export function toRecordArticle(facts: RecordFacts): RawArticle | IngestRefusal {
  const { registrar, title, guess, abstract = '', authors, issued, doubts, language, ...optional } = facts;
  if (!title) {
    return {
      field: 'title',
      reason: `The record of ${registrar} has no title.`,
      hint: 'Save the page of the article and give that file, or write the source by hand.',
    };
  }
  const holds = ([field, value]: [string, string | undefined]): boolean =>
    value !== undefined && shapes[field as FactName]?.(value) !== false;
  const held = abstract ? 'its abstract and no more' : 'nothing of its text';
  return {
    title,
    kind: guess.kind,
    kindBecause: guess.because,
    authors,
    issued,
    ...Object.fromEntries(Object.entries(optional).filter(holds)),
    language: toLanguageTag(language) ?? toLanguage(`${title} ${abstract}`),
    coverage: abstract ? 'abstract' : 'second-hand',
    ...nothingRead,
    text: abstract,
    doubts: [
      `Read the work itself before you write a finding, then correct \`coverage\`: the record of ${registrar} holds ${held}.`,
      ...(authors.length === 0 ? [`The record of ${registrar} names no author: look in the work.`] : []),
      ...doubts,
    ],
  };
}
