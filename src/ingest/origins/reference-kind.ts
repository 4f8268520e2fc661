/** Guesses the kind of an entry: by its CSL type where that is a page or a newspaper, else by its title. */
import type { KindGuess } from '../kind-guess.ts';
import { guessRecordKind } from '../record/record-kind.ts';

const PAGE = /^(?:webpage|post(?:-weblog)?|article-(?:newspaper|magazine)|broadcast)$/;

/** e.g. `guessReferenceKind('article-newspaper', 'Gel or plaster').kind === 'news'`. */
export const guessReferenceKind = (type: string, title: string): KindGuess =>
  PAGE.test(type)
    ? { kind: 'news', because: `the reference file calls it \`${type}\`` }
    : guessRecordKind('the reference file', type.startsWith('article-') ? [] : [type], title);
