/** How much of an article rests on one of its references. */
import type { MarkUse, PrintedReference } from '../raw-article.ts';

/** Below this many marks a share says nothing. */
const FEWEST = 6;
const LARGE = 0.5;

/** One sentence with the figure where one mark carries half of all or more; the work is named only where the list prints its number. */
export function findShare(marks: readonly MarkUse[], references: readonly PrintedReference[]): string[] {
  const total = marks.reduce((sum, { count }) => sum + count, 0);
  const [top] = marks.toSorted((a, b) => b.count - a.count);
  if (!top || marks.length < 2 || total < FEWEST || top.count / total < LARGE) return [];
  const own = references.filter(({ mark }) => mark === top.mark);
  const work = own.length === 1 && own[0] ? ` (“${own[0].work}”)` : '';
  const percent = Math.round((100 * top.count) / total);
  return [
    `Say how much rests on one reference: ${top.count} of ${total} citation marks (${percent} %) are the number ${top.mark}${work}. What that work is decides how far the article can be trusted.`,
  ];
}
