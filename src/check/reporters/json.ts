/** Issues as data, for other programs. */
import type { Report } from './report.ts';
import { tallyOf } from '../tally.ts';

/** `{ checkedFiles, errors, warnings, files, anchors, issues }`, the issues as `Issue` describes them. */
export const jsonReport: Report = (issues, { checkedFiles, anchors }) =>
  `${JSON.stringify({ checkedFiles, ...tallyOf(issues), anchors, issues }, null, 2)}\n`;
