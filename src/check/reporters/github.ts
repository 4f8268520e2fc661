/** Issues as workflow commands of GitHub Actions, see https://docs.github.com/actions/reference/workflow-commands. */
import type { Issue } from '../issue.ts';
import type { Report } from './report.ts';
import { commandData, commandProperty, logLine } from '../../words/untrusted-text.ts';
import { closingLine } from '../tally.ts';

/** GitHub shows ten annotations of a level for each step and drops the rest without a word. */
const SHOWN = 10;

const annotation = ({ rule, level, file, line, column, message, fix }: Issue, rulesAt: string | undefined): string => {
  const why = rulesAt === undefined ? '' : `\nWhy, with an example: ${rulesAt}${rule}/`;
  return `::${level} file=${commandProperty(file)},line=${line},col=${column},title=${commandProperty(rule)}::${commandData(`${message}\n${fix}${why}`)}\n`;
};

const plain = ({ rule, level, file, line, column, message, fix }: Issue): string =>
  `${logLine(`${level}: ${file}:${line}:${column}  ${rule}  ${message} ${fix}`)}\n`;

/** The first ten errors and ten warnings as annotations, the others as plain lines of the log, and a count that says so. */
export const githubReport: Report = (issues, { checkedFiles, closing = '', rulesAt }) => {
  const levels = (['error', 'warning'] as const).map((level) => issues.filter((issue) => issue.level === level));
  const rest = levels.flatMap((own) => own.slice(SHOWN));
  const count = `${closingLine(issues, checkedFiles)}${closing ? ` ${closing}` : ''}`;
  const summary = rest.length
    ? `::notice title=${commandProperty(count)}::${commandData(`GitHub shows ${SHOWN} annotations of a kind; ${rest.length} more are in the log of this step.`)}\n`
    : '';
  return `${levels.flatMap((own) => own.slice(0, SHOWN).map((issue) => annotation(issue, rulesAt))).join('')}${rest.map(plain).join('')}${summary}${count}\n`;
};
