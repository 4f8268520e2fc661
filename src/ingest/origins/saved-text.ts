/** Pages saved as text, by what stands in them: leaflets for the public, answers to clinical questions, and articles on web sites. */
import { toLines } from '../plain-text.ts';
import { endingOf, type DecodedDocument, type Origin } from '../document.ts';
import { guessKind } from '../guess.ts';
import { findPublisher, toSavedArticle } from '../saved-article.ts';
import type { RawArticle } from '../raw-article.ts';
import { toSavedPage, type SavedPage } from '../saved-page.ts';

interface TextShape extends Pick<Origin, 'name' | 'looksFor'> {
  /** What the page shows of this shape; nothing for a page of another. */
  readonly signs: (page: SavedPage, text: string) => string | undefined;
  readonly toArticle: (page: SavedPage, text: string) => RawArticle;
}

/** Each origin looks at the same page, and taking it apart is most of the work. */
const pages = new WeakMap<DecodedDocument, SavedPage | undefined>();

function pageOf(document: DecodedDocument): SavedPage | undefined {
  if (!pages.has(document)) pages.set(document, document.text === undefined ? undefined : toSavedPage(document.text));
  return pages.get(document);
}

const toTextOrigin = ({ name, looksFor, signs, toArticle }: TextShape): Origin => ({
  name,
  looksFor,
  recognise: (document) => {
    const page = pageOf(document);
    return (page && signs(page, document.text ?? '')) || undefined;
  },
  toArticles: (document) => {
    const page = pageOf(document);
    return page ? [{ bytes: document.bytes, ending: endingOf(document, '.txt'), article: toArticle(page, document.text ?? '') }] : [];
  },
});

const AUDIENCE =
  /^(?:patient |public )?(?:information|advice|guidance)(?: leaflet)? (?:for|about) (?:the )?(?:public|patients|people|carers|families)\b[^.]{0,60}$|^patient information(?: leaflet)?$/i;
const HEAD = 8;

/** The line that says for whom a leaflet is. */
const audienceOf = (text: string): string | undefined =>
  toLines(text)
    .slice(0, HEAD)
    .find((line) => AUDIENCE.test(line));

export const leaflet = toTextOrigin({
  name: 'leaflet',
  looksFor: 'a line such as “Information for the public” near the top, with a publication date, an ISBN or a site',
  signs: ({ fields: { published, isbn, siteLine } }, text) => {
    const audience = audienceOf(text);
    const also = [...(published ? ['a publication date'] : []), ...(isbn ? ['an ISBN'] : []), ...(siteLine ? ['a site line'] : [])];
    return audience && also.length > 0 ? `the line “${audience}” with ${also.join(', ')}` : undefined;
  },
  toArticle: (page, text) => {
    const audience = audienceOf(text) ?? '';
    const publisher = findPublisher(page);
    const { container: _, ...article } = toSavedArticle(
      { ...page, blocks: page.blocks.filter((block) => block.text !== audience) },
      { kind: 'guidance-public', kindBecause: `it says “${audience}”` },
    );
    return {
      ...article,
      title: `${article.title}: ${audience.charAt(0).toLowerCase()}${audience.slice(1)}`,
      ...(publisher && { publisher }),
      boilerplate: [...article.boilerplate, audience],
    };
  },
});

export const questionAndAnswer = toTextOrigin({
  name: 'question and answer',
  looksFor: 'a question as its title, numbered citation marks and a list of references',
  signs: ({ head, marks, hasReferenceList, reviewState }) => {
    const asks = /\?$/.test(head.title);
    const cites = marks.length > 0;
    if (!(asks && (cites || hasReferenceList)) && !(reviewState && cites && hasReferenceList)) return undefined;
    return [
      ...(asks ? ['a question as title'] : []),
      ...(cites ? ['numbered citation marks'] : []),
      ...(hasReferenceList ? ['a reference list'] : []),
      ...(reviewState ? [`a review state (“${reviewState}”)`] : []),
    ].join(', ');
  },
  toArticle: (page) => {
    const because = 'it answers a question from references and shows no sign of a machine';
    const guess = guessKind(page, { kind: 'narrative-review', because });
    return toSavedArticle(page, { kind: guess.kind, kindBecause: guess.because });
  },
});

export const webArticle = toTextOrigin({
  name: 'web article',
  looksFor: 'a breadcrumb or a link to skip the menu at the top, a line with date and author, or “title | site” at the end',
  signs: (page) => {
    const { blocks, boilerplate, byline, fields, head, reviewer } = page;
    if (blocks.length < 2) return undefined;
    const dated = byline?.printed ?? fields.published ?? fields.updated;
    return [
      ...head.signs.map((sign) => (sign === 'breadcrumb' ? 'a breadcrumb' : 'a “title | site” line')),
      ...(boilerplate.some((line) => /^skip to|^aller au|^zum inhalt/i.test(line)) ? ['a skip link'] : []),
      ...(dated !== undefined && byline && byline.authors.length > 0 ? ['a line with date and author'] : []),
      ...(fields.url ? ['its address on a line'] : []),
      ...(fields.published && findPublisher(page) ? ['a publication date and a publisher'] : []),
      ...(reviewer ? ['a reviewer line'] : []),
    ].join(', ');
  },
  toArticle: (page) => {
    const { kind, because } = guessKind(page, { kind: 'news', because: 'nothing on the page says what it is' });
    return toSavedArticle(page, { kind, kindBecause: because });
  },
});
