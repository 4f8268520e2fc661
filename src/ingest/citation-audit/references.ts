/** What the works of a reference list are, and how much rests on one of them. */
import type { CitedWords } from '../citation-mark.ts';
import type { MarkUse, PrintedReference } from '../raw-article.ts';
import { FIGURES, secondHandWorks } from './patterns.ts';

/** Below this many marks a share says nothing. */
const FEWEST = 6;
const LARGE = 0.5;
const REVIEW = /\breview\b|\boverview\b|\bstate of the art\b|\bprimer\b/i;
const SYSTEMATIC = /\bsystematic\b|\bmeta-?analysis\b|\bcochrane\b/i;

/** A work in quotation marks, cut where it is long. */
export const quoteWork = (work: string): string => `“${work.length > 90 ? `${work.slice(0, 89).trimEnd()}…` : work}”`;

/** One sentence with the figure where one mark carries half of all or more; the work is named only where the list prints its number. */
export function findShare(marks: readonly MarkUse[], references: readonly PrintedReference[]): string[] {
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
export function findSecondHand(references: readonly PrintedReference[], cited: readonly CitedWords[]): string[] {
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
