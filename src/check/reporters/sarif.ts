/** Issues as SARIF 2.1.0 (OASIS), for code scanning and editors. */
import type { Report } from './report.ts';
import { rules } from '../rules.ts';

/** One run with every rule described and every issue as a result. */
export const sarifReport: Report = (issues, { rulesAt }) => {
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
