/** A pathway: the published algorithm of one source, as data. Rules are tried in order; the first that holds decides. */
import { z } from 'zod';
import { day } from './date.ts';
import { sourceId } from './id.ts';
import { statement } from './statement.ts';
import { byVocabulary, status } from './vocabulary.ts';
import { keysOf } from './word-list.ts';

const key = z.string().regex(/^[a-z][a-zA-Z0-9]*$/, 'a key is letters and digits and starts with a small letter');
const words = z.string().min(1);
const locator = words.optional().describe('Where in the source.');

const inputKey = key.describe('Name used in rules; inputs of two pathways with one key ask the same thing.');
const asked = {
  name: words.describe('What it is about, as a table prints it, e.g. `Symptom duration`.'),
  label: words.describe('The question put to the reader.'),
};
const choiceInput = z.strictObject({
  key: inputKey,
  type: z.literal('choice').describe('One of several answers.'),
  ...asked,
  values: z
    .array(
      z.strictObject({
        value: key.describe('Name of the answer, used in rules.'),
        label: words.describe('The answer as the reader sees it.'),
        unstated: z.boolean().default(false).describe('True for an answer that the source does not name.'),
      }),
    )
    .min(2)
    .describe('The answers; `unstated` marks one that the source does not name.'),
});
const numberInput = z.strictObject({
  key: inputKey,
  type: z.literal('number').describe('A number with a unit.'),
  ...asked,
  unit: z
    .strictObject({ one: words.describe('Unit of one, e.g. `day`.'), many: words.describe('Unit of several, e.g. `days`.') })
    .describe('Unit, e.g. `{ one: day, many: days }`.'),
  low: z.number().describe('Smallest sensible value.'),
  high: z.number().describe('Largest sensible value.'),
  step: z.number().positive().default(1).describe('Smallest difference that is asked for.'),
});
const yesNoInput = z.strictObject({ key: inputKey, type: z.literal('yes-no').describe('Yes or no.'), ...asked });

/** One test on one input: equal to, one of, or a number against a bound. */
const test = z.strictObject({
  is: z.union([z.string(), z.boolean()]).optional().describe('Equal to this answer; `true` or `false` for yes and no.'),
  in: z.array(z.string()).min(1).optional().describe('One of these answers.'),
  below: z.number().optional().describe('Less than this number.'),
  atMost: z.number().optional().describe('This number or less.'),
  above: z.number().optional().describe('More than this number.'),
  atLeast: z.number().optional().describe('This number or more.'),
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
  for: 'Asks for it, or lets it be done',
  research: 'Only in research',
  against: 'Advises against it',
  'no-suggestion': 'Does not suggest it',
  'outside-scope': 'Outside its scope',
  emergency: 'An emergency of which it does not speak',
} as const;
const direction = keysOf(directions);
export type Direction = keyof typeof directions;

const outcome = z.strictObject({
  id: key.describe('Name of the outcome, used in rules.'),
  label: words.describe('The outcome in a few words.'),
  says: words.describe('What the source says then, in our words.'),
  direction: direction.describe('Which way it points.'),
  caution: statement.optional().describe('What another source holds against it, where a reader must know that with the outcome.'),
  locator,
});

const stated = {
  id: key.describe('Name of the statement.'),
  says: words.describe('What the source states elsewhere, in our words.'),
};
const constraint = z.discriminatedUnion('kind', [
  z.strictObject({
    ...stated,
    kind: z.literal('forbids').describe('Says that some outcomes must not follow in some cases.'),
    when,
    forbids: z.array(key).min(1).describe('Outcomes that must not follow then.'),
    locator,
  }),
  z.strictObject({
    ...stated,
    kind: z.literal('needs').describe('Says that some outcomes follow only in some cases.'),
    outcomes: z.array(key).min(1).describe('Outcomes that follow only then.'),
    needs: when,
    locator,
  }),
  z.strictObject({
    ...stated,
    kind: z.literal('unasked').describe('Names something that the algorithm does not ask.'),
    unasked: words.describe('What the algorithm would have to ask, and does not.'),
    locator,
  }),
]);

/** What reading a pathway against itself can find. */
const lintHit = keysOf({
  gap: 'A case that no rule decides',
  unreachable: 'A rule that can never decide',
  boundary: 'A boundary with two readings',
  constraint: 'An outcome that breaks what the source states elsewhere',
});

const acknowledgement = z.strictObject({
  lint: lintHit.describe('What kind of hit it answers.'),
  about: words.describe('What the check calls the hit, e.g. `limbThreat=no; days=14`.'),
  says: words.describe('What the page tells the reader about it.'),
  locator: words.describe('Where in the source.'),
});

export const pathway = byVocabulary(({ intervention }) =>
  z.strictObject({
    title: words.describe('Title of the page.'),
    summary: words.describe('One sentence for lists and search results.'),
    source: sourceId.describe('The source whose algorithm this is.'),
    entry: words.describe('For whom the source wrote it, in our words.'),
    emergency: z
      .boolean()
      .default(true)
      .describe('False for an algorithm in which nobody can be in danger: only then it need not ask for that before anything else.'),
    intervention: intervention.describe('What it decides about.'),
    inputs: z
      .array(z.discriminatedUnion('type', [choiceInput, numberInput, yesNoInput]))
      .min(1)
      .describe('What is asked, in order.'),
    rules: z.array(rule).min(1).describe('Tried in order; the first that holds decides.'),
    outcomes: z.array(outcome).min(1).describe('Where the rules lead.'),
    constraints: z.array(constraint).default([]).describe('What the same source states elsewhere and the rules must not break.'),
    impossible: z
      .array(z.strictObject({ when, ...statement.shape }))
      .default([])
      .describe('Cases that cannot be, by what a source says; comparisons with other pathways leave them out. May name inputs of others.'),
    acknowledged: z
      .array(acknowledgement)
      .default([])
      .describe('Hits of the check that are the doing of the source, and what the page tells about them.'),
    updated: day.describe('Day of the last change of substance.'),
    status,
  }),
);
export type Pathway = z.infer<ReturnType<typeof pathway>>;
export type PathwayInput = Pathway['inputs'][number];
export type PathwayTest = z.infer<typeof test>;
export type PathwayRule = z.infer<typeof rule>;
export type PathwayAcknowledgement = z.infer<typeof acknowledgement>;
/** The part of a pathway that decides: all that an engine needs. */
export type PathwayLogic = Pick<Pathway, 'inputs' | 'rules' | 'outcomes' | 'constraints'>;
