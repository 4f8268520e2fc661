/** One item of a feed -> RawArticle. An item is a teaser of an article that stands elsewhere, unless the feed carries it whole. */
import { isDoi } from '../../schema/identifiers.ts';
import { identifiersInUrl, isAddress, nameFromHost, siteName, withoutTracking } from '../canonical-url.ts';
import { readDate } from '../dates.ts';
import { guessRecordKind, toLanguage } from '../guess.ts';
import { toAuthors } from '../names.ts';
import { type IngestRefusal, filled, nothingRead, type Heading, type RawArticle } from '../raw-article.ts';
import { toPlainText } from '../plain-text.ts';
import { NO_VALUE, withoutTail } from './digest.ts';
import type { FeedHead, FeedItem } from './feed-item.ts';

/** Less text than this is no article, whatever the feed calls it. */
const LEAST_ARTICLE = 1200;

/** The article's own address where a search alert wraps it, e.g. `https://www.google.com/url?url=https://example.org/a`. */
function unwrapped(address: string): string {
  const url = URL.parse(address);
  const inner = url && /(?:^|\.)google\.[a-z.]+$/.test(url.hostname) && url.pathname === '/url' ? url.searchParams.get('url') : null;
  return inner ?? address;
}

function findAddress(item: FeedItem, base: string | undefined): string | undefined {
  for (const link of item.links) {
    const address = isAddress(link) ? link : (URL.parse(link, base)?.href ?? '');
    if (isAddress(address)) return withoutTracking(unwrapped(address));
  }
  return undefined;
}

function findDoi(identifiers: readonly string[]): string | undefined {
  for (const text of identifiers) {
    const doi = /(?:^|doi:\s*|doi\.org\/|\/doi\/(?:abs\/|full\/|pdf\/)?)(10\.\d{4,9}\/[^\s?#]+)/i.exec(text)?.[1];
    if (doi && isDoi(doi)) return doi;
  }
  return undefined;
}

function toHeadings(html: string): Heading[] {
  const found = [...html.matchAll(/<h([1-6])\b[^>]*>(.*?)<\/h\1>/gis)];
  return found.map(([, , text]) => ({ text: toPlainText(text ?? '') })).filter(({ text }) => text !== '');
}

/** Who publishes an article: its feed, where it stands on the feed's own site, else the site that it stands on. */
function findContainer(head: FeedHead, url: string | undefined, base: string | undefined): string | undefined {
  const title = toPlainText(head.title);
  const away = url !== undefined && ![head.link, base].some((own) => own !== undefined && siteName(own) === siteName(url));
  if (away) return nameFromHost(url, title) ?? siteName(url);
  const spelled = url === undefined ? undefined : nameFromHost(url, title);
  const short = (spelled ?? title).replace(/\s+[–—|»:-]+(?:\s+(?:latest|news|rss|feed|all|current).*)?$/i, '').trim();
  return short || (url && siteName(url)) || undefined;
}

const ownLanguage = (declared: string | undefined): string | undefined =>
  declared && /^[a-z]{2,3}(?:-[a-z0-9]+)*$/i.test(declared) ? declared.split('-')[0]?.toLowerCase() : undefined;

/** The article of one item, or a refusal that names the field that the item lacks. `base` is the address of the feed. */
export function toFeedArticle(item: FeedItem, head: FeedHead, base?: string): RawArticle | IngestRefusal {
  const title = toPlainText(item.title ?? '');
  const url = findAddress(item, head.link ?? base);
  const linked = identifiersInUrl(url ?? '');
  const doi = findDoi(item.identifiers) ?? linked.doi;
  if (!title || NO_VALUE.test(title)) {
    const hint = url ? `Give the address of the article itself: ${url}.` : 'Look the article up at the publisher and give its address.';
    return { field: 'title', reason: '`title` is missing or empty, expected the title of the article.', hint };
  }
  if (!url && !doi) {
    return {
      field: 'link',
      reason: `\`link\` is ${item.links[0] ? `\`${item.links[0].slice(0, 60)}\`` : 'missing or empty'}, expected the address of the article.`,
      hint: 'Look the article up at the publisher and give its address.',
    };
  }
  const [content, summary] = [toPlainText(item.content), toPlainText(item.summary)].map((text) => withoutTail(text, title));
  const longer = (content?.text.length ?? 0) >= (summary?.text.length ?? 0) ? content : summary;
  const text = longer?.text ?? '';
  const broken = longer?.brokenOff === true || /(?:read more|continue reading|lire la suite|weiterlesen)\W*$/i.test(text);
  const whole = longer === content && !broken && text.length >= LEAST_ARTICLE;
  // Dates as feeds write them: ISO, or `Mon, 05 Jan 2024 10:00:00 GMT`, in old ones with two digits for the year.
  const issued = readDate((item.published ?? '').replace(/\b(\d{1,2} [A-Z][a-z]{2}) (\d\d) /, '$1 20$2 '));
  const site = content?.site ?? summary?.site;
  const named = toPlainText(item.container ?? '') || (site ?? findContainer(head, url, base));
  const authors = item.authors.flatMap((author) => toAuthors(toPlainText(author)));
  const heard = toLanguage(`${title} ${text}`);
  const { kind, because } = doi
    ? guessRecordKind('the feed', [], title)
    : { kind: 'news' as const, because: 'it came through a feed and has no DOI' };
  return {
    title,
    kind,
    kindBecause: because,
    authors: authors.length > 0 ? authors : named ? [{ organisation: named }] : [],
    issued: issued ?? 'undated',
    ...filled({ container: named, volume: item.volume, issue: item.issue, url }),
    ...linked,
    ...filled({ doi }),
    language: heard === 'und' ? (ownLanguage(item.language ?? head.language) ?? heard) : heard,
    coverage: whole ? 'full-text' : broken || text.length < LEAST_ARTICLE ? 'teaser' : 'excerpt',
    ...nothingRead,
    headings: whole ? toHeadings(item.content) : [],
    ...(item.image && isAddress(item.image) && { image: { credit: 'not stated', address: item.image } }),
    text,
    doubts: [
      ...(item.published && !issued
        ? [`Check \`issued\`: the feed prints “${item.published.slice(0, 40)}”, which is no day that exists.`]
        : []),
      ...(authors.length === 0 && named
        ? [`The feed names no author; ${named} stands in for one. Look at the original for a name and correct \`authors\`.`]
        : []),
      ...(whole
        ? []
        : ['The feed holds a teaser only: read the whole article at its `url` before you write a finding, then correct `coverage`.']),
    ],
  };
}
