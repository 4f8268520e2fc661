/** The parts of an article that a record about it cannot have: they come only from reading the work itself. */
import type { RawArticle } from './raw-article.ts';

export const nothingRead = {
  aliases: [],
  headings: [],
  lists: [],
  questions: [],
  steps: [],
  marks: [],
  references: [],
  disclaimers: [],
  boilerplate: [],
} as const satisfies Partial<RawArticle>;
