/**
 * Puts the form for editors into `admin/`: its program from the npm package, so that it asks no other server for anything, and our part of it.
 * The program is bundled once for each of its versions and kept; readers' pages never load it.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import sirv from 'sirv';
import { build, type InlineConfig, type Plugin } from 'vite';
import { partName, placeFolder, sweepParts } from '../library/to-files.ts';

const entry = fileURLToPath(new URL('../browser/admin.ts', import.meta.url));
const cms = '@sveltia/cms';
const cache = join('.cache', 'admin-form');

/** Parts for pictures, maps and code, of which our form has none: 13 MB that nobody would fetch. */
const unused = /^(?:@shikijs\/|svgo|terra-draw|leaflet|exifr)|\/chunks\/(?:heic|webp_enc|shiki)/;
const selfContained: Plugin = {
  name: 'patency:self-contained',
  enforce: 'pre',
  resolveId: (id) => (unused.test(id) ? '\0unused' : undefined),
  // The program declares its fonts a second time, from a server of others, and asks another whether GitHub is well; neither is needed.
  transform: (code) =>
    code
      .replace(/url\(https:\/\/cdn\.jsdelivr\.net\/[^)]*\)/g, 'local("")')
      .replaceAll('https://www.githubstatus.com/api/v2/status.json', 'data:application/json,{}'),
  load: (id) => (id === '\0unused' ? 'export default {}' : undefined),
  generateBundle: (_, bundle) => {
    for (const file of Object.keys(bundle)) if (/heic|marker-icon|webp_enc/.test(file)) Reflect.deleteProperty(bundle, file);
  },
};

const shared = (outDir: string): InlineConfig => ({
  configFile: false,
  // The same whatever runs the build, a test included.
  mode: 'production',
  define: { 'process.env.NODE_ENV': '"production"' },
  resolve: { conditions: ['module', 'browser', 'production'] },
  base: '/admin/',
  logLevel: 'error',
  publicDir: false,
  build: { outDir, emptyOutDir: false, modulePreload: false, minify: true, target: 'es2022', assetsInlineLimit: 0 },
});

/** Bundles the program into a folder that appears whole or not at all, unless it is there. */
async function keepProgram(): Promise<string> {
  const { resolve } = createRequire(import.meta.url);
  const main = resolve(cms);
  const [own, program] = await Promise.all([readFile(fileURLToPath(import.meta.url)), readFile(main)]);
  const kept = join(cache, createHash('sha256').update(own).update(program).digest('hex').slice(0, 20));
  if (existsSync(kept)) return kept;
  sweepParts(cache);
  const fresh = partName(kept);
  const config = shared(fresh);
  await build({
    ...config,
    plugins: [selfContained],
    build: {
      ...config.build,
      rolldownOptions: {
        input: main,
        preserveEntrySignatures: 'strict',
        output: { entryFileNames: 'cms.js', chunkFileNames: 'cms/[name].js', assetFileNames: 'cms/[name][extname]' },
      },
    },
  });
  placeFolder(fresh, kept);
  return kept;
}

/** Writes program, our part and looks of the form into a folder, e.g. `dist/admin`. */
export async function writeAdminForm(folder: string): Promise<void> {
  await cp(await keepProgram(), folder, { recursive: true });
  const config = shared(folder);
  await build({
    ...config,
    build: {
      ...config.build,
      rolldownOptions: {
        input: entry,
        external: [cms, /^\/fonts\//],
        output: { paths: { [cms]: './cms.js' }, entryFileNames: 'admin.js', chunkFileNames: '[name].js', assetFileNames: 'admin[extname]' },
      },
    },
  });
}

/** The form for editors as an Astro integration; in `astro dev` it is the form of the last build. */
export function adminForm(): AstroIntegration {
  let outFolder = '';
  return {
    name: 'patency:admin-form',
    hooks: {
      'astro:config:done': ({ config }) => {
        outFolder = fileURLToPath(config.outDir);
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use('/admin', sirv(join(outFolder, 'admin'), { dev: true, extensions: [] }));
      },
      'astro:build:done': async ({ dir, logger }) => {
        await writeAdminForm(join(fileURLToPath(dir), 'admin'));
        logger.info('The form for editors is at /admin/.');
      },
    },
  };
}
