/** What holds for every rule alike. */
import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { checkContent } from '../../../src/check/check-content.ts';
import { rules } from '../../../src/check/rules.ts';
import { AS_OF, contentWith, issuesOf, largeFixtures, RULES_FOLDER } from './fixture.ts';

test('the valid library has every collection and no issue', async () => {
  const content = await contentWith();
  const { sources, questions, topics, pathways, terms, sections } = content.library;
  expect([sources, questions, topics, pathways, terms, sections].map((map) => map.size)).toEqual([3, 1, 4, 1, 2, 1]);
  expect([...topics.values()].map((topic) => topic.kind).sort()).toEqual(['concept', 'condition', 'device', 'procedure']);
  expect(checkContent(content, { asOf: AS_OF })).toEqual([]);
});

test('every rule has a fixture that breaks it, and every fixture a rule', async () => {
  const folders = await readdir(RULES_FOLDER);
  expect([...folders, ...Object.keys(largeFixtures)].sort()).toEqual(rules.map((rule) => rule.name).sort());
});

test.each(rules.map((rule) => [rule.name, rule] as const))(
  '%s fires on its fixture at its level and is silent without it',
  async (name, rule) => {
    const own = (await issuesOf(name)).filter((issue) => issue.rule === name);
    expect(own.map((issue) => issue.level)).toContain(rule.level);
    const others = await issuesOf(name, { rules: rules.filter((one) => one !== rule) });
    expect(others.filter((issue) => issue.rule === name)).toEqual([]);
  },
);

test('every rule says in words what is good and why it matters', () => {
  for (const rule of rules) {
    expect(rule.name).toMatch(/^[a-z]+(?:-[a-z]+)+$/);
    expect(rule.says).toMatch(/^[A-Z].*\.$/);
    expect(rule.why).toMatch(/^[A-Z].*\.$/);
  }
});

test('every message and every way out is a sentence, and no place lies before the file', async () => {
  for (const { name } of rules) {
    for (const issue of await issuesOf(name)) {
      expect(issue.message).toMatch(/^[`A-Za-z][\s\S]*[.?…]$/);
      expect(issue.fix).toMatch(/[.?]$/);
      expect(Math.min(issue.line, issue.column)).toBeGreaterThan(0);
    }
  }
});
