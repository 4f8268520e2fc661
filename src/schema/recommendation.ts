/** What a source says should be done: which way, and how strongly. Every site has these words. */
import type { z } from 'zod';
import { keysOf } from './word-list.ts';

/** Which way. Never more than the source's own words; a trial's result is none. */
export const directions = {
  for: { label: 'For', says: 'says that it should be done' },
  against: { label: 'Against', says: 'says that it should not be done' },
  permits: { label: 'Permits', says: 'a regulator or a programme lets it be done; nobody advises it' },
  'research-only': { label: 'Only in research', says: 'confines it to formal studies' },
  'none-made': { label: 'None made', says: 'looked at it and gave no recommendation' },
} as const;
export const direction = keysOf(directions);
export type AdviceDirection = z.infer<typeof direction>;

/** How strongly, by the source's own grade and the table of grading words of the vocabulary. */
export const strengths = {
  strong: { label: 'Strong', says: 'the source’s own scheme calls it strong' },
  conditional: { label: 'Conditional', says: 'the source’s own scheme calls it weak or conditional' },
  'not-stated': { label: 'Not stated', says: 'no grade, or one that our table does not know: never guessed' },
} as const;
export const strength = keysOf(strengths);
export type Strength = z.infer<typeof strength>;

/** What has a strength: somebody advises it, or advises against it. */
export const isAdvice = (way: AdviceDirection | undefined): way is 'for' | 'against' => way === 'for' || way === 'against';
