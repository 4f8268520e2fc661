/** The examples on the pages of the rules are run: each breaks its rule and no other, and without it all is well. */
import { describe, expect, it } from 'vitest';
import { exampleIssues } from '../../../src/check/rule-example.ts';
import { buildRuleGuides, ruleExamples } from '../../../src/check/rule-guide.ts';
import { rules } from '../../../src/check/rules.ts';

/** Rules that cannot be broken without breaking another one too. */
const together: Readonly<Record<string, string>> = { 'topic-without-source': 'invalid-field' };

describe('the small library of the examples', () => {
  it('has no mistake, so that what is right on a page is right', () => {
    expect(exampleIssues()).toEqual([]);
  });
});

describe('the example of a rule', () => {
  it('is there for every rule, and for nothing else', () => {
    expect(Object.keys(ruleExamples).sort()).toEqual(rules.map(({ name }) => name).sort());
  });

  it.each(rules.map(({ name, level }) => [name, level] as const))('%s breaks that rule at its level, and no other', (name, level) => {
    const issues = exampleIssues(ruleExamples[name]);
    expect(issues.map((issue) => issue.level)).toContain(level);
    const names = new Set(issues.map(({ rule }) => rule));
    expect([...names].filter((rule) => rule !== together[name])).toEqual([name]);
  });

  it('refuses to change words that do not stand there once, because then the example is our mistake', () => {
    const example = { file: 'terms.yaml', right: 'name: lantern', wrong: '' };
    expect(() => exampleIssues(example)).toThrow('An example changes words that do not stand once in `terms.yaml`: name: lantern');
  });
});

describe('the guide of a rule', () => {
  it('prints what the check prints, and each way out once', () => {
    const guide = buildRuleGuides().find(({ name }) => name === 'missing-locator');
    expect(guide).toMatchInlineSnapshot(`
      {
        "example": {
          "file": "content/sources/lampe-2020-trial.md",
          "given": [],
          "report": "content/sources/lampe-2020-trial.md:18:5  missing-locator
        \`findings[0]\` has no \`locator\`: a finding says where in the source it stands.
        Add \`locator:\` with the heading, table, paragraph or page.
      1 error in 1 file.
      ",
          "right": "    intervention: lamp
          locator: Results, first paragraph
      ",
          "stands": true,
          "ways": [
            "Add \`locator:\` with the heading, table, paragraph or page.",
          ],
          "wrong": "    intervention: lamp
      ",
        },
        "level": "error",
        "name": "missing-locator",
        "says": "Every finding, number and statement says where in its source it stands.",
        "why": "Without a place in the source nobody can check what we say it says.",
      }
    `);
  });

  it('is there for every rule, in their order, with a report that names the rule and the file', () => {
    const guides = buildRuleGuides();
    expect(guides.map(({ name }) => name)).toEqual(rules.map(({ name }) => name));
    for (const { name, example } of guides) {
      expect(example?.report, name).toContain(`  ${name}`);
      expect(example?.report, name).toMatch(/^content\//);
      expect(example?.ways.length, name).toBeGreaterThan(0);
    }
  });
});
