/** Finds who publishes a page from what the page itself says; the spelling is always one that stands in the text. */
import { siteName } from './canonical-url.ts';
import type { SavedPage } from './saved-page.ts';

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

const liable = /(?:^|[.!?]\s+)(\p{Lu}[\p{L}\p{N}.&'’ -]{1,50}?) (?:assumes|accepts|takes) no (?:liability|responsibility)/u;
const copyright = /^(?:©|copyright(?: ©)?)\s*(?:\d{4}(?:[–-]\d{4})?\s+)?(\p{Lu}[^.|,\d]{1,50}?)(?:\.|,|\||\d|\s+all rights|$)/imu;
const ownership = /\b(?:contact|visit|from) (\p{Lu}[\p{L}\p{N}&-]{2,30}) or your\b/u;

/** The publisher of a page, e.g. from `Title | Example Clinic`, its host name, its copyright line or who disclaims liability. */
export function findPublisher(page: SavedPage): string | undefined {
  const host = page.fields.url ?? page.fields.siteLine;
  const end = [...page.disclaimers, ...page.boilerplate].join('\n');
  return (
    page.head.site ??
    (host ? nameFromHost(host, page.text) : undefined) ??
    copyright.exec(end)?.[1]?.trim() ??
    liable.exec(end)?.[1]?.trim() ??
    ownership.exec(page.text)?.[1]
  );
}
