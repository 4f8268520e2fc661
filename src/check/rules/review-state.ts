/** The state of review of pages: that nothing is approved yet, and that a review holds for a possible time. */
import { addMonths } from '../../evidence/calendar.ts';
import { approvalClosed, LONGEST_REVIEW_MONTHS } from '../../schema/review.ts';
import type { Rule } from '../rule.ts';
import { approvedEntries } from '../uses.ts';
import { dateInWords } from '../../words/date.ts';

export const approvalIsClosed: Rule = {
  name: 'approval-closed',
  level: 'error',
  local: true,
  says: 'No page is marked as approved, because approval is closed until a later edition.',
  why: 'Readers would trust an approval that does not cover what they see, and that anyone could have typed.',
  *find(context) {
    for (const { file, data } of approvedEntries(context)) {
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
  *find(context) {
    for (const { file, data } of approvedEntries(context)) {
      const { on, due } = data.review ?? {};
      if (due === undefined) continue;
      const found = { file: file.path, field: ['review', 'due'] };
      // A review without its day cannot have been given later than today.
      const given = on ?? context.asOf;
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
