/** Tells Astro which files have a body to render. What stands in their fields is read by `library/from-files.ts`, for check and pages alike. */
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { site } from './config.ts';
import { bodyCollections, collections as table } from './schema/collections.ts';

export const collections = Object.fromEntries(
  bodyCollections.map((name) => {
    const { many, path, ending } = table[name];
    // The id is the exact file name: no slugging, so that it equals the id that the check saw.
    const loader = glob({
      base: `./${site.contentFolder}/${path}`,
      pattern: `*${ending}`,
      generateId: ({ entry }) => entry.slice(0, -ending.length),
    });
    return [many, defineCollection({ loader })];
  }),
);
