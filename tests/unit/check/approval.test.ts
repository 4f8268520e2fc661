/** What an editor reads about reviews, their days and the people behind them: the message is the feature, so each is pinned. */
import { expect, test } from 'vitest';
import { checkContent } from '../../../src/check/check-content.ts';
import { AS_OF, contentWith, messagesOf } from './fixture.ts';

test.each(['approval-unknown-page', 'approval-dates', 'approval-not-signed', 'approval-key-new', 'approval-changed'])(
  '%s says what stands there and the way out',
  async (rule) => {
    expect(await messagesOf(rule)).toMatchSnapshot();
  },
);

test('future-date says what stands there and the way out', async () => {
  expect(await messagesOf('future-date')).toMatchInlineSnapshot(`
    "content/approvals/source-example-2021-advice.yaml:3:5  future-date
      \`on\` is 21 November 2026, and the day of this check is 20 November 2026.
      Write the day on which it happened, as it is in UTC; what is still to come cannot stand here.
    content/people.yaml:9:13  future-date
      \`disclosures[1].on\` of entry 1 is 24 December 2026, and the day of this check is 20 November 2026.
      Write the day on which it happened, as it is in UTC; what is still to come cannot stand here.
    content/sources/example-2021-advice.md:9:10  future-date
      \`updated\` is 1 December 2026, and the day of this check is 20 November 2026.
      Write the day on which it happened, as it is in UTC; what is still to come cannot stand here.
    content/sources/example-2021-advice.md:10:12  future-date
      \`retrieved\` is 1 January 2099, and the day of this check is 20 November 2026.
      Write the day on which it happened, as it is in UTC; what is still to come cannot stand here.
    4 errors in 3 files.
    "
  `);
});

test('unknown-person says what stands there and the way out', async () => {
  expect(await messagesOf('unknown-person')).toMatchInlineSnapshot(`
    "content/approvals/source-example-2021-advice.yaml:2:5  unknown-person
      \`by\` names \`robin-reviewr\`, who is not in content/people.yaml.
      Did you mean \`robin-reviewer\`?
    1 error in 1 file.
    "
  `);
});

test('reviewer-not-active says what stands there and the way out', async () => {
  expect(await messagesOf('reviewer-not-active')).toMatchInlineSnapshot(`
    "content/approvals/pathway-widget-path.yaml:2:5  reviewer-not-active
      \`by\` names \`erin-editor\`, who is no reviewer, for an approval of 12 November 2026.
      Let a reviewer of that day approve it, or correct \`roles\`, \`from\` and \`until\` in content/people.yaml if they are wrong.
    content/approvals/source-example-2021-advice.yaml:2:5  reviewer-not-active
      \`by\` names \`robin-reviewer\`, who began only on 10 November 2026, for an approval of 3 November 2026.
      Let a reviewer of that day approve it, or correct \`roles\`, \`from\` and \`until\` in content/people.yaml if they are wrong.
    2 errors in 2 files.
    "
  `);
});

test('reviewer-undeclared says what stands there and the way out', async () => {
  expect(await messagesOf('reviewer-undeclared')).toMatchInlineSnapshot(`
    "content/approvals/pathway-widget-path.yaml:2:5  reviewer-undeclared (warning)
      \`erin-editor\` last declared interests on 1 October 2025, more than 12 months before this approval of 12 November 2026.
      Let \`erin-editor\` add a line to \`disclosures\` in content/people.yaml: what there is, or \`none: true\`; then approve.
    content/approvals/source-example-2021-advice.yaml:2:5  reviewer-undeclared
      \`robin-reviewer\` had declared nothing by 3 November 2026, the day of this approval.
      Let \`robin-reviewer\` add a line to \`disclosures\` in content/people.yaml: what there is, or \`none: true\`; then approve.
    1 error, 1 warning in 2 files.
    "
  `);
});

test('reviewer-with-interest says what stands there and the way out', async () => {
  expect(await messagesOf('reviewer-with-interest')).toMatchInlineSnapshot(`
    "content/approvals/source-example-2021-advice.yaml:2:5  reviewer-with-interest (warning)
      \`by\` names \`robin-reviewer\`, who declared \`fees for speaking\` with \`Example Works Ltd.\` on 1 November 2026, and this page is a source on \`Widget Pro\`, which it makes.
      Let a reviewer without that interest approve it, or take the approval out.
    content/approvals/topic-widget-pro.yaml:2:5  reviewer-with-interest (warning)
      \`by\` names \`robin-reviewer\`, who declared \`fees for speaking\` with \`Example Works Ltd.\` on 1 November 2026, and this page names it.
      Let a reviewer without that interest approve it, or take the approval out.
    2 warnings in 2 files.
    "
  `);
});

const person = (fields: string): string => `- id: ada-moon
  name: Ada Moon
  roles: [reviewer]
  profession: Surgeon
  affiliation: Example Hospital
${fields}
`;

/** What is wrong with a list of one person, without the places. */
async function faultsOf(fields: string): Promise<string[]> {
  const issues = checkContent(await contentWith({ 'people.yaml': person(fields) }), { asOf: AS_OF });
  return issues.filter(({ file }) => file.endsWith('people.yaml')).map(({ rule, message }) => `${rule}: ${message}`);
}

test('a person without any declaration, a wrong ORCID iD or impossible days is refused with the reason', async () => {
  const none = '  disclosures: [{ on: 2026-01-01, none: true }]';
  expect(await faultsOf(`  from: 2026-01-01\n${none}`)).toEqual([]);
  expect(await faultsOf('  from: 2026-01-01')).toMatchInlineSnapshot(`
    [
      "invalid-field: \`disclosures\` of entry 1 is missing.",
    ]
  `);
  expect(await faultsOf('  from: 2026-01-01\n  disclosures: []')).toMatchInlineSnapshot(`
    [
      "invalid-field: \`disclosures\` of entry 1 is an empty list, expected at least 1 entry.",
    ]
  `);
  expect(await faultsOf(`  from: 2026-01-01\n  orcid: 0000-0000-0000-0002\n${none}`)).toMatchInlineSnapshot(`
    [
      "invalid-field: \`orcid\` of entry 1 is \`0000-0000-0000-0002\`: an ORCID iD has four groups of four, and its last sign follows from the others.",
    ]
  `);
  expect(await faultsOf(`  from: 2026-01-01\n  until: 2025-01-01\n${none}`)).toMatchInlineSnapshot(`
    [
      "invalid-field: \`until\` of entry 1 is \`2025-01-01\`: \`until\` lies before \`from\`.",
    ]
  `);
  expect(await faultsOf('  from: 2026-01-01\n  disclosures: [{ on: 2026-01-01, none: true }, { on: 2026-01-01, with: A, what: B }]'))
    .toMatchInlineSnapshot(`
    [
      "invalid-field: \`disclosures\` of entry 1: on one day there is either something to declare or nothing.",
    ]
  `);
});

test('two people with one id are refused', async () => {
  const twice = person('  from: 2026-01-01\n  disclosures: [{ on: 2026-01-01, none: true }]').repeat(2);
  const issues = checkContent(await contentWith({ 'people.yaml': twice }), { asOf: AS_OF });
  expect(issues.map(({ rule }) => rule)).toContain('duplicate-id');
});
