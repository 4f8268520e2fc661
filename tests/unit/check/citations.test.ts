/** What an editor reads about citations and answers: the message is the feature, so each is pinned. */
import { expect, test } from 'vitest';
import { messagesOf } from './fixture.ts';

test('citation-not-rendered says what stands there and the way out', async () => {
  expect(await messagesOf('citation-not-rendered')).toMatchInlineSnapshot(`
    "content/topics/widgets.mdx:33:10  citation-not-rendered
      The citation of \`example-2020-trial\` is not rendered as it should be: it stands in a heading.
      Write it in plain text as \`[@example-2020-trial]\`, \`[@example-2020-trial, p. 3]\` or \`[@example-2020-trial; @other-source]\`.
    content/topics/widgets.mdx:35:9  citation-not-rendered
      The citation of \`example-2020-trial\` is not rendered as it should be: it stands in bold.
      Write it in plain text as \`[@example-2020-trial]\`, \`[@example-2020-trial, p. 3]\` or \`[@example-2020-trial; @other-source]\`.
    content/topics/widgets.mdx:35:36  citation-not-rendered
      The citation of \`example-2020-trial\` is not rendered as it should be: it stands without brackets.
      Write it in plain text as \`[@example-2020-trial]\`, \`[@example-2020-trial, p. 3]\` or \`[@example-2020-trial; @other-source]\`.
    content/topics/widgets.mdx:35:61  citation-not-rendered
      The citation of \`example-2020-trial\` is not rendered as it should be: the locator \`Step Two\` is not a number with or without a label such as \`p. 3\`.
      Write it in plain text as \`[@example-2020-trial]\`, \`[@example-2020-trial, p. 3]\` or \`[@example-2020-trial; @other-source]\`.
    4 errors in 1 file.
    "
  `);
});

test('citation-in-source says what stands there and the way out', async () => {
  expect(await messagesOf('citation-in-source')).toMatchInlineSnapshot(`
    "content/sources/example-2021-advice.md:31:18  citation-in-source
      The digest cites \`@example-2020-trial\`, and citations in digests are not rendered.
      Name it in \`restsOn:\` as \`- source: example-2020-trial\` and take the key out of the text.
    1 error in 1 file.
    "
  `);
});

test('missing-answer says what stands there and the way out', async () => {
  expect(await messagesOf('missing-answer')).toMatchInlineSnapshot(`
    "content/questions/widget-choice.mdx:11:1  missing-answer
      \`<Answer for="student">\` is missing: every page has one for \`public\`, \`student\`, \`clinician\`.
      Write one to three cited sentences between \`<Answer for="student">\` and \`</Answer>\`.
    content/questions/widget-choice.mdx:12:1  missing-answer
      \`<Answer for="public">\` is empty.
      Write one to three cited sentences between \`<Answer for="public">\` and \`</Answer>\`.
    content/questions/widget-choice.mdx:20:1  missing-answer
      \`<Answer for="clinician">\` stands here a second time.
      Keep one, or correct its \`for\`.
    3 errors in 1 file.
    "
  `);
});

test('missing-bottom-line says what stands there and the way out', async () => {
  expect(await messagesOf('missing-bottom-line')).toMatchInlineSnapshot(`
    "content/topics/widgets.mdx:14:1  missing-bottom-line
      \`<BottomLine for="public">\` is missing: every page has one for \`public\`, \`student\`, \`clinician\`.
      Write one to three cited sentences between \`<BottomLine for="public">\` and \`</BottomLine>\`.
    1 error in 1 file.
    "
  `);
});

test('answer-too-long says what stands there and the way out', async () => {
  expect(await messagesOf('answer-too-long')).toMatchInlineSnapshot(`
    "content/questions/widget-choice.mdx:20:1  answer-too-long (warning)
      The answer for clinicians has 147 words, expected at most 120.
      Keep the answer, its strength and its source; move the rest below the answers.
    1 warning in 1 file.
    "
  `);
});

test('uncited-answer says what stands there and the way out', async () => {
  expect(await messagesOf('uncited-answer')).toMatchInlineSnapshot(`
    "content/questions/widget-choice.mdx:20:1  uncited-answer
      \`<Answer for="clinician">\` cites no source.
      Put \`[@source-id]\` behind each clause that a source carries.
    1 error in 1 file.
    "
  `);
});
