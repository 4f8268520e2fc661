/** A finding: what one source says on one question. It lives in its source; it is an edge, not a file. */
import { z } from 'zod';
import { questionId } from './id.ts';
import { byVocabulary, stance } from './vocabulary.ts';

/** A few words at each end of a passage of the raw article, and the hash of what lies between (see library/passage.ts). */
export const anchor = z.strictObject({
  starts: z.string().min(1).max(80).describe('The first few words of the passage, exactly as they stand there.'),
  ends: z.string().min(1).max(80).describe('The last few words of the passage, exactly as they stand there.'),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'a SHA-256 is 64 hexadecimal digits')
    .describe('Hash of the passage with white space folded.'),
});

/** The source's own grade of its own statement: never translated into another scheme, never invented. */
export const grade = z.strictObject({
  scheme: z.string().min(1).describe('Name of the grading scheme, e.g. `GRADE`.'),
  value: z.string().min(1).describe('The grade as printed, e.g. `2C`.'),
  words: z.string().min(1).optional().describe('The same in words, e.g. `weak recommendation, low certainty`.'),
});

export const finding = byVocabulary(({ population, intervention }) =>
  z.strictObject({
    question: questionId.describe('Id of the question that this is a position on.'),
    stance: stance.describe('The position, never stronger than the words of the source.'),
    says: z.string().min(1).describe('One sentence in our words.'),
    grade: grade.optional().describe("The source's own grade, if it gives one."),
    population: population.describe('Whom it is about, in the word of the source; a contested word also needs a row in `terms`.'),
    intervention: intervention.describe('Which intervention it is about.'),
    conditions: z.array(z.string().min(1)).default([]).describe('The conditions that the source attaches.'),
    locator: z.string().min(1).optional().describe('Where in the source: heading, table, paragraph or page.'),
    anchor: anchor.optional().describe('The passage that carries it, so that a machine can check it is still there.'),
  }),
);

export type Anchor = z.infer<typeof anchor>;
export type Finding = z.infer<ReturnType<typeof finding>>;
