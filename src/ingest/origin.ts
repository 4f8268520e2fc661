/** What an origin is: one shape in which articles reach us. Each has a file in `origins/` and a row in `origins.ts`. */
import type { Refusal } from './outcome.ts';
import type { RawArticle } from './raw-article.ts';

export interface Origin {
  /** As the terminal shows it, e.g. `web article`. */
  readonly name: string;
  /** Completes "An article of this shape has …", for the hint when nothing fits. */
  readonly looksFor: string;
  /** Completes "recognised by …", or undefined when the text is not of this shape. Goes by features of the text, never by file name. */
  readonly recognise: (text: string) => string | undefined;
  /** Called only with a text that `recognise` took. */
  readonly toArticle: (text: string) => RawArticle | Refusal;
}
