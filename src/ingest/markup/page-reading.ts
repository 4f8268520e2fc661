/** A page in markup taken apart: what it claims of itself, its article as blocks, its references, and what stands in the way. */
import type { Block } from '../block.ts';
import { isRefusal, type IngestRefusal } from '../outcome.ts';
import { chooseAuthors, chooseClaims, type AuthorClaim, type Chosen, type Claim } from './claim.ts';
import { toLinkedClaims } from './linked-data.ts';
import { toClaim, toMetaClaims } from './meta-claim.ts';
import type { PageSigns } from './obstacle.ts';
import { findMainPart, toDocument, toPageBlocks, wordsOf } from './page-tree.ts';
import { takeReferences, type PageReferences } from './reference-list.ts';
import { toThinMarkup } from './thin-markup.ts';

export interface PageReading extends PageReferences {
  readonly values: Chosen['values'];
  readonly authors: AuthorClaim['authors'];
  readonly blocks: readonly Block[];
  /** Lines outside the article, each once. */
  readonly around: readonly string[];
  readonly signs: PageSigns;
  /** Type that the page gives itself in JSON-LD, e.g. `NewsArticle`. */
  readonly type?: string;
  /** True where journals' metadata (`citation_*`) stand on the page. */
  readonly scholarly: boolean;
}

/** `Widgets explained` of `Widgets explained | Example Clinic`, where the tail is the site or the rest is a heading of the page. */
function withoutSite(title: string, site: string | undefined, headings: readonly string[]): string {
  const cut = /^(.{4,}?)\s+[|–—·»-]\s+([^|]{2,60})$/u.exec(title);
  return cut?.[1] && (cut[2] === site || headings.includes(cut[1])) ? cut[1] : title;
}

/** What the tree itself claims after its metadata: canonical address, dates in `<time>`, first heading, title, language. */
function toTreeClaims(document: Document, site: string | undefined): Claim[] {
  const headings = [...document.querySelectorAll('h1')].map(wordsOf).filter(Boolean);
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
    ...toClaim('title', withoutSite(wordsOf(document.querySelector('title')), site, headings), 'title'),
    ...toClaim('language', document.documentElement.getAttribute('lang') ?? '', 'html lang'),
  ];
}

const TEXT_END = /[.!?…:;,]$/;

/** Takes a page apart, e.g. `toPageReading('<title>A</title>…')`, or says why its markup cannot be read. */
export function toPageReading(markup: string): PageReading | IngestRefusal {
  const thin = toThinMarkup(markup);
  if (isRefusal(thin)) return thin;
  const document = toDocument(thin.html);
  const meta = toMetaClaims(document);
  const linked = toLinkedClaims(thin.linkedData);
  const site = meta.claims.find((claim) => claim.field === 'site')?.value;
  const headings = [...document.querySelectorAll('h1')].map(wordsOf);
  const claims = [
    ...meta.claims.filter(({ from }) => !/^(?:og|article):|^date$/i.test(from)),
    ...linked.claims,
    ...meta.claims,
    ...toTreeClaims(document, site),
  ].map((claim) => (claim.field === 'title' ? { ...claim, value: withoutSite(claim.value, site, headings) } : claim));
  const chosen = chooseClaims(claims);
  const written = chooseAuthors([...meta.authors.filter(({ from }) => /^(?:citation|dc)/i.test(from)), ...linked.authors, ...meta.authors]);
  const references = takeReferences(document);
  const all = toPageBlocks(document.body);
  const main = findMainPart(document, thin.html.length);
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
    doubts: [...chosen.doubts, ...written.doubts, ...references.doubts],
    blocks,
    around,
    signs: {
      names: [wordsOf(document.querySelector('title')), ...headings.slice(0, 1)].filter(Boolean),
      article: join(blocks),
      body: join(all),
      withoutScripts: thin.withoutScripts,
      asksPassword: thin.asksPassword,
      challenges: thin.challenges,
      sold: linked.free === false,
    },
    ...(linked.type && { type: linked.type }),
    scholarly: meta.claims.some(({ from }) => /^(?:citation_(?!language)|prism\.)/i.test(from)),
  };
}
