/** The check as a whole: order, drafts, several mistakes in one file, and that it never throws. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkContent } from '../../../src/check/check-content.ts';
import { checkedFiles, readGate } from '../../../src/check/gate.ts';
import { nearest } from '../../../src/check/nearest.ts';
import type { Rule } from '../../../src/check/rule.ts';
import { workAddress } from '../../../src/library/work-address.ts';
import { toContent } from '../../../src/library/content.ts';
import { AS_OF, contentWith, issuesOf } from './fixture.ts';

const options = { asOf: AS_OF };

test('a mistake in one field does not hide the others of its file', async () => {
  const { library } = await contentWith();
  const broken = `---\nkind: trail\ntitle: [x]\nfindings:\n  - question: widget-chioce\n    direction: fro\nrestsOn: [{ source: nobody }]\nstatus: submitted\n---\n[x](/nowhere/)\n`;
  const issues = checkContent(await contentWith({ 'sources/broken-2020-one.md': broken }), options);
  expect(library.sources.size).toBe(3);
  expect(new Set(issues.map((issue) => issue.rule))).toEqual(
    new Set(['invalid-field', 'unknown-question', 'unknown-source', 'missing-locator', 'missing-interests', 'missing-gist', 'broken-link']),
  );
  expect(issues.filter((issue) => issue.rule === 'invalid-field').map((issue) => issue.line)).toContain(6);
});

test('identifiers that YAML reads as numbers are compared as text, also beside other mistakes', async () => {
  const numbers = `---\nkind: trial\ndoi: 10.5555\npmid: 12345678\nisbn: 9781473134317\nregistry: 7\nstatus: draft\n---\n`;
  const rules = checkContent(await contentWith({ 'sources/numbers-2020-one.md': numbers }), options).map((issue) => issue.rule);
  expect(rules.filter((rule) => rule === 'duplicate-identifier')).toHaveLength(2);
  expect(rules.filter((rule) => rule === 'invalid-identifier')).toHaveLength(2);
});

test('a draft lacks only what it may lack: warnings, each with its to-do', async () => {
  const draft = `---\nkind: news\ntitle: New\nissued: undated\nlanguage: en\nretrieved: 2026-11-01\ncoverage: teaser\nstatus: draft\nunresolved: [{ what: A mark is missing. }]\nfindings:\n  - { id: so, question: widget-choice, says: So., population: distal, intervention: pmt }\ntodo: [Say who paid.]\noutline: [Start]\n---\n`;
  const issues = checkContent(await contentWith({ 'sources/new-2020-draft.md': draft }), options);
  expect(issues.map(({ level, rule }) => `${level} ${rule}`)).toEqual([
    'warning invalid-field',
    'warning invalid-field',
    'warning missing-interests',
    'warning unresolved-citations',
    'warning missing-locator',
    'warning contested-word',
    'warning open-todo',
  ]);
});

test('issues come in order of file, line and column, whatever the order of the rules', async () => {
  const issues = await issuesOf('mdx-code');
  const keys = issues.map(({ file, line, column }) => `${file}:${String(line).padStart(5)}:${String(column).padStart(5)}`);
  expect(keys).toEqual([...keys].sort());
});

test('warnings of files that a change does not touch are left out, errors never are', async () => {
  const all = await issuesOf('missing-locator');
  const some = await issuesOf('missing-locator', { changed: new Set<string>() });
  expect(all.some((issue) => issue.level === 'warning')).toBe(true);
  expect(some).toEqual(all.filter((issue) => issue.level === 'error'));
});

test('a list that cannot be read does not make every name in it unknown', async () => {
  const issues = checkContent(await contentWith({ 'terms.yaml': 'a: 1\na: 2\n' }), options);
  expect(issues.map((issue) => issue.rule)).toEqual(['unreadable-file']);
});

test('a source that cannot be read still counts as there', async () => {
  const issues = checkContent(await contentWith({ 'sources/example-2021-advice.md': 'x' }), options);
  expect(issues.map((issue) => issue.rule)).toEqual(['unreadable-file']);
});

test('the gate says that nothing was built, and is open for a folder with nothing in it', async () => {
  const open = await readGate('tests/fixtures/not-there', options);
  expect(open).toMatchObject({ open: true, report: 'No issues in 0 files.\n' });
  const closed = await readGate('tests/fixtures/rules/invalid-file-name', options);
  expect(closed.open).toBe(false);
  expect(closed.report).toMatch(/\n7 errors in 6 files\. Nothing was built\.\n$/);
});

test('the gate is open where all that is found are warnings', async () => {
  const gateWith = (level: Rule['level']) => {
    const find: Rule['find'] = ({ content }) => content.files.map(({ path }) => ({ file: path, message: 'm', fix: 'f' }));
    return readGate('tests/fixtures/content', { ...options, rules: [{ name: 'r', level, says: 's', why: 'w', find }] });
  };
  const [warned, stopped] = [await gateWith('warning'), await gateWith('error')];
  expect([warned.open, stopped.open]).toEqual([true, false]);
  expect(warned.issues.length).toBeGreaterThan(0);
  expect(warned.report).not.toContain('Nothing was built.');
});

test('every file that was looked at is counted: read, unreadable or out of place', async () => {
  const before = await contentWith();
  const content = await contentWith({ 'terms.yaml': 'a: 1\na: 2\n', 'sources/notes.txt': 'x', 'sources/other.txt': 'x' });
  expect([before.unreadable.length, before.strays.length, content.unreadable.length, content.strays.length]).toEqual([0, 0, 1, 2]);
  expect(checkedFiles(content)).toBe(before.files.length + 2);
});

test('the nearest name is offered only when it is near', () => {
  expect(nearest('directon', ['says', 'direction'])).toBe('direction');
  expect(nearest('Distal', ['distal'])).toBe('distal');
  expect(nearest('pmt', ['cdt', 'stent'])).toBeUndefined();
  expect(nearest('widget', [])).toBeUndefined();
});

test('two addresses of one work are equal, two works are not', () => {
  expect(workAddress('https://www.a.example/x/?utm_source=y#z')).toBe(workAddress('http://a.example/x'));
  expect(workAddress('https://a.example/?id=1')).not.toBe(workAddress('https://a.example/?id=2'));
});

test('whatever stands in the files, the check says so and does not throw', async () => {
  const base = await contentWith();
  const paths = base.files.map((file) => file.path.slice('content/'.length));
  const edit = fc.record({
    path: fc.constantFrom(...paths),
    at: fc.nat(600),
    cut: fc.nat(30),
    add: fc.string({ unit: fc.constantFrom(...Array.from('ab: -[]{}@!<>/#\n"')) }),
  });
  const encoder = new TextEncoder();
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 5 }), (edits) => {
      const texts = new Map(base.files.map((file) => [file.path.slice('content/'.length), file.text]));
      for (const { path, at, cut, add } of edits)
        texts.set(path, (texts.get(path) ?? '').slice(0, at) + add + (texts.get(path) ?? '').slice(at + cut));
      const content = toContent([...texts].map(([path, text]) => ({ path, bytes: encoder.encode(text) })));
      for (const issue of checkContent(content, options)) expect(issue.line).toBeGreaterThan(0);
    }),
    { numRuns: 100 },
  );
}, 60_000);
