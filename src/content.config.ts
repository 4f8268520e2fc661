/** Hands the schemas to Astro. No shapes here: they live in `schema/`. */
import { defineCollection } from 'astro:content';
import { file, glob } from 'astro/loaders';
import { parse } from 'yaml';
import { z } from 'zod';
import { collections as table } from './schema/collections.ts';
import { lookups } from './schema/lookup.ts';
import { pathway } from './schema/pathway.ts';
import { people } from './schema/person.ts';
import { question } from './schema/question.ts';
import { sightings } from './schema/sighting.ts';
import { source } from './schema/source.ts';
import { sections, terms } from './schema/term.ts';
import { topic } from './schema/topic.ts';
import { site } from './site.ts';

/** The id is the exact file name: no slugging, so that it equals the id that the check saw. */
const pages = ({ path, ending }: { path: string; ending: string }) =>
  glob({
    base: `./${site.contentFolder}/${path}`,
    pattern: `*${ending}`,
    generateId: ({ entry }) => entry.slice(0, -ending.length),
  });

/** A list is one entry, because Astro sorts entries by id and the order of a list is the editor's. */
const list = ({ path }: { path: string }) =>
  file(`./${site.contentFolder}/${path}`, { parser: (text) => ({ [path]: { rows: parse(text, { schema: 'core' }) as unknown } }) });

export const collections = {
  sources: defineCollection({ loader: pages(table.source), schema: source }),
  questions: defineCollection({ loader: pages(table.question), schema: question }),
  topics: defineCollection({ loader: pages(table.topic), schema: topic }),
  pathways: defineCollection({ loader: pages(table.pathway), schema: pathway }),
  terms: defineCollection({ loader: list(table.term), schema: z.object({ rows: terms }) }),
  sections: defineCollection({ loader: list(table.section), schema: z.object({ rows: sections }) }),
  sightings: defineCollection({ loader: list(table.sighting), schema: z.object({ rows: sightings }) }),
  lookups: defineCollection({ loader: list(table.lookup), schema: z.object({ rows: lookups }) }),
  people: defineCollection({ loader: list(table.person), schema: z.object({ rows: people }) }),
};
