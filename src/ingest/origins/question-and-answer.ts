/** A summary that answers a clinical question: the question as title, numbered citation marks, a reference list, a review state. */
import { guessKind } from '../kind-guess.ts';
import { toSavedArticle } from '../saved-article.ts';
import { toSavedPage } from '../saved-page.ts';
import { toTextOrigin } from '../text-origin.ts';

const noTitle = {
  field: 'title',
  reason: 'No line of the page can be its title.',
  hint: 'Put the question that the page answers on the first line.',
};

export const questionAndAnswer = toTextOrigin({
  name: 'question and answer',
  looksFor: 'a question as its title, numbered citation marks and a list of references',
  recognise: (text) => {
    const page = toSavedPage(text);
    if (!page) return undefined;
    const asks = /\?$/.test(page.head.title);
    const cites = page.marks.length > 0;
    if (!(asks && (cites || page.hasReferenceList)) && !(page.reviewState && cites && page.hasReferenceList)) return undefined;
    return [
      ...(asks ? ['a question as title'] : []),
      ...(cites ? ['numbered citation marks'] : []),
      ...(page.hasReferenceList ? ['a reference list'] : []),
      ...(page.reviewState ? [`a review state (“${page.reviewState}”)`] : []),
    ].join(', ');
  },
  toArticle: (text) => {
    const page = toSavedPage(text);
    if (!page) return noTitle;
    const { kind, because } = guessKind(page, {
      kind: 'narrative-review',
      because: 'it answers a question from references and shows no sign of a machine',
    });
    return toSavedArticle(page, { kind, kindBecause: because });
  },
});
