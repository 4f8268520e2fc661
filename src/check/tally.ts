/** How many issues there are, in words. */
import type { Issue } from './issue.ts';
import { formatCount } from '../words/phrase.ts';

export interface Tally {
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
