/** A page taken apart -> RawArticle: what all text origins share. Origins hand in what only they can know. */
import type { Block } from './block.ts';
import { toLanguage } from './language.ts';
import { findPublisher } from './publisher.ts';
import { filled, type RawArticle } from './raw-article.ts';
import type { SavedPage } from './saved-page.ts';

const STEP = /^(?:step|étape|schritt|paso|stap|fase)\s+(?:\d+|\p{L}+)\s*[:.–—-]/iu;
const isQuestion = (text: string): boolean => /\?["”’)]?$/.test(text.trim());
const BREAKS_OFF = /(?:\[(?:…|\.\.\.)\]|…|\.\.\.)\s*$|\b(?:continue reading|read the full (?:article|story))\b/i;

/** The prose and items under the heading at `at`, up to the next heading. */
function under(blocks: readonly Block[], at: number): string {
  const rest: string[] = [];
  for (let i = at + 1; i < blocks.length; i++) {
    const block = blocks[i];
    if (!block || block.kind === 'heading') break;
    rest.push(block.text);
  }
  return rest.join('\n');
}

function toLists(blocks: readonly Block[]): string[][] {
  const lists: string[][] = [];
  for (const [i, block] of blocks.entries()) {
    if (block.kind !== 'item') continue;
    if (blocks[i - 1]?.kind === 'item') lists.at(-1)?.push(block.text);
    else lists.push([block.text]);
  }
  return lists;
}

const reviewerDoubt = (reviewer: string, publisher: string | undefined): string =>
  publisher && reviewer.includes(publisher)
    ? `The page was reviewed by ${reviewer}, which belongs to its publisher: that is no independent review.`
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

/** The article of a page; what an origin knows better replaces what was found in general. Example: `toSavedArticle(page, { kind, kindBecause })`. */
export function toSavedArticle(page: SavedPage, known: Pick<RawArticle, 'kind' | 'kindBecause'> & Partial<RawArticle>): RawArticle {
  const { blocks, byline, fields, head } = page;
  const text = blocks.map((block) => block.text).join('\n');
  const site = findPublisher(page);
  const container = head.crumb ?? site;
  const { published, updated, url, doi, pmid, registry, isbn } = fields;
  const issued = published ?? byline?.date ?? 'undated';
  const headings = blocks.flatMap((block, i) =>
    block.kind === 'heading' ? [{ text: block.text, level: block.level, page: block.page, body: under(blocks, i) }] : [],
  );
  return {
    title: head.title,
    authors: byline && byline.authors.length > 0 ? byline.authors : site ? [{ organisation: site }] : [],
    issued,
    ...filled({ updated, container, publisher: site === container ? undefined : site, url, doi, pmid, registry, isbn }),
    language: toLanguage(`${head.title}\n${text}`),
    coverage: BREAKS_OFF.test(text) ? 'teaser' : 'full-text',
    aliases: [],
    headings: headings.map(({ text, level, page }) => ({ text, level, ...(page !== undefined && { page: String(page) }) })),
    lists: toLists(blocks),
    questions: [
      ...headings.filter((heading) => isQuestion(heading.text)).map((heading) => ({ question: heading.text, answer: heading.body })),
      ...blocks.filter((block) => block.kind === 'item' && isQuestion(block.text)).map((block) => ({ question: block.text, answer: '' })),
    ],
    steps: headings.filter((heading) => STEP.test(heading.text)).map((heading) => ({ name: heading.text, text: heading.body })),
    marks: page.marks,
    references: page.references,
    ...filled({ reviewer: page.reviewer, reviewState: page.reviewState }),
    disclaimers: page.disclaimers,
    boilerplate: page.boilerplate,
    text,
    doubts: toDoubts(page, issued),
    ...known,
  };
}
