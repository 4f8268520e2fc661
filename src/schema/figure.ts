/** A map: places on a drawing, what the evidence covers in each, and what each source calls them. Drawing and words are content. */
import { z } from 'zod';
import { byVocabulary } from './vocabulary.ts';

const words = z.string().min(1);
const place = z.number().min(-10_000).max(10_000);
/** A path of SVG: its commands and numbers, so that nothing else can stand in it. */
const d = z
  .string()
  .max(4_000)
  .regex(/^[Mm][MmLlHhVvCcSsQqTtAaZz\d\s.,-]*$/, 'a path is the commands of SVG and numbers, and starts with `M`')
  .describe('Path in the frame, as in SVG.');
const line = z.strictObject({ d, width: z.number().positive().max(200).describe('How wide it is.') });

/** What a file in `figures/` may hold. */
export const figure = byVocabulary(({ population, intervention }) =>
  z.strictObject({
    title: words.describe('Title of the page.'),
    name: words.describe('Its name in a word or two, for links.'),
    heading: words.describe('Heading in the list of figures.'),
    says: words.describe('What it is a map of, below that heading.'),
    tells: words.describe('What one reads off it, beside its link.'),
    shows: words.describe('What it shows, in one sentence.'),
    names: z.array(words).default([]).describe('Other words for it, for those who search.'),
    front: z.boolean().default(false).describe('True for the one figure that stands on the front page.'),
    picture: words.describe('What the drawing is a picture of, for those who cannot see it, in one sentence.'),
    called: words.describe('Head of the column with what each segment is called.'),
    general: z
      .strictObject({
        population: population.describe('That population.'),
        says: words.describe('As in “3 more findings that count are …”.'),
      })
      .optional()
      .describe('A population that names no segment.'),
    notes: z.array(words).default([]).describe('What else one must know to read it.'),
    words: z
      .array(
        z.strictObject({
          population: population.describe('A contested word.'),
          bars: z.boolean().default(false).describe('Whether its senses follow the segments and are drawn as bars.'),
        }),
      )
      .default([])
      .describe('Contested words that divide the map.'),
    frame: z
      .strictObject({
        width: z.number().positive().max(2_000).describe('Width of the frame.'),
        height: z.number().positive().max(2_000).describe('Height of the frame.'),
        names: place.describe('How far from the left the names start.'),
        bars: place.describe('How far from the left the first bar stands.'),
      })
      .describe('The size of the drawing.'),
    outline: z
      .array(z.strictObject({ d, broken: z.boolean().default(false).describe('True for a broken line.') }))
      .default([])
      .describe('What is around, as lines.'),
    beside: z.array(line).default([]).describe('Parts that are drawn and are no segment.'),
    segments: z
      .array(
        z.strictObject({
          id: z
            .string()
            .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'a segment is small letters and digits with hyphens between')
            .describe('Name of the segment, used in addresses.'),
          name: words.describe('Its name on the drawing.'),
          says: words.describe('What belongs to it, in a few words.'),
          populations: z.array(population).default([]).describe('Populations that it is part of.'),
          interventions: z.array(intervention).default([]).describe('Interventions that lie in it.'),
          named: z
            .boolean()
            .default(false)
            .describe('True where a contested word does not count that takes it in: a finding must name it.'),
          paths: z.array(line).min(1).describe('Its middle lines.'),
          from: z.tuple([place, place]).describe('Where the line to its name starts.'),
          label: place.describe('How far from the top its name stands.'),
          reach: z.tuple([place, place]).describe('Its upper and its lower end, for bars.'),
        }),
      )
      .min(1)
      .describe('From above.'),
  }),
);
export type Figure = z.infer<ReturnType<typeof figure>>;
