/** The state of review of pages: that nothing is approved yet, and that a review holds for a possible time. */
import { addMonths } from '../../evidence/calendar.ts';
import { approvalClosed, LONGEST_REVIEW_MONTHS, type Review } from '../../schema/review.ts';
import type { Partly } from '../partly.ts';
import type { Entry, Proof } from '../proof.ts';
import type { Rule } from '../rule.ts';
import { dateInWords } from '../../words/date.ts';

/** What every page that a clinician may look at has, as far as its fields are right. */
export type ReviewedPage = Entry<unknown> & { readonly data: Partly<{ readonly status: string; readonly review: Review }> };

/** Every page that has a state of review, in order of noun. */
export const reviewedPages = ({ sources, questions, topics, pathways }: Proof): ReviewedPage[] =>
  [...sources, ...questions, ...topics, ...pathways].map((entry): ReviewedPage => entry);

export const approvalIsClosed: Rule = {
  name: 'approval-closed',
  level: 'error',
  local: true,
  says: 'No page is marked as approved, because approval is closed until a later edition.',
  why: 'Readers would trust an approval that does not cover what they see, and that anyone could have typed.',
  *find(proof) {
    for (const { file, data } of reviewedPages(proof)) {
      if (data.status !== 'approved') continue;
      yield {
        file: file.path,
        field: ['status'],
        message: `\`status\` is \`approved\`. ${approvalClosed.why}`,
        fix: `Write \`status: under-review\`${data.review ? ' and take `review` out' : ''}. ${approvalClosed.meanwhile}`,
      };
    }
  },
};

export const reviewDates: Rule = {
  name: 'review-dates',
  level: 'error',
  local: true,
  says: `A review falls due after it was given, and ${LONGEST_REVIEW_MONTHS} months later at the latest.`,
  why: 'A page would count as looked at for years in which nobody looks.',
  *find(proof) {
    for (const { file, data } of reviewedPages(proof)) {
      const { on, due } = data.review ?? {};
      if (due === undefined) continue;
      const found = { file: file.path, field: ['review', 'due'] };
      // A review without its day cannot have been given later than today.
      const given = on ?? proof.asOf;
      const latest = addMonths(given, LONGEST_REVIEW_MONTHS);
      const from = on === undefined ? `today, ${dateInWords(given)}` : `${dateInWords(on)}, the day of the review`;
      if (on !== undefined && due <= on)
        yield {
          ...found,
          message: `\`review.due\` is ${dateInWords(due)}, which is not after the review on ${dateInWords(on)}.`,
          fix: 'Set `review.due` to the day by which somebody must look again.',
        };
      else if (due > latest)
        yield {
          ...found,
          message: `\`review.due\` is ${dateInWords(due)}, more than ${LONGEST_REVIEW_MONTHS} months after ${from}.`,
          fix: `Set it to ${dateInWords(latest)} or earlier, or leave \`review.due\` out: the kind of page has a term of its own.`,
        };
    }
  },
};
