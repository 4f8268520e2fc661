/** The schema of every collection: what one entry holds, be it a file or a row of a list. */
import { z } from 'zod';
import { collections, type Collection } from './collections.ts';
import { feed } from './feed.ts';
import { fingerprint } from './fingerprint.ts';
import { lookup } from './lookup.ts';
import { pathway } from './pathway.ts';
import { person } from './person.ts';
import { question } from './question.ts';
import { sighting } from './sighting.ts';
import { source } from './source.ts';
import { section, term } from './term.ts';
import { topic } from './topic.ts';

export const schemas = {
  source,
  question,
  topic,
  pathway,
  term,
  section,
  sighting,
  fingerprint,
  lookup,
  feed,
  person,
} as const satisfies Record<Collection, z.ZodType>;

/** The fields of an entry, e.g. `FieldsOf<'term'>` is `Term`. */
export type FieldsOf<C extends Collection> = z.output<(typeof schemas)[C]>;

/** The schema of a whole file, which of a list holds every row. */
export const fileSchema = (collection: Collection): z.ZodType =>
  collections[collection].list ? z.array(schemas[collection]) : schemas[collection];
