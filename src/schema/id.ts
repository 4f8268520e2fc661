/** Ids: the exact file name, the URL segment and the citation key of everything in `content/`. */
import { z } from 'zod';

/** Lower-case ASCII letters, digits and single hyphens, e.g. `vedantham-2017-attract`. */
export const ID_PATTERN = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

const words = 'an id is lower-case letters, digits and hyphens, for example `nice-2019-ipg651`';
const id = z.string().regex(ID_PATTERN, words);

export const sourceId = id.brand<'SourceId'>();
export const questionId = id.brand<'QuestionId'>();
export const topicId = id.brand<'TopicId'>();
export const pathwayId = id.brand<'PathwayId'>();
export const termId = id.brand<'TermId'>();
export const sectionId = id.brand<'SectionId'>();

export type SourceId = z.infer<typeof sourceId>;
export type QuestionId = z.infer<typeof questionId>;
export type TopicId = z.infer<typeof topicId>;
export type PathwayId = z.infer<typeof pathwayId>;
export type TermId = z.infer<typeof termId>;
export type SectionId = z.infer<typeof sectionId>;
