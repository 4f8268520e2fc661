/** The schema of every collection: what one entry holds, be it a file or a row of a list, by the words of a vocabulary. */
import { z } from 'zod';
import { approval } from './approval.ts';
import { collections, type Collection, type SingleCollection } from './collections.ts';
import { feed } from './feed.ts';
import { figure } from './figure.ts';
import { fingerprint } from './fingerprint.ts';
import { history } from './history.ts';
import { lookup } from './lookup.ts';
import { pathway } from './pathway.ts';
import { person } from './person.ts';
import { question } from './question.ts';
import { verification } from './verification.ts';
import { noSiteProfile, siteProfile } from './site-profile.ts';
import { source } from './source.ts';
import { section, term } from './term.ts';
import { topic } from './topic.ts';
import { noVocabulary, vocabularySchema, type Vocabulary } from './vocabulary.ts';

export const schemas = {
  vocabulary: vocabularySchema,
  site: siteProfile,
  source,
  question,
  topic,
  pathway,
  figure,
  term,
  section: () => section,
  history: () => history,
  verification: () => verification,
  fingerprint: () => fingerprint,
  lookup: () => lookup,
  feed: () => feed,
  person: () => person,
  approval: () => approval,
} as const satisfies Record<Collection, (vocabulary: Vocabulary) => z.ZodType>;

/** The fields of an entry, e.g. `FieldsOf<'term'>` is `Term`. */
export type FieldsOf<C extends Collection> = z.output<ReturnType<(typeof schemas)[C]>>;

/** What stands in the library for a file that is missing or wrong, so that everything else can be read and checked. */
export const absent: { readonly [C in SingleCollection]: FieldsOf<C> } = { vocabulary: noVocabulary, site: noSiteProfile };

/** The schema of one entry, e.g. `schemaOf('source', vocabulary)`. */
export const schemaOf = (collection: Collection, vocabulary: Vocabulary): z.ZodType => schemas[collection](vocabulary);

/** The schema of a whole file, which of a list holds every row. */
export const fileSchema = (collection: Collection, vocabulary: Vocabulary): z.ZodType =>
  collections[collection].list ? z.array(schemaOf(collection, vocabulary)) : schemaOf(collection, vocabulary);
