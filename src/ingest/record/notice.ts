/** Notices that stand in the record of a work: retractions, corrections, newer versions. They become sentences for the editor, never fields. */
import { noticeClass, type NoticeClass } from '../../schema/lookup.ts';
import { datePartsAt, textAt, type Json } from './json-value.ts';

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
