/** A page taken apart: title, fields, what belongs to the page and what to the article. From saved text by its lines, from markup and print by their structure. */
import type { Author } from '../schema/source.ts';
import {
  isReferenceHeading,
  toBlocks,
  type Block,
  isBoilerplate,
  isDisclaimer,
  isRunTogetherTags,
  toReviewer,
  toReviewState,
} from './block.ts';
import { countMarks, toReferences } from './citation-mark.ts';
import { findPrintedDate } from './dates.ts';
import { AUTHOR_LEAD, toAuthors, trimName } from './names.ts';
import { isFieldLine, toPageFields, type PageFields, findPageTitle, type PageTitle } from './page-field.ts';
import { toLines, toOneLine } from './plain-text.ts';
import { filled, type MarkUse, type PrintedReference } from './raw-article.ts';

/** Who wrote a page and under which date, from the line that runs them together. */
interface Byline {
  /** ISO, or undefined when the printed day does not exist. */
  readonly date?: string;
  readonly printed?: string;
  readonly authors: readonly Author[];
  readonly line: string;
}

export interface SavedPage {
  readonly text: string;
  readonly head: PageTitle;
  readonly fields: PageFields;
  readonly byline: Byline | undefined;
  /** The article: headings, paragraphs and items in order, title left out. */
  readonly blocks: readonly Block[];
  readonly boilerplate: readonly string[];
  readonly disclaimers: readonly string[];
  readonly reviewer: string | undefined;
  readonly reviewState: string | undefined;
  readonly marks: readonly MarkUse[];
  readonly references: readonly PrintedReference[];
  /** True when a saved text prints a heading for a reference list, whatever stands under it. */
  readonly hasReferenceList?: boolean;
}

const HEAD = 14;
const LONGEST_REST = 100;
const LONGEST_LEAD = 120;

/** A line with a date and little else: not a sentence, a table row, a heading or a list item. */
function isDateline(line: string): boolean {
  const found = findPrintedDate(line);
  if (!found || isFieldLine(line) || /^(?:[#|>•*]|[-+]\s|\d+[.)]\s)|[.!?]$/.test(line)) return false;
  return found.before.length + found.after.length <= LONGEST_REST;
}

/** The authors of a piece of a line that is a name: `at 6:01 am` and `18 years ago` stand beside dates too. */
const toNamed = (text: string): readonly Author[] => {
  const spoken = /\bby:?\s+(\p{Lu}.*)$/iu.exec(text)?.[1] ?? text;
  return toAuthors(spoken).filter(
    (author) =>
      'family' in author ||
      (/^[\p{Lu}\p{Lo}]/u.test(author.organisation) && !/\d|^\p{Ll}+\b(?! \p{Lu})|\b(?:ago|am|pm|utc|gmt)\b/u.test(author.organisation)),
  );
};

/** The byline near the top of a page, e.g. of `NewsMay 3, 2020Example Team`; undefined when there is none. A title with a date in it is none. */
export function findByline(lines: readonly string[], title: string): Byline | undefined {
  const head = lines
    .slice(0, HEAD)
    .map((line) => line.trim())
    .filter((line) => !line.endsWith(title));
  const named = head.find((line) => AUTHOR_LEAD.test(line) && /^\p{Lu}/u.test(line.replace(AUTHOR_LEAD, '')) && line.length < LONGEST_LEAD);
  const dated = head.find(isDateline);
  const found = dated && findPrintedDate(dated);
  if (!found) return named ? { authors: toAuthors(named), line: named } : undefined;
  const before = trimName(found.before.replace(/\b(?:published|posted|updated)(?: on)?\s*:?\s*$/i, ''));
  const authors = toNamed(AUTHOR_LEAD.test(before) ? before : found.after);
  return {
    ...filled({ date: found.date }),
    printed: found.printed,
    authors: authors.length > 0 || !named ? authors : toNamed(named),
    line: dated,
  };
}

type Parts = Omit<SavedPage, 'blocks' | 'reviewer' | 'reviewState' | 'marks'> & {
  readonly kept: readonly Block[];
  readonly lines: readonly string[];
};

function toPage({ kept, lines, ...rest }: Parts): SavedPage {
  // Headings with nothing under them but what was taken away, e.g. `Disclaimer`, say nothing about the article.
  const last = kept.findLastIndex((block) => block.kind !== 'heading');
  return {
    ...rest,
    blocks: kept.slice(0, last + 1),
    reviewer: lines.map(toReviewer).find((name) => name !== undefined),
    reviewState: lines.map(toReviewState).find((state) => state !== undefined),
    marks: countMarks(kept.flatMap(({ kind, text }) => (kind === 'heading' ? [] : text))),
  };
}

/** Takes the last reference list out of a text, so that its titles are not taken for headings. */
function cutReferences(text: string): { readonly body: string; readonly references: PrintedReference[]; readonly found: boolean } {
  const lines = text.split('\n');
  const at = lines.findLastIndex((line) => isReferenceHeading(line.replace(/^#+\s*|[:*]+$/g, '')));
  if (at < 0) return { body: text, references: [], found: false };
  const { references, rest } = toReferences(lines.slice(at + 1));
  return { body: [...lines.slice(0, at), '', ...lines.slice(at + 1 + rest)].join('\n'), references, found: true };
}

/** Takes the saved text of a page apart; undefined when no line of it can be a title. Example: `toSavedPage(text)?.head.title`. */
export function toSavedPage(text: string): SavedPage | undefined {
  const { body, references, found } = cutReferences(text.replace(/\*\*|__(?=\S)|(?<=\S)__/g, ''));
  const blocks = toBlocks(body);
  const head = findPageTitle(body, blocks);
  if (!head) return undefined;
  const lines = toLines(body);
  const byline = findByline(lines, head.title);
  const spent = new Set([...head.spent, byline?.line]);
  const kept: Block[] = [];
  const boilerplate: string[] = [];
  const disclaimers: string[] = [];
  for (const [i, block] of blocks.entries()) {
    const { text } = block;
    const tags = isRunTogetherTags(text) && i >= blocks.length - 3;
    if (isBoilerplate(text) || spent.has(text) || isFieldLine(text) || toReviewer(text) || tags) boilerplate.push(text);
    else if (isDisclaimer(text)) disclaimers.push(text);
    else if (text !== head.title) kept.push(block);
  }
  const fields = toPageFields(lines);
  return toPage({ text: body, head, fields, byline, kept, lines, boilerplate, disclaimers, references, hasReferenceList: found });
}

/** A page whose structure is known. */
interface PageStructure extends Pick<SavedPage, 'blocks' | 'fields' | 'references'> {
  readonly title: string;
  readonly site?: string | undefined;
  /** Lines of the page outside the article, in order. */
  readonly around: readonly string[];
}

/** The page of a structure, e.g. `toStructuredPage({ title, blocks, … }).blocks` without title, boilerplate and disclaimers. */
export function toStructuredPage({ title, site, blocks, around, fields, references }: PageStructure): SavedPage {
  const fold = (text: string): string => toOneLine(text).toLowerCase();
  const kept: Block[] = [];
  const boilerplate = [...around];
  const disclaimers = around.filter(isDisclaimer);
  for (const block of blocks) {
    const { text } = block;
    if (fold(text) === fold(title)) continue;
    if (isDisclaimer(text) && text.length < 1000) disclaimers.push(text);
    else if (isBoilerplate(text) || isFieldLine(text) || toReviewer(text)) boilerplate.push(text);
    else kept.push(block);
  }
  const texts = blocks.map((block) => block.text);
  const lines = [...around, ...texts];
  const byline = fields.published ? undefined : findByline([...texts.slice(0, 6), ...around], title);
  const head = { title, ...filled({ site }), spent: [], signs: [] };
  const text = [title, ...lines].join('\n');
  return toPage({ text, head, fields, byline, kept, lines, boilerplate, disclaimers, references });
}
