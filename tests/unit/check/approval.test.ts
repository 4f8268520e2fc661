/** What an editor reads about reviews, their days and the people behind them: the message is the feature, so each is pinned. */
import { expect, test } from 'vitest';
import { checkContent } from '../../../src/check/check-content.ts';
import { generateKeyPairSync } from 'node:crypto';
import { buildEvidenceGraph } from '../../../src/evidence/build-evidence.ts';
import { withoutDrafts } from '../../../src/library/library.ts';
import { reviewStateOf } from '../../../src/parts/review-state.ts';
import type { Person } from '../../../src/schema/person.ts';
import { approvalOf, AS_OF, baseText, contentWith, keyedPeople, messagesOf } from './fixture.ts';

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

const [ADVICE, QUESTION, APPROVAL] = [
  'sources/example-2021-advice.md',
  'questions/widget-choice.mdx',
  'approvals/question-widget-choice.yaml',
];
const approved = { 'people.yaml': keyedPeople, [APPROVAL]: approvalOf('question', 'widget-choice') };

/** What the check says of the approval of a question, and what its page says then. */
async function looked(
  files: Readonly<Record<string, string>>,
  { asOf = AS_OF, trusted }: { asOf?: string; trusted?: ReadonlyMap<string, Person> } = {},
) {
  const content = await contentWith({ ...approved, ...files });
  const issues = checkContent(content, { asOf, trusted }).filter(({ file }) => file.includes('/approvals/'));
  const graph = buildEvidenceGraph(withoutDrafts(content.library), asOf);
  const [question] = graph.library.questions.values();
  if (!question) throw new Error('There is no question.');
  const { state, sentence, reviewer, call } = reviewStateOf(graph, 'question', question);
  return {
    refused: issues.some(({ level }) => level === 'error'),
    state,
    sentence,
    named: reviewer?.text,
    called: call !== undefined,
    issues: issues.map(({ rule, level, message }) => `${rule} (${level}): ${message}`),
  };
}

test('a page that its reviewer signed as it stands is approved, in the name of the reviewer, and nobody is asked to approve it', async () => {
  expect(await looked({})).toEqual({
    refused: false,
    state: 'approved',
    sentence: 'Approved by Robin Reviewer, Consultant, on 3 November 2026.',
    named: 'About Robin Reviewer',
    called: false,
    issues: [],
  });
});

const { privateKey: stranger } = generateKeyPairSync('ed25519');
const advised = (words: string, instead: string): Record<string, string> => {
  const text = baseText(ADVICE);
  expect(text.split(words)).toHaveLength(2);
  return { [ADVICE]: text.replace(words, instead) };
};

test.each<[string, Record<string, string>, object]>([
  ['a key that is not the reviewer’s', { [APPROVAL]: approvalOf('question', 'widget-choice', { key: stranger }) }, {}],
  ['a signature that was made for something else', { [APPROVAL]: approvalOf('question', 'widget-choice', { namespace: 'git' }) }, {}],
  ['a signature of another page', { [APPROVAL]: approvalOf('topic', 'widgets') }, {}],
  ['a text that was changed after it was signed', { [APPROVAL]: approved[APPROVAL]!.replace('Both widgets', 'No widgets') }, {}],
  ['a day that was put off after it was signed', { [APPROVAL]: approved[APPROVAL]!.replace('due: 2028-11-03', 'due: 2028-11-02') }, {}],
  ['a reviewer without a key', { 'people.yaml': baseText('people.yaml') }, {}],
  ['a key that was not in use on that day', { 'people.yaml': keyedPeople.replace(', from: 2026-11-01 }', ', from: 2026-11-04 }') }, {}],
  ['a person who comes with the same change', {}, { trusted: new Map() }],
  ['an approval that is given on a day to come', { [APPROVAL]: approvalOf('question', 'widget-choice', { on: '2026-11-21' }) }, {}],
  ['an approval that holds too long', { [APPROVAL]: approvalOf('question', 'widget-choice', { due: '2028-11-04' }) }, {}],
  ['a finding that changed', advised('Either widget may be used.', 'No widget may be used.'), {}],
  ['a verdict that changed', advised('direction: permits', 'direction: against\n    strength: strong'), {}],
  ['a source that is of another kind', advised('kind: guideline', 'kind: position-statement'), {}],
  [
    'a source that was retracted',
    advised('status: under-review', 'status: under-review\nretracted: { on: 2026-11-10, notice: 10.5555/n }'),
    {},
  ],
  ['an answer that changed', { [QUESTION]: baseText(QUESTION).replace('last about as long', 'last for ever') }, {}],
])('with %s nothing is built as approved, and a sentence says why', async (_, files, options) => {
  const { issues, refused } = await looked(files, options);
  expect(refused).toBe(true);
  expect(issues).toMatchSnapshot();
});

test('a key that comes with the same change does not count, though the person was there', async () => {
  const trusted = (await contentWith()).library.people;
  const { refused, issues } = await looked({}, { trusted });
  expect([refused, issues]).toEqual([
    true,
    [
      'approval-key-new (error): `robin-reviewer` is no reviewer with this key on the branch that this change is made for: a person or key of the change itself does not count.',
    ],
  ]);
  expect((await looked({}, { trusted: (await contentWith(approved)).library.people })).refused).toBe(false);
});

test('an approval that has run out is none: the page says that nobody has looked again, and asks for somebody', async () => {
  const { refused, issues, state, sentence, named, called } = await looked({}, { asOf: '2028-11-04' });
  expect({ refused, state, sentence, named, called }).toEqual({
    refused: false,
    state: 'expired',
    sentence:
      'Robin Reviewer approved it on 3 November 2026 until 3 November 2028. Nobody has looked at it again since, so it counts as not approved.',
    named: undefined,
    called: true,
  });
  expect(issues).toEqual([
    'review-overdue (warning): Robin Reviewer approved it on 3 November 2026 until 3 November 2028. Today is 4 November 2028, so the page counts as not approved.',
  ]);
});

test('where the site says so, a page that changed is built, says what changed, and is not approved', async () => {
  const files = {
    ...advised('Either widget may be used.', 'No widget may be used.'),
    'site.yaml': `${baseText('site.yaml')}changedApproval: say\n`,
  };
  const { refused, state, sentence, named, issues } = await looked(files);
  expect([refused, state, named]).toEqual([false, 'changed', undefined]);
  expect(sentence).toMatch(
    /^Robin Reviewer approved it on 3 November 2026\. Since then “finding .* says” was “Either widget may be used\.” and is “No widget may be used\.”.* No clinician has approved this page as it stands\.$/,
  );
  expect(issues).toEqual([expect.stringMatching(/^approval-changed \(warning\): /)]);
});

test.each([
  ['source', 'example-2021-advice'],
  ['topic', 'widget-pro'],
  ['pathway', 'widget-path'],
  ['term', 'widget'],
] as const)('a %s can be approved too', async (collection, id) => {
  const content = await contentWith({ 'people.yaml': keyedPeople, [`approvals/${collection}-${id}.yaml`]: approvalOf(collection, id) });
  expect(checkContent(content, { asOf: AS_OF })).toEqual([]);
  const graph = buildEvidenceGraph(withoutDrafts(content.library), AS_OF);
  expect(reviewStateOf(graph, collection, { id }).state).toBe('approved');
});

test('of a page whose file is refused it is not said that it changed, because nobody can tell', async () => {
  const { issues } = await looked(advised('population: calf', 'population: claf'));
  expect(issues).toEqual([]);
});
