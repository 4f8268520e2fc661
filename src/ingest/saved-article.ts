/** A page taken apart -> RawArticle: what all text origins share. Origins hand in what only they can know. */
import type { Author } from '../schema/source.ts';
import { sameTitle } from './markup/claim.ts';
import { toLanguage } from './guess.ts';
import { filled, type RawArticle } from './raw-article.ts';
import type { SavedPage } from './saved-page.ts';
import { nameFromHost, siteName } from './canonical-url.ts';

const liable = /(?:^|[.!?]\s+)(\p{Lu}[\p{L}\p{N}.&'’ -]{1,50}?) (?:assumes|accepts|takes) no (?:liability|responsibility)/u;
const copyright =
  /^(?:©(?: copyright)?|copyright(?: ©)?)\s*(?:\d{4}(?:[–-]\d{4})?\s+)?(\p{Lu}[^.|,\d]{1,50}?)(?:\.|,|\||\d|\s+all rights|$)/imu;
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

const BREAKS_OFF = /(?:\[(?:…|\.\.\.)\]|…|\.\.\.)\s*$|\b(?:continue reading|read the full (?:article|story))\b/i;

const reviewerDoubt = (reviewer: string, publisher: string | undefined): string =>
  publisher && reviewer.includes(publisher)
    ? `The page was reviewed by ${reviewer}, which belongs to its publisher: say in the digest that this is no independent review.`
    : `The page names ${reviewer} as its reviewer: see whether that is independent of the publisher.`;

function toDoubts(page: SavedPage, issued: string): string[] {
  const { byline, fields } = page;
  const banner = page.boilerplate.some((line) => /(?:\ball|All) (?:our |of our )?(?:articles|content|pages) (?:are|is|get)\b/.test(line));
  return [
    ...fields.doubts,
    ...(byline?.printed && !byline.date ? [`Add \`issued\`: the page prints “${byline.printed}”, and there is no such day.`] : []),
    ...(issued === 'undated' ? ['Look for the date of publication: none was found, so `issued` says `undated`.'] : []),
    ...(byline?.date && issued === byline.date
      ? ['Check `issued`: the date beside the title is not always the day of publication on pages of this shape.']
      : []),
    ...(page.reviewState
      ? [
          `The page says of itself “${page.reviewState}”${banner ? ', and also that all its articles are reviewed' : ''}: say so in the digest, and do not count it as reviewed.`,
        ]
      : []),
    ...(page.reviewer ? [reviewerDoubt(page.reviewer, findPublisher(page))] : []),
  ];
}

/** What no house and nobody is called: an account, an address, a number. */
const NO_NAME = /^[^\p{Lu}\p{Lo}]+$|@|\d|\.\p{Ll}{2,4}$/u;

/** The site as its own author, and what is no name: never without a word. `alone` is true where the page names nobody. */
function standInDoubts(page: SavedPage, authors: readonly Author[], alone: boolean, houses: readonly (string | undefined)[]): string[] {
  if (authors.length === 0 || page.fields.doubts.some((doubt) => /stands in for a writer/.test(doubt))) return [];
  const host = siteName(page.fields.url ?? page.fields.siteLine ?? '') ?? '';
  const own = [...houses, host, host.split('.')[0]].flatMap((name) => name || []);
  const spelt = authors.map((author) => ('family' in author ? `${author.given ?? ''} ${author.family}`.trim() : author.organisation));
  if (alone || spelt.every((name) => own.some((house) => sameTitle(name, house))))
    return [
      `Check \`authors\`: the page names no writer, and ${spelt.join(', ')}, which publishes it, stands in for one. Look on the page for a name.`,
    ];
  const odd = authors.flatMap((author) =>
    'organisation' in author && NO_NAME.test(author.organisation) ? [`“${author.organisation}”`] : [],
  );
  return odd.length > 0
    ? [`Check \`authors\`: ${odd.join(', ')} reads like an account or an address, not like a name. Look on the page for one.`]
    : [];
}

/** The article of a page; what an origin knows better replaces what was found in general. Example: `toSavedArticle(page, { kind, kindBecause })`. */
export function toSavedArticle(page: SavedPage, known: Pick<RawArticle, 'kind' | 'kindBecause'> & Partial<RawArticle>): RawArticle {
  const { blocks, byline, fields, head } = page;
  const text = blocks.map((block) => block.text).join('\n');
  const site = findPublisher(page);
  const container = head.crumb ?? site;
  const { published, updated, url, doi, pmid, registry, isbn } = fields;
  const issued = published ?? byline?.date ?? 'undated';
  const named = known.authors ?? byline?.authors ?? [];
  const authors = named.length > 0 ? named : site ? [{ organisation: site }] : [];
  return {
    title: head.title,
    issued,
    ...filled({ updated, container, publisher: site === container ? undefined : site, url, doi, pmid, registry, isbn }),
    language: toLanguage(`${head.title}\n${text}`),
    coverage: BREAKS_OFF.test(text) ? 'teaser' : 'full-text',
    aliases: [],
    headings: blocks.flatMap(({ kind, text, page }) =>
      kind === 'heading' ? [{ text, ...(page !== undefined && { page: String(page) }) }] : [],
    ),
    marks: page.marks,
    references: page.references,
    disclaimers: page.disclaimers,
    boilerplate: page.boilerplate,
    text,
    ...known,
    authors,
    doubts: [
      ...toDoubts(page, issued),
      ...standInDoubts(page, authors, named.length === 0, [site, known.container ?? container, known.publisher]),
    ],
  };
}
