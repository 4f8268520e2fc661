/**
 * Closed word lists: what an editor may write, and what a reader sees for it. Those that every site has stand here; those of a
 * disease are content, and `Vocabulary` is their shape.
 */
import { z } from 'zod';
import { sourceId, termId } from './id.ts';
import { absenceRow, criterionRow, deviceRow, gradingRow, listedWord as word } from './vocabulary-rows.ts';
import { keysOf, type WordRow } from './word-list.ts';

/** What our digest was made from. */
export const coverages = {
  'full-text': { label: 'Full text', says: 'made from the whole work' },
  abstract: { label: 'Abstract only', says: 'made from the abstract; the full text was not read' },
  excerpt: { label: 'Excerpt only', says: 'made from a part of the work; the full text was not read' },
  teaser: { label: 'Preview only', says: 'made from a preview that breaks off; the work itself was not seen' },
  'second-hand': { label: 'As cited elsewhere', says: 'made from what another work says about it; the work itself was not read' },
} as const;
export const coverage = keysOf(coverages);
export type Coverage = z.infer<typeof coverage>;

/** How much weight a news digest gave an item. The digest among our first articles has the field and leaves it empty. */
export const importances = {
  high: { label: 'High', says: 'the digest calls it important' },
  medium: { label: 'Medium', says: 'the digest calls it of interest' },
  low: { label: 'Low', says: 'the digest lists it for completeness' },
} as const;
export const importance = keysOf(importances);
export type Importance = z.infer<typeof importance>;

export const fundings = {
  public: 'Public money',
  society: 'A professional society’s own funds',
  industry: 'Industry',
  mixed: 'Public money and industry',
  unknown: 'Not reported, or not checked',
} as const;
export const funding = keysOf(fundings);
export type Funding = z.infer<typeof funding>;

/** States of a page, in order. The first three are written; the others follow from an approval and its signature. */
export const statuses = {
  draft: { label: 'Draft', says: 'not published' },
  submitted: { label: 'Submitted', says: 'written, waiting for a reviewer' },
  'under-review': { label: 'Under review', says: 'no clinician has approved this page yet' },
  changed: { label: 'Changed since approval', says: 'a named clinician approved it as it stood before, and nobody as it stands now' },
  expired: { label: 'Review overdue', says: 'a named clinician approved it, the approval has run out, and nobody has looked at it again' },
  approved: { label: 'Approved', says: 'a named clinician read all that it states beside its sources and signed it' },
} as const;
export type PageState = keyof typeof statuses;
const { draft, submitted, 'under-review': underReview } = statuses;
export const status = keysOf({ draft, submitted, 'under-review': underReview }).describe(
  'State of the page: draft, submitted or under-review. That it is approved is never written: it follows from a signed file in approvals/.',
);
export type Status = z.infer<typeof status>;

/** The three wordings of one claim. */
export const registers = {
  public: { label: 'Public', says: 'everyday words' },
  student: { label: 'Student', says: 'with the reasons and the terms' },
  clinician: { label: 'Clinician', says: 'the answer, its strength and its source' },
} as const;
export const register = keysOf(registers);
export type Register = z.infer<typeof register>;
export const registerNames = Object.keys(registers) as Register[];

export const imageStatuses = { cleared: 'free to show', unknown: 'rights unclear', restricted: 'not free to show' } as const;
export const imageStatus = keysOf(imageStatuses);

const label = z.string().min(1).describe('What a reader sees.');

/** The lists that content brings along. */
export const wordLists = ['populations', 'interventions', 'outcomes', 'phases', 'criteria', 'devices', 'absences'] as const;
export type WordList = (typeof wordLists)[number];
type WordLists = Readonly<Record<WordList, Readonly<Record<string, WordRow>>>>;

/**
 * One word of a list, which the JSON Schema names as `x-words`; any word where there is no list, because then it is the list that
 * must be mended first.
 */
const wordOf = (lists: WordLists, list: WordList): z.ZodType<string, string> =>
  (Object.keys(lists[list]).length ? keysOf(lists[list]) : z.string()).meta({ 'x-words': list });

/** What may be written for a word of each list. */
export const wordsOf = (lists: WordLists) => ({
  population: wordOf(lists, 'populations'),
  intervention: wordOf(lists, 'interventions'),
  outcome: wordOf(lists, 'outcomes'),
  phase: wordOf(lists, 'phases'),
  criterion: wordOf(lists, 'criteria'),
  device: wordOf(lists, 'devices'),
  absence: wordOf(lists, 'absences'),
});

const betters = { fewer: 'the fewer or the lower, the better', more: 'the more or the higher, the better' } as const;
const outcomeKinds = {
  event: 'one thing by any definition',
  scale: 'told apart by a scale or a definition, and a result that names none says so',
  other: 'no one thing: it has no better and no plot of its own',
} as const;

/** What `vocabulary.yaml` holds; `lists` are the words that its rows may name, its own. */
const vocabularyOf = (lists: WordLists) => {
  const { population, intervention } = wordsOf(lists);
  const rows = <T extends z.ZodType>(row: T, says: string) =>
    z
      .record(word, row)
      .refine((list) => Object.keys(list).length > 0, 'a list has at least one word')
      .describe(says);
  const covers = z.array(population).min(1).nullable().optional();
  return z.strictObject({
    populations: rows(
      z.strictObject({
        label,
        covers: covers.describe(
          'Populations that it is made of, which have nobody in common; itself if left out. `null` for a word that sources draw differently.',
        ),
        everyone: z.boolean().default(false).describe('True where a plot for it leaves no result out.'),
      }),
      'Whom a finding is about.',
    ),
    interventions: rows(
      z.strictObject({
        label,
        takesIn: z
          .array(intervention)
          .min(1)
          .optional()
          .describe('Interventions that advice on it is advice on, never the other way round.'),
        terms: z.array(termId).default([]).describe('Terms of the glossary that are its names.'),
        names: z.array(z.string().min(1)).default([]).describe('What articles call it besides.'),
        specific: z.boolean().default(false).describe('True where it is done for our subject alone: its names speak of all of it.'),
      }),
      'What is done.',
    ),
    outcomes: rows(
      z.strictObject({
        label,
        better: keysOf(betters).optional().describe('What one hopes for. Only an outcome of the kind `other` goes without.'),
        kind: keysOf(outcomeKinds).default('event').describe('How it is told apart.'),
        mid: z
          .strictObject({
            value: z.number().positive().describe('How much: of 100 people for an event, points for a scale.'),
            source: sourceId.describe('Id of the source that gives it.'),
          })
          .optional()
          .describe('From how large a difference on it matters to patients, where a source says so.'),
      }),
      'What is counted or measured.',
    ),
    phases: rows(label, 'Parts of a procedure, in the order in which they come.'),
    criteria: z.record(word, criterionRow).default({}).describe('What a typed condition can be on.'),
    devices: z.record(word, deviceRow(intervention)).default({}).describe('Products by which something is done.'),
    grading: z.record(word, gradingRow).default({}).describe('Schemes of grades, and which of their words mean which strength.'),
    absences: z.record(word, absenceRow).default({}).describe('What a source can leave out, and the words to search it for.'),
    comparison: z
      .strictObject({
        given: z.array(intervention).min(1).describe('Interventions of the one side.'),
        whole: intervention.describe('The word for all of them: a question on it shows the results of each.'),
        against: intervention.describe('Intervention of the other side.'),
        label: z.string().min(1).describe('The comparison in words, as a heading.'),
        with: z.string().min(1).describe('How one side of a plot goes on, as in `fewer with …`.'),
      })
      .optional()
      .describe('The comparison that forest plots put first.'),
  });
};

export type Vocabulary = z.infer<ReturnType<typeof vocabularyOf>>;
/** A word of the list of populations, e.g. `calf`. */
export type Population = string;
/** A word of the list of interventions. */
export type Intervention = string;
/** A word of the list of outcomes. */
export type Outcome = string;

/** No list at all, for content without a vocabulary: then any word is taken, and the check asks for the file. */
export const noVocabulary: Vocabulary = {
  populations: {},
  interventions: {},
  outcomes: {},
  phases: {},
  criteria: {},
  devices: {},
  grading: {},
  absences: {},
};

/**
 * A schema that goes by the words of a vocabulary, made once for each, e.g. `byVocabulary((words) => z.strictObject(…))`. Two
 * vocabularies that hold the same are one.
 */
export function byVocabulary<T>(make: (words: ReturnType<typeof wordsOf>, vocabulary: Vocabulary) => T): (vocabulary: Vocabulary) => T {
  const made = new WeakMap<Vocabulary, T>();
  const alike = new Map<string, T>();
  return (vocabulary) => {
    const known = made.get(vocabulary);
    if (known) return known;
    const text = JSON.stringify(vocabulary);
    const schema = alike.get(text) ?? make(wordsOf(vocabulary), vocabulary);
    alike.set(text, schema);
    made.set(vocabulary, schema);
    return schema;
  };
}

/** What `vocabulary.yaml` may hold, each word that it names a word of its own. */
export const vocabularySchema = byVocabulary((_, vocabulary) => vocabularyOf(vocabulary));

/** The vocabulary in a value, as far as its shape holds; none where it does not, which the check reports. */
export const toVocabulary = (value: unknown): Vocabulary => vocabularySchema(noVocabulary).safeParse(value).data ?? noVocabulary;

/** The parts that a population is made of, itself for most; null for a contested word, whose border only its senses draw. */
export const partsOf = ({ populations }: Vocabulary, population: Population): readonly Population[] | null => {
  const covers = populations[population]?.covers;
  return covers === undefined ? [population] : covers;
};

/** Interventions that advice on this one is advice on, itself left out. */
export const takenInBy = ({ interventions }: Vocabulary, intervention: Intervention): readonly Intervention[] =>
  interventions[intervention]?.takesIn ?? [];
