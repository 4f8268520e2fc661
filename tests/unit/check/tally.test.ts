/** How many issues there are: counted by level and by file, and said in one line. */
import { expect, it } from 'vitest';
import { closingLine, tallyOf, type Issue, type Level } from '../../../src/check/issue.ts';

const issue = (level: Level, file: string): Issue => ({ rule: 'r', level, file, line: 1, column: 1, message: 'm', fix: 'f' });

it('counts errors, warnings, and each file once', () => {
  expect(tallyOf([])).toEqual({ errors: 0, warnings: 0, files: 0 });
  expect(tallyOf([issue('error', 'a'), issue('warning', 'a'), issue('error', 'b')])).toEqual({ errors: 2, warnings: 1, files: 2 });
});

it.each([
  [[], 12, 'No issues in 12 files.'],
  [[], 1, 'No issues in 1 file.'],
  [[issue('error', 'a')], 12, '1 error in 1 file.'],
  [[issue('warning', 'a'), issue('warning', 'a')], 12, '2 warnings in 1 file.'],
  [[issue('error', 'a'), issue('error', 'b'), issue('warning', 'b')], 12, '2 errors, 1 warning in 2 files.'],
])('closes with what was found: %#', (issues, checked, line) => expect(closingLine(issues, checked)).toBe(line));
