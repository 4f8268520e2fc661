/** The four ways in which issues are printed. */
import { expect, test } from 'vitest';
import type { Issue } from '../../../src/check/issue.ts';
import { reporters } from '../../../src/check/reporters.ts';
import { rules } from '../../../src/check/rules.ts';

const error: Issue = {
  rule: 'unknown-question',
  level: 'error',
  file: 'content/sources/a, b:c.md',
  line: 31,
  column: 15,
  message: '`findings[1].question` names `x`, 100 % wrong.',
  fix: 'Did you mean `y`?',
};
const warning: Issue = { ...error, rule: 'review-overdue', level: 'warning', file: 'content/topics/t.mdx', line: 2, column: 1 };
const options = { checkedFiles: 12 };

test('a terminal gets place, rule, what stands there, the way out, and a count', () => {
  expect(reporters.terminal([error, warning], { ...options, closing: 'Nothing was built.' })).toMatchInlineSnapshot(`
    "content/sources/a, b:c.md:31:15  unknown-question
      \`findings[1].question\` names \`x\`, 100 % wrong.
      Did you mean \`y\`?
    content/topics/t.mdx:2:1  review-overdue (warning)
      \`findings[1].question\` names \`x\`, 100 % wrong.
      Did you mean \`y\`?
    1 error, 1 warning in 2 files. Nothing was built.
    "
  `);
  expect(reporters.terminal([], options)).toBe('No issues in 12 files.\n');
});

test('colour is used only when asked for, and changes no word', () => {
  const coloured = reporters.terminal([error, warning], { ...options, colour: true });
  expect(coloured).toContain('\u001B[');
  expect(coloured.split(/\p{Cc}\[\d+m/u).join('')).toBe(reporters.terminal([error, warning], options));
});

test('GitHub gets annotations in which nothing can be mistaken for a command', () => {
  expect(reporters.github([error, { ...warning, message: 'two\nlines' }], options)).toMatchInlineSnapshot(`
    "::error file=content/sources/a%2C b%3Ac.md,line=31,col=15,title=unknown-question::\`findings[1].question\` names \`x\`, 100 %25 wrong.%0ADid you mean \`y\`?
    ::warning file=content/topics/t.mdx,line=2,col=1,title=review-overdue::two%0Alines%0ADid you mean \`y\`?
    1 error, 1 warning in 2 files.
    "
  `);
});

test('past ten annotations of a level GitHub gets the rest as lines and is told so', () => {
  const many = Array.from({ length: 13 }, (_, index) => ({ ...error, line: index + 1 }));
  const lines = reporters.github([...many, warning], options).split('\n');
  expect(lines.filter((line) => line.startsWith('::error'))).toHaveLength(10);
  expect(lines.filter((line) => line.startsWith('::warning'))).toHaveLength(1);
  expect(lines.filter((line) => line.startsWith('error: content/'))).toHaveLength(3);
  expect(lines.at(-3)).toBe(
    '::notice title=13 errors%2C 1 warning in 2 files.::GitHub shows 10 annotations of a kind; 3 more are in the log of this step.',
  );
});

test('every report for people leads to the page of each rule, once', () => {
  const rulesAt = 'https://site.example/editorial/rules/';
  expect(reporters.terminal([error, error, warning], { ...options, rulesAt })).toMatch(
    /`y`\?\nWhy, with examples:\n {2}\S+\/rules\/unknown-question\/\n {2}\S+\/rules\/review-overdue\/\n2 errors, 1 warning in 2 files\.\n$/,
  );
  expect(reporters.terminal([], { ...options, rulesAt })).toBe('No issues in 12 files.\n');
  expect(reporters.github([error], { ...options, rulesAt })).toContain(
    'Did you mean `y`?%0AWhy, with an example: https://site.example/editorial/rules/unknown-question/\n',
  );
  const log = JSON.parse(reporters.sarif([error], { ...options, rulesAt })) as {
    runs: { tool: { driver: { rules: { id: string; helpUri: string }[] } } }[];
  };
  const described = log.runs.flatMap(({ tool }) => tool.driver.rules);
  expect(described.map(({ helpUri }) => helpUri)).toEqual(rules.map(({ name }) => `${rulesAt}${name}/`));
});

test('SARIF 2.1.0 describes every rule and places every issue', () => {
  const log = JSON.parse(reporters.sarif([error, warning], options)) as {
    version: string;
    runs: [{ tool: { driver: { rules: { id: string; defaultConfiguration: { level: string } }[] } }; results: Record<string, unknown>[] }];
  };
  const [run] = log.runs;
  expect(log.version).toBe('2.1.0');
  expect(run.tool.driver.rules.map((rule) => rule.id)).toEqual(rules.map((rule) => rule.name));
  const index = rules.findIndex((rule) => rule.name === 'unknown-question');
  expect(run.results[0]).toEqual({
    ruleId: 'unknown-question',
    ruleIndex: index,
    level: 'error',
    message: { text: '`findings[1].question` names `x`, 100 % wrong. Did you mean `y`?' },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: 'content/sources/a,%20b:c.md', uriBaseId: '%SRCROOT%' },
          region: { startLine: 31, startColumn: 15 },
        },
      },
    ],
  });
});

test('JSON holds the issues as they are, with the counts', () => {
  expect(JSON.parse(reporters.json([error, warning], options))).toEqual({
    checkedFiles: 12,
    errors: 1,
    warnings: 1,
    files: 2,
    issues: [error, warning],
  });
});
