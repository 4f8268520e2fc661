/** What an editor reads about approvals and the people behind them: the message is the feature, so each is pinned. */
import { expect, test } from 'vitest';
import { checkContent } from '../../../src/check/check-content.ts';
import { AS_OF, contentWith, messagesOf } from './fixture.ts';

test('approved-then-changed says what stands there and the way out', async () => {
  expect(await messagesOf('approved-then-changed')).toMatchInlineSnapshot(`
    "content/sources/example-2021-advice.md:20:86  approved-then-changed
      \`status\` is \`approved\`, and findings, results or answers have changed since they were approved on 3 November 2026: \`review.of\` is of how they stood then.
      There are two ways out: set \`status: under-review\` and take \`review\` out, or let the reviewer look at the change and renew \`review\` with what \`npm run review -- example-2021-advice\` prints.
    1 error in 1 file.
    "
  `);
});

test('review-dates says what stands there and the way out', async () => {
  expect(await messagesOf('review-dates')).toMatchInlineSnapshot(`
    "content/pathways/widget-path.yaml:17:35  review-dates (warning)
      \`review.on\` is 1 December 2026; today is 20 November 2026.
      Set \`review.on\` to the day of the approval.
    content/sources/example-2021-advice.md:20:70  review-dates
      \`review.due\` is 3 November 2026, which is not after the approval on 3 November 2026.
      Set \`review.due\` to the day by which somebody must look again.
    1 error, 1 warning in 2 files.
    "
  `);
});

test('unknown-person says what stands there and the way out', async () => {
  expect(await messagesOf('unknown-person')).toMatchInlineSnapshot(`
    "content/sources/example-2021-advice.md:20:15  unknown-person
      \`review.by\` names \`robin-reviewr\`, who is not in content/people.yaml.
      Did you mean \`robin-reviewer\`?
    1 error in 1 file.
    "
  `);
});

test('reviewer-not-active says what stands there and the way out', async () => {
  expect(await messagesOf('reviewer-not-active')).toMatchInlineSnapshot(`
    "content/pathways/widget-path.yaml:17:15  reviewer-not-active
      \`review.by\` names \`erin-editor\`, who is no reviewer, for an approval of 12 November 2026.
      Let a reviewer of that day approve it, or correct \`roles\`, \`from\` and \`until\` in content/people.yaml if they are wrong.
    content/sources/example-2021-advice.md:21:15  reviewer-not-active
      \`review.by\` names \`robin-reviewer\`, who began only on 10 November 2026, for an approval of 3 November 2026.
      Let a reviewer of that day approve it, or correct \`roles\`, \`from\` and \`until\` in content/people.yaml if they are wrong.
    2 errors in 2 files.
    "
  `);
});

test('reviewer-undeclared says what stands there and the way out', async () => {
  expect(await messagesOf('reviewer-undeclared')).toMatchInlineSnapshot(`
    "content/pathways/widget-path.yaml:17:15  reviewer-undeclared (warning)
      \`erin-editor\` last declared interests on 1 October 2026, more than 12 months before this approval of 1 December 2027.
      Let \`erin-editor\` add a line to \`disclosures\` in content/people.yaml: what there is, or \`none: true\`; then approve.
    content/sources/example-2021-advice.md:21:15  reviewer-undeclared
      \`robin-reviewer\` had declared nothing by 3 November 2026, the day of this approval.
      Let \`robin-reviewer\` add a line to \`disclosures\` in content/people.yaml: what there is, or \`none: true\`; then approve.
    1 error, 1 warning in 2 files.
    "
  `);
});

test('reviewer-with-interest says what stands there and the way out', async () => {
  expect(await messagesOf('reviewer-with-interest')).toMatchInlineSnapshot(`
    "content/sources/example-2021-advice.md:21:15  reviewer-with-interest (warning)
      \`review.by\` names \`robin-reviewer\`, who declared \`fees for speaking\` with \`Example Works Ltd.\` on 1 November 2026, and this page is a source on \`Widget Pro\`, which it makes.
      Let a reviewer without that interest approve it, or set \`status: under-review\`.
    content/topics/widget-pro.mdx:16:15  reviewer-with-interest (warning)
      \`review.by\` names \`robin-reviewer\`, who declared \`fees for speaking\` with \`Example Works Ltd.\` on 1 November 2026, and this page names it.
      Let a reviewer without that interest approve it, or set \`status: under-review\`.
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
