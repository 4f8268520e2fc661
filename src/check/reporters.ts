/** The ways in which issues can be printed: issues in, text out. */
import type { AnchorTally } from './anchors.ts';
import type { Issue } from './issue.ts';
import { githubReport } from './reporters/github.ts';
import { jsonReport } from './reporters/json.ts';
import { sarifReport } from './reporters/sarif.ts';
import { terminalReport } from './reporters/terminal.ts';

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

export const reporters = { terminal: terminalReport, github: githubReport, sarif: sarifReport, json: jsonReport } satisfies Record<
  string,
  Report
>;
export type ReportFormat = keyof typeof reporters;
export const reportFormats = Object.keys(reporters) as ReportFormat[];
