/** How a study was made, what was done in it, what a review takes in, and what a work leaves out: facts about a source, with their places. */
import { z } from 'zod';
import { sourceId } from './id.ts';
import { keysOf } from './word-list.ts';

const words = z.string().min(1);
const locator = words.optional().describe('Where in the source.');

export const allocations = {
  randomised: 'Randomised',
  matched: 'Matched, not by chance',
  cohort: 'As they came, two groups side by side',
  'before-after': 'Before and after, one group',
  'case-series': 'One group, none to compare with',
  review: 'A review of other studies',
  other: 'Otherwise',
} as const;
export const answers = { yes: 'Yes', no: 'No', unclear: 'Unclear' } as const;
export const blinds = {
  participants: 'Participants',
  carers: 'Those who treated them',
  assessors: 'Those who judged the outcome',
  nobody: 'Nobody',
} as const;

const fact = <T extends z.ZodType>(value: T, says: string) =>
  z
    .strictObject({ value: value.describe(says), locator })
    .optional()
    .describe(says);
const people = z.number().int().nonnegative();
const yesOrNo = keysOf({ yes: answers.yes, no: answers.no });

export const design = z.strictObject({
  allocation: fact(keysOf(allocations), 'How people came into the groups.'),
  concealed: fact(keysOf(answers), 'Whether nobody could foresee the next allocation.'),
  blinded: fact(z.array(keysOf(blinds)).min(1), 'Who did not know the treatment.'),
  randomised: fact(people, 'How many people were randomised.'),
  treated: fact(people, 'How many were treated.'),
  analysed: fact(people, 'How many were analysed.'),
  lost: fact(people, 'How many were lost.'),
  stoppedEarly: fact(yesOrNo, 'Whether it was stopped before its planned end.'),
  registered: fact(yesOrNo, 'Whether it was registered.'),
});

const withDevice = (device: z.ZodType<string, string>, intervention: z.ZodType<string, string>) =>
  z.strictObject({
    of: intervention.optional().describe('Intervention that it belongs to; pages that list what was given go by it.'),
    agent: words.describe('Drug or treatment, as the source names it.'),
    dose: words.optional().describe('Dose, as printed.'),
    route: words.optional().describe('Route.'),
    duration: words.optional().describe('For how long.'),
    device: device.optional().describe('Device by which it was given.'),
    locator,
  });

/** What was given and how, as used or described in the source: never advice of ours. */
export const regimensOf = (device: z.ZodType<string, string>, intervention: z.ZodType<string, string>) =>
  z.array(withDevice(device, intervention)).default([]);

/** One work taken in by a review: a source with a digest here, or a work without one. */
const study = z
  .strictObject({
    source: sourceId.optional().describe('Id of the study, if it has a digest here.'),
    work: words.optional().describe('Otherwise the study as the review names it.'),
  })
  .refine(
    (value) => (value.source === undefined) !== (value.work === undefined),
    'give either `source` (it has a digest here) or `work` (it has none)',
  );

export const includes = z.strictObject({
  complete: z.boolean().default(false).describe('True where the list holds every study that the review takes in.'),
  studies: z.array(study).min(1).describe('The studies that it takes in, as far as we know them.'),
  locator,
});

export const absenceChecks = {
  text: { label: 'Checked', says: 'looked for in the raw text, and nothing hit that was not dismissed with a reason' },
  no: { label: 'Not checked', says: 'the raw text was not at hand' },
} as const;

const dismissed = z.strictObject({
  passage: words.max(160).describe('The few words of the raw text, or of our digest, in which the search hit.'),
  reason: words.describe('Why they do not report it.'),
});

/** What a source does not report: a claim, so it is checked. */
export const absencesOf = (item: z.ZodType<string, string>) =>
  z
    .array(
      z.strictObject({
        item: item.describe('What is not reported.'),
        checked: keysOf(absenceChecks).describe('Whether the raw text was searched for it.'),
        dismissed: z.array(dismissed).default([]).describe('Hits that do not report it, each with its reason.'),
      }),
    )
    .default([]);

export type Design = z.infer<typeof design>;
export type Absence = z.infer<ReturnType<typeof absencesOf>>[number];
