/** The citation audit: all that can be doubted in an article by looking at it alone, as to-dos in plain words in the order of work. */
import { citedWords, type CitedWords } from '../citation-mark.ts';
import type { RawArticle, MarkUse, PrintedReference } from '../raw-article.ts';
import { findUnmatchedMarks, findShift } from './marks.ts';
import { promotionTodos, FIGURES, secondHandWorks } from './wording.ts';
import { findPrintedDate } from '../dates.ts';

/** Below this many marks a share says nothing. */
const FEWEST = 6;
const LARGE = 0.5;
const REVIEW = /\breview\b|\boverview\b|\bstate of the art\b|\bprimer\b/i;
const SYSTEMATIC = /\bsystematic\b|\bmeta-?analysis\b|\bcochrane\b/i;

/** A work in quotation marks, cut where it is long. */
const quoteWork = (work: string): string => `“${work.length > 90 ? `${work.slice(0, 89).trimEnd()}…` : work}”`;

/** One sentence with the figure where one mark carries half of all or more; the work is named only where the list prints its number. */
function findShare(marks: readonly MarkUse[], references: readonly PrintedReference[]): string[] {
  const total = marks.reduce((sum, { count }) => sum + count, 0);
  const [top] = marks.toSorted((a, b) => b.count - a.count);
  if (!top || marks.length < 2 || total < FEWEST || top.count / total < LARGE) return [];
  const [own, ...others] = references.filter(({ mark }) => mark === top.mark);
  const work = own && others.length === 0 ? ` (“${own.work}”)` : '';
  const percent = Math.round((100 * top.count) / total);
  return [
    `Say how much rests on one reference: ${top.count} of ${total} citation marks (${percent} %) are the number ${top.mark}${work}. What that work is decides how far the article can be trusted.`,
  ];
}

/**
 * One sentence for each reference that is a summary of others, since a finding that rests on it is a link longer than it
 * looks, and one for each narrative review that a sentence with figures cites.
 */
function findSecondHand(references: readonly PrintedReference[], cited: readonly CitedWords[]): string[] {
  return references.flatMap(({ work, label, mark }) => {
    const text = `${label ?? ''} ${work}`;
    const name = `${quoteWork(work)}${mark ? ` (number ${mark})` : ''}`;
    const [what] = Object.entries(secondHandWorks).find(([, pattern]) => pattern.test(text)) ?? [];
    if (what) {
      const although = label ? `, although the page labels it “${label}”` : '';
      return [`Look behind ${name}: it is ${what}${although}. Find what it rests on, and set its \`kind\` in \`restsOn\`.`];
    }
    const figures = cited.some((each) => each.mark === mark && FIGURES.test(each.words));
    if (!figures || !REVIEW.test(text) || SYSTEMATIC.test(text)) return [];
    return [`Look for the study behind ${name}: it is a review, and the text cites it for figures.`];
  });
}

const REVIEWED = /^(?:(?:last|medically|clinically)\s+)*(?:reviewed|fact[- ]checked)\b/i;
const DUE = /^(?:next review|review (?:due|date)|due for review)\b/i;
const LONGEST_LINE = 120;

/** True when the first date is later as far as both are known, e.g. `isLater('2019-05', '2019')` is false. */
const isLater = (date: string, than: string): boolean => {
  const length = Math.min(date.length, than.length);
  return date.slice(0, length) > than.slice(0, length);
};

const yearsIn = (text: string): string[] =>
  text.match(
    /(?<![\d.,/-])(?:19|20)\d\d(?![\d%/]|[.,]\d|-\d{3}|\s+(?:patients|people|persons|participants|women|men|limbs|legs|procedures|cases)\b)/g,
  ) ?? [];

function fromLines({ boilerplate, text }: RawArticle, pattern: RegExp): { date: string; line: string }[] {
  return [...boilerplate, ...text.split('\n')].flatMap((raw) => {
    const line = raw.trim();
    const date = line.length <= LONGEST_LINE && pattern.test(line) ? findPrintedDate(line)?.date : undefined;
    return date ? [{ date, line }] : [];
  });
}

/** One sentence for each date that contradicts another. `today` is the day of retrieval. */
function findImpossibleDates(article: RawArticle, today: string): string[] {
  const { updated } = article;
  const issued = article.issued === 'undated' ? undefined : article.issued;
  const last = [issued, updated]
    .filter((date) => date !== undefined)
    .sort()
    .at(-1);
  const after = 'after the day on which the article was read.';
  const doubts: string[] = [];
  if (issued && isLater(issued, today)) doubts.push(`Check \`issued\`: ${issued} lies ${after}`);
  if (updated && isLater(updated, today)) doubts.push(`Check \`updated\`: ${updated} lies ${after}`);
  if (issued && updated && isLater(issued, updated))
    doubts.push(`Check \`issued\` and \`updated\`: it was updated on ${updated}, before it was published on ${issued}.`);
  const reviewed = fromLines(article, REVIEWED);
  for (const { date, line } of reviewed)
    if (issued && isLater(issued, date))
      doubts.push(`Check \`issued\`: the page says “${line}”, which is before it was published (${issued}).`);
  for (const { date, line } of reviewed) if (isLater(date, today)) doubts.push(`Check “${line}”: that review lies ${after}`);
  for (const { date, line } of fromLines(article, DUE))
    if (last && isLater(last, date))
      doubts.push(`Check \`issued\` and \`updated\`: “${line}” lies before ${last}, so a date is wrong or the review never came.`);
  for (const { work } of article.references) {
    const year = yearsIn(work).at(-1);
    if (year && isLater(year, today)) doubts.push(`Check ${quoteWork(work)}: it is dated ${year}, ${after}`);
    else if (year && last && isLater(year, last))
      doubts.push(`Check ${quoteWork(work)}: it is dated ${year}, and the article that cites it ${last}.`);
  }
  const later = [...new Set(yearsIn(article.text))].filter((year) => last && isLater(year, last) && !isLater(year, today)).sort();
  if (later.length > 0)
    doubts.push(
      `Check the dates: the text names ${later.join(', ')}, and the article itself is dated ${last ?? ''}. It speaks of a plan, or was changed later than it shows.`,
    );
  return doubts;
}

/** One sentence for each suspicion, with its evidence; none for an article that gives no cause. `today` is the day of retrieval. */
export function auditArticle(article: RawArticle, today: string): string[] {
  const { marks, references } = article;
  // A page without marks of its own cites nothing by number, whatever digits close its lines.
  const cited = marks.length > 0 ? citedWords(article.text.split('\n')) : [];
  return [
    ...findImpossibleDates(article, today),
    ...findUnmatchedMarks(marks, references),
    ...findShift(cited, references),
    ...findShare(marks, references),
    ...findSecondHand(references, cited),
    ...promotionTodos(article),
  ];
}
