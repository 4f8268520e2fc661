/** Reads every built page once more and fails the build on what no check of the content can see: dead links, lost citations, empty bodies. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readPage, siteFaults, type BuiltPage } from './built-page.ts';

/** All pages below a folder, which ends in a slash, and the paths of all its files. Reads one page at a time. */
export async function readBuiltPages(folder: string): Promise<{ pages: BuiltPage[]; files: Set<string> }> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).replaceAll('\\', '/'));
  const pages: BuiltPage[] = [];
  for (const file of files.filter((name) => name.endsWith('.html') && !name.startsWith('pagefind/')).sort()) {
    pages.push(readPage(file, await readFile(join(folder, file), 'utf8')));
  }
  return { pages, files: new Set(files) };
}

/** Fails the build with every fault of every page at once. */
export function distCheck(): AstroIntegration {
  return {
    name: 'patency:dist-check',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const { pages, files } = await readBuiltPages(fileURLToPath(dir));
        const faults = siteFaults(pages, files);
        if (faults.length === 0) return logger.info(`${pages.length} pages read: links, fragments, citations and bodies hold.`);
        const error = new Error(`The built site has ${faults.length} faults:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
        error.stack = error.message;
        throw error;
      },
    },
  };
}
