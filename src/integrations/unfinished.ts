/**
 * Marks the output folder while a build writes into it, so that nobody serves half a site: a build that was killed or refused leaves
 * the mark. Says so when the disk was full, of which bundlers speak in tongues.
 */
import { statfsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import { UNFINISHED } from '../library/to-files.ts';

/** A build that fails with less room than this on its disk most likely failed for want of it: the form alone needs as much. */
const LEAST_BYTES = 16_000_000;
const LEAST_FILES = 100;

/** What to tell of a disk on which a build failed, e.g. of one with 1.1 MB left; undefined where there is room. */
export function wantOfRoom({ free, files }: { readonly free: number; readonly files: number }): string | undefined {
  // Some file systems count no files and say 0.
  const few = files > 0 && files < LEAST_FILES;
  if (free >= LEAST_BYTES && !few) return undefined;
  const left = few ? `room for ${files} more files` : `${(free / 1e6).toFixed(1)} MB left`;
  return `The disk is full, or nearly so (${left}). Free some space and run \`npm run build\` again; until then the site is not whole and \`npm run serve\` refuses it.`;
}

function tellWantOfRoom(folder: string, logger: AstroIntegrationLogger): void {
  const { bavail, bsize, ffree } = statfsSync(folder);
  const said = wantOfRoom({ free: bavail * bsize, files: ffree });
  if (said !== undefined) logger.error(said);
}

/** The mark as an Astro integration. Stands last, because what stands after it may still fail. */
export function unfinished(): AstroIntegration {
  let folder = '';
  let atExit: () => void = () => undefined;
  return {
    name: 'patency:unfinished',
    hooks: {
      'astro:config:done': ({ config }) => {
        folder = fileURLToPath(config.outDir);
      },
      // Astro empties the folder next, a mark in it included: without this page it is no site that anybody serves.
      'astro:build:start': () => rm(join(folder, 'index.html'), { force: true }),
      // The folder is empty, and nothing is written into it before this.
      'astro:build:setup': async ({ logger }) => {
        await mkdir(folder, { recursive: true });
        atExit = () => tellWantOfRoom(folder, logger);
        process.once('exit', atExit);
        await writeFile(join(folder, UNFINISHED), 'The build of this site did not end well. Run `npm run build` again.\n');
      },
      'astro:build:done': async () => {
        await rm(join(folder, UNFINISHED), { force: true });
        process.off('exit', atExit);
      },
    },
  };
}
