/** A glossary entry, and the sections: the two lists that are one file each. */
import { z } from 'zod';
import { sectionId, sourceId, termId } from './id.ts';
import { carrier } from './statement.ts';
import { byVocabulary, type Population } from './vocabulary.ts';

const senseOf = (population: z.ZodType<Population, Population>) =>
  z.strictObject({
    id: z
      .string()
      .regex(/^[a-z0-9-]+$/)
      .describe('Name of the sense, e.g. `below-common-femoral`.'),
    says: z.string().min(1).describe('What is meant, in one sentence.'),
    covers: z.array(population).min(1).describe('The populations that the sense takes in.'),
  });

/** A name in another language: never a translation of ours. */
const foreignName = z
  .strictObject({
    name: z.string().min(1).describe('The name as the source prints it.'),
    abbreviations: z.array(z.string().min(1)).default([]).describe('Its abbreviations there.'),
    source: sourceId.optional().describe('Id of the source that prints it, if it has a digest here.'),
    work: z.string().min(1).optional().describe('Otherwise the work that prints it, e.g. `Guanella 2013`.'),
    locator: z.string().min(1).optional().describe('Where in it.'),
  })
  .refine(
    ({ source, work }) => (source === undefined) !== (work === undefined),
    'give either `source` (it has a digest here) or `work` (it has none)',
  );

export const term = byVocabulary(({ population }) =>
  z.strictObject({
    id: termId.describe('Id, used in the address of the entry.'),
    name: z.string().min(1).describe('The term as it stands in a sentence.'),
    abbreviations: z.array(z.string().min(1)).default([]).describe('Abbreviations, in their own capitals.'),
    synonyms: z.array(z.string().min(1)).default([]).describe('True synonyms: words that mean the same, lay words and spellings included.'),
    search: z
      .array(z.string().min(1))
      .default([])
      .describe('Words that people search for it by and that do not mean the same. Printed nowhere.'),
    unlinked: z
      .array(z.string().min(1))
      .default([])
      .describe('Those of the names above that mean other things in running text as often: found by search, never linked there.'),
    languages: z
      .partialRecord(z.enum(['de', 'es', 'fr', 'it', 'nl', 'pl', 'pt', 'tr']), foreignName)
      .default({})
      .describe('Name in other languages, each as a public source prints it.'),
    definition: z.string().min(1).describe('One sentence.'),
    from: z
      .array(carrier)
      .default([])
      .describe('Sources that carry the definition; empty means general medical language, and the page says so.'),
    source: sourceId.optional().describe('Id of the source whose definition this is.'),
    locator: z.string().min(1).optional().describe('Where in that source the definition stands.'),
    seeAlso: z.array(termId).default([]).describe('Related terms.'),
    lookalikes: z.array(z.string().min(1)).default([]).describe('What the same letters can mean elsewhere.'),
    contested: z.string().min(1).optional().describe('Why sources differ on the word, for a term with senses.'),
    senses: z.array(senseOf(population)).default([]).describe('The meanings that sources give a contested word.'),
  }),
);

export const terms = byVocabulary((_, vocabulary) => z.array(term(vocabulary)));
export type Term = z.infer<ReturnType<typeof term>>;

/** Names and abbreviations of a term in other languages, e.g. `['thrombose veineuse profonde', 'TVP']`. */
export const foreignNames = ({ languages }: Pick<Term, 'languages'>): string[] =>
  Object.values(languages).flatMap(({ name, abbreviations }) => [name, ...abbreviations]);

export const section = z.strictObject({
  id: sectionId.describe('Id of the section.'),
  title: z.string().min(1).describe('Name of the section.'),
  says: z.string().min(1).describe('What stands on it, in one sentence.'),
});

export const sections = z.array(section);
export type Section = z.infer<typeof section>;
