/** Finds the title of a saved page and the names around it: site, breadcrumb. Works by lines that repeat each other. */
import { type Block, isDisclaimer, isBoilerplate, isRunTogetherTags, toReviewer } from './block.ts';
import { findPrintedDate } from './dates.ts';
import { isFieldLine } from './page-field.ts';

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

const toTail = (line: string, among: readonly string[]): Tail | undefined => {
  const match = /^(.{8,}?)\s+[|–—·-]\s+([^|]{2,60})$/u.exec(line);
  const title = match?.[1]?.trim() ?? '';
  return match?.[2] && among.some((other) => other !== line && other.endsWith(title)) ? { title, site: match[2].trim(), line } : undefined;
};

function toBreadcrumb(head: readonly string[]): { title: string; crumb?: string; line: string } | undefined {
  for (const [i, line] of head.entries()) {
    const title = head.slice(i + 1).find((later) => later.split(/\s+/).length > 2 && line.length > later.length && line.endsWith(later));
    if (!title) continue;
    const trail = line.slice(0, -title.length).replace(/^\s*home/i, '');
    const crumb = trail
      .split(/\s*[>›»/|→]\s*|\s{2,}/)
      .filter((part) => part.trim() !== '')
      .at(-1)
      ?.trim();
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
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const head = lines.slice(0, HEAD);
  const crumbs = toBreadcrumb(head);
  const tail = [...lines.slice(-4), ...head].map((line) => toTail(line, lines)).find((found) => found !== undefined);
  const title = crumbs?.title ?? tail?.title ?? firstTitle(blocks);
  if (!title) return undefined;
  const site = tail?.site ?? toHeaderSite(head, title, text);
  return {
    title,
    ...(site && { site }),
    ...(crumbs?.crumb && { crumb: crumbs.crumb }),
    spent: [crumbs?.line, tail?.line, site].flatMap((line) => line ?? []),
    signs: [...(crumbs ? (['breadcrumb'] as const) : []), ...(tail ? (['site tail'] as const) : [])],
  };
}
