/** Hands the bodies to Astro, which renders them; what stands above them is read and checked in `library/`. */
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { nouns } from './schema/nouns.ts';
import { site } from './config.ts';

/** The id is the exact file name: no slugging, so that it equals the id that the check saw. */
const pages = ({ path, ending }: { path: string; ending: string }) =>
  defineCollection({
    loader: glob({
      base: `./${site.contentFolder}/${path}`,
      pattern: `*${ending}`,
      generateId: ({ entry }) => entry.slice(0, -ending.length),
    }),
  });

export const collections = { sources: pages(nouns.source), questions: pages(nouns.question), topics: pages(nouns.topic) };
