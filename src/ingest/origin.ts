/** What an origin is: one shape in which articles reach us. Each has a file in `origins/` and a row in `origins.ts`. */
import type { IngestRefusal } from './outcome.ts';
import type { DecodedDocument } from './document.ts';
import type { RawArticle } from './raw-article.ts';

/** One article of a document. */
export interface ExtractedArticle {
  /** Names it within the document, e.g. `entry kahn2014`; left out where the document is the article. */
  readonly label?: string;
  /** What its snapshot keeps: the document's own bytes, or the one record or item of it. */
  readonly bytes: Uint8Array;
  /** Ending of the snapshot's name, e.g. `.html`. */
  readonly ending: string;
  readonly article: RawArticle | IngestRefusal;
}

export interface Origin {
  /** As the terminal shows it, e.g. `web article`. */
  readonly name: string;
  /** Completes "An article of this shape has …", for the hint when nothing fits. */
  readonly looksFor: string;
  /** Completes "recognised by …", or undefined when the document is not of this shape. Goes by what stands in it, never by file name. */
  readonly recognise: (document: DecodedDocument) => string | undefined;
  /** One article for a page or paper; several for a feed or a reference file. Called only with a document that `recognise` took. */
  readonly toArticles: (document: DecodedDocument) => Promise<readonly ExtractedArticle[]> | readonly ExtractedArticle[];
}
