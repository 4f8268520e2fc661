/** Whether a page shows its whole article: not the first of several pages, no list of teasers, not a small part of what the page shows. */
import { wordsOf } from './page-tree.ts';

/** Addresses of a second page: `?page=2`, `/page/2/`, `/2`, `-2.html`. */
const PAGED =
  /[?&#](?:page|pg|seite|pagina|start|offset|pageno|paged)=(?:[2-9]|\d\d\d?)\b|[?&]p=(?:[2-9]|\d\d)\b|\/(?:page[-/]?)?[2-9]\d?\/?(?:$|[?#])|[-_,](?:page-?|p)?[2-9]\.html?(?:$|[?#])/i;
const NEXT =
  /^(?:next page|go to page 2|continued on page 2|nächste seite|page suivante|página siguiente|pagina successiva|volgende pagina)\W*$/i;
const FIRST_OF = /\b(?:page|seite|página|pagina) ?1 ?(?:of|\/|von|sur|de) ?(?:[2-9]|[1-9]\d)\b/i;

/** How the page says that its text goes on, e.g. `` `rel=next` leads to ?page=2 ``; a link to the next story is none. */
export function findNextPage(document: Document, own?: string): string | undefined {
  // The second page of an article has its address and more; the next story has another.
  const stem = URL.parse(own ?? '')?.pathname.replace(/(?:\/|\.\w+)?$/, '');
  const isOwn = (href: string): boolean => stem === undefined || URL.parse(href, own)?.pathname.startsWith(stem) === true;
  const hrefs = (links: readonly Element[]): string | undefined =>
    links.map((link) => link.getAttribute('href') ?? '').find((href) => PAGED.test(href) && isOwn(href));
  const marked = hrefs([...document.querySelectorAll('link[rel~="next"], a[rel~="next"]')]);
  if (marked !== undefined) return `\`rel=next\` leads to ${marked.slice(0, 60)}`;
  const worded = hrefs([...document.querySelectorAll('a[href]')].filter((link) => NEXT.test(wordsOf(link))));
  if (worded !== undefined) return `a link to the next page leads to ${worded.slice(0, 60)}`;
  const says = FIRST_OF.exec(wordsOf(document.querySelector('title')))?.[0] ?? FIRST_OF.exec(wordsOf(document.body).slice(-3000))?.[0];
  return says && `it says “${says}”`;
}

const LEADS_ON =
  /^(?:read|view|see|learn|show)? ?(?:more|the full (?:story|article)|full (?:story|article))\b.{0,40}$|^continue reading|^(?:weiterlesen|mehr lesen|lire la suite|en savoir plus|leer más|continua a leggere|lees verder)/i;
const FEWEST = 3;

/** How many pieces of a part only lead on to other articles: “Read more” links, and headings that are links with a short text under each. */
export function countTeasers(main: Element): number {
  const more = [...main.querySelectorAll('a')].filter((link) => LEADS_ON.test(wordsOf(link))).length;
  const headings = [...main.querySelectorAll('h2, h3, h4')];
  const linked = headings.filter((heading) => {
    const link = heading.querySelector('a[href]:not([href^="#"])') ?? heading.closest('a[href]');
    return link !== null && wordsOf(link).length > 15 && wordsOf(link) === wordsOf(heading);
  });
  const most = linked.length * 3 >= headings.length * 2 ? linked.length : 0;
  return Math.max(more, most) >= FEWEST ? Math.max(more, most) : 0;
}

const count = (text: string): number => text.match(/\p{L}[\p{L}\p{N}'’-]*/gu)?.length ?? 0;
/** Navigation, comments and other stories are often two thirds of a page, and seldom more than this. */
const LEAST_SHARE = 0.1;
/** A piece of a list has fewer words than this. */
const TEASER_WORDS = 120;

/** What keeps an article from being `full-text`, as a coverage and a sentence; undefined for a page that shows it whole. */
export function findShortcoming(part: {
  readonly next?: string;
  readonly teasers: number;
  readonly article: string;
  readonly body: string;
}): { readonly coverage: 'excerpt' | 'teaser'; readonly doubt: string } | undefined {
  const { next, teasers, article, body } = part;
  if (next !== undefined)
    return {
      coverage: 'excerpt',
      doubt: `The article goes on behind this page (${next}): read its other pages too, then correct \`coverage\`.`,
    };
  if (teasers > 0 && count(article) < teasers * TEASER_WORDS)
    return {
      coverage: 'teaser',
      doubt: `The page looks like a list: ${teasers} of its pieces lead on to other articles. Give the address of the one that you mean, or see that this is an article.`,
    };
  const share = count(article) / Math.max(1, count(body));
  if (share < LEAST_SHARE)
    return {
      coverage: 'excerpt',
      doubt: `What was taken for the article is ${Math.round(share * 100)}% of the words on the page: see whether it is the right part, then correct \`coverage\`.`,
    };
  return undefined;
}
