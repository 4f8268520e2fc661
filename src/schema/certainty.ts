/** How sure a source itself is of one of its estimates, and why no more. We never rate without a named person. */
import { z } from 'zod';
import { keysOf } from './word-list.ts';

export const certaintyLevels = { high: 'High', moderate: 'Moderate', low: 'Low', 'very-low': 'Very low' } as const;

/** What lowers certainty (GRADE). */
export const certaintyReasons = {
  'risk-of-bias': 'Risk of bias',
  inconsistency: 'Inconsistency',
  indirectness: 'Indirectness',
  imprecision: 'Imprecision',
  'publication-bias': 'Publication bias',
} as const;

const raters = { source: { label: 'The source itself', says: 'as it printed its rating of this estimate' } } as const;

export const certainty = z.strictObject({
  level: keysOf(certaintyLevels).describe('The level, as rated.'),
  by: keysOf(raters).describe('Who rated it.'),
  reasons: z.array(keysOf(certaintyReasons)).default([]).describe('Why it is not higher, as far as the source says.'),
  locator: z.string().min(1).describe('Where in the source the rating of this estimate stands.'),
});

export type Certainty = z.infer<typeof certainty>;
