/** A clinical question on which sources take positions. The body holds our cited answers; the verdict is derived. */
import { z } from 'zod';
import { day, partialDate } from './date.ts';
import { termId, topicId } from './id.ts';
import { byVocabulary, status } from './vocabulary.ts';
import { keysOf } from './word-list.ts';

/** What kind of answer a question asks for. */
const askedFor = {
  recommendation: 'Should it be done?',
  effect: 'What happens?',
  description: 'How is it done, or what is meant?',
} as const;
export const asks = keysOf(askedFor);
export type Asks = z.infer<typeof asks>;

const situation = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'a situation has a name in small letters with hyphens, such as `up-to-14-days`')
    .describe('Name of the situation, by which findings say that they speak to it.'),
  label: z.string().min(1).describe('The situation in a few words, e.g. `Up to 14 days`.'),
});

const searched = z.strictObject({
  until: partialDate.describe('Until when we looked.'),
  where: z.string().min(1).describe('Where we looked.'),
  for: z.string().min(1).describe('What we looked for.'),
});

export const question = byVocabulary(({ population, intervention, outcome, absence }) =>
  z.strictObject({
    question: z.string().min(1).describe('The question as a clinician would ask it, with its question mark.'),
    short: z.string().min(1).max(60).describe('The same in a few words, for lists and breadcrumbs.'),
    gist: z
      .string()
      .min(1)
      .max(200)
      .refine((words) => words.trim().split(/\s+/).length <= 25, 'at most 25 words')
      .optional()
      .describe(
        'The answer in one sentence of at most 25 plain words, which opens the page and stands in lists; without it they print the first sentence of the public answer.',
      ),
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
    asked: z.array(z.string().min(1)).default([]).describe('Other ways in which people ask it.'),
    situations: z
      .array(situation)
      .default([])
      .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'two situations have one name')
      .describe('Situations in which the answer differs; none where there is one answer for all.'),
    searched: searched.optional().describe('Until when, where and for what we looked.'),
    about: z
      .array(absence)
      .default([])
      .describe(
        'What a source that speaks on it cannot leave unsaid, as items of the list of absences: where a raw text holds no word of one of them, its source is silent on the question.',
      ),
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
    status,
    aliases: z
      .array(z.string().regex(/^\/\S*$/))
      .default([])
      .describe('Old addresses that must keep working.'),
  }),
);

export type Question = z.infer<ReturnType<typeof question>>;
