/** Makes the built site work without a network: bundles the service worker, tells it what this build consists of, and lists what can be kept. */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { getManifest } from '@serwist/build';
import type { AstroIntegration } from 'astro';
import { decodeHTML } from 'entities';
import { build } from 'vite';
import { editorialUrl, flawsUrl, offlineListUrl, rulesUrl } from '../views/urls.ts';
import { toOfflineList, type BuiltFile, type CoreEntry } from './offline-list.ts';

const source = fileURLToPath(new URL('../browser/service-worker.ts', import.meta.url));
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes);

/** What is no use to anyone without a network: the desk of the editors. The people stay, because approvals name them. */
const forEditors = [`${editorialUrl}index.html`, flawsUrl, `${rulesUrl}**`].map((path) => path.slice(1));

/** The title of a page without the name of the site; undefined for a page that only forwards. */
function titleOf(html: string): string | undefined {
  if (/<meta\s+http-equiv="?refresh/i.test(html)) return undefined;
  const title = /<title>([^<]*)<\/title>/.exec(html)?.[1];
  return title === undefined ? undefined : decodeHTML(title).replace(/ · [^·]*$/, '');
}

async function readBuiltFiles(folder: string): Promise<BuiltFile[]> {
  const { manifestEntries = [], warnings } = await getManifest({
    globDirectory: folder,
    globPatterns: ['**/*'],
    globIgnores: ['service-worker.js', '404.html', '**/*.{br,gz}', offlineListUrl.slice(1), ...forEditors],
    maximumFileSizeToCacheInBytes: Number.MAX_SAFE_INTEGER,
  });
  if (warnings.length > 0) throw new Error(`The files of the build could not be listed for offline use: ${warnings.join(' ')}`);
  const paths = manifestEntries.map((entry) => (typeof entry === 'string' ? entry : entry.url)).sort();
  return Promise.all(
    paths.map(async (path) => {
      const bytes = await readFile(join(folder, path));
      const compresses = /\.(?:html|css|js|json|svg)$/.test(path);
      return {
        url: `/${path.replace(/(^|\/)index\.html$/, '$1')}`,
        sent: compresses ? gzipSync(bytes, { level: 9 }).length : bytes.length,
        revision: sha256(bytes).digest('hex').slice(0, 12),
        integrity: `sha256-${sha256(bytes).digest('base64')}`,
        title: path.endsWith('.html') ? titleOf(bytes.toString('utf8')) : undefined,
      };
    }),
  );
}

/** Bundles the service worker into one classic script, because not every browser takes a module there. */
async function writeWorker(folder: string, core: readonly CoreEntry[]): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"', coreEntries: JSON.stringify(core) },
    build: {
      outDir: folder,
      emptyOutDir: false,
      modulePreload: false,
      target: 'es2022',
      rolldownOptions: { input: source, output: { format: 'iife', entryFileNames: 'service-worker.js' } },
    },
  });
}

/** Adds `service-worker.js` and the list of what can be kept to a built site; the same site gives the same bytes. */
export async function writeOffline(
  folder: string,
): Promise<{ core: number; coreBytes: number; rest: number; restBytes: number; auto: boolean }> {
  const { core, list } = toOfflineList(await readBuiltFiles(folder));
  const bytes = Buffer.from(JSON.stringify(list));
  await writeFile(join(folder, offlineListUrl), bytes);
  const listed = {
    url: offlineListUrl,
    revision: sha256(bytes).digest('hex').slice(0, 12),
    integrity: `sha256-${sha256(bytes).digest('base64')}`,
  };
  await writeWorker(folder, [...core, listed]);
  return { core: core.length, rest: list.files.length, coreBytes: list.coreBytes, restBytes: list.restBytes, auto: list.auto };
}

/** The site without a network, as an Astro integration. Stands after everything that writes files. */
export function offline(): AstroIntegration {
  return {
    name: 'patency:offline',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const { core, coreBytes, rest, restBytes, auto } = await writeOffline(fileURLToPath(dir));
        const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(2)} MB`;
        logger.info(
          `${core} files (${megabytes(coreBytes)}) kept by every visit, ${rest} more (${megabytes(restBytes)}) ${auto ? 'without asking' : 'on the reader’s word'}`,
        );
      },
    },
  };
}
