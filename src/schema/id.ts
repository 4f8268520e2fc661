/** Ids: the exact file name, the URL segment and the citation key of everything in `content/`. */
import { z } from 'zod';

/** Lower-case ASCII letters, digits and single hyphens, e.g. `vedantham-2017-attract`. */
export const ID_PATTERN = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

const words = 'an id is lower-case letters, digits and hyphens, for example `nice-2019-ipg651`';
const id = z.string().regex(ID_PATTERN, words);

/** An id that says in the JSON Schema what it names, e.g. `"x-names": "source"`, so that tools need no list of such fields. */
const naming = (collection: string) => id.meta({ 'x-names': collection });

export const sourceId = naming('source').brand<'SourceId'>();
export const questionId = naming('question').brand<'QuestionId'>();
export const topicId = naming('topic').brand<'TopicId'>();
export const pathwayId = naming('pathway').brand<'PathwayId'>();
export const termId = naming('term').brand<'TermId'>();
export const sectionId = naming('section').brand<'SectionId'>();
export const personId = naming('person').brand<'PersonId'>();

export type SourceId = z.infer<typeof sourceId>;
export type QuestionId = z.infer<typeof questionId>;
export type TopicId = z.infer<typeof topicId>;
export type PathwayId = z.infer<typeof pathwayId>;
export type TermId = z.infer<typeof termId>;
export type SectionId = z.infer<typeof sectionId>;
export type PersonId = z.infer<typeof personId>;
