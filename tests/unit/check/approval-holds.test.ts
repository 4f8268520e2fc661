/** Whether a page counts as approved: with a right approval it does; with a forged, borrowed, changed, expired or future one never, and a sentence says why. */
import { expect, test } from 'vitest';
import { generateKeyPairSync } from 'node:crypto';
import { checkContent } from '../../../src/check/check-content.ts';
import { buildEvidenceGraph } from '../../../src/evidence/build-evidence.ts';
import { withoutDrafts } from '../../../src/library/library.ts';
import { reviewStateOf } from '../../../src/parts/review-state.ts';
import type { Person } from '../../../src/schema/person.ts';
import { approvalOf, AS_OF, baseText, contentWith, keyedPeople } from './fixture.ts';

const [ADVICE, QUESTION, APPROVAL] = [
  'sources/example-2021-advice.md',
  'questions/widget-choice.mdx',
  'approvals/question-widget-choice.yaml',
];
const right = approvalOf('question', 'widget-choice');
const approved = { 'people.yaml': keyedPeople, [APPROVAL]: right };

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
    sentence: 'By Robin Reviewer, Consultant, on 3 November 2026.',
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
  ['a text that was changed after it was signed', { [APPROVAL]: right.replace('Both widgets', 'No widgets') }, {}],
  ['a day that was put off after it was signed', { [APPROVAL]: right.replace('due: 2028-11-03', 'due: 2028-11-02') }, {}],
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
    /^Robin Reviewer approved it on 3 November 2026\. Since then “finding .* says” was “Either widget may be used\.” and is “No widget may be used”\. No clinician has approved this page as it stands\.$/,
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
