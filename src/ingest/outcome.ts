/** What became of one article that went through the pipeline. Shapes only. */
import type { Source } from '../schema/source.ts';
import type { RawArticle } from './raw-article.ts';

/** Why an article was turned away: a sentence and the way out. */
export interface IngestRefusal {
  /** Field or line at fault, e.g. `sourceUrl`; left out when the article as a whole is at fault. */
  readonly field?: string;
  readonly reason: string;
  readonly hint: string;
  /** What articles are recognised by, where none of it was found: one line for each origin. */
  readonly shapes?: readonly string[];
}

export type IngestOutcome =
  | {
      readonly state: 'drafted';
      readonly id: string;
      /** The fields of the draft, so that the same article is known again later in the same run. */
      readonly fields: Partial<Source>;
      /** The whole draft: frontmatter and skeleton. */
      readonly text: string;
      /** SHA-256 of the raw bytes. */
      readonly hash: string;
      /** The origin that recognised it, and by what. */
      readonly because: string;
    }
  | {
      readonly state: 'known';
      readonly file: string;
      readonly because: string;
      /** SHA-256 of the raw bytes, where they are the very ones that the source was made from. */
      readonly hash?: string;
    }
  | ({ readonly state: 'refused' } & IngestRefusal)
  /** For what is off topic the reason is its score and what that was made of. */
  | { readonly state: 'off-topic' | 'passed-over'; readonly reason: string };

/** One article of a document and what became of it. */
export interface ArticleOutcome {
  /** Names it within the document, e.g. `entry kahn2014`. */
  readonly label?: string;
  /** What its snapshot keeps, and the ending of the snapshot's name, e.g. `.html`. */
  readonly bytes: Uint8Array;
  readonly ending: string;
  /** Left out where the article could not be read. */
  readonly article?: RawArticle;
  readonly outcome: IngestOutcome;
}

/** True for a refusal where something else was hoped for, e.g. `isRefusal({ reason: 'The file is empty.', hint: '…' })`. */
export const isRefusal = (value: object): value is IngestRefusal => 'reason' in value && 'hint' in value;
