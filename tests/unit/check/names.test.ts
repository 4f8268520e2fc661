/** What an editor reads about names that lead nowhere: the message is the feature, so each is pinned. */
import { expect, test } from 'vitest';
import { messagesOf } from './fixture.ts';

test('unknown-source says what stands there and the way out', async () => {
  expect(await messagesOf('unknown-source')).toMatchInlineSnapshot(`
    "content/pathways/widget-path.yaml:3:9  unknown-source
      \`source\` names \`example-2021-advise\`, which is not in content/sources.
      Did you mean \`example-2021-advice\`?
    content/sources/example-2021-advice.md:14:13  unknown-source
      \`restsOn[0].source\` names \`example-2020-trail\`, which is not in content/sources.
      Did you mean \`example-2020-trial\`?
    content/terms.yaml:7:15  unknown-source
      \`from[0].source\` of entry 1 names \`example-2019-trial\`, which is not in content/sources.
      Did you mean \`example-2020-trial\`?
    content/topics/widgets.mdx:9:22  unknown-source
      \`pitfalls[0].from[0].source\` names \`nobody-1999-nothing\`, which is not in content/sources.
      Name \`example-2020-trial\`, \`example-2021-advice\` or \`example-2022-draft\`, or add the source to content/sources.
    content/topics/widgets.mdx:17:22  unknown-source
      \`[@exampel-2020-trial]\` names \`exampel-2020-trial\`, which is not in content/sources.
      Did you mean \`example-2020-trial\`?
    5 errors in 4 files.
    "
  `);
});

test('unknown-question says what stands there and the way out', async () => {
  expect(await messagesOf('unknown-question')).toMatchInlineSnapshot(`
    "content/sources/example-2020-trial.md:25:15  unknown-question
      \`findings[0].question\` names \`widget-chioce\`, which is not in content/questions.
      Did you mean \`widget-choice\`?
    1 error in 1 file.
    "
  `);
});

test('unknown-topic says what stands there and the way out', async () => {
  expect(await messagesOf('unknown-topic')).toMatchInlineSnapshot(`
    "content/questions/widget-choice.mdx:6:10  unknown-topic
      \`topics[0]\` names \`wigdets\`, which is not in content/topics.
      Did you mean \`widgets\`?
    1 error in 1 file.
    "
  `);
});

test('unknown-section says what stands there and the way out', async () => {
  expect(await messagesOf('unknown-section')).toMatchInlineSnapshot(`
    "content/topics/widgets.mdx:5:10  unknown-section
      \`section\` names \`advanced\`, which is not in content/sections.yaml.
      Name \`basics\`, or add the section to content/sections.yaml.
    1 error in 1 file.
    "
  `);
});

test('unknown-term says what stands there and the way out', async () => {
  expect(await messagesOf('unknown-term')).toMatchInlineSnapshot(`
    "content/questions/widget-choice.mdx:7:9  unknown-term
      \`terms[0]\` names \`wigdet\`, which is not in content/terms.yaml.
      Did you mean \`widget\`?
    content/sources/example-2020-trial.md:22:18  unknown-term
      \`terms.distal\` names the sense \`below-the-bent\`, which no term in content/terms.yaml has.
      Did you mean \`below-the-bend\`?
    content/sources/example-2020-trial.md:22:34  unknown-term
      \`terms\` explains \`digital\`, which is no contested word.
      Did you mean \`distal\`?
    content/terms.yaml:9:13  unknown-term
      \`seeAlso[0]\` of entry 1 names \`proximal\`, which is not in content/terms.yaml.
      Name \`widget\` or \`distal\`, or add the term to content/terms.yaml.
    4 errors in 3 files.
    "
  `);
});
