/**
 * A fingerprint: hashes of every nine words in a row of one raw article, so that the check can tell our wording from it
 * without having it. Written by `npm run ingest` and `npm run fingerprint`, never by hand; the file is named after its source.
 */
import { z } from 'zod';

const heading = z.strictObject({
  at: z.number().int().positive().describe('Number of its first word in the article, from 1.'),
  opens: z.string().min(1).describe('Its first words; a long heading is cut, so that no nine words of it stand here.'),
});

export const fingerprint = z.strictObject({
  snapshot: z
    .string()
    .regex(/^sha256-[0-9a-f]{64}$/, 'a snapshot is `sha256-` and 64 hexadecimal digits')
    .describe('The raw article that it was made from.'),
  words: z.number().int().nonnegative().describe('How many words the article has.'),
  headings: z.array(heading).default([]).describe('Where its headings stand, to name a place in it.'),
  shingles: z
    .string()
    .regex(/^[A-Za-z0-9+/\s]*$/, 'shingles are written by `npm run fingerprint`, eight characters each')
    .describe('One hash for each nine words in a row, in order (see library/shingle.ts).'),
});

export type Fingerprint = z.infer<typeof fingerprint>;
