/** Issues for a person at a terminal. */
import { Ansis } from 'ansis';
import type { Issue } from '../issue.ts';
import type { Report } from '../reporters.ts';
import { closingLine } from '../tally.ts';

/** Two or three lines for each issue and a count at the end; in colour only when asked. Without colour a warning says that it is one. */
export const terminalReport: Report = (issues, { checkedFiles, colour = false, closing = '' }) => {
  const ink = new Ansis(colour ? 1 : 0);
  const lines = issues.map(({ rule, level, file, line, column, message, fix }: Issue) => {
    const name = level === 'error' ? ink.red(rule) : ink.yellow(`${rule} (warning)`);
    return `${ink.bold(`${file}:${line}:${column}`)}  ${name}\n  ${message}\n  ${ink.dim(fix)}\n`;
  });
  return `${lines.join('')}${closingLine(issues, checkedFiles)}${closing ? ` ${closing}` : ''}\n`;
};
