/**
 * The past of what one source says here: when each finding and result came, what changed in it, and when it went. Written by
 * `npm run history` from the commits, never by hand; builds read this and no commits.
 */
import { z } from 'zod';
import { day } from './date.ts';
import { questionId, sourceId } from './id.ts';
import { itemName } from './item-id.ts';

/** A change of the form alone, such as another order of keys, is none. */
const itemChange = z.strictObject({
  on: day.describe('Day of the commit.'),
  what: z.string().min(1).describe('What changed, e.g. `grade`.'),
  was: z.string().min(1).optional().describe('What stood there before; left out for what is new.'),
  is: z.string().min(1).optional().describe('What stands there since; left out for what is gone, and for whole sentences.'),
});

const removal = z.strictObject({
  on: day.describe('Day of the commit.'),
  now: itemName.optional().describe('Name of what took its place, where that has this name among its former ones.'),
});

const item = z.strictObject({
  id: itemName.optional().describe('Its name; left out for what was gone before names came.'),
  was: z.number().int().positive().optional().describe('Its number among the findings before names came: `#finding-<source>-<number>`.'),
  since: day.describe('Day on which it was first said here.'),
  changes: z.array(itemChange).default([]).describe('What changed in it since, oldest first.'),
  removed: removal.optional().describe('When it was taken out.'),
  question: questionId.optional().describe('Question of a finding that was taken out.'),
  state: z
    .string()
    .regex(/^[0-9a-f]{12}$/, 'a state is 12 hexadecimal digits')
    .optional()
    .describe('Hash of what it says now: with another one this file is behind.'),
});

export const history = z.strictObject({
  source: sourceId.describe('Id of the source.'),
  findings: z.array(item).default([]).describe('Its findings, in their order, and those that it had.'),
  results: z.array(item).default([]).describe('Its results, in their order, and those that it had.'),
});

export type SourceHistory = z.infer<typeof history>;
export type ItemHistory = z.infer<typeof item>;
export type ItemChange = z.infer<typeof itemChange>;
