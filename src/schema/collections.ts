/** The collections of the product and where each lives: the one table that readers, checks and Astro go by. */
import type { z } from 'zod';
import { feeds } from './feed.ts';
import { fingerprint } from './fingerprint.ts';
import { lookups } from './lookup.ts';
import { pathway } from './pathway.ts';
import { people } from './person.ts';
import { question } from './question.ts';
import { sightings } from './sighting.ts';
import { source } from './source.ts';
import { sections, terms } from './term.ts';
import { topic } from './topic.ts';

export interface CollectionRow {
  /** Folder below `content/`, or the file for collections that share one. */
  readonly path: string;
  /** Ending of its files: frontmatter and body, or YAML alone. */
  readonly ending: '.md' | '.mdx' | '.yaml';
  /** True: one file holds the whole list. */
  readonly list: boolean;
  readonly schema: z.ZodType;
}

export const collections = {
  source: { path: 'sources', ending: '.md', list: false, schema: source },
  question: { path: 'questions', ending: '.mdx', list: false, schema: question },
  topic: { path: 'topics', ending: '.mdx', list: false, schema: topic },
  pathway: { path: 'pathways', ending: '.yaml', list: false, schema: pathway },
  term: { path: 'terms.yaml', ending: '.yaml', list: true, schema: terms },
  section: { path: 'sections.yaml', ending: '.yaml', list: true, schema: sections },
  sighting: { path: 'sightings.yaml', ending: '.yaml', list: true, schema: sightings },
  fingerprint: { path: 'fingerprints', ending: '.yaml', list: false, schema: fingerprint },
  lookup: { path: 'lookups.yaml', ending: '.yaml', list: true, schema: lookups },
  feed: { path: 'feeds.yaml', ending: '.yaml', list: true, schema: feeds },
  person: { path: 'people.yaml', ending: '.yaml', list: true, schema: people },
} as const satisfies Record<string, CollectionRow>;

export type Collection = keyof typeof collections;
export const collectionNames = Object.keys(collections) as Collection[];
