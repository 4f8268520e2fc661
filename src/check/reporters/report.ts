/** What every way of printing issues is given, and what it gives back. */
import type { AnchorTally } from '../anchors.ts';
import type { Issue } from '../issue.ts';

export interface ReportOptions {
  /** How many files were read, for the count when there is nothing to report. */
  readonly checkedFiles: number;
  readonly colour?: boolean | undefined;
  /** How many anchors were looked for in raw articles, for other programs; people read it in `closing`. */
  readonly anchors?: AnchorTally | undefined;
  /** Address of the pages of the rules, with its closing slash; left out, no report leads there. */
  readonly rulesAt?: string | undefined;
  /** A sentence behind the count, e.g. `Nothing was built.` */
  readonly closing?: string | undefined;
}

/** Ends with a line feed. */
export type Report = (issues: readonly Issue[], options: ReportOptions) => string;
