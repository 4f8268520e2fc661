/** Ids: the exact file name, the URL segment and the citation key of everything in `content/`. */
import { z } from 'zod';
import type { Collection } from './collections.ts';

/** Lower-case ASCII letters, digits and single hyphens, e.g. `vedantham-2017-attract`. */
export const ID_PATTERN = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

const words = 'an id is lower-case letters, digits and hyphens, for example `nice-2019-ipg651`';
const id = z.string().regex(ID_PATTERN, words);

/** An id that says in the JSON Schema what it names, e.g. `"x-names": "source"`, so that tools need no list of such fields. */
const idOf = <C extends Collection>(collection: C) => id.meta({ 'x-names': collection }).brand<`${Capitalize<C>}Id`>();

export const sourceId = idOf('source');
export const questionId = idOf('question');
export const topicId = idOf('topic');
export const pathwayId = idOf('pathway');
export const figureId = idOf('figure');
export const termId = idOf('term');
export const sectionId = idOf('section');
export const personId = idOf('person');

/** An id of a collection, e.g. `IdOf<'source'>` is `SourceId`. */
export type IdOf<C extends Collection> = z.output<ReturnType<typeof idOf<C>>>;

export type SourceId = z.infer<typeof sourceId>;
export type QuestionId = z.infer<typeof questionId>;
export type TopicId = z.infer<typeof topicId>;
export type PathwayId = z.infer<typeof pathwayId>;
export type FigureId = z.infer<typeof figureId>;
export type TermId = z.infer<typeof termId>;
export type SectionId = z.infer<typeof sectionId>;
export type PersonId = z.infer<typeof personId>;
