/** The saved text of a page taken apart: title, fields, what belongs to the page, what to the article. Every text origin starts from it. */
import { isReferenceHeading, toBlocks, type Block } from './block.ts';
import { findByline, type Byline } from './byline.ts';
import { countMarks } from './citation-mark.ts';
import { isDisclaimer, isBoilerplate, isRunTogetherTags, toReviewer, toReviewState } from './boilerplate.ts';
import { isFieldLine, toPageFields, type PageFields } from './page-field.ts';
import { findPageTitle, type PageTitle } from './page-title.ts';
import { toReferences } from './printed-reference.ts';
import type { MarkUse, PrintedReference } from './raw-article.ts';

export interface SavedPage {
  readonly text: string;
  readonly head: PageTitle;
  readonly fields: PageFields;
  readonly byline?: Byline;
  /** The article: headings, paragraphs and items in order, title left out. */
  readonly blocks: readonly Block[];
  readonly boilerplate: readonly string[];
  readonly disclaimers: readonly string[];
  readonly reviewer?: string;
  readonly reviewState?: string;
  readonly marks: readonly MarkUse[];
  readonly references: readonly PrintedReference[];
  /** True when the page prints a heading for a reference list, whatever stands under it. */
  readonly hasReferenceList: boolean;
}

interface Cut {
  readonly body: string;
  readonly references: PrintedReference[];
  readonly found: boolean;
}

/** Takes the last reference list out of a text, so that its titles are not taken for headings. */
function cutReferences(text: string): Cut {
  const lines = text.split('\n');
  const at = lines.findLastIndex((line) => isReferenceHeading(line.replace(/^#+\s*|[:*]+$/g, '')));
  if (at < 0) return { body: text, references: [], found: false };
  const { references, rest } = toReferences(lines.slice(at + 1));
  return { body: [...lines.slice(0, at), '', ...lines.slice(at + 1 + rest)].join('\n'), references, found: true };
}

/** Headings with nothing under them but what was taken away, e.g. `Disclaimer`, say nothing about the article. */
const withoutEmptyHeadings = (blocks: readonly Block[]): Block[] => {
  const last = blocks.findLastIndex((block) => block.kind !== 'heading');
  return blocks.slice(0, last + 1);
};

/** Takes a page apart; undefined when no line of it can be a title. Example: `toSavedPage(text)?.head.title`. */
export function toSavedPage(text: string): SavedPage | undefined {
  const cut = cutReferences(text.replace(/\*\*|__(?=\S)|(?<=\S)__/g, ''));
  const blocks = toBlocks(cut.body);
  const head = findPageTitle(cut.body, blocks);
  if (!head) return undefined;
  const lines = cut.body
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const byline = findByline(lines, head.title);
  const spent = new Set([...head.spent, byline?.line]);

  const kept: Block[] = [];
  const boilerplate: string[] = [];
  const disclaimers: string[] = [];
  for (const [i, block] of blocks.entries()) {
    const text = block.text;
    const tags = isRunTogetherTags(text) && i >= blocks.length - 3;
    if (isBoilerplate(text) || spent.has(text) || isFieldLine(text) || toReviewer(text) || tags) boilerplate.push(text);
    else if (isDisclaimer(text)) disclaimers.push(text);
    else if (text !== head.title) kept.push(block);
  }
  const reviewer = lines.map(toReviewer).find((name) => name !== undefined);
  const reviewState = lines.map(toReviewState).find((state) => state !== undefined);
  return {
    text: cut.body,
    head,
    fields: toPageFields(lines),
    ...(byline && { byline }),
    blocks: withoutEmptyHeadings(kept),
    boilerplate,
    disclaimers,
    ...(reviewer && { reviewer }),
    ...(reviewState && { reviewState }),
    marks: countMarks(kept.filter((block) => block.kind !== 'heading').map((block) => block.text)),
    references: cut.references,
    hasReferenceList: cut.found,
  };
}
