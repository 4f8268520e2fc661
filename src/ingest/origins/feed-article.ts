/** One item of a feed -> RawArticle. An item is a teaser of an article that stands elsewhere, unless the feed carries it whole. */
import type { Author } from '../../schema/source.ts';
import { isAddress, nameFromHost, siteName, withoutTracking } from '../canonical-url.ts';
import { guessRecordKind, toLanguage } from '../guess.ts';
import { readPageDate } from '../field-date.ts';
import { findIdentifiers, identifiersInUrl } from '../identifiers.ts';
import { isAccount, toAuthors } from '../names.ts';
import { type IngestRefusal, filled, nothingRead, type Heading, type RawArticle } from '../raw-article.ts';
import { toPlain, toPlainText } from '../plain-text.ts';
import { NO_VALUE, withoutTail } from '../teaser.ts';

import type { FeedHead, FeedItem } from './feed-item.ts';

/** Less text than this is no article, whatever the feed calls it. */
const LEAST_ARTICLE = 1200;

/** Sites whose addresses lead on to an article that stands elsewhere. */
const COLLECTOR =
  /(?:^|\.)(?:google\.[a-z.]+|bing\.com|yahoo\.com|facebook\.com|linkedin\.com|duckduckgo\.com|safelinks\.protection\.outlook\.com|t\.umblr\.com|t\.co|bit\.ly|feedproxy\.google\.com|feeds\.feedburner\.com|flip\.it|msn\.com|news\.feedly\.com|exct\.net)$/;
const isCollector = (address: string): boolean => COLLECTOR.test(URL.parse(address)?.hostname ?? '');

/** The article's own address where a search alert or a mail wraps it, e.g. `https://www.google.com/url?url=https://example.org/a`. */
function unwrapped(address: string): string {
  const url = isCollector(address) ? URL.parse(address) : null;
  const inner = ['url', 'u', 'q', 'uddg', 'z', 'target', 'to']
    .map((key) => url?.searchParams.get(key))
    .find((one) => one && isAddress(one));
  return inner ?? address;
}

/** A path on the feed's own site; a word alone, such as `N/A`, is none unless the feed says what paths start from. */
const isPath = (link: string, based: boolean): boolean =>
  !NO_VALUE.test(link) && !/^\w+:/.test(link) && (based || /^(?:\.{0,2}\/|\?)|\.\w{3,5}$|\w\/\w/.test(link));

/** Where the article stands, and whether only its recording does. */
function findAddress(item: FeedItem, head: FeedHead, from: string | undefined): { readonly url?: string; readonly isFile?: boolean } {
  const [feedBase, itemBase] = [head.base, item.base].reduce<(string | undefined)[]>(
    (bases, base) => [...bases, base === undefined ? bases.at(-1) : URL.parse(base, bases.at(-1) ?? head.link ?? from)?.href],
    [],
  );
  const base = itemBase ?? feedBase;
  const start = base ?? head.link ?? from;
  const found = item.links.map((link) =>
    isAddress(link) ? link : isPath(link, base !== undefined) ? (URL.parse(link, start)?.href ?? '') : '',
  );
  const url = [...found, ...item.ids].filter(isAddress).map(unwrapped)[0];
  const file = url === undefined ? item.files.map((link) => URL.parse(link, start)?.href ?? '').find(isAddress) : undefined;
  return { ...filled({ url: url === undefined ? file : withoutTracking(url) }), ...(file !== undefined && { isFile: true }) };
}

const ROLE =
  /\s*[,|(–—-]\s*(?:\w+ )*(?:editor|reporter|correspondent|writer|journalist|contributor|columnist|producer|fellow|professor)\b[^,;]*\)?$/i;

/** The people that a feed names, without roles, accounts and mail addresses, and what of its text names nobody. */
function readAuthors(texts: readonly string[]): { readonly authors: readonly Author[]; readonly nobody?: string } {
  const plain = texts.map((text) =>
    toPlainText(text)
      .replace(/\S+@\S+/g, '')
      .replace(/^[\s(]+|[\s)]+$/g, ''),
  );
  const names = plain.map((text) => text.replace(ROLE, '').trim());
  const authors = names.flatMap((name) => (isAccount(name) || isAddress(name) ? [] : toAuthors(name)));
  const nobody = plain.find(isAccount);
  return { authors, ...(nobody !== undefined && authors.length === 0 && { nobody }) };
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

/** True for an author that bears the name of a house. */
const sameName = (author: Author, houses: readonly (string | undefined)[]): boolean =>
  houses.some(
    (house) =>
      house !== undefined &&
      toPlain(house) === toPlain('family' in author ? `${author.given ?? ''} ${author.family}` : author.organisation),
  );

/** Text that an old feed wraps (Atom 0.3, `mode="base64"`), e.g. `RXhhbXBsZSBBdG9tIQ==`. */
function fromBase64(text: string): string {
  const bare = text.trim();
  if (!/^(?:[A-Za-z\d+/]{4}){4,}$|^(?:[A-Za-z\d+/]{4}){3,}(?:[A-Za-z\d+/]{2}==|[A-Za-z\d+/]{3}=)$/.test(bare)) return text;
  const plain = Buffer.from(bare, 'base64').toString('utf8');
  return /^[^\p{Cc}\ufffd]+$/u.test(plain) ? plain : text;
}

/** The article of one item, or a refusal that names the field that the item lacks. `from` is the address of the feed. */
export function toFeedArticle(item: FeedItem, head: FeedHead, from?: string): RawArticle | IngestRefusal {
  const title = toPlainText(fromBase64(item.title ?? ''));
  const { url, isFile = false } = findAddress(item, head, from);
  const linked = identifiersInUrl(url ?? '');
  const named = [...item.identifiers, ...item.ids].map(findIdentifiers);
  const doi = named.find((one) => one.doi)?.doi ?? linked.doi;
  const pmid = linked.pmid ?? named.find((one) => one.pmid)?.pmid;
  if (!title || NO_VALUE.test(title)) {
    const hint = url ? `Give the address of the article itself: ${url}.` : 'Look the article up at the publisher and give its address.';
    return { field: 'title', reason: '`title` is missing or empty, expected the title of the article.', hint };
  }
  if (!url && !doi && !pmid) {
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
  const printed = item.published ?? item.changed ?? '';
  const { issued, why } = readPageDate(printed);
  const site = content?.site ?? summary?.site;
  const house =
    toPlainText(item.container ?? '') || (site ?? findContainer(head, url !== undefined && isCollector(url) ? undefined : url, from));
  const { authors, nobody } = readAuthors(item.authors);
  const [only] = authors.length === 1 ? authors : [];
  const isSite = only !== undefined && sameName(only, [house, toPlainText(head.title)]);
  const heard = toLanguage(`${title} ${text}`);
  const { kind, because } =
    doi || pmid ? guessRecordKind('the feed', [], title) : { kind: 'news' as const, because: 'it came through a feed and has no DOI' };
  return {
    title,
    kind,
    kindBecause: because,
    authors: authors.length > 0 ? authors : house ? [{ organisation: house }] : [],
    issued: issued ?? 'undated',
    ...filled({ container: house, volume: item.volume, issue: item.issue, pages: item.pages, url }),
    ...linked,
    ...filled({ doi, pmid }),
    language: heard === 'und' ? (ownLanguage(item.language ?? head.language) ?? heard) : heard,
    coverage: whole ? 'full-text' : broken || text.length < LEAST_ARTICLE ? 'teaser' : 'excerpt',
    ...nothingRead,
    headings: whole ? toHeadings(item.content) : [],
    ...(item.image && isAddress(item.image) && { image: { credit: 'not stated', address: item.image } }),
    text,
    doubts: [
      ...(printed && !issued ? [`Check \`issued\`: the feed prints “${printed.slice(0, 40)}”, ${why ?? 'which is no date'}.`] : []),
      ...(printed ? [] : ['Add `issued`: the feed gives no date; look it up at the original.']),
      ...(issued && !item.published
        ? [`Check \`issued\`: ${issued} is the day of the last change, and the feed gives no day of publication.`]
        : []),
      ...(isFile ? ['Check `url`: the item has no page of its own, and this is the address of its recording or file.'] : []),
      ...(url && isCollector(url)
        ? [`Check \`url\`: ${siteName(url) ?? url} only leads on to the article; open it and put the article’s own address there.`]
        : []),
      ...(isSite
        ? [`Check \`authors\`: the feed names only the site itself, which stands in for a writer. Look at the original for a name.`]
        : []),
      ...(authors.length === 0 && house
        ? [
            `The feed names no author${nobody === undefined ? '' : ` but the account “${nobody}”`}; ${house} stands in for one. Look at the original for a name and correct \`authors\`.`,
          ]
        : []),
      ...(whole
        ? []
        : ['The feed holds a teaser only: read the whole article at its `url` before you write a finding, then correct `coverage`.']),
    ],
  };
}
