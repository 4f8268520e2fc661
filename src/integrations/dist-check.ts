/** Reads every built file once more and fails the build on what no check of the content can see: dead links, lost citations, empty bodies, and markup that is not ours. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readRawFiles } from '../library/from-files.ts';
import { fileIntruders, READ_ENDINGS } from './built-file.ts';
import { faultText, readPage, siteFaults, type BuiltPage, type Fault } from './built-page.ts';
import { placeOf } from './fault-place.ts';

/** Reads a built site, e.g. a `dist/` with the redirects `{ '/old/': '/new/' }`. Every fault of every file, and how many pages were read. */
export async function readBuiltSite(
  folder: string,
  redirects: Readonly<Record<string, string>>,
): Promise<{ pages: number; faults: Fault[] }> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).replaceAll('\\', '/').replace(/^\//, ''))
    .sort();
  const forwards = new Map(Object.entries(redirects).map(([from, to]) => [`${from.replace(/^\/|\/$/g, '')}/index.html`, to]));
  const pages: BuiltPage[] = [];
  const faults: Fault[] = [];
  for (const file of files) {
    if (file.endsWith('.html')) pages.push(readPage(file, await readFile(join(folder, file), 'utf8'), forwards.get(file)));
    else if (READ_ENDINGS.test(file))
      faults.push(...fileIntruders(file, await readFile(join(folder, file), 'utf8')).map((intruder) => ({ file, ...intruder })));
  }
  return { pages: pages.length, faults: [...faults, ...siteFaults(pages, new Set(files))] };
}

/** Fails the build with every fault of every page at once, each with the place in the content where it comes from. */
export function distCheck({ folder }: { folder: string }): AstroIntegration {
  let redirects: Record<string, string> = {};
  return {
    name: 'patency:dist-check',
    hooks: {
      'astro:config:done': ({ config }) => {
        redirects = Object.fromEntries(
          Object.entries(config.redirects).map(([from, to]) => [from, typeof to === 'string' ? to : to.destination]),
        );
      },
      'astro:build:done': async ({ dir, logger }) => {
        const { pages, faults } = await readBuiltSite(fileURLToPath(dir), redirects);
        if (faults.length === 0)
          return logger.info(`${pages} pages read: links, fragments, citations and bodies hold, and all markup is ours.`);
        const content = await readRawFiles(folder);
        const lines = faults.map((fault) => `  ${[placeOf(fault, folder, content), faultText(fault)].filter(Boolean).join('  ')}`);
        const error = new Error(`The built site has ${faults.length} faults:\n${lines.join('\n')}`);
        error.stack = error.message;
        throw error;
      },
    },
  };
}
