/** What a raw article yields before an editor has seen it: the one value between every origin and the draft. */
import type { SourceKind } from '../schema/kinds.ts';
import type { Author, Source } from '../schema/source.ts';
import type { Coverage } from '../schema/vocabulary.ts';

/** A mark such as the `2` at the end of a sentence, and how often the text uses it. */
export interface MarkUse {
  readonly mark: string;
  readonly count: number;
}

/** One entry of a printed reference list. `mark` is there only when the list itself prints a number. */
export interface PrintedReference {
  /** The work as printed, e.g. `A trial of things. Journal of Examples, 2019`. */
  readonly work: string;
  /** The type label as printed, e.g. `Guideline`. */
  readonly label?: string;
  /** Kind, where label and title leave no doubt. */
  readonly kind?: SourceKind;
  readonly mark?: string;
}

export interface Heading {
  readonly text: string;
  /** Page on which it stands, as the file numbers or labels its pages, e.g. `4`. */
  readonly page?: string;
}

/** Names of what an article may say of itself, each a field of the source that is drafted from it. */
export type FactName =
  'updated' | 'container' | 'publisher' | 'volume' | 'issue' | 'pages' | 'number' | 'url' | 'doi' | 'pmid' | 'isbn' | 'registry';

/** Fields that are those of a source mean what the schema says of them; `issued` is `undated` and `language` is `und` where nothing tells. */
export interface RawArticle extends Readonly<Partial<Pick<Source, FactName | 'pending' | 'importance'>>> {
  /** Title as published, without the name of the site. */
  readonly title: string;
  /** A guess from features of the page; `kindBecause` names them for the editor. */
  readonly kind: SourceKind;
  readonly kindBecause: string;
  readonly authors: readonly Author[];
  readonly issued: string;
  readonly language: string;
  readonly coverage: Coverage;
  /** Labels that a news digest gave it, in small letters with hyphens. */
  readonly tags?: readonly string[];
  /** Old paths under which it was published before. */
  readonly aliases: readonly string[];
  readonly headings: readonly Heading[];
  readonly marks: readonly MarkUse[];
  readonly references: readonly PrintedReference[];
  readonly disclaimers: readonly string[];
  readonly image?: { readonly address?: string; readonly credit: string };
  /** Lines that belong to the page and not to the article. */
  readonly boilerplate: readonly string[];
  /** The article without boilerplate, disclaimers and reference list. */
  readonly text: string;
  /** What the editor must settle because the article leaves it open, as whole sentences. */
  readonly doubts: readonly string[];
}

/** The parts of an article that one who has not read the work itself cannot have. */
export const nothingRead = {
  aliases: [],
  headings: [],
  marks: [],
  references: [],
  disclaimers: [],
  boilerplate: [],
} as const satisfies Partial<RawArticle>;

/** Fields without those that hold nothing, e.g. `filled({ doi: undefined, url: 'x' })` is `{ url: 'x' }`. */
export const filled = <Fields extends object>(fields: Fields): { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== '')) as typeof fields;

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
