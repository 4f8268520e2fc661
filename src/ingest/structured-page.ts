/** Blocks whose structure is known (markup, print) as the page that text origins start from: boilerplate, disclaimers and marks told apart. */
import type { Block } from './block.ts';
import { findByline } from './byline.ts';
import { countMarks } from './citation-mark.ts';
import { isDisclaimer, isBoilerplate, toReviewer, toReviewState } from './boilerplate.ts';
import { isFieldLine, type PageFields } from './page-field.ts';
import type { PrintedReference } from './raw-article.ts';
import type { SavedPage } from './saved-page.ts';

export interface Structure {
  readonly title: string;
  readonly site?: string | undefined;
  readonly blocks: readonly Block[];
  /** Lines of the page outside the article, in order. */
  readonly around: readonly string[];
  readonly fields: PageFields;
  readonly references: readonly PrintedReference[];
  readonly hasReferenceList: boolean;
}

const fold = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase();

/** The page of a structure, e.g. `toStructuredPage({ title, blocks, … }).blocks` without title, boilerplate and disclaimers. */
export function toStructuredPage(structure: Structure): SavedPage {
  const { title, site, around, fields, references, hasReferenceList } = structure;
  const kept: Block[] = [];
  const boilerplate: string[] = [...around];
  const disclaimers = around.filter(isDisclaimer);
  for (const block of structure.blocks) {
    const { text } = block;
    if (fold(text) === fold(title)) continue;
    if (isDisclaimer(text) && text.length < 1000) disclaimers.push(text);
    else if (isBoilerplate(text) || isFieldLine(text) || toReviewer(text)) boilerplate.push(text);
    else kept.push(block);
  }
  const last = kept.findLastIndex((block) => block.kind !== 'heading');
  const blocks = kept.slice(0, last + 1);
  const lines = [...around, ...structure.blocks.map((block) => block.text)];
  const byline = fields.published ? undefined : findByline([...structure.blocks.slice(0, 6).map((block) => block.text), ...around], title);
  const reviewer = lines.map(toReviewer).find((name) => name !== undefined);
  const reviewState = lines.map(toReviewState).find((state) => state !== undefined);
  return {
    text: [title, ...lines].join('\n'),
    head: { title, ...(site && { site }), spent: [], signs: [] },
    fields,
    ...(byline && { byline }),
    blocks,
    boilerplate,
    disclaimers,
    ...(reviewer && { reviewer }),
    ...(reviewState && { reviewState }),
    marks: countMarks(blocks.filter((block) => block.kind !== 'heading').map((block) => block.text)),
    references,
    hasReferenceList,
  };
}
