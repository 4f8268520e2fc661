/** The saved text of an article on a web site: navigation above, tags and disclaimers below, a line with section, date and author. */
import { guessKind } from '../kind-guess.ts';
import { findPublisher } from '../publisher.ts';
import { toSavedArticle } from '../saved-article.ts';
import { toSavedPage } from '../saved-page.ts';
import { toTextOrigin } from '../text-origin.ts';

const noTitle = {
  field: 'title',
  reason: 'No line of the page can be its title.',
  hint: 'Put the title of the article on a line of its own at the top.',
};

export const webArticle = toTextOrigin({
  name: 'web article',
  looksFor: 'a breadcrumb or a link to skip the menu at the top, a line with date and author, or “title | site” at the end',
  recognise: (text) => {
    const page = toSavedPage(text);
    if (!page || page.blocks.length < 2) return undefined;
    const { byline, fields } = page;
    const dated = byline?.printed ?? fields.published ?? fields.updated;
    const signed = dated !== undefined && byline !== undefined && byline.authors.length > 0;
    const signs = [
      ...page.head.signs.map((sign) => (sign === 'breadcrumb' ? 'a breadcrumb' : 'a “title | site” line')),
      ...(page.boilerplate.some((line) => /^skip to|^aller au|^zum inhalt/i.test(line)) ? ['a skip link'] : []),
      ...(signed ? ['a line with date and author'] : []),
      ...(fields.url ? ['its address on a line'] : []),
      ...(fields.published && findPublisher(page) ? ['a publication date and a publisher'] : []),
      ...(page.reviewer ? ['a reviewer line'] : []),
    ];
    return signs.length > 0 ? signs.join(', ') : undefined;
  },
  toArticle: (text) => {
    const page = toSavedPage(text);
    if (!page) return noTitle;
    const { kind, because } = guessKind(page, { kind: 'news', because: 'nothing on the page says what it is' });
    return toSavedArticle(page, { kind, kindBecause: because });
  },
});
