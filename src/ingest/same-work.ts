/** Whether an article is a source that exists already, by the surest sign first; in what it differs from that one; and which sources only bear its title. */
import { toPlain } from './plain-text.ts';
import type { RawArticle } from './raw-article.ts';
import { toKnownSource, type KnownSource, type SourceIndex } from './source-index.ts';

export interface Recognition {
  readonly source: KnownSource;
  /** Completes "the same …", e.g. `ISBN 978-1-4731-3431-7`. */
  readonly sign: string;
}

/** Shorter titles are shared by works that have nothing else in common, e.g. `Deep vein thrombosis`. */
const TELLING_WORDS = 6;

const year = (date: string | undefined): string | undefined => (date && /^\d{4}/.test(date) ? date.slice(0, 4) : undefined);
const meet = (ours: readonly string[], theirs: readonly string[]): boolean => {
  const known = new Set(theirs.map(toPlain));
  return ours.some((each) => known.has(toPlain(each)));
};
const differ = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && a.toLowerCase() !== b.toLowerCase();

/** True where one name of a journal shortens the other, e.g. `J Vasc Surg` and `Journal of Vascular Surgery`. */
function isShortened(a: string, b: string): boolean {
  const [short = [], long = []] = [a, b]
    .map((name) => toPlain(name).replace(/^the /, '').split(' '))
    .sort((one, other) => one.join().length - other.join().length);
  let at = 0;
  return short.every((word) => {
    const found = long.findIndex((each, i) => i >= at && each.startsWith(word));
    at = found + 1;
    return found >= 0;
  });
}

const SINGLE = ['doi', 'pmid', 'isbn', 'registry', 'volume', 'pages'] as const;
const firstPage = (pages: string | undefined): string | undefined => pages?.split(/[-–]/)[0];

/** Fields by which two works of one title are two, e.g. `volume`; a field that either lacks tells nothing. */
function apart(article: RawArticle, held: KnownSource): string[] {
  const journals = article.container !== undefined && held.container !== undefined && !isShortened(article.container, held.container);
  // A site is no journal: one page of it may come under several names.
  const inJournals = [article, held].every(({ volume, doi, pmid }) => volume ?? doi ?? pmid);
  const values = (one: RawArticle | KnownSource, field: (typeof SINGLE)[number]): string | undefined =>
    field === 'pages' ? firstPage(one.pages) : one[field];
  return [
    ...(differ(year(article.issued), year(held.issued)) ? ['issued'] : []),
    ...SINGLE.filter((field) => differ(values(article, field), values(held, field))),
    ...(journals && (inJournals || article.kind !== 'news') && !meet([article.container ?? ''], held.houses) ? ['container'] : []),
  ];
}

interface Shared {
  readonly with: string;
  /** Fields that contradict it: then the works are two. */
  readonly apart: readonly string[];
}

/** What, besides the title, two works of one title share: a publisher, an author, or, where the title is long, the year; and what keeps them apart. */
function sharedBeside(article: RawArticle, held: KnownSource): Shared | undefined {
  const { houses, families } = toKnownSource('', '', article);
  const long = toPlain(article.title).split(' ').length >= TELLING_WORDS;
  const [ours, theirs] = [year(article.issued), year(held.issued)];
  const found = meet(families, held.families)
    ? 'author'
    : meet(houses, held.houses)
      ? 'publisher'
      : long && ours !== undefined && ours === theirs
        ? 'year'
        : undefined;
  return found === undefined ? undefined : { with: found, apart: apart(article, held) };
}

/** Sources of the same title that share an author or publisher and are other works all the same, with the fields that tell. */
export function findNamesakes(
  article: RawArticle,
  index: SourceIndex,
): readonly { readonly source: KnownSource; readonly shared: Shared }[] {
  return index.find('title', article.title).flatMap((source) => {
    const shared = sharedBeside(article, source);
    return shared && shared.with !== 'year' && shared.apart.length > 0 ? [{ source, shared }] : [];
  });
}

const shown = (text: string): string => `“${text.length > 80 ? `${text.slice(0, 77)}…` : text}”`;

/** Headings that came and went, e.g. `headings new: “Harms”`, where the source still holds those of then. */
function headingChanges(article: RawArticle, { outline }: KnownSource): string[] {
  if (outline === undefined) return [];
  const now = article.headings.map(({ text }) => text);
  const then = outline.map((text) => text.replace(/ \(p\. [^)]*\)$/, ''));
  const missing = (from: readonly string[], other: readonly string[]): string[] =>
    from.filter((text) => !other.some((each) => toPlain(each) === toPlain(text))).slice(0, 5);
  const [added, gone] = [missing(now, then), missing(then, now)];
  return [
    ...(added.length > 0 ? [`headings new: ${added.map(shown).join(', ')}`] : []),
    ...(gone.length > 0 ? [`headings gone: ${gone.map(shown).join(', ')}`] : []),
  ];
}

/** In what an article differs from the source that it is, as phrases, e.g. `dated 2025-02-27 there and 2025-03-03 here`. */
export function changesIn(article: RawArticle, held: KnownSource): string[] {
  const { title, issued, doi } = article;
  const now = toKnownSource('', '', article);
  const families = now.families.filter((family) => !held.families.some((other) => toPlain(other) === toPlain(family)));
  const gone = held.families.filter((family) => !now.families.some((other) => toPlain(other) === toPlain(family)));
  const people = now.families.length > 0 && held.families.length > 0 && families.length + gone.length > 0;
  return [
    ...(held.title !== undefined && toPlain(held.title) !== toPlain(title)
      ? [`its title is ${shown(held.title)} there and ${shown(title)} here`]
      : []),
    ...(issued !== 'undated' && differ(issued, held.issued) ? [`dated ${held.issued} there and ${issued} here`] : []),
    ...(differ(now.updated, held.updated) ? [`last changed ${held.updated} there and ${now.updated} here`] : []),
    ...(people ? [`its authors changed (${[...families.map((name) => `+ ${name}`), ...gone.map((name) => `− ${name}`)].join(', ')})`] : []),
    ...(doi !== undefined && differ(doi, held.doi) ? [`its DOI is ${held.doi} there and ${doi} here`] : []),
    ...headingChanges(article, held),
    ...(['volume', 'issue', 'pages'] as const).flatMap((field) =>
      differ(now[field], held[field]) ? [`its ${field} is ${held[field]} there and ${now[field]} here`] : [],
    ),
  ];
}

/** The source that was made from these very bytes, whatever they are; `hash` is their SHA-256. */
export function recogniseBytes(hash: string, index: SourceIndex): Recognition | undefined {
  const [source] = index.find('snapshot', `sha256-${hash}`);
  return source && { source, sign: 'file, byte for byte' };
}

/** The source that an article is, or undefined for a new one. `hash` is the SHA-256 of its raw bytes. */
export function recogniseSource(article: RawArticle, hash: string, index: SourceIndex): Recognition | undefined {
  const { doi, pmid, isbn, url, aliases, title } = article;
  const tries: readonly (readonly [KnownSource | undefined, string])[] = [
    [index.find('doi', doi)[0], `DOI ${doi}`],
    [index.find('pmid', pmid)[0], `PubMed number ${pmid}`],
    [index.find('isbn', isbn)[0], `ISBN ${isbn}`],
    [index.find('url', url)[0], 'address'],
    [aliases.flatMap((alias) => index.find('alias', alias))[0], 'old path in `aliases`'],
  ];
  const [source, sign = ''] = tries.find(([found]) => found) ?? [];
  const sure = source ? { source, sign } : recogniseBytes(hash, index);
  if (sure) return sure;
  const alike = index.find('title', title).map((one) => ({ source: one, beside: sharedBeside(article, one) }));
  const same = alike.find(({ beside }) => beside?.apart.length === 0);
  return same && { source: same.source, sign: `title and ${same.beside?.with}` };
}
