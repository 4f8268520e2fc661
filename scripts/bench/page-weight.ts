/** What a page costs before anybody touches it: bytes as sent and number of requests. Reads nothing itself: files are handed in. */
import { posix } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { Parser } from 'htmlparser2';

/** What a page may cost cold: bytes as gzip sends them, of them scripts, and requests. */
export const pageBudget = { total: 60_000, js: 6_000, requests: 8 } as const;

/** A file of the built site by its address, e.g. `/_astro/page.css`; undefined where there is none. */
export type ReadBuilt = (address: string) => Uint8Array | undefined;

export interface PageSize {
  readonly brotli: number;
  readonly gzip: number;
}

export interface PageWeight {
  readonly html: PageSize;
  readonly css: PageSize;
  /** Script files and inline scripts. Inline ones are sent within the HTML, so the total has them once. */
  readonly js: PageSize;
  /** Fonts that the style sheets name or the page preloads: the most that can be loaded. */
  readonly fonts: PageSize;
  readonly total: PageSize;
  /** The page itself included. */
  readonly requests: number;
  /** Addresses on the page that lead to another host, or to a file that is not there. */
  readonly foreign: readonly string[];
  readonly missing: readonly string[];
}

/** The kind of page that an address belongs to, e.g. `/topics/phlegmasia/` → `topics page`, `/topics/` → `topics list`. */
export function pageKindOf(address: string): string {
  const [first, second] = address.split('/').filter(Boolean);
  if (first === undefined) return 'home';
  if (first.endsWith('.html')) return 'not found';
  return second === undefined ? `${first} list` : `${first} page`;
}

const none: PageSize = { brotli: 0, gzip: 0 };
const plus = (...sizes: readonly PageSize[]): PageSize => ({
  brotli: sizes.reduce((sum, size) => sum + size.brotli, 0),
  gzip: sizes.reduce((sum, size) => sum + size.gzip, 0),
});

/** As sent: fonts and pictures are compressed already, everything else is compressed by the server. */
export function sizeOf(bytes: Uint8Array, address = '.html'): PageSize {
  if (/\.(?:woff2?|png|jpe?g|webp|avif)$/.test(address)) return { brotli: bytes.length, gzip: bytes.length };
  return { brotli: brotliCompressSync(bytes).length, gzip: gzipSync(bytes, { level: 9 }).length };
}

interface Found {
  readonly styles: string[];
  readonly scripts: string[];
  readonly fonts: string[];
  readonly pictures: string[];
  readonly inlineScripts: string[];
  readonly inlineStyles: string[];
}

/** What a browser fetches by itself for this HTML. Icons are left out: browsers fetch them when idle, or never. */
function findIn(html: string): Found {
  const found: Found = { styles: [], scripts: [], fonts: [], pictures: [], inlineScripts: [], inlineStyles: [] };
  let inline: string[] | undefined;
  const parser = new Parser({
    onopentag(name, { rel = '', href, src, as, type = '', loading }) {
      const rels = rel.split(/\s+/);
      if (name === 'link' && href !== undefined) {
        if (rels.includes('stylesheet')) found.styles.push(href);
        else if (rels.includes('modulepreload') || (rels.includes('preload') && as === 'script')) found.scripts.push(href);
        else if (rels.includes('preload') && as === 'font') found.fonts.push(href);
      } else if (name === 'script' && src !== undefined) found.scripts.push(src);
      else if (name === 'script' && /^(?:module|text\/javascript)?$/.test(type)) inline = found.inlineScripts;
      else if (name === 'style') inline = found.inlineStyles;
      else if (name === 'img' && src !== undefined && loading !== 'lazy' && !src.startsWith('data:')) found.pictures.push(src);
    },
    ontext(text) {
      inline?.push(text);
    },
    onclosetag(name) {
      if (name === 'script' || name === 'style') inline = undefined;
    },
  });
  parser.end(html);
  return found;
}

const fontsIn = (css: string): string[] => [...css.matchAll(/url\(\s*['"]?([^'")]+\.woff2?)['"]?\s*\)/g)].map((match) => match[1] ?? '');
/** Static imports only: what `import(…)` loads waits for intent. */
const importsIn = (js: string): string[] =>
  [...js.matchAll(/(?:\bfrom|\bimport)\s*['"](\.{0,2}\/[^'"]+)['"]/g)].map((match) => match[1] ?? '');

/** Weighs one page, e.g. `weighPage('/topics/x/', html, read)`. */
export function weighPage(address: string, html: string, read: ReadBuilt): PageWeight {
  const loaded = new Map<string, PageSize>();
  const foreign = new Set<string>();
  const missing = new Set<string>();
  const text = new TextDecoder();

  /** Loads a file once and gives its text, that what it leads to can be loaded too. */
  function load(from: string, link: string): { at: string; body: string } | undefined {
    if (/^(?:[a-z]+:)?\/\//i.test(link)) {
      foreign.add(link);
      return undefined;
    }
    const at = posix.resolve(from.endsWith('/') ? from : posix.dirname(from), link.replace(/[?#].*$/, ''));
    if (loaded.has(at)) return undefined;
    const bytes = read(at);
    if (!bytes) missing.add(at);
    loaded.set(at, bytes ? sizeOf(bytes, at) : none);
    return { at, body: bytes ? text.decode(bytes) : '' };
  }

  const found = findIn(html);
  const fontsOf = (from: string, css: string): void => fontsIn(css).forEach((font) => void load(from, font));
  function script(from: string, link: string): void {
    const file = load(from, link);
    if (file) for (const imported of importsIn(file.body)) script(file.at, imported);
  }
  for (const link of found.styles) {
    const file = load(address, link);
    if (file) fontsOf(file.at, file.body);
  }
  for (const css of found.inlineStyles) fontsOf(address, css);
  for (const link of [...found.fonts, ...found.pictures]) load(address, link);
  for (const link of found.scripts) script(address, link);
  for (const code of found.inlineScripts) for (const imported of importsIn(code)) script(address, imported);

  const ending = (pattern: RegExp): PageSize => plus(...[...loaded].filter(([at]) => pattern.test(at)).map(([, size]) => size));
  const page = sizeOf(Buffer.from(html));
  const inlineJs = found.inlineScripts.length ? sizeOf(Buffer.from(found.inlineScripts.join('\n'))) : none;
  return {
    html: page,
    css: ending(/\.css$/),
    js: plus(ending(/\.m?js$/), inlineJs),
    fonts: ending(/\.woff2?$/),
    total: plus(page, ...loaded.values()),
    requests: 1 + loaded.size,
    foreign: [...foreign].sort(),
    missing: [...missing].sort(),
  };
}
