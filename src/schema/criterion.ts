/** A typed condition: whom a finding holds for, in numbers or words that a search for a patient can read. */
import { z } from 'zod';
import type { CriterionRow } from './vocabulary-rows.ts';

const bound = z.number().optional();
const values = z.array(z.string().min(1)).min(1).optional();

/** Bounds in the order in which they are said. */
export const boundNames = ['above', 'atLeast', 'below', 'atMost'] as const;

/**
 * A condition by the criteria of a vocabulary, e.g. `{ on: 'symptom-days', below: 14 }` or `{ on: 'bleeding-risk', is: ['low'] }`.
 * A criterion with a unit takes numbers, one with values takes those.
 */
export const criterionOf = (on: z.ZodType<string, string>, rows: Readonly<Record<string, CriterionRow>>) =>
  z
    .strictObject({
      on: on.describe('What the condition is on.'),
      below: bound.describe('Less than this, in the unit of the criterion.'),
      atMost: bound.describe('This or less.'),
      above: bound.describe('More than this.'),
      atLeast: bound.describe('This or more.'),
      is: values.describe('Any of these values of the criterion.'),
      isNot: values.describe('None of these values of the criterion.'),
    })
    .superRefine(({ on: word, is, isNot, ...bounds }, context) => {
      const row = rows[word];
      const known = row?.values && Object.keys(row.values);
      const bounded = boundNames.some((name) => bounds[name] !== undefined);
      if (bounded === (is !== undefined || isNot !== undefined))
        context.addIssue({
          code: 'custom',
          message: 'give either numbers (`below`, `atMost`, `above`, `atLeast`) or values (`is`, `isNot`)',
        });
      else if (known && bounded)
        context.addIssue({ code: 'custom', message: `\`${word}\` has values and no numbers: ${known.join(', ')}` });
      else if (row?.unit && !bounded) context.addIssue({ code: 'custom', message: `\`${word}\` is a number of ${row.unit}, not a word` });
      for (const [name, list] of Object.entries({ is, isNot }))
        for (const [index, value] of (list ?? []).entries())
          if (known && !known.includes(value))
            context.addIssue({ code: 'custom', path: [name, index], message: `a value of \`${word}\` is one of ${known.join(', ')}` });
    });

export type Criterion = z.infer<ReturnType<typeof criterionOf>>;
