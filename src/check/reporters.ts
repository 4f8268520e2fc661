/** The ways in which issues can be printed: issues in, text out. */
import { githubReport } from './reporters/github.ts';
import { jsonReport } from './reporters/json.ts';
import type { Report } from './reporters/report.ts';
import { sarifReport } from './reporters/sarif.ts';
import { terminalReport } from './reporters/terminal.ts';

export const reporters = { terminal: terminalReport, github: githubReport, sarif: sarifReport, json: jsonReport } satisfies Record<
  string,
  Report
>;
export type ReportFormat = keyof typeof reporters;
export const reportFormats = Object.keys(reporters) as ReportFormat[];
