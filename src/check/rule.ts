/** What a rule is: a pure function with a permanent name, and the words that its page in the documentation is made of. */
import type { ContentFile, FieldPath, Place } from '../library/content-file.ts';
import type { Level } from './issue.ts';
import type { LintContext } from './lint-context.ts';

/** A mistake as a rule hands it over: it says which field or place, the check works out line and column. */
export interface Violation {
  /** Path of the file. */
  readonly file: string;
  /** The field concerned; with `at: 'key'` its name is pointed at, not its value. */
  readonly field?: FieldPath;
  readonly at?: 'key' | 'value';
  /** A place in the whole file, for what is not a field. */
  readonly place?: Place;
  /** Where it differs from the level of the rule, e.g. for what a draft may still lack. */
  readonly level?: Level;
  readonly message: string;
  readonly fix: string;
}

export interface Rule {
  /** Permanent; never reused for something else. */
  readonly name: string;
  /** Names that it had before: their pages lead to the page of this one. */
  readonly formerly?: readonly string[];
  /** `error` only if the site would be wrong with it. */
  readonly level: Level;
  /**
   * True when what it finds in a file depends on that file and the day alone. Such a rule can be left out for a file that
   * has not changed since it was found to be right.
   */
  readonly local?: true;
  /** The good state, in one line. */
  readonly says: string;
  /** How a reader is harmed without it. */
  readonly why: string;
  readonly find: (context: LintContext) => Iterable<Violation>;
}

/** A place of a body, counted from the start of its file. */
export const inBody = (file: ContentFile, place: Place): Place => ({ line: place.line + file.bodyLine - 1, column: place.column });
