/** An issue: a mistake in content, as data, and how many there are, in words. Rules make them, reporters print them, nothing throws them. */
import { formatCount } from '../words/phrase.ts';

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

interface Tally {
  readonly errors: number;
  readonly warnings: number;
  /** Files with an issue. */
  readonly files: number;
}

/** Counts issues, e.g. `{ errors: 2, warnings: 1, files: 2 }`. */
export function tallyOf(issues: readonly Issue[]): Tally {
  const errors = issues.filter((issue) => issue.level === 'error').length;
  return { errors, warnings: issues.length - errors, files: new Set(issues.map((issue) => issue.file)).size };
}

/** The closing line, e.g. "2 errors, 1 warning in 2 files." or "No issues in 12 files." */
export function closingLine(issues: readonly Issue[], checkedFiles: number): string {
  const { errors, warnings, files } = tallyOf(issues);
  if (!issues.length) return `No issues in ${formatCount(checkedFiles, 'file')}.`;
  const parts = [errors ? formatCount(errors, 'error') : '', warnings ? formatCount(warnings, 'warning') : ''].filter(Boolean);
  return `${parts.join(', ')} in ${formatCount(files, 'file')}.`;
}
