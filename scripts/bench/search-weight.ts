/** What the first search costs a reader, seen in a browser: everything that is fetched from the opened box to the hits. It prints nothing. */
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { launchChrome } from '../chrome.ts';
import { buildMadeContent } from './made-content.ts';
import { startServer } from '../static-server.ts';

export interface SearchPart {
  readonly name: string;
  readonly files: number;
  /** As sent. */
  readonly bytes: number;
}

const parts: readonly { readonly name: string; readonly pattern: RegExp }[] = [
  { name: 'our search code', pattern: /^\/_astro\// },
  { name: 'program', pattern: /pagefind\.js$/ },
  { name: 'engine (wasm)', pattern: /wasm\..*\.pagefind$/ },
  { name: 'entry and metadata', pattern: /pagefind-entry\.json$|\.pf_meta$/ },
  { name: 'names', pattern: /names\.json$|reading\.json$/ },
  { name: 'figures', pattern: /figures\/\d+\.json$/ },
  { name: 'all words', pattern: /words\.json$/ },
  { name: 'index pieces', pattern: /\.pf_index$/ },
  { name: 'filters', pattern: /facets\.json$/ },
  { name: 'pages shown', pattern: /\.pf_fragment$/ },
];

/** Pagefind compresses its own files; what ends in `.js`, `.json` or `.css` is left to the server. */
export const sentBytes = (path: string, bytes: Uint8Array): number =>
  /\.(?:js|json|css)$/.test(path) ? gzipSync(bytes, { level: 9 }).length : bytes.length;

/** Groups what was fetched, e.g. `/pagefind/names.json` under `names`; what nobody expected is a part of its own. */
export function toSearchParts(paths: readonly string[], read: (path: string) => Uint8Array): SearchPart[] {
  const rows = new Map<string, SearchPart>();
  for (const path of new Set(paths)) {
    const name = parts.find(({ pattern }) => pattern.test(path))?.name ?? path;
    const before = rows.get(name) ?? { name, files: 0, bytes: 0 };
    rows.set(name, { name, files: before.files + 1, bytes: before.bytes + sentBytes(path, read(path)) });
  }
  const order = parts.map(({ name }) => name);
  return [...rows.values()].sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
}

/** Opens the home page, then the search box, types the words and waits for the hits. Throws when none come. */
export async function weighFirstSearch(dist: string, words: string): Promise<SearchPart[]> {
  const [browser, server] = await Promise.all([launchChrome(), startServer({ folder: dist, port: 0 })]);
  try {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const page = await context.newPage();
    await page.goto(server.url, { waitUntil: 'networkidle' });
    const paths: string[] = [];
    page.on('request', (request) => paths.push(new URL(request.url()).pathname));
    await page.keyboard.press('/');
    await page.keyboard.type(words);
    await page.locator('#search-palette [role=option][aria-selected=true]').waitFor();
    await page.waitForLoadState('networkidle');
    return toSearchParts(paths, (path) => readFileSync(join(dist, path)));
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Builds a site of so many made-up sources and hands its folder to `use`; removes it afterwards. Throws with what the build said. */
export async function withMadeSite<Result>(sources: number, use: (dist: string) => Promise<Result>): Promise<Result> {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const folder = await mkdtemp(join(tmpdir(), 'patency-made-'));
  try {
    for (const [path, text] of buildMadeContent(sources)) {
      const file = join(folder, 'content', path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
    }
    const dist = join(folder, 'dist');
    // Astro's loaders read the folder relative to the project, even when it is absolute.
    const content = relative(root, join(folder, 'content'));
    const env = { ...process.env, PATENCY_CONTENT: content, ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' };
    const astro = join(root, 'node_modules', 'astro', 'bin', 'astro.mjs');
    await promisify(execFile)(process.execPath, [astro, 'build', '--outDir', dist], { cwd: root, env, maxBuffer: 1 << 27 }).catch(
      (error: { stdout?: string; stderr?: string }) => {
        throw new Error(`The made-up site does not build.\n${(error.stdout ?? '').slice(-2000)}${error.stderr ?? ''}`);
      },
    );
    if (!existsSync(join(dist, 'sources'))) throw new Error('The made-up site has no sources, so its search weighs nothing.');
    return await use(dist);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
