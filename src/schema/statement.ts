/** One statement of ours with the passages that carry it, for places where prose citations cannot stand. */
import { z } from 'zod';
import { sourceId } from './id.ts';

export const carrier = z.strictObject({
  source: sourceId.describe('Id of the source that carries the statement.'),
  locator: z.string().min(1).optional().describe('Where in that source, e.g. `Step Two`.'),
});

export const statement = z.strictObject({
  says: z.string().min(1).describe('One sentence in our words.'),
  from: z.array(carrier).min(1).describe('The sources that carry it, each with a locator.'),
});

export type Statement = z.infer<typeof statement>;
