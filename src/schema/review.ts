/** Who has looked at a page and until when that holds: shared by every noun that makes a medical statement. */
import { z } from 'zod';
import { day } from './date.ts';
import { personId } from './id.ts';
import { status } from './vocabulary.ts';

/** What an approval cannot do without, in the order in which it is written. */
export const approvalFields = ['by', 'role', 'on', 'due', 'of'] as const;

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
  status: status.describe('Review state: draft, submitted, under-review or approved; only a named clinician makes it approved.'),
  review: review.optional().describe('The approval: by, role, on, due and of, all five.'),
};

export type Review = z.infer<typeof review>;
