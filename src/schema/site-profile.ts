/** What a site says of itself and of its disease: the one file `site.yaml`, for all that is no source's word. */
import { z } from 'zod';
import { questionId, termId, topicId } from './id.ts';
import { byVocabulary } from './vocabulary.ts';

const words = z.string().min(1);
/** A word with `*` for the rest of it, before or after, e.g. `pregnan*`. */
const pattern = z
  .string()
  .regex(/^\*?[\p{L}\p{N}'’-]+\*?$/u, 'a word is letters, digits and hyphens, with `*` for what may stand before or after');
/** Several of those joined by `+`, all of which must stand in a text, e.g. `high + bleeding`. */
const together = z
  .string()
  .regex(
    /^\*?[\p{L}\p{N}'’-]+\*?(?: \+ \*?[\p{L}\p{N}'’-]+\*?)*$/u,
    'words are joined by ` + `, each with `*` for what may stand before or after',
  );

/** What `site.yaml` may hold. */
export const siteProfile = byVocabulary(({ population }) =>
  z.strictObject({
    name: words.describe('Name of the site.'),
    tagline: words.describe('What it is, in a few words, beside the name.'),
    description: words.describe('What it is, in a sentence, for search engines.'),
    question: words.describe('The question that opens the front page.'),
    featured: z
      .array(questionId)
      .max(3)
      .default([])
      .describe('Questions whose answers stand on the front page; without it those that most sources address.'),
    condition: words.describe('The disease as it stands in a sentence, e.g. after “what each one says about”.'),
    about: words.describe('The subject as it stands in a sentence, e.g. after “what has been published about”.'),
    scope: words.describe('The same in the fewest words, e.g. after “search sources on”.'),
    topics: words.describe('What the topics are about, as a list within a sentence.'),
    timeline: words.describe('What the timeline spans, in a few words.'),
    outside: z
      .array(
        z.strictObject({
          what: words.describe('What the site does not cover, as a reader calls it, e.g. `Varicose veins`.'),
          instead: words.describe('Where a reader looks: a public body by its name, never an address from memory.'),
          asked: z
            .array(words)
            .default([])
            .describe('Words by which readers ask for it, e.g. `varicose`: search then says that it is not covered.'),
          topic: topicId.optional().describe('The page that says how far the site goes, where there is one.'),
        }),
      )
      .default([])
      .describe('What the site does not cover; printed on the page about the site, and where a search finds nothing.'),
    examples: z
      .strictObject({
        abbreviation: words.describe('An abbreviation.'),
        term: words.describe('A term of the field.'),
        everyday: words.describe('An everyday word.'),
        names: z.array(words).min(1).describe('Names, e.g. of a trial or a product.'),
        question: words.describe('A whole question.'),
      })
      .describe('What a reader may type into the search, by kind.'),
    changedApproval: z
      .enum(['refuse', 'say'])
      .default('refuse')
      .describe(
        'What becomes of a page that changed after a clinician approved it: `refuse` builds nothing until it is approved again or the approval is taken out, `say` prints on the page that it changed.',
      ),
    emergency: z
      .strictObject({
        public: words.describe('For everyone: the signs, and whom to call.'),
        student: words.describe('For students.'),
        clinician: words.describe('For clinicians.'),
        populations: z.array(population).default([]).describe('A question on one of these opens with the line.'),
        terms: z.array(termId).default([]).describe('A page that names one of these opens with the line.'),
        words: z.array(together).default([]).describe('A page with one of these in its title opens with the line.'),
        pathway: z
          .strictObject({
            key: z
              .string()
              .regex(/^[a-z][a-zA-Z0-9]*$/, 'a key is letters and digits and starts with a small letter')
              .describe('Key of the input that asks.'),
            name: words.describe('The danger as a table names it.'),
            label: words.describe('The question put to the reader.'),
            danger: words.describe('The danger as it stands in a sentence, e.g. after “the source does not speak of”.'),
            population: population.describe('A source speaks of it where a finding on this population takes a position.'),
          })
          .optional()
          .describe('What a pathway asks before anything else; without it none need ask.'),
      })
      .describe('The emergency line for each reader, and when it must be there.'),
    subject: z
      .strictObject({
        sides: z
          .array(
            z.strictObject({
              name: words.describe('The side in a word.'),
              words: z.array(pattern).min(1).describe('Words that speak of it.'),
            }),
          )
          .min(1)
          .describe('What an article must speak of, each of them.'),
        both: z.array(pattern).default([]).describe('Words that speak of all sides at once.'),
      })
      .describe('What makes an article ours.'),
  }),
);
export type SiteProfile = z.infer<ReturnType<typeof siteProfile>>;

/** What stands in place of a file that is missing or wrong, so that everything else can be read and checked. */
export const noSiteProfile: SiteProfile = {
  name: '',
  tagline: '',
  description: '',
  question: '',
  featured: [],
  condition: '',
  about: '',
  scope: '',
  topics: '',
  timeline: '',
  outside: [],
  examples: { abbreviation: '', term: '', everyday: '', names: [], question: '' },
  changedApproval: 'refuse',
  emergency: { public: '', student: '', clinician: '', populations: [], terms: [], words: [] },
  subject: { sides: [], both: [] },
};
