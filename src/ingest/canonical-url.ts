/** The one reader of web addresses: found in fields, made comparable and fit to print. Nothing is fetched. */
import { decodeHTML } from 'entities';
import { isTracking, workAddress } from '../library/work-address.ts';
import { registryInUrl, toTrialAddress, withoutLooseEnd } from './identifiers.ts';

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

/**
 * The addresses in a field, in order, e.g. two for `https://a.example.org/1;https://b.example.org/2`. One that begins with `www.`
 * gets the scheme that it lacks. A part that is no address is left out.
 */
export const readAddresses = (text: string): string[] =>
  decodeHTML(text)
    .trim()
    .split(/[\s<>"]+|[;,|](?=\s*(?:https?:|www\.))/i)
    .map((each) => withoutLooseEnd(each.replace(/^url:/i, '')))
    .map((each) => (/^www\.[\w-]+\.\w/i.test(each) ? `https://${each}` : each))
    .filter((each) => isAddress(each) && !/[{}\\^`]/.test(each))
    .map(withoutTracking);
