/** A page in markup taken apart: what it claims of itself, its article as blocks, its references, and what stands in the way. */
import type { Block } from '../block.ts';
import { isRefusal, type IngestRefusal } from '../raw-article.ts';
import { chooseAuthors, chooseClaims, type AuthorClaim, type Chosen, type Claim, toClaim, toMetaClaims } from './claim.ts';
import { toLinkedClaims, type PageSelf } from './linked-data.ts';
import { countTeasers, findNextPage } from './whole-page.ts';
import { isAddress } from '../canonical-url.ts';
import { toOneLine, toPlain } from '../plain-text.ts';
import { findMarkedByline, toBrokenByline } from './byline.ts';
import { findMainPart, toDocument, toPageBlocks, wordsOf } from './page-tree.ts';
import { takeReferences, type PageReferences } from './reference-list.ts';
import { toThinMarkup, type ThinMarkup } from './thin-markup.ts';

interface PageSigns extends ThinMarkup {
  /** Title and first heading. */
  readonly names: readonly string[];
  /** What was taken for the article. */
  readonly article: string;
  /** All that the page shows. */
  readonly body: string;
  /** True where the page itself says that readers have to pay. */
  readonly sold: boolean;
}

const SHORT = 1500;
const FEWEST_WORDS = 40;
/** With so many words before a wall, they are a teaser and not the wall's own. */
const TEASER_WORDS = 60;

const ERROR =
  /^(?:error\b.*)?(?:[45]\d\d\b|(?:the )?(?:page|file|document|article) (?:was |is )?(?:not found|unavailable|missing|no longer (?:available|exists))|(?:page )?not found|access denied|forbidden|bad (?:gateway|request)|internal server error|service (?:temporarily )?unavailable|page (?:introuvable|non trouvée)|seite nicht gefunden|página no encontrada|oops)/iu;
const CHALLENGE =
  /verify(?:ing)? (?:that )?you are (?:a )?human|(?:are|re) you a (?:robot|human)|not a robot|checking your browser|unusual traffic|just a moment|complete the captcha|vérifi\w+ que vous êtes humain|sicherheitsüberprüfung/iu;
const SCRIPTS =
  /(?:enable|turn on|requires?|needs?|activate|activez|veuillez activer|aktivieren sie)[^.]{0,40}javascript|javascript[^.]{0,40}(?:disabled|required|enabled|désactivé|deaktiviert|activ|erforderlich|not (?:available|supported))/iu;
const COOKIES =
  /\b(?:cookies?|consent|partners?|vendors?|privacy|personali[sz]ed|legitimate interests?|traceurs?|consentement|einwilligung|datenschutz)\b/giu;
const COOKIE_NOTICE =
  /accept (?:all|cookies)|cookie (?:settings|preferences|policy)|we (?:and our partners )?use cookies|value your privacy|accepter (?:tout|les cookies)|alle akzeptieren|before you continue/iu;
const LOGIN =
  /\b(?:(?:please )?(?:log|sign) ?in (?:to(?! (?:comment|reply|join))|with|via|below|through)|institutional (?:login|access)|forgot(?:ten)? (?:your )?password|(?:user ?name|e-?mail) (?:address )?(?:and|or) password|you (?:must|need to) (?:log|sign) in|connectez-vous|identifiez-vous|mot de passe oublié|bitte (?:melden sie sich|einloggen)|passwort vergessen)/iu;
const PAID =
  /subscribe (?:now )?(?:to|for) (?:continue|read|keep|full|get|unlimited)|(?:to|continue) read(?:ing)? (?:this|the (?:full|rest|whole))|(?:log|sign) in to (?:continue|read|view)|preview of subscription content|(?:get|purchase|buy|rent) (?:full |instant )?access|this (?:article|content|story) is (?:only )?(?:for|available to) (?:our )?(?:subscribers|members)|register (?:for free )?to (?:continue|read)|réservé (?:aux|à nos) abonnés|il vous reste \d+ ?% |nur für abonnenten|weiterlesen mit/iu;

const count = (text: string): number => text.match(/\p{L}[\p{L}\p{N}'’-]*/gu)?.length ?? 0;
const doi = 'Open the article itself in a browser and save that page, or give its DOI.';

const refuse = (reason: string, hint: string): IngestRefusal => ({ reason, hint });

/** Why a page is no article, e.g. `It is a page to log in …`; undefined for one that may be. */
export function findObstacle(signs: PageSigns): IngestRefusal | undefined {
  const { names, article, body, withoutScripts, asksPassword, challenges } = signs;
  const words = count(article);
  if (article.length > SHORT) return undefined;
  const error = names.find((name) => ERROR.test(name.trim()));
  if (error)
    return refuse(
      `It is an error page (“${error.trim().slice(0, 60)}”), though it may have been sent as if all was well.`,
      'Look the address up in a browser: the article may have moved.',
    );
  const all = `${names.join('\n')}\n${body}\n${withoutScripts}`;
  if (CHALLENGE.test(all) || (challenges && words < FEWEST_WORDS)) {
    return refuse('It is a check that tells people from machines (a captcha), not the article.', doi);
  }
  if (COOKIE_NOTICE.test(body) && (body.match(COOKIES)?.length ?? 0) * 25 > count(body)) {
    return refuse('It is a notice about cookies, not the article.', 'Answer the notice in a browser, then save the page that follows.');
  }
  const paid = PAID.test(body) || signs.sold;
  const asks = asksPassword || LOGIN.test(all);
  if ((asks && words < TEASER_WORDS) || (asksPassword && LOGIN.test(article) && !paid)) {
    return refuse('It is a page to log in, not the article.', 'Log in with a browser and save the article from there, or give its DOI.');
  }
  if (words < FEWEST_WORDS && SCRIPTS.test(all)) {
    return refuse('The page is empty until its scripts have run (it asks for JavaScript).', doi);
  }
  if (words < FEWEST_WORDS) {
    return refuse(`The page holds no article: ${words === 0 ? 'no words' : words === 1 ? 'one word' : `${words} words`} in all.`, doi);
  }
  return undefined;
}

/** By which words a page says that its text goes on behind a payment, e.g. `Subscribe to continue reading`; undefined for a whole article. */
export function findPaywall({ body, sold }: PageSigns): string | undefined {
  return PAID.exec(body)?.[0] ?? (sold ? 'not accessible for free' : undefined);
}

export interface PageReading extends PageReferences {
  readonly values: Chosen['values'];
  readonly authors: AuthorClaim['authors'];
  readonly blocks: readonly Block[];
  /** Lines outside the article, each once. */
  readonly around: readonly string[];
  readonly signs: PageSigns;
  /** Type that the page gives itself in JSON-LD, e.g. `NewsArticle`. */
  readonly type?: string;
  /** How many pieces of the article only lead on to others. */
  readonly teasers: number;
  /** Where the page says that its text goes on, e.g. `?page=2`. */
  readonly next?: string;
  /** True where journals' metadata (`citation_*`) stand on the page. */
  readonly scholarly: boolean;
}

const LONGEST_TITLE = 300;
/** Signs between title and site; a colon is one only in the title of a browser's tab, and elsewhere a subtitle follows it. */
const signs = { tab: [/^\s*[|–—·»:-]\s+/u, /[|–—·»:-]\s+$/u], text: [/^\s*[|–—·»-]\s+/u, /[|–—·»-]\s+$/u] } as const;

/** `Widgets explained` of `Widgets explained | Example Clinic` and `Clinic - Widgets explained`, where the rest is the site or the one is a heading of the page. */
function withoutSite(title: string, site: string | undefined, headings: readonly string[], where: keyof typeof signs): string {
  const [after, before] = signs[where];
  // What a journal sets before a title for its readers is no site.
  if (title.length > LONGEST_TITLE || /^\W*(?:retract|withdrawn|correct|erratum|corrigendum|expression of concern|editor)/i.test(title))
    return title;
  const tail = /^(.{4,}?)\s+[|–—·»-]\s+([^|]{2,60})$/u.exec(title);
  if (tail?.[1] && tail[2] === site) return tail[1];
  const parts = headings.filter((heading) => heading.length > 3 && heading.length < title.length).sort((a, b) => b.length - a.length);
  const heading = parts.find(
    (part) =>
      (title.startsWith(part) && after.test(title.slice(part.length))) ||
      (title.endsWith(part) && before.test(title.slice(0, -part.length))),
  );
  return heading ?? title;
}

/** What the tree itself claims after its metadata: canonical address, dates in `<time>`, first heading, title, language. */
function toTreeClaims(document: Document, site: string | undefined, all: readonly string[]): Claim[] {
  const headings = [...document.querySelectorAll('h1')].map(wordsOf).filter(Boolean);
  const head = withoutSite(wordsOf(document.querySelector('title')), site, all, 'tab');
  const times = [...document.querySelectorAll('time')];
  const dated = times.filter(
    (time) =>
      /publi|issued|posted|entry-date/i.test(`${time.getAttribute('itemprop') ?? ''} ${time.getAttribute('class') ?? ''}`) ||
      time.hasAttribute('pubdate'),
  );
  const [only, ...more] = times;
  const time = dated[0] ?? (more.length === 0 ? only : undefined);
  return [
    ...toClaim('url', document.querySelector('link[rel~="canonical"]')?.getAttribute('href') ?? '', 'link rel=canonical'),
    ...(time ? toClaim('published', time.getAttribute('datetime') ?? wordsOf(time), 'time') : []),
    ...(headings.length === 1 ? toClaim('title', headings[0] ?? '', 'h1') : []),
    ...toClaim('title', head, 'title'),
    ...(headings.includes(head) ? [] : toClaim('title', all.find((text) => text === head) ?? '', 'heading')),
    ...toClaim('language', document.documentElement.getAttribute('lang') ?? '', 'html lang'),
  ];
}

const TEXT_END = /[.!?…:;,]$/;

/** What a page calls itself and where it says that it stands; `address` is where it was read. */
function toSelf(document: Document, claims: readonly Claim[], address: string | undefined): PageSelf {
  const claimed = (field: Claim['field']): string[] => claims.filter((claim) => claim.field === field).map(({ value }) => value);
  return {
    addresses: [...claimed('url'), document.querySelector('link[rel~="canonical"]')?.getAttribute('href') ?? '', address ?? ''].filter(
      isAddress,
    ),
    names: [...claimed('title'), wordsOf(document.querySelector('title')), ...[...document.querySelectorAll('h1')].map(wordsOf)].filter(
      Boolean,
    ),
  };
}

/** Doubts for values that stand in for better ones: a title only of the browser's tab, a date only of a clock on the page, a writer only of a printed line. */
function standIns(claims: readonly Claim[], titled: string | undefined, site: string | undefined, byline: string | undefined): string[] {
  const from = (field: Claim['field']): Set<string> =>
    new Set(claims.filter((claim) => claim.field === field && claim.value !== '').map((claim) => claim.from));
  const only = (field: Claim['field'], place: string): boolean => from(field).size === 1 && from(field).has(place);
  return [
    ...(only('title', 'title') ? ['Check `title`: only `title` in the head of the page says it, and no heading does.'] : []),
    ...(titled !== undefined && site !== undefined && toPlain(titled) === toPlain(site)
      ? ['Check `title`: it is the name of the site. Look on the page for that of the article.']
      : []),
    ...((titled?.length ?? 0) > LONGEST_TITLE ? [`Check \`title\`: it has ${titled?.length ?? 0} characters, more than titles have.`] : []),
    ...(only('published', 'time')
      ? ['Check `issued`: only a mark of time (`time`) on the page gives it, which need not be the day of publication.']
      : []),
    ...(byline === undefined ? [] : [`Check \`authors\`: they were read from the line “${toOneLine(byline).slice(0, 80)}”.`]),
  ];
}

/** Takes a page apart, e.g. `toPageReading('<title>A</title>…')`, or says why its markup cannot be read. `address` is where it was read. */
export function toPageReading(markup: string, address?: string): PageReading | IngestRefusal {
  const thin = toThinMarkup(markup);
  if (isRefusal(thin)) return thin;
  const document = toDocument(thin.html);
  const meta = toMetaClaims(document);
  const self = toSelf(document, meta.claims, address);
  const linked = toLinkedClaims(thin.linkedData, self);
  const site = meta.claims.find((claim) => claim.field === 'site')?.value;
  const headings = [...document.querySelectorAll('h1')].map(wordsOf);
  const lower = [...document.querySelectorAll('h2, h3')].map(wordsOf).filter((text) => text.length > 8);
  const claims = [
    ...meta.claims.filter(({ from }) => !/^(?:og|article):|^date$/i.test(from)),
    ...linked.claims,
    ...meta.claims,
    ...toTreeClaims(document, site, [...headings, ...lower]),
  ].map((claim) =>
    claim.field === 'title' && !/^(?:citation_|dc[.:])/i.test(claim.from)
      ? { ...claim, value: withoutSite(claim.value, site, [...headings, ...lower], 'text') }
      : claim,
  );
  const chosen = chooseClaims(claims);
  const references = takeReferences(document);
  const all = toPageBlocks(document.body);
  const next = findNextPage(document, self.addresses[0]);
  const marked = findMarkedByline(document);
  const { main, byline = marked } = findMainPart(document, thin.html.length);
  const printed = byline === undefined ? [] : toBrokenByline(byline);
  const named = [...meta.authors.filter(({ from }) => /^(?:citation|dc)/i.test(from)), ...linked.authors, ...meta.authors];
  const written = chooseAuthors([...named, { authors: printed, from: 'byline' }], site);
  const stand = written.from === 'byline' ? byline : undefined;
  const blocks = toPageBlocks(main);
  const inside = new Set(blocks.map((block) => block.text));
  const around = [...new Set(all.map((block) => block.text))].filter(
    (text) => !inside.has(text) && (text.length < 200 || TEXT_END.test(text)),
  );
  const join = (some: readonly Block[]): string => some.map((block) => block.text).join('\n');
  return {
    ...references,
    values: chosen.values,
    authors: written.authors,
    doubts: [
      ...chosen.doubts,
      ...written.doubts,
      ...standIns(claims, chosen.values.title, site, stand),
      ...linked.doubts,
      ...references.doubts,
    ],
    teasers: countTeasers(main),
    ...(next !== undefined && { next }),
    blocks,
    around,
    signs: {
      ...thin,
      names: [wordsOf(document.querySelector('title')), ...headings.slice(0, 1)].filter(Boolean),
      article: join(blocks),
      body: join(all),
      sold: linked.free === false,
    },
    ...(linked.type && { type: linked.type }),
    scholarly: meta.claims.some(({ from }) => /^(?:citation_(?!language)|prism\.)/i.test(from)),
  };
}
