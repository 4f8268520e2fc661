/**
 * Builds the search index from the finished pages, and in `astro dev` serves the index of the last build.
 * It decides nothing about what is found: pages say so themselves with `data-pagefind-*` attributes.
 */
import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import * as engine from 'pagefind';
import sirv from 'sirv';
import { toIndexEntry, toPublishedFiles } from './pagefind-files.ts';
import { toNameFiles } from './written-names.ts';

/** The search as an Astro integration: `integrations: [search()]`. */
export function search(): AstroIntegration {
  let outFolder = '';
  return {
    name: 'patency:search',
    hooks: {
      'astro:config:done': ({ config }) => {
        outFolder = fileURLToPath(config.outDir);
      },
      'astro:server:setup': ({ server, logger }) => {
        const folder = join(outFolder, 'pagefind');
        if (!existsSync(folder)) logger.warn('No search index yet. Run `npm run build` once to search in development.');
        server.middlewares.use('/pagefind', sirv(folder, { dev: true }));
      },
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const written = await writeSearchIndex(folder);
        logger.info(`${written.pages} pages indexed, ${written.files} files written`);
      },
    },
  };
}

/** Parts of a page that list other pages by name: a word found there leads to the wrong page. */
const aboutOtherPages = [
  '.silent',
  ...['sources', 'references', 'questions', 'chain', 'used', 'pages', 'cite'].map((id) => `section[aria-labelledby="${id}"]`),
];

/**
 * Indexes the pages below a folder and writes `pagefind/` into it. Once one page has a `data-pagefind-body`, those without are left out.
 * Throws when Pagefind reports an error or when not one page could be indexed.
 */
export async function writeSearchIndex(folder: string): Promise<{ pages: number; files: number }> {
  try {
    const { index, errors } = await engine.createIndex({ excludeSelectors: aboutOtherPages });
    if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
    const added = await index.addDirectory({ path: folder });
    const result = await index.getFiles();
    const failed = [...errors, ...added.errors, ...result.errors];
    if (failed.length > 0) throw new Error(`Pagefind could not index the site: ${failed.join('; ')}`);
    const pages = Object.values(toIndexEntry(result.files).languages).reduce((sum, language) => sum + language.page_count, 0);
    if (pages === 0) throw new Error('The build left no page that search could find. Are there pages in its output folder?');
    const target = join(folder, 'pagefind');
    await rm(target, { recursive: true, force: true });
    const files = [...toPublishedFiles(result.files), ...toNameFiles(result.files)];
    for (const file of files) {
      const path = join(target, file.path);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, file.content);
    }
    return { pages, files: files.length };
  } finally {
    await engine.close();
  }
}
