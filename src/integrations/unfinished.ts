/** Marks the output folder while a build writes into it, so that nobody serves half a site: a build that was killed or refused leaves the mark. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { UNFINISHED } from '../library/to-files.ts';

/** The mark as an Astro integration. Stands last, because what stands after it may still fail. */
export function unfinished(): AstroIntegration {
  let folder = '';
  return {
    name: 'patency:unfinished',
    hooks: {
      'astro:config:done': ({ config }) => {
        folder = fileURLToPath(config.outDir);
      },
      // Astro empties the folder next, a mark in it included: without this page it is no site that anybody serves.
      'astro:build:start': () => rm(join(folder, 'index.html'), { force: true }),
      // The folder is empty, and nothing is written into it before this.
      'astro:build:setup': async () => {
        await mkdir(folder, { recursive: true });
        await writeFile(join(folder, UNFINISHED), 'The build of this site did not end well. Run `npm run build` again.\n');
      },
      'astro:build:done': () => rm(join(folder, UNFINISHED), { force: true }),
    },
  };
}
