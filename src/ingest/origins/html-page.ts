/** A page in HTML, fetched or saved: metadata from its head, the article from its body. Walls and notices are refused by their names. */
import { canonicalUrl } from '../canonical-url.ts';
import { identifiersInUrl } from '../identifiers.ts';
import { guessKind, guessRecordKind, type KindGuess, toLanguage } from '../guess.ts';
import { findShortcoming } from '../markup/whole-page.ts';
import { findObstacle, findPaywall, toPageReading, type PageReading } from '../markup/page-reading.ts';
import type { Origin, ExtractedArticle, DecodedDocument } from '../document.ts';
import { isRefusal, type IngestRefusal, filled, type RawArticle } from '../raw-article.ts';
import { toPageFields } from '../page-field.ts';
import { toSavedArticle } from '../saved-article.ts';
import { toStructuredPage, type SavedPage } from '../saved-page.ts';

const START =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,5000}?-->\s*)*<(?:!doctype\s+html|html)\b|^\s*(?:<!--[\s\S]{0,5000}?-->\s*)*<(?:head|body|main|article(?![^>]*\b(?:article-type|dtd-version|xmlns))|section|div|meta|title|p|h[1-6])\b/i;
/** A page that begins behind a notice of its server. */
const LATER = /^(?![\s\S]{0,2000}\nmime-version:)[^{]{0,2000}?<(?:!doctype\s+html|html)\b/i;
/** A page that begins in its middle, with a script or a line break, and has the rest all the same. */
const MIDDLE = /^\s*<[a-z][\s\S]{0,50000}?<(?:!doctype\s+html|html|head|body|title)[\s>]/i;
/** A browser, or a mirror, that shows the text of a feed inside a page of its own. */
const SHOWN_FEED = /<(?:pre|div)\b[^>]*>\s*(?:&lt;[?!][\s\S]{0,400}?)?&lt;(?:rss|feed|rdf:RDF)\b|webkit-xml-viewer-source-xml/i;
const ABSTRACT_LENGTH = 5000;

const noTitle: IngestRefusal = {
  field: 'title',
  reason: 'The page has no title, neither in its head nor as a heading.',
  hint: 'Look whether the page was saved as a whole, or put its title between `<title>` and `</title>`.',
};

const shownFeed: IngestRefusal = {
  reason: 'It is a feed shown inside a web page, not the feed itself.',
  hint: 'Give the address of the feed, or save what the server sends (“Save page source”), which begins with `<?xml` or `<rss`.',
};

function guess(reading: PageReading, page: SavedPage, title: string): KindGuess {
  const { scholarly, type, values } = reading;
  if (scholarly) return guessRecordKind('its journal', values.type ? [values.type] : [], title);
  const named = guessRecordKind('its publisher', [], title);
  const byType: KindGuess =
    type && /Scholarly|Guideline/.test(type)
      ? named
      : { kind: 'news', because: type && /News/.test(type) ? `the page calls itself \`${type}\`` : 'nothing on the page says what it is' };
  return guessKind(page, byType.kind === 'news' && named.because.startsWith('its title') && !/News/.test(type ?? '') ? named : byType);
}

/** Journals show the abstract to all: then the digest can only be one of the abstract. */
const isAbstractOnly = ({ scholarly, blocks, signs }: PageReading): boolean =>
  scholarly &&
  signs.article.length < ABSTRACT_LENGTH &&
  !blocks.some(({ kind, text }) => kind === 'heading' && /^(?:\d\.?\s*)?(?:introduction|discussion|references)$/i.test(text));

function findLanguage({ values, signs }: PageReading, title: string): { language: string; doubts: string[] } {
  const heard = toLanguage(`${title}\n${signs.article}`);
  const says = values.language;
  if (!says) return { language: heard, doubts: [] };
  const [primary = '', ...rest] = says.split('-');
  const language = [primary.toLowerCase(), ...rest].join('-');
  const differ = heard !== 'und' && heard !== primary.toLowerCase();
  return { language, doubts: differ ? [`Check \`language\`: the page says ${language}, and its words look like ${heard}.`] : [] };
}

function toArticle(document: DecodedDocument): RawArticle | IngestRefusal {
  if (SHOWN_FEED.test(document.text ?? '')) return shownFeed;
  const reading = toPageReading(document.text ?? '', document.address);
  if (isRefusal(reading)) return reading;
  const { values, signs, authors } = reading;
  const obstacle = findObstacle(signs);
  if (obstacle) return obstacle;
  const title = values.title ?? reading.blocks.find((block) => block.kind === 'heading')?.text;
  if (!title) return noTitle;

  const printed = toPageFields([...reading.blocks.slice(0, 12).map((block) => block.text), ...reading.around.slice(0, 60)]);
  const url = values.url ?? document.address;
  const moved = values.url && document.address && canonicalUrl(values.url) !== canonicalUrl(document.address);
  const published = values.published ?? printed.published;
  const paywall = findPaywall(signs);
  const short = paywall === undefined ? findShortcoming({ ...reading, ...signs }) : undefined;
  const { language, doubts } = findLanguage(reading, title);
  const page = toStructuredPage({
    ...reading,
    title,
    site: values.site,
    fields: {
      ...printed,
      ...(url && { url, ...identifiersInUrl(url) }),
      ...filled({ published, updated: values.updated, doi: values.doi, pmid: values.pmid, isbn: values.isbn }),
      doubts: [
        ...reading.doubts,
        ...(values.published ? [] : printed.doubts),
        ...doubts,
        ...(moved ? [`Check \`url\`: the page was read at ${document.address ?? ''} and names ${values.url ?? ''} as its address.`] : []),
        ...(short ? [short.doubt] : []),
        ...(paywall
          ? [
              `The page breaks off before a payment or a log-in (“${paywall}”): read the whole article, or keep \`coverage: teaser\` and claim nothing beyond it.`,
            ]
          : []),
      ],
    },
  });
  const { kind, because } = guess(reading, page, title);
  const abstract = isAbstractOnly(reading);
  const pages = values.firstPage && [values.firstPage, values.lastPage].filter(Boolean).join('-');
  const house = values.container ?? values.site;
  return toSavedArticle(page, {
    kind,
    kindBecause: because,
    ...(authors.length > 0 && { authors }),
    ...filled({ container: house, publisher: values.publisher === house ? undefined : values.publisher, pages }),
    ...filled({ volume: values.volume, issue: values.issue }),
    language,
    ...(paywall
      ? { coverage: 'teaser' as const }
      : abstract
        ? { coverage: 'abstract' as const }
        : short
          ? { coverage: short.coverage }
          : {}),
  });
}

const vocabularies: readonly (readonly [RegExp, string])[] = [
  [/["']citation_\w+["']/i, '`citation_*` metadata'],
  [/["']dc(?:terms)?[.:]\w+["']/i, 'Dublin Core'],
  [/application\/ld\+json/i, 'JSON-LD'],
  [/["']og:\w+["']/i, 'Open Graph'],
];

export const htmlPage: Origin = {
  name: 'web page',
  looksFor: 'HTML from its first character on, as a browser saves it',
  recognise: ({ text }) => {
    if (text === undefined || !(START.test(text) || LATER.test(text) || MIDDLE.test(text))) return undefined;
    const found = vocabularies.flatMap(([pattern, name]) => (pattern.test(text) ? [name] : []));
    return `its markup${found.length > 0 ? ` with ${found.join(', ')}` : ''}`;
  },
  toArticles: (document): ExtractedArticle[] => [{ bytes: document.bytes, ending: '.html', article: toArticle(document) }],
};
