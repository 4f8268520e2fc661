/** What an editor reads about how works and pages stand: the message is the feature, so each is pinned. */
import { expect, test } from 'vitest';
import { messagesOf } from './fixture.ts';

test('cites-draft says what stands there and the way out', async () => {
  expect(await messagesOf('cites-draft')).toMatchInlineSnapshot(`
    "content/topics/widgets.mdx:17:22  cites-draft
      \`[@example-2022-draft]\` names \`example-2022-draft\`, which is a draft.
      Finish and submit the draft, or set this page to \`status: draft\`.
    1 error in 1 file.
    "
  `);
});

test('cites-retracted says what stands there and the way out', async () => {
  expect(await messagesOf('cites-retracted')).toMatchInlineSnapshot(`
    "content/terms.yaml:7:15  cites-retracted (warning)
      \`from[0].source\` of entry 1 names \`example-2019-note\`, which was retracted on 1 October 2026.
      Look for another source, or say in the text that it was retracted.
    content/topics/widgets.mdx:29:19  cites-retracted (warning)
      \`[@example-2019-note]\` names \`example-2019-note\`, which was retracted on 1 October 2026.
      Look for another source, or say in the text that it was retracted.
    2 warnings in 2 files.
    "
  `);
});

test('cites-superseded says what stands there and the way out', async () => {
  expect(await messagesOf('cites-superseded')).toMatchInlineSnapshot(`
    "content/topics/widgets.mdx:29:19  cites-superseded (warning)
      \`[@example-2019-note]\` names \`example-2019-note\`, which was replaced by \`example-2020-trial\`.
      Cite \`example-2020-trial\` if it says so too.
    1 warning in 1 file.
    "
  `);
});

test('review-overdue says what stands there and the way out', async () => {
  expect(await messagesOf('review-overdue')).toMatchInlineSnapshot(`
    "content/approvals/source-example-2021-advice.yaml:4:6  review-overdue (warning)
      Robin Reviewer approved it on 3 November 2026 until 10 November 2026. Today is 20 November 2026, so the page counts as not approved.
      Let a reviewer look at it again and sign it anew, or take this file out.
    content/topics/widgets.mdx:11:10  review-overdue (warning)
      The review was due on 31 October 2026 by the date of \`updated\`; today is 20 November 2026.
      Look at it again and set \`updated\` to the day on which you did.
    2 warnings in 2 files.
    "
  `);
});

test('question-without-finding says what stands there and the way out', async () => {
  expect(await messagesOf('question-without-finding')).toMatchInlineSnapshot(`
    "content/questions/widget-colour.mdx:2:11  question-without-finding (warning)
      No source has a finding on \`widget-colour\`.
      Add a finding with \`question: widget-colour\` to each source that says something on it.
    1 warning in 1 file.
    "
  `);
});

test('topic-without-source says what stands there and the way out', async () => {
  expect(await messagesOf('topic-without-source')).toMatchInlineSnapshot(`
    "content/topics/widgets.mdx:3:8  topic-without-source
      The topic cites no source, neither in its text nor in its statements.
      Put \`[@source-id]\` behind what a source carries, and take out what none does.
    1 error in 1 file.
    "
  `);
});
