/** Whether an approval holds: that it is of what stands there, and that its days are possible. */
import { dateInWords } from '../../graph/calendar.ts';
import { reviewedNouns, reviewHash, type ReviewedNoun } from '../../graph/review-hash.ts';
import type { Review } from '../../schema/review.ts';
import type { Partly } from '../partly.ts';
import type { Entry, Proof } from '../proof.ts';
import type { Rule } from '../rule.ts';

/** What every page that a clinician approves has, as far as its fields are right. */
export type ReviewedPage = Entry<unknown> & { readonly data: Partly<{ readonly status: string; readonly review: Review }> };

/** Every page that a clinician approves, in order of noun. */
export const reviewedPages = ({ sources, questions, topics, pathways }: Proof): ReviewedPage[] =>
  [...sources, ...questions, ...topics, ...pathways].map((entry): ReviewedPage => entry);

/** The hash of what stands in a file, or undefined while some field of it is refused: that is the mistake to repair first. */
function hashOf({ content }: Proof, { file, id }: ReviewedPage): string | undefined {
  const noun = file.noun as ReviewedNoun;
  const held = (content.library[reviewedNouns[noun]] as ReadonlyMap<string, object>).get(id);
  return held && reviewHash(noun, held);
}

export const approvedThenChanged: Rule = {
  name: 'approved-then-changed',
  level: 'error',
  says: 'What a clinician approved is what stands there.',
  why: 'Readers would take for approved what nobody has looked at since.',
  *find(proof) {
    for (const entry of reviewedPages(proof)) {
      const { status, review } = entry.data;
      if (status !== 'approved' || review?.of === undefined) continue;
      const hash = hashOf(proof, entry);
      if (hash === undefined || hash === review.of) continue;
      const when = review.on ? ` on ${dateInWords(review.on)}` : '';
      yield {
        file: entry.file.path,
        field: ['review', 'of'],
        message: `\`status\` is \`approved\`, and findings, results or answers have changed since they were approved${when}: \`review.of\` is of how they stood then.`,
        fix: `There are two ways out: set \`status: under-review\` and take \`review\` out, or let the reviewer look at the change and renew \`review\` with what \`npm run review -- ${entry.id}\` prints.`,
      };
    }
  },
};

export const reviewDates: Rule = {
  name: 'review-dates',
  level: 'error',
  says: 'An approval is not of a day to come, and falls due after it was given.',
  why: 'A page would count as looked at on a day on which nobody can have done so.',
  *find(proof) {
    for (const { file, data } of reviewedPages(proof)) {
      const { on, due } = data.review ?? {};
      if (on === undefined) continue;
      const at = { file: file.path };
      if (due !== undefined && due <= on)
        yield {
          ...at,
          field: ['review', 'due'],
          message: `\`review.due\` is ${dateInWords(due)}, which is not after the approval on ${dateInWords(on)}.`,
          fix: 'Set `review.due` to the day by which somebody must look again.',
        };
      // A build may be as of an earlier day than that on which somebody approved, so this stops nothing.
      if (on > proof.asOf)
        yield {
          ...at,
          field: ['review', 'on'],
          level: 'warning',
          message: `\`review.on\` is ${dateInWords(on)}; today is ${dateInWords(proof.asOf)}.`,
          fix: 'Set `review.on` to the day of the approval.',
        };
    }
  },
};
