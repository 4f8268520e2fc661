/**
 * Keeps what Astro remembers of one content folder from another. It knows an entry by its name alone: a second folder with the same
 * names would be refused, or shown with pages of the first. What it remembers are bodies; no word of a vocabulary or of a site is
 * in them, since pages read those from disk.
 */
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { writeWhole } from '../library/to-files.ts';

/** Where a build keeps what it has read, e.g. `./.cache/astro` for `content` and `./.cache/astro-drafts%2Fcontent` for `drafts/content`. */
export const cacheFolder = (folder: string): string => `./.cache/astro${folder === 'content' ? '' : `-${encodeURIComponent(folder)}`}`;

/** `astro dev` remembers in this folder, which cannot be chosen. */
const devFolder = '.astro';

/** Lets `astro dev` forget what it has read of another content folder. */
export function contentCache(folder: string): AstroIntegration {
  return {
    name: 'patency:content-cache',
    hooks: {
      'astro:config:setup': async ({ command }) => {
        if (command !== 'dev') return;
        const path = join(devFolder, 'content-folder');
        if ((await readFile(path, 'utf8').catch(() => '')) === folder) return;
        for (const store of ['data-store.json', 'data-store']) await rm(join(devFolder, store), { recursive: true, force: true });
        writeWhole(path, folder);
      },
    },
  };
}
