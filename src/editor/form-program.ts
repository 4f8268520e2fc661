/**
 * The program of the form for editors, bundled from its npm package so that it asks no other server for anything.
 * It is bundled once for each of its versions and kept; readers' pages never load it.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { appendFile, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build, type InlineConfig, type Plugin } from 'vite';
import { partName, placeFolder, sweepParts } from '../library/to-files.ts';

export const cms = '@sveltia/cms';
const cache = join('.cache', 'admin-form');
/** Licences of what is bundled, beside the program. */
export const licences = 'licences.txt';

/** What the program would ask others for: its fonts a second time, and whether GitHub is well. Neither is needed. */
const foreign: readonly { readonly what: string; readonly pattern: RegExp; readonly instead: string }[] = [
  { what: 'the fonts from cdn.jsdelivr.net', pattern: /url\(https:\/\/cdn\.jsdelivr\.net\/[^)]*\)/g, instead: 'local("")' },
  {
    what: 'the state of GitHub from www.githubstatus.com',
    pattern: /https:\/\/www\.githubstatus\.com\/api\/v2\/status\.json/g,
    instead: 'data:application/json,{}',
  },
];

/**
 * The program without the addresses of others, e.g. with `local("")` for `url(https://cdn.jsdelivr.net/…)`.
 * Throws when one of them is not there: the program has changed, and what it asks whom must be looked at anew.
 */
export function toSelfContained(program: string): string {
  const missing = foreign.filter(({ pattern }) => program.search(pattern) < 0).map(({ what }) => what);
  if (missing.length > 0)
    throw new Error(
      `The program of the form (${cms}) no longer holds ${missing.join(' and ')} where it did. Look at what it asks other servers for now, and put the new address into src/editor/form-program.ts.`,
    );
  return foreign.reduce((text, { pattern, instead }) => text.replaceAll(pattern, instead), program);
}

/** Parts for pictures, maps and code, of which our form has none: 13 MB that nobody would fetch. */
const unused = /^(?:@shikijs\/|svgo|terra-draw|leaflet|exifr)|\/chunks\/(?:heic|webp_enc|shiki)/;
const selfContained = (main: string): Plugin => ({
  name: 'patency:self-contained',
  enforce: 'pre',
  resolveId: (id) => (unused.test(id) ? '\0unused' : undefined),
  transform: (code, id) => (id === main ? toSelfContained(code) : undefined),
  load: (id) => (id === '\0unused' ? 'export default {}' : undefined),
  generateBundle: (_, bundle) => {
    for (const file of Object.keys(bundle)) if (/heic|marker-icon|webp_enc/.test(file)) Reflect.deleteProperty(bundle, file);
  },
});

/** How both halves of the form are bundled, the same whatever runs the build, a test included. */
export const bundling = (outDir: string): InlineConfig => ({
  configFile: false,
  mode: 'production',
  define: { 'process.env.NODE_ENV': '"production"' },
  resolve: { conditions: ['module', 'browser', 'production'] },
  base: '../integrations/',
  logLevel: 'error',
  publicDir: false,
  build: { outDir, emptyOutDir: false, modulePreload: false, minify: true, target: 'es2022', assetsInlineLimit: 0 },
});

/** Bundles the program into a folder of its own, which appears whole or not at all, unless it is there; gives that folder. */
export async function keepFormProgram(): Promise<string> {
  const { resolve } = createRequire(import.meta.url);
  const main = resolve(cms);
  const [program, own] = await Promise.all([main, import.meta.filename].map((path) => readFile(path)));
  const hash = createHash('sha256');
  for (const part of [own, program]) hash.update(part ?? '');
  const kept = join(cache, hash.digest('hex').slice(0, 20));
  if (existsSync(kept)) return kept;
  sweepParts(cache);
  const fresh = partName(kept);
  const config = bundling(fresh);
  await build({
    ...config,
    plugins: [selfContained(main)],
    build: {
      ...config.build,
      license: { fileName: licences },
      rolldownOptions: {
        input: main,
        preserveEntrySignatures: 'strict',
        output: { entryFileNames: 'cms.js', chunkFileNames: 'cms/[name].js', assetFileNames: 'cms/[name][extname]' },
      },
    },
  });
  await appendFile(join(fresh, licences), toInnerNotices(JSON.parse(await readFile(`${main}.map`, 'utf8')) as SourceMap, String(program)));
  placeFolder(fresh, kept);
  return kept;
}

interface SourceMap {
  readonly sources: readonly string[];
  readonly sourcesContent?: readonly (string | null)[];
}

/** `svelte 5.57.1` from `…/.pnpm/svelte@5.57.1_x/node_modules/svelte/src/a.js`, `marked` from `…/node_modules/marked/a.js`. */
function packageOf(path: string): string | undefined {
  const name = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1];
  const version = name && new RegExp(`/\\.pnpm/${name.replace('/', '\\+')}@([^/_]+)`).exec(path)?.[1];
  return name === undefined ? undefined : version === undefined ? name : `${name} ${version}`;
}

const noticesIn = (code: string): string[] =>
  (code.match(/\/\*[^]*?\*\//g) ?? [])
    .filter((comment) => /licen[sc]e|copyright|\(c\)/i.test(comment))
    .map((comment) =>
      comment
        .replace(/^\/\*[!*]?\s*|\s*\*\/$/g, '')
        .replace(/^[ \t]*\*[ \t]?/gm, '')
        .trim(),
    );

/** Fonts that come along, by where the program would fetch them a second time: `…/fontsource/fonts/noto-mono@5.3.0/…`. */
const fontsIn = (program: string): string[] =>
  [...program.matchAll(/\/fontsource\/fonts\/([\w-]+)(?::vf)?@([\d.]+)\//g)].map(
    ([, name = '', version = '']) => `## The font ${name} ${version}\n\nLicence: https://fontsource.org/fonts/${name}`,
  );

/** The list as text, packages in order of name, each notice once, e.g. `## marked 18.0.14` and below it its copyright; then the fonts. */
export function toInnerNotices({ sources, sourcesContent = [] }: SourceMap, program: string): string {
  const found = new Map<string, Set<string>>();
  for (const [i, path] of sources.entries()) {
    const name = packageOf(path);
    if (name === undefined) continue;
    const notices = found.get(name) ?? new Set<string>();
    for (const notice of noticesIn(sourcesContent[i] ?? '')) notices.add(notice);
    found.set(name, notices);
  }
  const parts = [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, notices]) => {
      const page = `https://www.npmjs.com/package/${name.replace(/ (\S+)$/, '/v/$1')}`;
      return [`## ${name}`, `Licence: ${page}`, ...notices].join('\n\n');
    });
  return `\n# Within the program, bundled by its makers\n\n${[...parts, ...new Set(fontsIn(program))].join('\n\n')}\n`;
}
