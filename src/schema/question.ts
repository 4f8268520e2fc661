/** A clinical question on which sources take positions. The body holds our cited answers; the verdict is derived. */
import { z } from 'zod';
import { day } from './date.ts';
import { termId, topicId } from './id.ts';
import { reviewFields } from './review.ts';
import { byVocabulary, keysOf } from './vocabulary.ts';

/** What kind of answer a question asks for. */
const askedFor = {
  recommendation: 'Should it be done?',
  effect: 'What happens?',
  description: 'How is it done, or what is meant?',
} as const;
export const asks = keysOf(askedFor);
export type Asks = z.infer<typeof asks>;

export const question = byVocabulary(({ population, intervention, outcome }) =>
  z.strictObject({
    question: z.string().min(1).describe('The question as a clinician would ask it, with its question mark.'),
    short: z.string().min(1).max(60).describe('The same in a few words, for lists and breadcrumbs.'),
    asks: asks.describe(
      'What kind of answer it wants: recommendation (should it be done?), effect (what happens?) or description (how, or what is meant?).',
    ),
    pico: z
      .strictObject({
        population: population.describe('Whom the question is about.'),
        intervention: intervention.describe('The intervention.'),
        comparator: z.string().min(1).describe('Compared with what.'),
        outcome: z.string().min(1).describe('The outcome that matters.'),
      })
      .describe('Population, intervention, comparator, outcome.'),
    outcomes: z.array(outcome).default([]).describe('Outcomes whose printed effects are drawn on the page.'),
    topics: z.array(topicId).min(1).describe('Topics on whose pages the question is listed.'),
    terms: z.array(termId).default([]).describe('Glossary terms on whose meaning the answer depends.'),
    emergency: z
      .boolean()
      .default(false)
      .describe('True where somebody in danger may come to it: prints the emergency line, at the top and in each register of the answer.'),
    autolink: z
      .boolean()
      .default(true)
      .describe('Whether glossary terms are linked where the body first uses them; `false` leaves the page without.'),
    updated: day.describe('Day of the last change of substance.'),
    ...reviewFields,
    aliases: z
      .array(z.string().regex(/^\/\S*$/))
      .default([])
      .describe('Old addresses that must keep working.'),
  }),
);

export type Question = z.infer<ReturnType<typeof question>>;
