/** What an origin is: one shape in which articles reach us. Each has a file in `origins/` and a row in `origins.ts`. */
import type { Refusal } from './outcome.ts';
import type { OpenedParcel } from './parcel.ts';
import type { RawArticle } from './raw-article.ts';

/** One article of a parcel. */
export interface Taken {
  /** Names it within the parcel, e.g. `entry kahn2014`; left out where the parcel is the article. */
  readonly label?: string;
  /** What its snapshot keeps: the parcel's own bytes, or the one record or item of it. */
  readonly bytes: Uint8Array;
  /** Ending of the snapshot's name, e.g. `.html`. */
  readonly ending: string;
  readonly article: RawArticle | Refusal;
}

export interface Origin {
  /** As the terminal shows it, e.g. `web article`. */
  readonly name: string;
  /** Completes "An article of this shape has …", for the hint when nothing fits. */
  readonly looksFor: string;
  /** Completes "recognised by …", or undefined when the parcel is not of this shape. Goes by what stands in it, never by file name. */
  readonly recognise: (parcel: OpenedParcel) => string | undefined;
  /** One article for a page or paper; several for a feed or a reference file. Called only with a parcel that `recognise` took. */
  readonly toArticles: (parcel: OpenedParcel) => Promise<readonly Taken[]> | readonly Taken[];
}
