/** What an editor reads about what findings and sources must carry: the message is the feature, so each is pinned. */
import { expect, test } from 'vitest';
import { messagesOf } from './fixture.ts';

test('missing-locator says what stands there and the way out', async () => {
  expect(await messagesOf('missing-locator')).toMatchInlineSnapshot(`
    "content/pathways/widget-path.yaml:10:5  missing-locator
      \`rules[0]\` has no \`locator\`: a step of a pathway says where in the source it stands.
      Add \`locator:\` with the heading, table, paragraph or page.
    content/sources/example-2020-trial.md:24:5  missing-locator
      \`findings[0]\` has no \`locator\`: a finding says where in the source it stands.
      Add \`locator:\` with the heading, table, paragraph or page.
    content/sources/example-2020-trial.md:30:5  missing-locator
      \`results[0]\` has no \`locator\`: a number says where in the source it stands.
      Add \`locator:\` with the heading, table, paragraph or page.
    content/sources/example-2022-draft.md:14:5  missing-locator (warning)
      \`findings[0]\` has no \`locator\`: a finding says where in the source it stands.
      Add \`locator:\` with the heading, table, paragraph or page.
    content/topics/fitting-a-widget.mdx:14:12  missing-locator
      \`steps[0].from[0]\` has no \`locator\`: a statement says where in the source it stands.
      Add \`locator:\` with the heading, table, paragraph or page.
    4 errors, 1 warning in 4 files.
    "
  `);
});

test('missing-interests says what stands there and the way out', async () => {
  expect(await messagesOf('missing-interests')).toMatchInlineSnapshot(`
    "content/sources/example-2021-advice.md:2:1  missing-interests
      \`interests\` is missing: every source says who paid for it and who gains.
      Add \`interests: { funding: public | society | industry | mixed | unknown, note: "…" }\`; \`unknown\` is an answer.
    content/sources/example-2022-draft.md:2:1  missing-interests (warning)
      \`interests\` is missing: every source says who paid for it and who gains.
      Add \`interests: { funding: public | society | industry | mixed | unknown, note: "…" }\`; \`unknown\` is an answer.
    1 error, 1 warning in 2 files.
    "
  `);
});

test('contested-word says what stands there and the way out', async () => {
  expect(await messagesOf('contested-word')).toMatchInlineSnapshot(`
    "content/sources/example-2020-trial.md:26:17  contested-word (warning)
      \`findings[0].population\` is \`distal\`, which sources draw differently, and \`terms\` does not say what this one means.
      Add \`terms: { distal: <sense> }\` with a sense of the glossary; without it the finding is shown as not comparable.
    1 warning in 1 file.
    "
  `);
});

test('chain-loop says what stands there and the way out', async () => {
  expect(await messagesOf('chain-loop')).toMatchInlineSnapshot(`
    "content/sources/example-2020-trial.md:24:5  chain-loop
      \`restsOn\` goes round in a circle: \`example-2020-trial\` → \`example-2021-advice\` → \`example-2020-trial\`.
      Take out the link that is not there in the works themselves.
    1 error in 1 file.
    "
  `);
});

test('open-todo says what stands there and the way out', async () => {
  expect(await messagesOf('open-todo')).toMatchInlineSnapshot(`
    "content/sources/example-2021-advice.md:19:8  open-todo
      \`todo[0]\` is still open (\`Name the society.\`) and the source is \`under-review\`.
      Do it and take the line out, or set \`status: draft\`.
    content/sources/example-2021-advice.md:20:1  open-todo
      \`outline\` is a help for drafts, and the source is not one.
      Take \`outline\` out, or set \`status: draft\`.
    content/sources/example-2022-draft.md:12:8  open-todo (warning)
      Still to do: Find out who paid.
      Do it, then take this line out.
    2 errors, 1 warning in 2 files.
    "
  `);
});

test('unresolved-citations says what stands there and the way out', async () => {
  expect(await messagesOf('unresolved-citations')).toMatchInlineSnapshot(`
    "content/sources/example-2021-advice.md:17:5  unresolved-citations
      \`unresolved[0]\` is not explained: One mark has no entry in the list.
      Add \`explained:\` with what the reader should be told, or settle it and take the entry out.
    content/sources/example-2022-draft.md:13:5  unresolved-citations (warning)
      \`unresolved[0]\` is not explained: A figure has no source.
      Add \`explained:\` with what the reader should be told, or settle it and take the entry out.
    1 error, 1 warning in 2 files.
    "
  `);
});
