/** Rows of the vocabulary that say how criteria, devices, grading words and absences are written down. */
import { z } from 'zod';
import { keysOf } from './word-list.ts';

const words = z.string().min(1);
const label = words.describe('What a reader sees.');

/** A word of a list that content brings along, e.g. `iliofemoral`. */
export const listedWord = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'a word is small letters and digits with hyphens between');

export const criterionRow = z
  .strictObject({
    label,
    unit: words.optional().describe('Unit of its numbers, e.g. `days`.'),
    high: z.number().positive().optional().describe('Largest number that makes sense, e.g. 120 years of age.'),
    values: z.record(listedWord, words).optional().describe('Its values, each with what a reader sees.'),
    words: z
      .array(words)
      .default([])
      .describe('Words by which a free condition is seen to be typable: beginnings of words, and ` + ` between two that must both stand.'),
  })
  .refine(({ unit, values }) => (unit === undefined) !== (values === undefined), 'give either `unit` (it is a number) or `values`');
export type CriterionRow = z.infer<typeof criterionRow>;

export const deviceRow = (intervention: z.ZodType<string, string>) =>
  z.strictObject({
    label,
    intervention: intervention.describe('What is done with it.'),
    names: z.array(words).default([]).describe('What sources call it besides.'),
  });

const graded = { strong: 'Strong', conditional: 'Weak or conditional' } as const;

/** A scheme of grades: which of its words mean which strength. What is not listed is not stated. */
export const gradingRow = z.strictObject({
  label,
  names: z.array(words).min(1).describe('How sources and digests name the scheme.'),
  words: z
    .record(words, keysOf(graded))
    .refine((list) => Object.keys(list).length > 0, 'a scheme lists at least one word')
    .describe('Its words, each with the strength that it means.'),
  source: words.optional().describe('Where the scheme says so.'),
});

export const absenceRow = z.strictObject({
  label,
  words: z.array(words).min(1).describe('What to search the raw text for: small letters; `*` at the end of the beginning of a word.'),
  digest: z
    .array(words)
    .optional()
    .describe('What to search our own digest for, where the words for raw texts stand in every digest. None: its fields alone are asked.'),
  elsewhere: z.boolean().default(false).describe('True where the page of a source says it in a field of its own, and so not twice.'),
});
export type AbsenceRow = z.infer<typeof absenceRow>;
