/** Makes an origin of one that reads saved text: one article, whose snapshot is the document as it came. */
import type { Origin } from './origin.ts';
import type { IngestRefusal } from './outcome.ts';
import { endingOf } from './document.ts';
import type { RawArticle } from './raw-article.ts';

export interface TextReading {
  readonly name: string;
  readonly looksFor: string;
  readonly recognise: (text: string) => string | undefined;
  /** Called only with a text that `recognise` took. */
  readonly toArticle: (text: string) => RawArticle | IngestRefusal;
}

/** The origin of a reading of text, e.g. `toTextOrigin({ name: 'leaflet', … })`; a document without text is never of its shape. */
export const toTextOrigin = ({ name, looksFor, recognise, toArticle }: TextReading): Origin => ({
  name,
  looksFor,
  recognise: ({ text }) => (text === undefined ? undefined : recognise(text)),
  toArticles: (document) => [{ bytes: document.bytes, ending: endingOf(document, '.txt'), article: toArticle(document.text ?? '') }],
});
