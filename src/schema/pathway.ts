/** A pathway: the published algorithm of one source, as data. Rules are tried in order; the first that holds decides. */
import { z } from 'zod';
import { day } from './date.ts';
import { sourceId } from './id.ts';
import { reviewFields } from './review.ts';

const key = z.string().regex(/^[a-z][a-zA-Z0-9]*$/, 'a key is letters and digits and starts with a small letter');
const locator = z.string().min(1).optional().describe('Where in the source.');

const choiceInput = z.strictObject({
  key: key.describe('Name used in rules.'),
  type: z.literal('choice'),
  label: z.string().min(1).describe('The question put to the reader.'),
  values: z
    .array(z.strictObject({ value: key, label: z.string().min(1), unstated: z.boolean().default(false) }))
    .min(2)
    .describe('The answers; `unstated` marks one that the source does not name.'),
});
const numberInput = z.strictObject({
  key: key.describe('Name used in rules.'),
  type: z.literal('number'),
  label: z.string().min(1).describe('The question put to the reader.'),
  unit: z.string().min(1).describe('Unit, e.g. `days`.'),
  low: z.number().describe('Smallest sensible value.'),
  high: z.number().describe('Largest sensible value.'),
});
const yesNoInput = z.strictObject({
  key: key.describe('Name used in rules.'),
  type: z.literal('yes-no'),
  label: z.string().min(1).describe('The question put to the reader.'),
});

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
  step: z.string().min(1).optional().describe('The step of the published algorithm that it belongs to.'),
  when,
  unless: when.optional().describe('Tests by input; the rule holds unless all of these hold.'),
  outcome: key.describe('Outcome that it leads to.'),
  locator,
});
const outcome = z.strictObject({ id: key, label: z.string().min(1), says: z.string().min(1), locator });
const constraint = z.strictObject({
  id: key,
  says: z.string().min(1).describe('What the source states elsewhere, in our words.'),
  when,
  forbids: z.array(key).min(1).describe('Outcomes that must not follow then.'),
  locator,
});
const acknowledgement = z.strictObject({
  lint: z.enum(['gap', 'unreachable', 'boundary', 'constraint']),
  about: z.string().min(1).describe('Rule, input, boundary or constraint concerned.'),
  says: z.string().min(1).describe('What the page tells the reader about it.'),
  locator,
});

export const pathway = z.strictObject({
  title: z.string().min(1),
  summary: z.string().min(1),
  source: sourceId.describe('The source whose algorithm this is.'),
  inputs: z.array(z.discriminatedUnion('type', [choiceInput, numberInput, yesNoInput])).min(1),
  rules: z.array(rule).min(1),
  outcomes: z.array(outcome).min(1),
  constraints: z.array(constraint).default([]),
  acknowledged: z.array(acknowledgement).default([]),
  updated: day,
  ...reviewFields,
});
export type Pathway = z.infer<typeof pathway>;
