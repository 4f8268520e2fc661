/** Decides which built files every visit keeps, which a reader may keep, and whether that needs asking. Pure: sizes and hashes are handed in. */
import type { OfflineList } from '../schema/offline-list.ts';
import { homeUrl, offlineUrl, searchUrl } from '../parts/urls.ts';

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
export interface CoreEntry {
  readonly url: string;
  /** Null where the name itself changes with the content. */
  readonly revision: string | null;
  readonly integrity?: string;
}

/** Past this many bytes nothing more is fetched without the reader's word. */
export const silentBytes = 3_000_000;

const pages: readonly string[] = [homeUrl, searchUrl, offlineUrl];
const frame = /^\/(?:_astro\/|fonts\/.*\.woff2$|theme\.js$|favicon\.svg$|search\/.*\.json$)/;
const search = /^\/pagefind\//;
const readable = /\/$|^\/previews?\b.*\.json$/;
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
