/** What the lines of a saved page state by themselves: its fields (dates, identifiers, addresses), its title, and the names around that, by lines that repeat each other. */
import { isIsbn } from '../schema/identifiers.ts';
import { isAddress, withoutTracking } from './canonical-url.ts';
import { findPrintedDate } from './dates.ts';
import { findIdentifiers, identifiersInUrl } from './identifiers.ts';
import { toLines } from './plain-text.ts';
import { filled, type RawArticle } from './raw-article.ts';
import { type Block, isDisclaimer, isBoilerplate, isRunTogetherTags, toReviewer } from './block.ts';

export interface PageFields extends Pick<RawArticle, 'updated' | 'isbn' | 'doi' | 'pmid' | 'registry' | 'url'> {
  readonly published?: string;
  /** A bare site name such as `www.example.org`. */
  readonly siteLine?: string;
  readonly doubts: readonly string[];
}

type Found = Omit<PageFields, 'doubts'> & { readonly doubt?: string };

const DATED =
  /^(?:page )?(?:(first )?(?:published|issued|posted|publication date|date of publication|publié|veröffentlicht)|((?:last |date )?(?:updated|modified|revised)|mis à jour|aktualisiert)|((?:last )?reviewed|(?:next )?review (?:date|due)|next review))(?: on| le| am)?(?!\p{L})\s*[:–-]?\s*(?=\S*\d|\p{L}+\.? \d|\d)/iu;

function readDate(line: string): Found | undefined {
  const field = DATED.exec(line);
  const found = field && findPrintedDate(line);
  if (!field || !found || found.before.length > field[0].length + 2) return undefined;
  const name = field[2] ? '`updated`' : '`issued`';
  if (!found.date) return { doubt: `Check ${name}: the page prints “${found.printed}”, and there is no such day.` };
  if (field[3])
    return { doubt: `The page prints “${line}”: see whether \`updated\` follows from it, or an earlier day for looking at it again.` };
  if (!field[2]) return { published: found.date };
  return found.date.length === 10
    ? { updated: found.date }
    : { doubt: `Add \`updated\`: the page says ${found.date}, and the field wants a whole day.` };
}

function readIdentifier(line: string): Found | undefined {
  const isbn = /^(?:e-?)?ISBN(?:-1[03])?(?: \(\w+\))?\s*:?\s*([\dXx][\dXx -]{8,20})$/.exec(line)?.[1]?.trim();
  if (isbn) {
    return isIsbn(isbn)
      ? { isbn }
      : { doubt: `Add \`isbn\`: the page prints ${isbn}, and its check digit does not hold, so it is mistyped there.` };
  }
  const labelled = /^(?:doi|pmid|pubmed id|trial regist\p{L}+|clinicaltrials\.gov(?: number| identifier| id)?)\s*[:,]?\s*\S+$/iu.test(line);
  const { pmcid: _, ...found } = labelled ? findIdentifiers(line) : {};
  return Object.keys(found).length > 0 ? found : undefined;
}

function readAddress(line: string): Found | undefined {
  const url = /^(?:[\p{L} ]{2,20}\s*:\s*)?<?(https?:\/\/[^\s<>]+?)>?\.?$/iu.exec(line)?.[1];
  if (url && isAddress(url)) {
    const identifiers = identifiersInUrl(url);
    return identifiers.doi || identifiers.pmid ? identifiers : { url: withoutTracking(url) };
  }
  return /^(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}\/?$/i.test(line) && !line.includes(' ') ? { siteLine: line } : undefined;
}

const readLine = (line: string): Found | undefined => readDate(line) ?? readIdentifier(line) ?? readAddress(line);

/** True for a line that only states a field, e.g. `isFieldLine('Published: 4 May 2020')`. */
export const isFieldLine = (line: string): boolean => readLine(line.trim()) !== undefined;

/** The fields that the lines of a page state; of two lines with one field the first stands and the second is named as a doubt. */
export function toPageFields(lines: readonly string[]): PageFields {
  const fields: Record<string, string> = {};
  const doubts: string[] = [];
  for (const line of lines) {
    const { doubt, ...found } = readLine(line.trim()) ?? {};
    if (doubt) doubts.push(doubt);
    for (const [name, value] of Object.entries(found)) {
      const before = fields[name];
      fields[name] ??= value;
      if (name !== 'siteLine' && before !== undefined && before !== value)
        doubts.push(`Check \`${name === 'published' ? 'issued' : name}\`: the page gives both ${before} and ${value}.`);
    }
  }
  return { ...fields, doubts };
}

export interface PageTitle {
  readonly title: string;
  /** From a line `title | SITE`, or a short line above the title that the text uses again. */
  readonly site?: string;
  /** Last crumb before the title, when it is a name and not a word such as `Blog`. */
  readonly crumb?: string;
  /** The lines that were only there to say so. */
  readonly spent: readonly string[];
  /** How it was found, for the reason of recognition. */
  readonly signs: readonly ('breadcrumb' | 'site tail')[];
}

const HEAD = 14;
const GENERIC =
  /^(?:home|start|accueil|blog|news|articles?|posts?|resources?|insights?|learn|health|conditions?|library|knowledge|education|stories|actualités|santé|ressources|conseils|aktuelles|ratgeber|gesundheit|noticias|salud|notizie|salute)?$/i;

interface Tail {
  readonly title: string;
  readonly site: string;
  readonly line: string;
}

function toTail(line: string, among: readonly string[]): Tail | undefined {
  const [, start = '', site] = /^(.{8,}?)\s+[|–—·-]\s+([^|]{2,60})$/u.exec(line) ?? [];
  const title = start.trim();
  return site && among.some((other) => other !== line && other.endsWith(title)) ? { title, site: site.trim(), line } : undefined;
}

function toBreadcrumb(head: readonly string[]): { title: string; crumb?: string; line: string } | undefined {
  for (const [i, line] of head.entries()) {
    const title = head.slice(i + 1).find((later) => later.split(/\s+/).length > 2 && line.length > later.length && line.endsWith(later));
    if (!title) continue;
    const trail = line
      .slice(0, -title.length)
      .replace(/^\s*home/i, '')
      .split(/\s*[>›»/|→]\s*|\s{2,}/);
    const crumb = trail.findLast((part) => part.trim() !== '')?.trim();
    return { title, line, ...(crumb && !GENERIC.test(crumb) && !findPrintedDate(crumb) && { crumb }) };
  }
  return undefined;
}

const isPlain = (line: string): boolean =>
  !isBoilerplate(line) &&
  !isDisclaimer(line) &&
  !isFieldLine(line) &&
  !toReviewer(line) &&
  !findPrintedDate(line) &&
  !/^by\s+\p{Lu}/iu.test(line) &&
  !isRunTogetherTags(line);

/** A name of one to four words above the title that the rest of the page uses too. */
function toHeaderSite(head: readonly string[], title: string, text: string): string | undefined {
  const above = head.slice(0, Math.max(0, head.indexOf(title)));
  return above.find((line) => isPlain(line) && /^\p{Lu}/u.test(line) && line.split(/\s+/).length <= 4 && text.split(line).length > 2);
}

function firstTitle(blocks: readonly Block[]): string | undefined {
  const long = (block: Block): boolean => block.text.split(/\s+/).length > 2;
  const isTitle = (block: Block): boolean => block.kind !== 'item' && isPlain(block.text);
  const first = blocks.find(isTitle);
  if (first && long(first) && (first.kind === 'heading' || /\?$/.test(first.text))) return first.text;
  const marked = blocks.find((block) => block.kind === 'heading' && (block.level ?? 1) === 1 && long(block) && isTitle(block));
  return (marked ?? first)?.text;
}

/** The title of a page, e.g. `Widgets explained` for a page that ends on `Widgets explained | Example Clinic`; undefined when no line can be one. */
export function findPageTitle(text: string, blocks: readonly Block[]): PageTitle | undefined {
  const lines = toLines(text);
  const head = lines.slice(0, HEAD);
  const crumbs = toBreadcrumb(head);
  const tail = [...lines.slice(-4), ...head].map((line) => toTail(line, lines)).find((found) => found !== undefined);
  const title = crumbs?.title ?? tail?.title ?? firstTitle(blocks);
  if (!title) return undefined;
  const site = tail?.site ?? toHeaderSite(head, title, text);
  return {
    title,
    ...filled({ site, crumb: crumbs?.crumb }),
    spent: [crumbs?.line, tail?.line, site].filter((line) => line !== undefined),
    signs: [...(crumbs ? (['breadcrumb'] as const) : []), ...(tail ? (['site tail'] as const) : [])],
  };
}
