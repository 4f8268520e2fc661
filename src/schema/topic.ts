/** A topic: a page that a reader reads. Each kind has parts that it cannot do without. */
import { z } from 'zod';
import { day } from './date.ts';
import { sectionId, termId } from './id.ts';
import { statement } from './statement.ts';
import { byVocabulary, register, status } from './vocabulary.ts';

/** Tables that the page draws up from all digests; nothing in them is written on the page itself. */
const tablesOf = (intervention: z.ZodType<string, string>) => ({
  criteria: z
    .array(intervention)
    .default([])
    .describe(
      'Interventions of which the page lists who is advised against them, on which conditions they are advised, and who was left out of trials.',
    ),
  regimens: z.array(intervention).default([]).describe('Interventions of which the page lists what was given, by source.'),
});

const sharedOf = (intervention: z.ZodType<string, string>) => ({
  title: z.string().min(1).describe('Title of the page.'),
  summary: z.string().min(1).max(200).describe('One sentence for lists and search results.'),
  section: sectionId.describe('Section it belongs to.'),
  order: z.number().int().default(100).describe('Place in the section; lower comes first.'),
  terms: z.array(termId).default([]).describe('Glossary terms that the page explains.'),
  objectives: z.array(z.string().min(1)).min(1).describe('What a student can do after reading.'),
  pitfalls: z.array(statement).min(1).describe('Mistakes that readers make here, each with its source.'),
  emergency: z.boolean().default(false).describe('True where somebody in danger may come to it: prints the emergency line.'),
  leads: register.default('clinician').describe('The register that the page opens with.'),
  autolink: z
    .boolean()
    .default(true)
    .describe('Whether glossary terms are linked where the body first uses them; `false` leaves the page without.'),
  ...tablesOf(intervention),
});
type Shared = ReturnType<typeof sharedOf>;

/** What stands below the parts of a kind. */
const closing = {
  updated: day.describe('Day of the last change of substance.'),
  status,
  aliases: z
    .array(z.string().regex(/^\/\S*$/))
    .default([])
    .describe('Old addresses that must keep working.'),
};

const stepOf = (phase: z.ZodType<string, string>) =>
  z.strictObject({
    name: z.string().min(1).describe('Name of the step.'),
    phase: phase.describe('Part of the procedure that it belongs to.'),
    ...statement.shape,
    unsaid: z.string().min(1).optional().describe('What the source leaves out at this step.'),
  });

const conditionOf = (shared: Shared) =>
  z.strictObject({ kind: z.literal('condition').describe('A disease or a form of it.'), ...shared, ...closing });
const conceptOf = (shared: Shared) =>
  z.strictObject({ kind: z.literal('concept').describe('An idea, a measure or a word that needs a page.'), ...shared, ...closing });
const procedureOf = (shared: Shared, phase: z.ZodType<string, string>) =>
  z.strictObject({
    kind: z.literal('procedure').describe('Something that is done to a patient; has `steps`.'),
    ...shared,
    steps: z.array(stepOf(phase)).min(1).describe('The steps in order.'),
    ...closing,
  });
const deviceOf = (shared: Shared) =>
  z.strictObject({
    kind: z.literal('device').describe('A product; has `maker`, `mechanism` and `regulatory`.'),
    ...shared,
    maker: z.string().min(1).describe('Company that makes it.'),
    mechanism: statement.describe('How it works, with its source.'),
    regulatory: z
      .array(statement)
      .min(1)
      .describe('What sources say on approval, notices and recalls; that they say nothing is a statement too.'),
    ...closing,
  });

export const topic = byVocabulary(({ phase, intervention }) => {
  const shared = sharedOf(intervention);
  return z.discriminatedUnion('kind', [conditionOf(shared), procedureOf(shared, phase), deviceOf(shared), conceptOf(shared)]);
});
export type Topic = z.infer<ReturnType<typeof topic>>;
export type TopicKind = Topic['kind'];

export const topicKinds: Record<TopicKind, string> = {
  condition: 'Condition',
  procedure: 'Procedure',
  device: 'Device',
  concept: 'Concept',
};
