/** A pathway: the published algorithm of one source, as data. Rules are tried in order; the first that holds decides. */
import { z } from 'zod';
import { day } from './date.ts';
import { sourceId } from './id.ts';
import { reviewFields } from './review.ts';
import { intervention } from './vocabulary.ts';

const key = z.string().regex(/^[a-z][a-zA-Z0-9]*$/, 'a key is letters and digits and starts with a small letter');
const words = z.string().min(1);
const locator = words.optional().describe('Where in the source.');

const asked = {
  key: key.describe('Name used in rules; inputs of two pathways with one key ask the same thing.'),
  name: words.describe('What it is about, as a table prints it, e.g. `Symptom duration`.'),
  label: words.describe('The question put to the reader.'),
};
const choiceInput = z.strictObject({
  ...asked,
  type: z.literal('choice'),
  values: z
    .array(z.strictObject({ value: key, label: words, unstated: z.boolean().default(false) }))
    .min(2)
    .describe('The answers; `unstated` marks one that the source does not name.'),
});
const numberInput = z.strictObject({
  ...asked,
  type: z.literal('number'),
  unit: z.strictObject({ one: words, many: words }).describe('Unit, e.g. `{ one: day, many: days }`.'),
  low: z.number().describe('Smallest sensible value.'),
  high: z.number().describe('Largest sensible value.'),
  step: z.number().positive().default(1).describe('Smallest difference that is asked for.'),
});
const yesNoInput = z.strictObject({ ...asked, type: z.literal('yes-no') });

/** One test on one input: equal to, one of, or a number against a bound. */
const test = z.strictObject({
  is: z.union([z.string(), z.boolean()]).optional(),
  in: z.array(z.string()).min(1).optional(),
  below: z.number().optional(),
  atMost: z.number().optional(),
  above: z.number().optional(),
  atLeast: z.number().optional(),
});
const when = z.record(key, test).describe('Tests by input; all must hold. Empty means always.');

const rule = z.strictObject({
  id: key.describe('Name of the rule.'),
  step: words.optional().describe('The step of the published algorithm that it belongs to.'),
  when,
  outcome: key.describe('Outcome that it leads to.'),
  implied: z.boolean().default(false).describe('True for a rule that follows from the wording and is not said in so many words.'),
  locator,
});

/** Which way an outcome points, so that two pathways can be told apart where they part. */
export const directions = {
  removal: 'Asks for it, or lets it be done',
  research: 'Only in research',
  'no-removal': 'Speaks against it',
  'no-suggestion': 'Does not suggest it',
  'outside-scope': 'Outside its scope',
} as const;
const direction = z.enum(Object.keys(directions) as [Direction, ...Direction[]]);
export type Direction = keyof typeof directions;

const outcome = z.strictObject({ id: key, label: words, says: words, direction, locator });

const stated = { id: key, says: words.describe('What the source states elsewhere, in our words.'), locator };
const constraint = z.discriminatedUnion('kind', [
  z.strictObject({
    ...stated,
    kind: z.literal('forbids'),
    when,
    forbids: z.array(key).min(1).describe('Outcomes that must not follow then.'),
  }),
  z.strictObject({
    ...stated,
    kind: z.literal('needs'),
    outcomes: z.array(key).min(1).describe('Outcomes that follow only then.'),
    needs: when,
  }),
  z.strictObject({ ...stated, kind: z.literal('unasked'), unasked: words.describe('What the algorithm would have to ask, and does not.') }),
]);

const acknowledgement = z.strictObject({
  lint: z.enum(['gap', 'unreachable', 'boundary', 'constraint']),
  about: words.describe('What the check calls the hit, e.g. `limbThreat=no; days=14`.'),
  says: words.describe('What the page tells the reader about it.'),
  locator: words.describe('Where in the source.'),
});

export const pathway = z.strictObject({
  title: words,
  summary: words,
  source: sourceId.describe('The source whose algorithm this is.'),
  entry: words.describe('For whom the source wrote it, in our words.'),
  intervention: intervention.describe('What it decides about.'),
  inputs: z.array(z.discriminatedUnion('type', [choiceInput, numberInput, yesNoInput])).min(1),
  rules: z.array(rule).min(1),
  outcomes: z.array(outcome).min(1),
  constraints: z.array(constraint).default([]),
  acknowledged: z.array(acknowledgement).default([]),
  updated: day,
  ...reviewFields,
});
export type Pathway = z.infer<typeof pathway>;
export type PathwayInput = Pathway['inputs'][number];
export type PathwayTest = z.infer<typeof test>;
export type PathwayRule = z.infer<typeof rule>;
export type PathwayOutcome = z.infer<typeof outcome>;
export type PathwayConstraint = z.infer<typeof constraint>;
export type PathwayAcknowledgement = z.infer<typeof acknowledgement>;
/** The part of a pathway that decides: all that an engine needs. */
export type PathwayLogic = Pick<Pathway, 'inputs' | 'rules' | 'outcomes' | 'constraints'>;
