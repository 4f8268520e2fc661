/** Who has looked at a page and until when that holds: shared by every collection that makes a medical statement. */
import { z } from 'zod';
import { day } from './date.ts';
import { personId } from './id.ts';
import { status } from './vocabulary.ts';

/** Why nothing is approved in this edition, and what a clinician can do meanwhile: one wording for the check, the command and the pages. */
export const approvalClosed = {
  why: 'Approval is closed until a later edition: an approval has to cover everything that a page shows, its verdict and the findings under it included, and to be tied to the person who gives it, and neither can be shown yet.',
  meanwhile:
    'Until then a clinician helps by reading a page beside its sources and reporting what is wrong, by the link at the foot of the page or in a pull request.',
} as const;

/** Months for which a review holds at the most. */
export const LONGEST_REVIEW_MONTHS = 24;

export const review = z
  .strictObject({
    by: personId.describe('Id of the clinician who approved it, as in people.yaml.'),
    role: z.string().min(1).describe('Role of that clinician, as it should be printed.'),
    on: day.describe('Day of the approval.'),
    due: day.describe('Day by which it must be looked at again.'),
    of: z
      .string()
      .regex(/^sha256-[0-9a-f]{64}$/, 'it is `sha256-` and 64 hexadecimal digits, as `npm run review -- <id>` prints it')
      .describe('Hash of what was approved: findings, results and answers. Printed by `npm run review -- <id>`.'),
  })
  .partial();

export const reviewFields = {
  status: status.describe('Review state: draft, submitted or under-review; approval is closed until a later edition.'),
  review: review.optional().describe('The approval: by, role, on, due and of, all five.'),
};

export type Review = z.infer<typeof review>;
