/** Addresses made comparable, and identifiers that addresses carry. Nothing is fetched. */
import { isTracking, workAddress } from '../library/work-address.ts';
import { isDoi, isPmid } from '../schema/identifiers.ts';
import { registryInUrl, toTrialAddress } from './registry-address.ts';

const parse = (text: string): URL | undefined => {
  const url = URL.parse(text.trim());
  return url && /^https?:$/.test(url.protocol) && url.hostname.includes('.') ? url : undefined;
};

/** True for a whole web address, e.g. `isAddress('https://example.org/a')`; false for `[object Object]` and `www.example.org`. */
export const isAddress = (text: string): boolean => parse(text) !== undefined;

/**
 * The address without scheme, `www.`, tracking, fragment and closing slash, e.g. `example.org/a?page=2`, for a trial in a registry `trial NCT01234567`, or undefined
 * when it is no address or names a whole site, which does not tell one article from another.
 */
export function canonicalUrl(text: string): string | undefined {
  const url = parse(text);
  if (!url) return undefined;
  const trial = registryInUrl(url.href);
  if (trial) return `trial ${trial}`;
  const address = workAddress(url.href);
  return address === workAddress(url.origin) ? undefined : address;
}

/** The address as it may be printed: without tracking and searches, else untouched, e.g. `https://example.org/a` for `https://example.org/a?utm_source=x`. */
export function withoutTracking(text: string): string {
  const own = toTrialAddress(text);
  if (own !== text) return own;
  const url = parse(text);
  const tracked = url ? [...url.searchParams.keys()].filter(isTracking) : [];
  if (!url || tracked.length === 0) return text;
  for (const key of tracked) url.searchParams.delete(key);
  return url.href;
}

/** Name of the site without `www.`, e.g. `siteName('https://www.example.org/a') === 'example.org'`; takes bare `www.example.org` too. */
export function siteName(text: string): string | undefined {
  const url = parse(/^https?:/i.test(text.trim()) ? text : `https://${text.trim()}`);
  return url?.hostname.toLowerCase().replace(/^www\./, '');
}

/** Labels before the country that name no one, as in `example.org.uk`. */
const SUFFIX = /^(?:ac|co|com|edu|gob|gouv|gov|net|nhs|or|org)$/;
const squash = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]/g, '');

/**
 * The words of a text that a host name is made of, as the text spells them, e.g. `Example News` for `www.examplenews.org`.
 * Undefined when the text never names its site.
 */
export function nameFromHost(host: string, text: string): string | undefined {
  const labels = siteName(host)?.split('.').slice(0, -1) ?? [];
  const label = squash(labels.findLast((each) => !SUFFIX.test(each)) ?? labels.at(-1) ?? '');
  if (label.length < 3) return undefined;
  const words = [...text.matchAll(/[\p{L}\p{N}.&-]+/gu)].filter(([word]) => !/^www\.|\.[a-z]{2,}$/.test(word));
  for (const [i, word] of words.entries()) {
    if (!/^\p{Lu}|^\p{Ll}\p{Lu}/u.test(word[0])) continue;
    for (let n = 1; n <= 4; n++) {
      const run = words.slice(i, i + n);
      const [first, last] = [run[0], run.at(-1)];
      const spelling = first && last ? text.slice(first.index, last.index + last[0].length) : '';
      if (squash(spelling) === label && !/\n/.test(spelling)) return spelling.replace(/[.,&-]+$/, '');
    }
  }
  return undefined;
}

/** DOI, PubMed or registry number that an address is made of, e.g. `{ doi: '10.1000/xyz' }` for `https://doi.org/10.1000/xyz`. */
export function identifiersInUrl(text: string): { doi?: string; pmid?: string; registry?: string } {
  const url = parse(text);
  if (!url) return {};
  const registry = registryInUrl(url.href);
  if (registry) return { registry };
  let path: string;
  try {
    path = decodeURIComponent(url.pathname).replace(/^\/|\/$/g, '');
  } catch {
    return {};
  }
  if (/(?:^|\.)doi\.org$|^(?:dx-)?doi-org\./.test(url.hostname) && isDoi(path)) return { doi: path };
  const number = /^(?:pubmed\.|(?:www\.)?ncbi\.nlm\.nih\.gov\/pubmed\/)(?:ncbi\.nlm\.nih\.gov\/)?(\d+)$/.exec(
    `${url.hostname}/${path}`,
  )?.[1];
  if (number && isPmid(number)) return { pmid: number };
  return {};
}
