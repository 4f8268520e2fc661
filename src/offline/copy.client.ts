/** Rules on copies kept on a device: under which name, and which of them belong together. Pure: touches neither cache nor network. */
import type { KeptFile } from '../schema/offline-list.ts';

/** The cache that holds what was visited or asked for, next to the core that the library keeps. */
export const shelfName = 'patency-shelf';

/** The path under which a file is known, whatever follows it, e.g. `/search/?q=clot` → `/search/`. */
export const pathOf = (address: string): string => new URL(address, 'http://device').pathname;

/** The name of a copy: a changed page has another, so that two editions never stand under one. */
export const toKey = ({ url, revision }: Pick<KeptFile, 'url' | 'revision'>): string => `${url}?revision=${revision}`;

/** True for files whose name changes with their content: a copy of such a file is never out of date. */
export const isHashed = (path: string): boolean =>
  path.startsWith('/_astro/') || /^\/pagefind\/(?:index|fragment|filter)\//.test(path) || path.endsWith('.pf_meta');

/** The styles and scripts that a page asks for by names that change with every edition. */
export const assetsOf = (html: string): string[] => [...html.matchAll(/["'(](\/_astro\/[^"'()?#\s]+)/g)].map((match) => match[1] ?? '');

/** Whether a page belongs to the edition with these files. A page of another edition would lose its styles once the network is gone. */
export const fits = (html: string, core: ReadonlySet<string>): boolean => assetsOf(html).every((asset) => core.has(asset));
