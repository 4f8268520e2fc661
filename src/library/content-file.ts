/** One file of `content/` as text, with what is needed to say where in it something stands. */
import type { Collection } from '../schema/collections.ts';

/** One-based, as editors and GitHub count. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A step into YAML: a key or an index, e.g. `['findings', 1, 'question']`. */
export type FieldPath = readonly (string | number)[];

export interface ContentFile {
  /** Relative to the project, with forward slashes, e.g. `content/sources/nice-2019-ipg651.md`. */
  readonly path: string;
  readonly collection: Collection;
  /** File name without ending; for lists the name of the list. */
  readonly id: string;
  /** The whole file, without BOM and with line feeds only. */
  readonly text: string;
  /** The YAML part: the frontmatter of a page, or the whole of a YAML file. */
  readonly yaml: string;
  /** Line of `text` on which the YAML starts. */
  readonly yamlLine: number;
  /** What the YAML holds; `undefined` when it could not be read. */
  readonly value: unknown;
  readonly body: string;
  /** Line of `text` on which the body starts. */
  readonly bodyLine: number;
}

/** A file, or a part of one, that could not be read at all. */
export interface UnreadableFile {
  readonly path: string;
  readonly place: Place;
  readonly message: string;
  readonly fix: string;
  /** The rule that says so, where it is not `unreadable-file`: a limit of `schema/limits.ts`. */
  readonly rule?: string | undefined;
}

/** A file in `content/` that no collection claims. */
export interface StrayFile {
  readonly path: string;
}
