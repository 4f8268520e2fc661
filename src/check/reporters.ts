/** The ways in which issues can be printed: issues in, text out. */
import type { AnchorTally } from './anchors.ts';
import { closingLine, tallyOf, type Issue } from './issue.ts';
import { Ansis } from 'ansis';
import { logLine, commandData, commandProperty } from '../words/untrusted-text.ts';
import { rules } from './rules.ts';

interface ReportOptions {
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
type Report = (issues: readonly Issue[], options: ReportOptions) => string;

/** Two or three lines for each issue, where each rule is explained, and a count at the end; in colour only when asked. Without colour a warning says that it is one. */
export const terminalReport: Report = (issues, { checkedFiles, colour = false, closing = '', rulesAt }) => {
  const ink = new Ansis(colour ? 1 : 0);
  const lines = issues.map(({ rule, level, file, line, column, message, fix }: Issue) => {
    const name = level === 'error' ? ink.red(rule) : ink.yellow(`${rule} (warning)`);
    return `${ink.bold(`${logLine(file)}:${line}:${column}`)}  ${name}\n  ${logLine(message)}\n  ${ink.dim(logLine(fix))}\n`;
  });
  const names = rulesAt === undefined ? [] : [...new Set(issues.map(({ rule }) => rule))];
  const more = names.length
    ? `Why, with examples${rulesAt?.includes('//localhost') ? ' (while `npm start` runs)' : ''}:\n${names.map((name) => `  ${ink.dim(`${rulesAt}${name}/`)}\n`).join('')}`
    : '';
  return `${lines.join('')}${more}${closingLine(issues, checkedFiles)}${closing ? ` ${closing}` : ''}\n`;
};

/** GitHub shows ten annotations of a level for each step and drops the rest without a word. */
const SHOWN = 10;

const annotation = ({ rule, level, file, line, column, message, fix }: Issue, rulesAt: string | undefined): string => {
  const why = rulesAt === undefined ? '' : `\nWhy, with an example: ${rulesAt}${rule}/`;
  return `::${level} file=${commandProperty(file)},line=${line},col=${column},title=${commandProperty(rule)}::${commandData(`${message}\n${fix}${why}`)}\n`;
};

const plain = ({ rule, level, file, line, column, message, fix }: Issue): string =>
  `${logLine(`${level}: ${file}:${line}:${column}  ${rule}  ${message} ${fix}`)}\n`;

/** The first ten errors and ten warnings as annotations, the others as plain lines of the log, and a count that says so. */
const githubReport: Report = (issues, { checkedFiles, closing = '', rulesAt }) => {
  const levels = (['error', 'warning'] as const).map((level) => issues.filter((issue) => issue.level === level));
  const rest = levels.flatMap((own) => own.slice(SHOWN));
  const count = `${closingLine(issues, checkedFiles)}${closing ? ` ${closing}` : ''}`;
  const summary = rest.length
    ? `::notice title=${commandProperty(count)}::${commandData(`GitHub shows ${SHOWN} annotations of a kind; ${rest.length} more are in the log of this step.`)}\n`
    : '';
  return `${levels.flatMap((own) => own.slice(0, SHOWN).map((issue) => annotation(issue, rulesAt))).join('')}${rest.map(plain).join('')}${summary}${count}\n`;
};

/** `{ checkedFiles, errors, warnings, files, anchors, issues }`, the issues as `Issue` describes them. */
const jsonReport: Report = (issues, { checkedFiles, anchors }) =>
  `${JSON.stringify({ checkedFiles, ...tallyOf(issues), anchors, issues }, null, 2)}\n`;

/** One run with every rule described and every issue as a result. */
const sarifReport: Report = (issues, { rulesAt }) => {
  const index = new Map(rules.map((rule, at) => [rule.name, at]));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'patency-validate',
            rules: rules.map(({ name, says, why, level }) => ({
              id: name,
              shortDescription: { text: says },
              fullDescription: { text: why },
              ...(rulesAt === undefined ? {} : { helpUri: `${rulesAt}${name}/` }),
              defaultConfiguration: { level },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: issues.map(({ rule, level, file, line, column, message, fix }) => ({
          ruleId: rule,
          ruleIndex: index.get(rule) ?? -1,
          level,
          message: { text: `${message} ${fix}` },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: encodeURI(file), uriBaseId: '%SRCROOT%' },
                region: { startLine: line, startColumn: column },
              },
            },
          ],
        })),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
};

export const reporters = { terminal: terminalReport, github: githubReport, sarif: sarifReport, json: jsonReport } satisfies Record<
  string,
  Report
>;
export type ReportFormat = keyof typeof reporters;
export const reportFormats = Object.keys(reporters) as ReportFormat[];
