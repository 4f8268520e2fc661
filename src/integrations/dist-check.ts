/**
 * Reads every built file once more and fails the build on what no check of the content can see: dead links, lost citations, empty
 * bodies, and markup that is not ours. Says of each fault where in the content it comes from.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readRawFiles } from '../library/from-files.ts';
import { faultText, readPage, siteFaults, type BuiltPage, type Fault } from './built-page.ts';
import { Parser } from 'htmlparser2';
import { intrudersOf, isSelfContained, type Intruder } from './own-markup.ts';
import { entryAt } from '../schema/addresses.ts';
import { filePath } from '../schema/collections.ts';
import type { RawFile } from '../library/content.ts';

/** Namespaces of markup in which code can run when a browser is led to the file itself. */
const ACTIVE = /^http:\/\/www\.w3\.org\/(?:1999\/xhtml|2000\/svg|1998\/Math\/MathML|1999\/XSL\/Transform)$/;

function xmlIntruders(xml: string, isDrawing: boolean): Intruder[] {
  const found: Intruder[] = [];
  let style = false;
  const parser = new Parser(
    {
      onprocessinginstruction(name) {
        if (name !== '?xml') found.push({ says: `an instruction \`<${name}\``, sought: [`<${name}`] });
      },
      onopentag(name, attributes) {
        style = name === 'style';
        if (isDrawing && !style)
          found.push(...intrudersOf({ name, space: 'svg', attributes: new Map(Object.entries(attributes)), text: () => '' }));
        else if (!isDrawing)
          for (const value of Object.values(attributes))
            if (ACTIVE.test(value)) found.push({ says: `markup that can run: \`<${name} xmlns="${value}">\``, sought: [`<${name}`] });
      },
      ontext(text) {
        if (style && !isSelfContained(text)) found.push({ says: 'a style that loads from elsewhere', sought: [text] });
      },
      onclosetag: () => void (style = false),
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return found;
}

/** Files that are looked into here, by ending. */
const READ_ENDINGS = /\.(?:svg|xml|css|json|jsonld|webmanifest)$/;

/** Intruders of one file, e.g. `fileIntruders('a.svg', '<svg onload="x()"/>')` has one. */
export function fileIntruders(file: string, text: string): Intruder[] {
  if (file.endsWith('.svg') || file.endsWith('.xml')) return xmlIntruders(text, file.endsWith('.svg'));
  if (file.endsWith('.css')) return isSelfContained(text) ? [] : [{ says: 'a style that loads from elsewhere', sought: [] }];
  try {
    JSON.parse(text);
    return [];
  } catch (error) {
    return [{ says: `no JSON: ${(error as Error).message}`, sought: [] }];
  }
}

/** The spellings of what stands on a page that may stand in a text, without what its line does not hold. */
function spellings(sought: string): string[] {
  const line = sought.toLowerCase().trim().split('\n')[0] ?? '';
  try {
    return [line, decodeURI(line)];
  } catch {
    return [line];
  }
}

/** Line of the first text of `sought` that is there, from 1; undefined for none. */
function lineOf(text: string, sought: readonly string[], shortest: number): number | undefined {
  const lines = text.toLowerCase().split('\n');
  for (const spelling of sought.flatMap(spellings)) {
    const at = spelling.length < shortest ? -1 : lines.findIndex((line) => line.includes(spelling));
    if (at >= 0) return at + 1;
  }
  return undefined;
}

/**
 * The place of a fault in a content folder, e.g. `content/sources/nice-2019-ipg651.md:40`: of the page's own file the first line
 * where the line cannot be told; undefined where no file can.
 */
export function placeOf({ file, sought }: Fault, folder: string, files: readonly RawFile[]): string | undefined {
  const entry = entryAt(`/${file.split('/').slice(0, 2).join('/')}/`);
  const own = entry && files.find(({ path }) => path === filePath(entry.collection, entry.id));
  const decoder = new TextDecoder();
  if (own) return `${folder}/${own.path}:${lineOf(decoder.decode(own.bytes), sought, 2) ?? 1}`;
  for (const { path, bytes } of files) {
    // What is short stands in many files.
    const line = lineOf(decoder.decode(bytes), sought, 8);
    if (line) return `${folder}/${path}:${line}`;
  }
  return undefined;
}

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
