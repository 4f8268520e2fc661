/** An issue: a mistake in content, as data. Rules make them, reporters print them, nothing throws them. */
export type Level = 'error' | 'warning';

export interface Issue {
  /** Permanent name of the rule, e.g. `unknown-question`. */
  readonly rule: string;
  readonly level: Level;
  /** Relative to the project, e.g. `content/sources/nice-2019-ipg651.md`. */
  readonly file: string;
  /** One-based. */
  readonly line: number;
  readonly column: number;
  /** What stands there and what was expected, in the words of the file. */
  readonly message: string;
  /** The way out, as a sentence. */
  readonly fix: string;
}
