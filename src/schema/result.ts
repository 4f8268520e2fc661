/** A result: one number that a study reports. Counts are people unless `unit` says otherwise. */
import { z } from 'zod';
import { certainty } from './certainty.ts';
import { itemNames } from './item-id.ts';
import { byVocabulary } from './vocabulary.ts';
import { keysOf } from './word-list.ts';

/** What must not be read from a result, though its numbers stand there; the note says why. */
export const bars = {
  effect: { label: 'No effect of treatment', says: 'it compares people, not treatments' },
  difference: { label: 'No difference of ours', says: 'its counts are matched, cumulative or out of totals that are not theirs' },
} as const;

/** What a pooled number was pooled from. */
export const pools = {
  randomised: { label: 'Randomised trials', says: 'randomised comparisons alone, or one' },
  mixed: { label: 'Studies of different designs', says: 'randomised and other comparisons together' },
  'non-randomised': { label: 'Studies without randomisation', says: 'no randomised comparison' },
} as const;

const armOf = (intervention: z.ZodType<string, string>) =>
  z.strictObject({
    name: z.string().min(1).describe('Short name of the arm, e.g. `treated` or `control`.'),
    intervention: intervention.optional().describe('What that arm was given.'),
    events: z.number().int().nonnegative().optional().describe('How many had the event.'),
    total: z.number().int().positive().optional().describe('Out of how many.'),
    percent: z.number().min(0).max(100).optional().describe('Percentage as printed, when counts are not given.'),
    mean: z.number().optional().describe('Mean or score as printed.'),
  });

const effect = z.strictObject({
  measure: z.enum(['RR', 'OR', 'HR', 'RD', 'MD']).describe('Risk ratio, odds ratio, hazard ratio, risk difference or mean difference.'),
  value: z.number().optional().describe('Point estimate as printed.'),
  low: z.number().optional().describe('Lower end of the 95 % confidence interval.'),
  high: z.number().optional().describe('Upper end of the 95 % confidence interval.'),
  per: z
    .union([z.literal(100), z.literal(1000)])
    .optional()
    .describe('For a risk difference: out of how many people, `100` for percentage points. Without it nothing is drawn.'),
  reduction: z
    .boolean()
    .optional()
    .describe('For a risk difference: true when a positive number is printed for fewer events in the first arm.'),
  p: z
    .union([z.number().min(0).max(1), z.string().regex(/^[<>]\s?0?\.\d+$/)])
    .optional()
    .describe('P value as printed, e.g. `0.56` or `<0.001`.'),
  adjusted: z.boolean().optional().describe('Whether the study adjusted the estimate. Only where the source says so.'),
});

const baseline = z.strictObject({
  events: z.number().nonnegative().describe('How many have the event without the intervention, as printed.'),
  of: z.union([z.literal(100), z.literal(1000)]).describe('Out of how many people.'),
  from: z.string().min(1).optional().describe('Where the source takes it from.'),
});

export const result = byVocabulary(({ population, intervention, outcome }) =>
  z
    .strictObject({
      ...itemNames,
      outcome: outcome.describe('What was counted or measured.'),
      label: z.string().min(1).optional().describe("The outcome in the study's own terms, where the list is too coarse."),
      scale: z.string().min(1).optional().describe('The definition used, e.g. `5 points or more`.'),
      population: population.optional().describe('Whom, if not everyone in the study.'),
      at: z.string().min(1).describe('When, e.g. `24 months`.'),
      arms: z.array(armOf(intervention)).min(1).describe('The arms, intervention first.'),
      effect: effect.optional().describe('The effect as the study reports it.'),
      baseline: baseline.optional().describe('The risk without the intervention that the source starts from, where it prints one.'),
      certainty: certainty.optional().describe('How sure the source itself is of this estimate. Only where it rated this one.'),
      unit: z.string().min(1).optional().describe('What was counted, if not people, e.g. `procedures`.'),
      people: z
        .union([z.number().positive().multipleOf(1), z.string().regex(/^not-stated$/, 'a number, or `not-stated`')])
        .optional()
        .describe(
          'How many people stand behind it, all arms together, where no arm has a `total`: those counted for it, or the whole study where its source tells no other number; `not-stated` where neither is known.',
        ),
      notFor: keysOf(bars)
        .optional()
        .describe('What must not be read from it: an effect of treatment, or a difference of our own. Say why in `note`.'),
      studies: z
        .number()
        .int()
        .positive()
        .optional()
        .describe(
          'Of a review or guideline: from how many studies the number comes, where it says so. `1` is one study told again; only two and more are pooled.',
        ),
      pools: keysOf(pools).optional().describe('Of a review or guideline: what the number was pooled from. Only where the source says so.'),
      note: z.string().min(1).optional().describe('A doubt about the number, printed beside it.'),
      locator: z.string().min(1).optional().describe('Where in the source.'),
    })
    .refine(
      ({ notFor, note }) => notFor === undefined || note !== undefined,
      'what must not be read from it (`notFor`) needs a `note` that says why',
    ),
);

export type Result = z.infer<ReturnType<typeof result>>;
export type Arm = Result['arms'][number];
