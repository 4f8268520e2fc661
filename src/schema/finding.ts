/** A finding: what one source says on one question. It lives in its source; it is an edge, not a file. */
import { z } from 'zod';
import { criterionOf } from './criterion.ts';
import { questionId } from './id.ts';
import { itemNames, resultNames } from './item-id.ts';
import { direction, isAdvice, strength } from './recommendation.ts';
import { byVocabulary, coverage } from './vocabulary.ts';

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

const gist = z
  .string()
  .min(1)
  .refine((words) => words.trim().split(/\s+/).length <= 16, 'at most 16 words');

const situation = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'a situation is named in small letters, as in the question');

export const finding = byVocabulary(({ population, intervention, criterion, device }, { criteria }) =>
  z
    .strictObject({
      ...itemNames,
      question: questionId.describe('Id of the question that it speaks on.'),
      direction: direction
        .optional()
        .describe(
          'What the source says should be done, never more than its own words. Left out where it gives no advice; a result is none.',
        ),
      strength: strength
        .optional()
        .describe(
          'How strongly, by its own grade. Only with `for` and `against` of a source that gives recommendations, and needed there.',
        ),
      says: z.string().min(1).describe('One sentence in our words.'),
      gist: gist
        .optional()
        .describe('The same in at most 16 words, for the row of the answer card; who says it and how strongly stand beside it.'),
      grade: grade.optional().describe("The source's own grade, if it gives one."),
      certainty: z
        .string()
        .min(1)
        .optional()
        .describe('How sure the source is of this recommendation, in its own words, e.g. `low`. Never that of an outcome.'),
      population: population.describe('Whom it is about, in the word of the source; a contested word also needs a row in `terms`.'),
      intervention: intervention.describe('Which intervention it is about.'),
      device: device.optional().describe('Which device, where it is about one.'),
      situations: z.array(situation).default([]).describe('Situations of the question that it speaks to; none where it has none.'),
      criteria: z
        .array(criterionOf(criterion, criteria))
        .default([])
        .describe('Conditions that can be typed. The finding holds for people who meet them.'),
      conditions: z.array(z.string().min(1)).default([]).describe('The other conditions that the source attaches, in words.'),
      results: resultNames.default([]).describe('Results of the same source that carry the numbers of this finding.'),
      aiGenerated: z
        .boolean()
        .optional()
        .describe('True where AI wrote the passage, beside the work and not in it: then it is shown and never counted.'),
      coverage: coverage.optional().describe('What this finding was made from, where that is not what its source was made from.'),
      locator: z.string().min(1).optional().describe('Where in the source: heading, table, paragraph or page.'),
      anchor: anchor.optional().describe('The passage that carries it, so that a machine can check it is still there.'),
    })
    .refine((one) => one.strength === undefined || isAdvice(one.direction), {
      path: ['strength'],
      message: 'only a finding with the direction `for` or `against` has a strength',
    }),
);

export type Anchor = z.infer<typeof anchor>;
export type Finding = z.infer<ReturnType<typeof finding>>;
