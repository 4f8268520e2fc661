/** The check around a rule: what becomes of one that breaks, of files known to be right, and in what order it all comes. */
import { describe, expect, it, test } from 'vitest';
import { checkContent, checkContext } from '../../../src/check/check-content.ts';
import { buildLintContext } from '../../../src/check/lint-context.ts';
import type { Violation, Rule } from '../../../src/check/rule.ts';
import { AS_OF, contentWith } from './fixture.ts';

describe('what is thrown', () => {
  const broken = (fails: (path: string) => boolean): Rule => ({
    name: 'broken-rule',
    level: 'warning',
    says: 'All is well.',
    why: 'It matters.',
    *find({ pages }) {
      for (const { file } of pages) {
        if (fails(file.path)) throw new Error(`Cannot read ${file.id}`);
        yield { file: file.path, field: ['title'], message: 'Seen.', fix: 'Nothing.' };
      }
    },
  });

  it('by a rule names the file, and the rule goes on with the others', async () => {
    const issues = checkContent(await contentWith(), { asOf: AS_OF, rules: [broken((path) => path.endsWith('advice.md'))] });
    expect(issues.filter(({ level }) => level === 'error')).toMatchInlineSnapshot(`
      [
        {
          "column": 1,
          "file": "content/sources/example-2021-advice.md",
          "fix": "Look for what is unusual in it; and please report it, because no file should do that.",
          "level": "error",
          "line": 1,
          "message": "This rule could not be applied to the file: Cannot read example-2021-advice.",
          "rule": "broken-rule",
        },
      ]
    `);
    expect(issues.filter(({ message }) => message === 'Seen.').length).toBeGreaterThan(3);
  });

  it('by several rules for one reason is said once', async () => {
    const rule = broken((path) => path.endsWith('advice.md'));
    expect(
      checkContent(await contentWith(), { asOf: AS_OF, rules: [rule, { ...rule, name: 'other-rule' }] }).filter(
        ({ level }) => level === 'error',
      ),
    ).toHaveLength(1);
  });

  it('by a rule that no file breaks by itself is said of the folder', async () => {
    const rule: Rule = {
      ...{ name: 'broken-rule', level: 'warning', says: 'All is well.', why: 'It matters.' },
      *find({ pages }) {
        if (pages.length > 1) throw new Error('Too many pages.');
        for (const { file } of pages) yield { file: file.path, message: 'Seen.', fix: 'Nothing.' };
      },
    };
    const issues = checkContent(await contentWith(), { asOf: AS_OF, rules: [rule] });
    expect(issues.filter(({ level }) => level === 'error')).toMatchObject([
      { file: 'content', line: 1, column: 1, message: 'This rule could not be applied to the file: Too many pages.' },
    ]);
    expect(issues.filter(({ message }) => message === 'Seen.').length).toBeGreaterThan(3);
  });

  it('on one file takes nothing from what is found in another', async () => {
    const rule: Rule = {
      ...{ name: 'broken-rule', level: 'warning', says: 'All is well.', why: 'It matters.' },
      *find({ sources }) {
        if (sources.length !== 1) throw new Error('Not alone');
        // Names a file that it was not asked about: that is left to the round of that file.
        yield { file: 'content/terms.yaml', message: 'Astray.', fix: 'Nothing.' };
      },
    };
    const issues = checkContent(await contentWith(), { asOf: AS_OF, rules: [rule] });
    expect(issues.filter(({ message }) => message === 'Astray.')).toEqual([]);
  });
});

const finding = (name: string, found: readonly Violation[], more: Partial<Rule> = {}): Rule => ({
  ...{ name, level: 'error', says: 'All is well.', why: 'It matters.' },
  find: () => found,
  ...more,
});

test('issues come by file, line, column and the name of the rule; one without a place stands at the start', async () => {
  const at = (file: string, line?: number, column = 1): Violation => ({
    ...{ file, message: 'm', fix: 'f' },
    ...(line === undefined ? {} : { place: { line, column } }),
  });
  const found = [at('b', 2, 1), at('a', 10, 1), at('b'), at('a', 2, 9), at('a', 2, 10)];
  const issues = checkContent(await contentWith(), { asOf: AS_OF, rules: [finding('z', found), finding('y', found)] });
  expect(issues.map(({ file, line, column, rule }) => `${file}:${line}:${column} ${rule}`)).toEqual(
    ['a:2:9', 'a:2:10', 'a:10:1', 'b:1:1', 'b:2:1'].flatMap((place) => [`${place} y`, `${place} z`]),
  );
});

test('a field is found in its file, by its name where that is asked for; a field of no file of ours stands at the start', async () => {
  const path = 'content/sources/example-2021-advice.md';
  const content = await contentWith({ 'sources/example-2021-advice.md': '---\nkind: guideline\ntitle: Advice\n---\n' });
  const found = [path, 'content/nowhere.md'].flatMap((file) =>
    (['key', 'value'] as const).map((at): Violation => ({ file, field: ['title'], at, message: 'm', fix: 'f' })),
  );
  const issues = checkContent(content, { asOf: AS_OF, rules: [finding('r', found)] });
  expect(issues.map(({ file, line, column }) => [file, line, column])).toEqual([
    ['content/nowhere.md', 1, 1],
    ['content/nowhere.md', 1, 1],
    [path, 3, 1],
    [path, 3, 8],
  ]);
});

test('the level is that of what was found, else that of the rule, and only warnings of what is unchanged are left out', async () => {
  const found = (['error', 'warning', undefined] as const).map((level): Violation => ({
    ...{ file: 'content/a.md', message: String(level), fix: 'f' },
    ...(level ? { level } : {}),
  }));
  const content = await contentWith();
  const told = (level: Rule['level'], changed?: ReadonlySet<string>) =>
    checkContent(content, { asOf: AS_OF, rules: [finding('r', found, { level })], changed }).map((one) => `${one.message} ${one.level}`);
  expect(told('warning')).toEqual(['error error', 'warning warning', 'undefined warning']);
  expect(told('warning', new Set(['content/a.md']))).toHaveLength(3);
  expect(told('warning', new Set(['content/b.md']))).toEqual(['error error']);
  expect(told('error', new Set(['content/b.md']))).toEqual(['error error', 'undefined error']);
});

test('a file that is known to be right is spared the rules that look at one file alone, unless it has changed', async () => {
  const context = buildLintContext(await contentWith(), { asOf: AS_OF });
  const [known = ''] = context.pages.map(({ file }) => file.path);
  const naming = (name: string, more: Partial<Rule>): Rule => ({
    ...finding(name, [], more),
    find: ({ pages }) => pages.map(({ file }) => ({ file: file.path, message: 'Seen.', fix: 'f' })),
  });
  const rules = [naming('wide', {}), naming('local', { local: true })];
  const seen = (options: object) =>
    checkContext(context, { rules, ...options }).flatMap(({ file, rule }) => (file === known ? [rule] : []));
  expect(seen({})).toEqual(['local', 'wide']);
  expect(seen({ settled: new Set([known]) })).toEqual(['wide']);
  expect(seen({ settled: new Set([known]), changed: new Set([known]) })).toEqual(['local', 'wide']);
  expect(seen({ settled: new Set([known]), changed: new Set() })).toEqual(['wide']);
  expect(seen({ settled: new Set() })).toEqual(['local', 'wide']);
});
