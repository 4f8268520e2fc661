/** A deck: the cards of one topic, below the objectives that they test. What a card rests on is named, so that it falls with it. */
import { z } from 'zod';
import { sourceId, termId } from './id.ts';
import { itemName } from './item-id.ts';
import { carrier } from './statement.ts';

const words = z.string().min(1);

/** A hash of what the card was written from, in letters, so that YAML takes none for a number. */
const of = z
  .string()
  .regex(/^[a-p]{12}$/, 'it is 12 letters from a to p, as the check prints them')
  .optional()
  .describe('What that said when the card was written, as a hash: the check prints it. A card whose evidence has changed is suspended.');

export const evidence = z
  .strictObject({
    source: sourceId.optional().describe('Id of a source; with `finding` or `result`.'),
    finding: itemName.optional().describe('Name of a finding of that source.'),
    result: itemName.optional().describe('Name of a result of that source.'),
    term: termId.optional().describe('Id of a term of the glossary.'),
    step: words.optional().describe('Name of a step of the topic, where that is a procedure.'),
    of,
  })
  .refine(
    ({ source, finding, result, term, step }) =>
      [finding, result, term, step].filter((one) => one !== undefined).length === 1 &&
      (source !== undefined) === (finding !== undefined || result !== undefined),
    'name one thing: `source` with a `finding` or a `result`, a `term`, or a `step`',
  );

const shared = {
  evidence: z.array(evidence).min(1).describe('What the answer follows from. Numbers are taken from results with `<Result … />`.'),
  more: words.optional().describe('What else belongs to the answer, in a sentence or two, from the same evidence.'),
  support: words
    .optional()
    .describe('Only where the card asks what a manufacturer, news item, review or AI-generated page claims: what supports the claim.'),
};
const id = itemName.describe('Short name, unique among all cards and never used for anything else: what was learned hangs on it.');
const asks = words.describe('The question, complete in itself.');

const wrongOption = z.strictObject({
  option: words.describe('A wrong answer that somebody could give.'),
  why: words.describe('Why it is wrong, in one sentence.'),
  from: z.array(carrier).min(1).describe('The sources that say so, each with a locator.'),
});

export const card = z.discriminatedUnion('kind', [
  z.strictObject({
    id,
    kind: z.literal('fact').describe('A question with one answer.'),
    asks,
    answer: words.describe('The answer, in a sentence or less.'),
    ...shared,
  }),
  z.strictObject({
    id,
    kind: z.literal('cloze').describe('A sentence with gaps.'),
    text: words
      .regex(/\{\{[^{}]+\}\}/, 'what is asked for stands in `{{` and `}}`')
      .describe('The sentence; what is asked for stands in `{{` and `}}`.'),
    ...shared,
  }),
  z.strictObject({
    id,
    kind: z.literal('choice').describe('A question with one right answer among wrong ones.'),
    asks,
    answer: words.describe('The right answer.'),
    wrong: z.array(wrongOption).min(1).max(3).describe('The wrong answers, each with why it is wrong and its sources.'),
    ...shared,
  }),
  z.strictObject({
    id,
    kind: z.literal('order').describe('Things to put in order.'),
    asks,
    steps: z.array(words).min(3).max(10).describe('The things in their right order.'),
    ...shared,
  }),
]);

export const deck = z.strictObject({
  objectives: z
    .array(
      z.strictObject({
        objective: words.describe('One of the objectives of the topic, word for word.'),
        cards: z.array(card).min(1).describe('Cards that test it.'),
      }),
    )
    .min(1)
    .describe('Objectives of the topic that the file is named after.'),
});

export type Card = z.infer<typeof card>;
export type CardEvidence = z.infer<typeof evidence>;
export type Deck = z.infer<typeof deck>;
export type CardKind = Card['kind'];

/** What each kind is called, in the order in which the guide lists them. */
export const cardKinds: Readonly<Record<CardKind, string>> = { fact: 'Question', cloze: 'Gap', choice: 'Choice', order: 'Order' };
