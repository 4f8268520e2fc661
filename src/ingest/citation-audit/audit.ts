/** The citation audit: all that can be doubted in an article by looking at it alone, as to-dos in plain words in the order of work. */
import { citedWords } from '../citation-mark.ts';
import type { RawArticle } from '../raw-article.ts';
import { findImpossibleDates } from './dates.ts';
import { findUnmatchedMarks } from './marks.ts';
import { findShift } from './numbering.ts';
import { findSecondHand, findShare } from './references.ts';
import { promotionTodos } from './wording.ts';

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
