/** Who has looked at a page and until when that holds: shared by every noun that makes a medical statement. */
import { z } from 'zod';
import { day } from './date.ts';
import { status } from './vocabulary.ts';

export const review = z
  .strictObject({
    by: z.string().min(1).describe('Name of the clinician who approved it.'),
    role: z.string().min(1).describe('Role of that clinician, as it should be printed.'),
    on: day.describe('Day of the approval.'),
    due: day.describe('Day by which it must be looked at again.'),
  })
  .partial();

export const reviewFields = {
  status: status.describe('draft, submitted, under-review or approved; only a named clinician makes it approved.'),
  review: review.optional().describe('The approval: by, role, on and due, all four.'),
};

export type Review = z.infer<typeof review>;
