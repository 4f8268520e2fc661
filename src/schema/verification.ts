/**
 * A verification: on this day a machine looked into the raw article of a source, found these anchors there, and did not find what the
 * source leaves out. Written by `npm run validate -- --snapshots DIR --record`, never by hand; it holds because raw articles are
 * not committed.
 */
import { z } from 'zod';
import { day } from './date.ts';
import { sourceId } from './id.ts';

const hashes = z.array(z.string().regex(/^[0-9a-f]{64}$/, 'what was seen is recorded by its hash of 64 hexadecimal digits')).default([]);

export const verification = z
  .strictObject({
    source: sourceId.describe('Id of the source whose raw article was looked into.'),
    snapshot: z
      .string()
      .regex(/^sha256-[0-9a-f]{64}$/, 'a snapshot is `sha256-` and 64 hexadecimal digits')
      .describe('The raw article that was looked into.'),
    on: day.describe('Day on which that was done.'),
    anchors: hashes.describe('One hash for each anchor found: its first words, last words and passage (see library/anchor.ts).'),
    absent: hashes.describe('One for each absence that held: its item, the words that were looked for and the passages dismissed.'),
    silent: hashes.describe('One for each question of which nothing was found: its id and the words that were looked for.'),
  })
  .refine(
    ({ anchors, absent, silent }) => anchors.length + absent.length + silent.length > 0,
    'a verification names something that was seen',
  );

export const verifications = z.array(verification);

export type Verification = z.infer<typeof verification>;
