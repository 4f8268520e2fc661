/** Issues for a person at a terminal. */
import { Ansis } from 'ansis';
import type { Issue } from '../issue.ts';
import type { Report } from './report.ts';
import { logLine } from '../../words/untrusted-text.ts';
import { closingLine } from '../tally.ts';

/** Two or three lines for each issue, where each rule is explained, and a count at the end; in colour only when asked. Without colour a warning says that it is one. */
export const terminalReport: Report = (issues, { checkedFiles, colour = false, closing = '', rulesAt }) => {
  const ink = new Ansis(colour ? 1 : 0);
  const lines = issues.map(({ rule, level, file, line, column, message, fix }: Issue) => {
    const name = level === 'error' ? ink.red(rule) : ink.yellow(`${rule} (warning)`);
    return `${ink.bold(`${logLine(file)}:${line}:${column}`)}  ${name}\n  ${logLine(message)}\n  ${ink.dim(logLine(fix))}\n`;
  });
  const names = rulesAt === undefined ? [] : [...new Set(issues.map(({ rule }) => rule))];
  const more = names.length ? `Why, with examples:\n${names.map((name) => `  ${ink.dim(`${rulesAt}${name}/`)}\n`).join('')}` : '';
  return `${lines.join('')}${more}${closingLine(issues, checkedFiles)}${closing ? ` ${closing}` : ''}\n`;
};
