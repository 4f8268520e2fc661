/**
 * A verification: on this day a machine found these anchors of a source in its raw article. Written by
 * `npm run validate -- --snapshots DIR --record`, never by hand; it holds because raw articles are not committed.
 */
import { z } from 'zod';
import { day } from './date.ts';
import { sourceId } from './id.ts';

export const verification = z.strictObject({
  source: sourceId.describe('Id of the source whose anchors were looked for.'),
  snapshot: z
    .string()
    .regex(/^sha256-[0-9a-f]{64}$/, 'a snapshot is `sha256-` and 64 hexadecimal digits')
    .describe('The raw article in which they were found.'),
  on: day.describe('Day on which they were found.'),
  anchors: z
    .array(z.string().regex(/^[0-9a-f]{64}$/, 'an anchor is recorded by its hash of 64 hexadecimal digits'))
    .min(1)
    .describe('One hash for each anchor found: its first words, last words and passage (see library/anchor.ts).'),
});

export const verifications = z.array(verification);

export type Verification = z.infer<typeof verification>;
