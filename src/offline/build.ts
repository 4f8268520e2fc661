/** Makes the built site work without a network: bundles the service worker, tells it what this build consists of, and lists what can be kept. */
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import { decodeHTML } from 'entities';
import { build, type Plugin } from 'vite';
import { fileUrl, editorialUrl, flawsUrl, offlineListUrl, rulesUrl, homeUrl, offlineUrl, searchUrl } from '../parts/urls.ts';
import type { OfflineList } from '../schema/offline-list.ts';

const source = fileURLToPath(new URL('./service.worker.ts', import.meta.url));
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes);

/** What is no use to anyone without a network: the page on content quality. The people stay, because approvals name them. */
const forEditors = (url: string): boolean => url.startsWith(rulesUrl) || [`${editorialUrl}index.html`, flawsUrl].includes(url);

/** What is not kept as a file of the site, a compressed twin, or hidden. */
const left = (url: string): boolean =>
  [fileUrl('serviceWorker'), '/404.html', offlineListUrl].includes(url) || /\.(?:br|gz)$/.test(url) || url.includes('/.');

/** The title of a page without the name of the site; undefined for a page that only forwards. */
function titleOf(html: string): string | undefined {
  if (/<meta\s+http-equiv="?refresh/i.test(html)) return undefined;
  const title = /<title>([^<]*)<\/title>/.exec(html)?.[1];
  return title === undefined ? undefined : decodeHTML(title).replace(/ · [^·]*$/, '');
}

/** Reads one file at a time: a site has more files than a process may hold open. */
async function readBuiltFiles(folder: string): Promise<BuiltFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const urls = entries
    .filter((entry) => entry.isFile())
    .map((entry) => `/${relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/')}`)
    .filter((url) => !left(url) && !forEditors(url))
    .sort();
  const files: BuiltFile[] = [];
  for (const url of urls) {
    const bytes = await readFile(join(folder, url));
    const compresses = /\.(?:html|css|js|json|svg)$/.test(url);
    files.push({
      url: url.replace(/\/index\.html$/, '/'),
      sent: compresses ? gzipSync(bytes, { level: 9 }).length : bytes.length,
      revision: sha256(bytes).digest('hex').slice(0, 12),
      integrity: `sha256-${sha256(bytes).digest('base64')}`,
      title: url.endsWith('.html') ? titleOf(bytes.toString('utf8')) : undefined,
    });
  }
  return files;
}

/** Bundles the service worker into one classic script, because not every browser takes a module there. */
async function writeWorker(folder: string, core: readonly CoreEntry[], plugins: readonly Plugin[]): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [...plugins],
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
  plugins: readonly Plugin[] = [],
): Promise<{ core: number; coreBytes: number; rest: number; restBytes: number; auto: boolean }> {
  const { core, list } = toOfflineList(await readBuiltFiles(folder));
  const bytes = Buffer.from(JSON.stringify(list));
  await writeFile(join(folder, offlineListUrl), bytes);
  const listed = {
    url: offlineListUrl,
    revision: sha256(bytes).digest('hex').slice(0, 12),
    integrity: `sha256-${sha256(bytes).digest('base64')}`,
  };
  await writeWorker(folder, [...core, listed], plugins);
  return { core: core.length, rest: list.files.length, coreBytes: list.coreBytes, restBytes: list.restBytes, auto: list.auto };
}

/** The site without a network, as an Astro integration; `plugins` look at the bundle of the worker. Stands after everything that writes files. */
export function offline(plugins: readonly Plugin[]): AstroIntegration {
  return {
    name: 'patency:offline',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const { core, coreBytes, rest, restBytes, auto } = await writeOffline(fileURLToPath(dir), plugins);
        const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(2)} MB`;
        logger.info(
          `${core} files (${megabytes(coreBytes)}) kept by every visit, ${rest} more (${megabytes(restBytes)}) ${auto ? 'without asking' : 'on the reader’s word'}`,
        );
      },
    },
  };
}

export interface BuiltFile {
  /** Address from the root, folders for their index page, e.g. `/topics/`. */
  readonly url: string;
  /** Bytes as a compressing server sends them. */
  readonly sent: number;
  readonly revision: string;
  /** `sha256-…`, checked by the browser on arrival. */
  readonly integrity: string;
  /** Of a page that a reader can open. */
  readonly title?: string | undefined;
}

/** An entry of the precache, as the service-worker library takes it. */
interface CoreEntry {
  readonly url: string;
  /** Null where the name itself changes with the content. */
  readonly revision: string | null;
  readonly integrity?: string;
}

/** Past this many bytes nothing more is fetched without the reader's word. */
const silentBytes = 3_000_000;

const pages: readonly string[] = [homeUrl, searchUrl, offlineUrl];
const frame = /^\/(?:_astro\/|fonts\/.*\.woff2$|theme\.js$|favicon\.svg$|search\/.*\.json$)/;
const search = /^\/pagefind\//;
const readable = /\/$|^\/(?:previews?|matrix|learn)\b.*\.json$/;
const isPage = (url: string): boolean => url.endsWith('/');

const bytesOf = (files: readonly BuiltFile[]): number => files.reduce((sum, { sent }) => sum + sent, 0);
const named = /^\/(?:_astro\/|pagefind\/(?:index|fragment|filter)\/|pagefind\/.*\.pf_meta$)/;
// Hosts add to pages (a notice, a measurement), never to assets: only assets are held to their exact bytes.
function toEntry({ url, revision, integrity }: BuiltFile): CoreEntry {
  if (named.test(url)) return { url, revision: null };
  return isPage(url) ? { url, revision } : { url, revision, integrity };
}

/**
 * Sorts the files of a build, e.g. a site of 2 MB gives `list.auto === true`.
 * Search belongs to the core as long as the core stays below `limit`; what is neither core nor readable is left out.
 */
export function toOfflineList(files: readonly BuiltFile[], limit = silentBytes): { core: CoreEntry[]; list: OfflineList } {
  const shell = files.filter(({ url }) => pages.includes(url) || frame.test(url));
  const index = files.filter(({ url }) => search.test(url));
  const others = files.filter(({ url }) => readable.test(url) && !pages.includes(url) && !search.test(url));
  const light = bytesOf(shell) + bytesOf(index) <= limit;
  const core = light ? [...shell, ...index] : shell;
  const rest = light ? others : [...others, ...index];
  return {
    core: core.map(toEntry),
    list: {
      auto: bytesOf(core) + bytesOf(rest) <= limit,
      coreBytes: bytesOf(core),
      restBytes: bytesOf(rest),
      files: rest.map(({ url, revision, title }) => (title === undefined ? { url, revision } : { url, revision, title })),
    },
  };
}
